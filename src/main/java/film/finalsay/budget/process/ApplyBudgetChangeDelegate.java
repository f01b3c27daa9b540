package film.finalsay.budget.process;

import film.finalsay.budget.BudgetChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ApplyBudgetChangeDelegate implements JavaDelegate {

  private final BudgetChanges changes;

  ApplyBudgetChangeDelegate(BudgetChanges changes) {
    this.changes = changes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    changes.apply(execution.getProcessInstanceId());
  }
}
