package film.finalsay.script.process;

import film.finalsay.script.ScriptApprovals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordSilenceDelegate implements JavaDelegate {

  private final ScriptApprovals scripts;

  RecordSilenceDelegate(ScriptApprovals scripts) {
    this.scripts = scripts;
  }

  @Override
  public void execute(DelegateExecution execution) {
    scripts.directorWasSilent(
        execution.getProcessInstanceId(),
        ScriptApprovalProcess.CONSULT_DIRECTOR,
        ScriptApprovalProcess.CONSULT_DIRECTOR_NAME);
  }
}
