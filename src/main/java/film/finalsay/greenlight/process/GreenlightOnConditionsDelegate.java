package film.finalsay.greenlight.process;

import film.finalsay.greenlight.Greenlights;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class GreenlightOnConditionsDelegate implements JavaDelegate {

  private final Greenlights greenlights;

  GreenlightOnConditionsDelegate(Greenlights greenlights) {
    this.greenlights = greenlights;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(
        GreenlightProcess.variables(
            greenlights.greenlightOnConditions(execution.getProcessInstanceId())));
  }
}
