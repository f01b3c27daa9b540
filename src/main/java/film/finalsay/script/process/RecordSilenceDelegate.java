package film.finalsay.script.process;

import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.register.RecordedAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The director gave no answer; a consultation cannot block. */
@Component
class RecordSilenceDelegate implements JavaDelegate {

  private final RecordedAnswers answers;

  RecordSilenceDelegate(RecordedAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    answers.recordSilence(
        execution.getProcessInstanceId(),
        ScriptApprovalProcess.CONSULT_DIRECTOR,
        ScriptApprovalProcess.CONSULT_DIRECTOR_NAME,
        Role.DIRECTOR,
        Outcome.SILENCE,
        "");
  }
}
