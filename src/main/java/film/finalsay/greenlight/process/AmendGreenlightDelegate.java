package film.finalsay.greenlight.process;

import film.finalsay.approval.Inputs;
import film.finalsay.greenlight.GreenlightRequests;
import film.finalsay.greenlight.GreenlightRequests.Filed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AmendGreenlightDelegate implements JavaDelegate {

  private final GreenlightRequests requests;

  AmendGreenlightDelegate(GreenlightRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed =
        requests.amend(Inputs.of(execution.getVariables()), execution.getProcessInstanceId());
    execution.setVariables(GreenlightProcess.variables(filed));
  }
}
