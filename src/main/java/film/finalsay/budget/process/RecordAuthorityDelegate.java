package film.finalsay.budget.process;

import film.finalsay.budget.BudgetChanges;
import film.finalsay.budget.Ruling;
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
        changes.rule(execution.getProcessInstanceId(), BudgetChangeProcess.ruling(execution));
    execution.setVariables(ruled.byName());
  }
}
