package film.finalsay.budget.process;

import film.finalsay.budget.AuthorityFacts;
import film.finalsay.budget.AuthorityTable;
import film.finalsay.budget.BudgetChange;
import film.finalsay.budget.Ruling;
import film.finalsay.engine.tables.DecisionTables;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code budget-change-authority.dmn} as it is deployed, version by version. */
@Component
class DmnAuthorityTable implements AuthorityTable {

  private final DecisionTables tables;

  DmnAuthorityTable(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public int version() {
    return tables.latestVersion(BudgetChangeProcess.AUTHORITY);
  }

  @Override
  public Ruling rule(BudgetChange change, AuthorityFacts facts, int version) {
    Map<String, Object> inputs = new HashMap<>(change.byName());
    inputs.putAll(facts.byName());
    return BudgetChangeProcess.ruling(tables.ask(BudgetChangeProcess.AUTHORITY, version, inputs));
  }

  @Override
  public Set<BigDecimal> figures(int version) {
    return tables.figures(BudgetChangeProcess.AUTHORITY, version);
  }
}
