package film.finalsay.budget.process;

import film.finalsay.approval.Inputs;
import film.finalsay.budget.BudgetChanges;
import film.finalsay.budget.BudgetChanges.Filed;
import film.finalsay.engine.LoggedIn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileBudgetChangeDelegate implements JavaDelegate {

  private final BudgetChanges changes;

  FileBudgetChangeDelegate(BudgetChanges changes) {
    this.changes = changes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed = changes.file(Inputs.of(execution.getVariables()), LoggedIn.filing(execution));
    execution.setProcessBusinessKey(filed.approval().key());
    execution.setVariables(BudgetChangeProcess.variables(filed));
  }
}
