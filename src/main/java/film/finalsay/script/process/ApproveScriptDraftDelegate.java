package film.finalsay.script.process;

import film.finalsay.script.ScriptApprovals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ApproveScriptDraftDelegate implements JavaDelegate {

  private final ScriptApprovals scripts;

  ApproveScriptDraftDelegate(ScriptApprovals scripts) {
    this.scripts = scripts;
  }

  @Override
  public void execute(DelegateExecution execution) {
    scripts.approve(execution.getProcessInstanceId());
  }
}
