package film.finalsay.cost.process;

import film.finalsay.cost.Overruns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AcceptCostOverrunDelegate implements JavaDelegate {

  private final Overruns overruns;

  AcceptCostOverrunDelegate(Overruns overruns) {
    this.overruns = overruns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    overruns.accept(execution.getProcessInstanceId());
  }
}
