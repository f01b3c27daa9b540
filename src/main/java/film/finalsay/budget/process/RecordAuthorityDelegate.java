package film.finalsay.budget.process;

import film.finalsay.authority.Ruling;
import film.finalsay.budget.change.BudgetChanges;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordAuthorityDelegate implements JavaDelegate {

  /** What the authority table is asked with besides, and its reason; all of it stands on file. */
  private static final Set<String> ASKED_BY_AUTHORITY =
      Set.of(
          "authorityVersion",
          "sameSection",
          "aboveTheLine",
          "cumulative",
          "share",
          "contingencyDrawn",
          "shot",
          "because");

  private final BudgetChanges changes;

  RecordAuthorityDelegate(BudgetChanges changes) {
    this.changes = changes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Ruling ruled =
        changes.rule(execution.getProcessInstanceId(), Ruling.ofTable(execution.getVariables()));
    execution.setVariables(ruled.byName());
    execution.removeVariables(ASKED_BY_AUTHORITY);
  }
}
