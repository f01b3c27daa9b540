package film.finalsay.budget.process;

import film.finalsay.budget.AuthorityFacts;
import film.finalsay.budget.AuthorityTable;
import film.finalsay.budget.BudgetChange;
import film.finalsay.budget.Ruling;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The latest {@code budget-change-authority.dmn} that is deployed. */
@Component
class DmnAuthorityTable implements AuthorityTable {

  private final DecisionService decisions;

  DmnAuthorityTable(@Lazy DecisionService decisions) {
    this.decisions = decisions;
  }

  @Override
  public Ruling rule(BudgetChange change, AuthorityFacts facts) {
    Map<String, Object> inputs = new HashMap<>(BudgetChangeProcess.variables(change));
    inputs.putAll(BudgetChangeProcess.variables(facts));
    DmnDecisionRuleResult row =
        decisions
            .evaluateDecisionTableByKey(BudgetChangeProcess.AUTHORITY, inputs)
            .getSingleResult();
    return BudgetChangeProcess.ruling(row);
  }
}
