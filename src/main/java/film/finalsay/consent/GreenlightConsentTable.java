package film.finalsay.consent;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.ApprovalKinds;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Role;
import film.finalsay.approval.TableWatch;
import film.finalsay.engine.ConsentBranch;
import film.finalsay.engine.tables.DecisionTables;
import film.finalsay.engine.tables.TableProbe;
import film.finalsay.film.TableVersions;
import film.finalsay.ledger.Happening;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The table by which the production office says which party to a greenlight consents to what, and
 * on what terms: {@code greenlight-consent.dmn}, the latest that is deployed. It has terms for
 * every party and all that it can be asked.
 */
@Component
class GreenlightConsentTable implements TableWatch {

  private static final String ID = "greenlight-consent";
  private static final String CHANGE = "change";

  private final DecisionTables tables;
  private final ApprovalKinds kinds;
  private final TableVersions versions;

  GreenlightConsentTable(DecisionTables tables, ApprovalKinds kinds, TableVersions versions) {
    this.tables = tables;
    this.kinds = kinds;
    this.versions = versions;
  }

  /**
   * @param change what changes a part of the greenlight
   * @return empty if the party is not asked
   * @throws BusinessRuleException (conflict) if the table says nothing of use
   */
  Optional<ConsentTerms> terms(String change, Role party) {
    return terms(row(change, party));
  }

  /** The same for a party that is asked in any case: by when, and what its silence means. */
  ConsentTerms termsOfTheAsked(String change, Role party) {
    return ConsentBranch.terms(row(change, party));
  }

  private Map<String, Object> row(String change, Role party) {
    Map<String, Object> row =
        tables.ask(
            ID, tables.latestVersion(ID), Map.of(CHANGE, change, ConsentBranch.PARTY, party.id()));
    if (row == null) {
      throw conflict("The table %s has no row for the %s and %s.", ID, party.title(), change);
    }
    return row;
  }

  private static Optional<ConsentTerms> terms(Map<String, Object> row) {
    if (row == null || !(row.get("consentNeeded") instanceof Boolean needed)) {
      throw conflict("The row does not say if the consent is needed; it has to be true or false.");
    }
    return needed ? Optional.of(ConsentBranch.terms(row)) : Optional.empty();
  }

  /**
   * @throws BusinessRuleException (invalid) naming the table and what is wrong with it
   */
  @Override
  public void requireSound(String table, byte[] model) {
    if (table.equals(ID)) {
      Stream<Object> parties = Role.PARTIES.stream().map(Role::id);
      TableProbe probe =
          new TableProbe(
              table,
              model,
              Map.of(CHANGE, List.copyOf(kinds.changing()), ConsentBranch.PARTY, parties.toList()),
              List.of());
      probe.requireNothingUnknown();
      probe.tryAll((question, row) -> requireTerms(probe, question, row));
    }
  }

  private static void requireTerms(
      TableProbe probe, Map<String, Object> question, Map<String, Object> row) {
    try {
      terms(row);
    } catch (BusinessRuleException wrong) {
      throw probe.wrong(
          "says nothing of use for the %s where %s: %s"
              .formatted(
                  question.get(ConsentBranch.PARTY), question.get(CHANGE), wrong.getMessage()));
    }
  }

  @Override
  public void inForce(String table, int version, String sha256, String person) {
    if (table.equals(ID)) {
      versions.inForce(Happening.AUTHORITY_TABLE_CHANGED, table, version, sha256, person);
    }
  }
}
