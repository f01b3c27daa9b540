package film.finalsay.greenlight.process;

import film.finalsay.approval.Inputs;
import film.finalsay.greenlight.Greenlights;
import film.finalsay.greenlight.Greenlights.Filed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AmendGreenlightDelegate implements JavaDelegate {

  private final Greenlights greenlights;

  AmendGreenlightDelegate(Greenlights greenlights) {
    this.greenlights = greenlights;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed =
        greenlights.amend(Inputs.of(execution.getVariables()), execution.getProcessInstanceId());
    execution.setVariables(GreenlightProcess.variables(filed));
  }
}
