package film.finalsay.budget.process;

import film.finalsay.approval.Inputs;
import film.finalsay.budget.BudgetLocks;
import film.finalsay.budget.BudgetLocks.Filed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AmendBudgetLockDelegate implements JavaDelegate {

  private final BudgetLocks locks;

  AmendBudgetLockDelegate(BudgetLocks locks) {
    this.locks = locks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed =
        locks.amend(Inputs.of(execution.getVariables()), execution.getProcessInstanceId());
    execution.setVariables(BudgetLockProcess.variables(filed));
  }
}
