package film.finalsay.script.process;

import film.finalsay.script.ScriptRevisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ApproveScriptRevisionDelegate implements JavaDelegate {

  private final ScriptRevisions revisions;

  ApproveScriptRevisionDelegate(ScriptRevisions revisions) {
    this.revisions = revisions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    revisions.approve(execution.getProcessInstanceId());
  }
}
