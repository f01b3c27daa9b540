package film.finalsay.budget.process;

import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Role;
import film.finalsay.budget.ChangeKind;
import film.finalsay.budget.ConsentTable;
import film.finalsay.engine.ConsentBranch;
import film.finalsay.engine.DecisionTables;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The latest {@code budget-change-consent.dmn} that is deployed. */
@Component
class DmnConsentTable implements ConsentTable {

  private final DecisionTables tables;

  DmnConsentTable(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public ConsentTerms terms(Role party, ChangeKind kind) {
    return ConsentBranch.terms(
        tables.ask(
            BudgetChangeProcess.CONSENT,
            tables.latestVersion(BudgetChangeProcess.CONSENT),
            Map.of(ConsentBranch.PARTY, party.id(), "kind", kind.name())));
  }
}
