package film.finalsay.consent.process;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import film.finalsay.approval.TableWatch;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.engine.ConsentBranch;
import film.finalsay.engine.tables.TableProbe;
import film.finalsay.film.TableVersions;
import film.finalsay.ledger.Happening;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Holds the table of consents to having terms for every party and all that it can be asked. */
@Component
class GreenlightConsentTableWatch implements TableWatch {

  private final TableVersions versions;

  GreenlightConsentTableWatch(TableVersions versions) {
    this.versions = versions;
  }

  /**
   * @throws BusinessRuleException (invalid) naming the table and what is wrong with it
   */
  @Override
  public void requireSound(String table, byte[] model) {
    if (table.equals(GreenlightConsentProcess.TABLE)) {
      TableProbe probe =
          new TableProbe(
              table,
              model,
              Map.of(
                  GreenlightConsentProcess.CHANGE,
                  List.copyOf(
                      GreenlightConsentProcess.CHANGES.stream()
                          .map(ApprovalKind::name)
                          .sorted()
                          .toList()),
                  ConsentBranch.PARTY,
                  List.copyOf(GreenlightConsents.PARTIES.stream().map(Role::id).toList())),
              List.of());
      probe.requireNothingUnknown();
      probe.tryAll((question, row) -> requireTerms(probe, question, row));
    }
  }

  @Override
  public void inForce(String table, int version, String sha256, String person) {
    if (table.equals(GreenlightConsentProcess.TABLE)) {
      versions.inForce(Happening.AUTHORITY_TABLE_CHANGED, table, version, sha256, person);
    }
  }

  private static void requireTerms(
      TableProbe probe, Map<String, Object> question, Map<String, Object> row) {
    try {
      GreenlightConsentProcess.terms(row);
    } catch (BusinessRuleException wrong) {
      throw probe.wrong(
          "says nothing of use for the %s where %s: %s"
              .formatted(
                  question.get(ConsentBranch.PARTY),
                  question.get(GreenlightConsentProcess.CHANGE),
                  wrong.getMessage()));
    }
  }
}
