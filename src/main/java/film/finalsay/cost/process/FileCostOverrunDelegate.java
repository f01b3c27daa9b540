package film.finalsay.cost.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Inputs;
import film.finalsay.cost.Overruns;
import film.finalsay.engine.LoggedIn;
import film.finalsay.engine.RequestVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileCostOverrunDelegate implements JavaDelegate {

  private final Overruns overruns;

  FileCostOverrunDelegate(Overruns overruns) {
    this.overruns = overruns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Approval approval =
        overruns.file(Inputs.of(execution.getVariables()), LoggedIn.filing(execution));
    execution.setProcessBusinessKey(approval.key());
    execution.setVariables(RequestVariables.of(approval));
  }
}
