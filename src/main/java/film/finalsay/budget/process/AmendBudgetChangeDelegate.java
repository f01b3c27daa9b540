package film.finalsay.budget.process;

import film.finalsay.approval.Inputs;
import film.finalsay.budget.BudgetChanges;
import film.finalsay.budget.BudgetChanges.Filed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AmendBudgetChangeDelegate implements JavaDelegate {

  private final BudgetChanges changes;

  AmendBudgetChangeDelegate(BudgetChanges changes) {
    this.changes = changes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed =
        changes.amend(Inputs.of(execution.getVariables()), execution.getProcessInstanceId());
    execution.setVariables(BudgetChangeProcess.variables(filed));
  }
}
