package film.finalsay.budget.process;

import film.finalsay.approval.Inputs;
import film.finalsay.budget.BudgetLocks;
import film.finalsay.budget.BudgetLocks.Filed;
import film.finalsay.engine.LoggedIn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileBudgetLockDelegate implements JavaDelegate {

  private final BudgetLocks locks;

  FileBudgetLockDelegate(BudgetLocks locks) {
    this.locks = locks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed = locks.file(Inputs.of(execution.getVariables()), LoggedIn.filing(execution));
    execution.setProcessBusinessKey(filed.approval().key());
    execution.setVariables(BudgetLockProcess.variables(filed));
  }
}
