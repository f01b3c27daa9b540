package film.finalsay.budget.process;

import film.finalsay.budget.change.BudgetChanges;
import film.finalsay.budget.change.Ruling;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordAuthorityDelegate implements JavaDelegate {

  private final BudgetChanges changes;

  RecordAuthorityDelegate(BudgetChanges changes) {
    this.changes = changes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Ruling ruled =
        changes.rule(execution.getProcessInstanceId(), Ruling.ofTable(execution.getVariables()));
    execution.setVariables(ruled.byName());
  }
}
