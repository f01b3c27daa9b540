package film.finalsay.cost.process;

import film.finalsay.approval.Inputs;
import film.finalsay.cost.Overruns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileCostPlanDelegate implements JavaDelegate {

  private final Overruns overruns;

  FileCostPlanDelegate(Overruns overruns) {
    this.overruns = overruns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    overruns.amend(Inputs.of(execution.getVariables()), execution.getProcessInstanceId());
  }
}
