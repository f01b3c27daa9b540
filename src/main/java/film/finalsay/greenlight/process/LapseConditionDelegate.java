package film.finalsay.greenlight.process;

import film.finalsay.greenlight.conditions.Conditions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class LapseConditionDelegate implements JavaDelegate {

  private final Conditions conditions;

  LapseConditionDelegate(Conditions conditions) {
    this.conditions = conditions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    conditions.lapse(
        execution.getProcessInstanceId(),
        (String) execution.getVariable(GreenlightProcess.CONDITION));
  }
}
