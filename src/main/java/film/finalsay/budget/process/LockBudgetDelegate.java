package film.finalsay.budget.process;

import film.finalsay.budget.BudgetLocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class LockBudgetDelegate implements JavaDelegate {

  private final BudgetLocks locks;

  LockBudgetDelegate(BudgetLocks locks) {
    this.locks = locks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    locks.lock(execution.getProcessInstanceId());
  }
}
