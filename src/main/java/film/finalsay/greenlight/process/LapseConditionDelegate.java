package film.finalsay.greenlight.process;

import film.finalsay.greenlight.conditions.ConditionAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class LapseConditionDelegate implements JavaDelegate {

  private final ConditionAnswers answers;

  LapseConditionDelegate(ConditionAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    answers.lapse(
        execution.getProcessInstanceId(),
        (String) execution.getVariable(GreenlightProcess.CONDITION));
  }
}
