package film.finalsay.consent.process;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsentTable;
import film.finalsay.engine.ConsentBranch;
import film.finalsay.engine.tables.DecisionTables;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The latest {@code greenlight-consent.dmn} that is deployed. */
@Component
class DmnGreenlightConsentTable implements GreenlightConsentTable {

  private final DecisionTables tables;

  DmnGreenlightConsentTable(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<ConsentTerms> terms(ApprovalKind change, Role party) {
    return GreenlightConsentProcess.terms(
        tables.ask(
            GreenlightConsentProcess.TABLE,
            tables.latestVersion(GreenlightConsentProcess.TABLE),
            Map.of(
                GreenlightConsentProcess.CHANGE, change.name(), ConsentBranch.PARTY, party.id())));
  }
}
