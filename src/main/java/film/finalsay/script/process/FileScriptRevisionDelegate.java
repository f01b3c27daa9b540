package film.finalsay.script.process;

import film.finalsay.approval.Approval;
import film.finalsay.engine.LoggedIn;
import film.finalsay.script.ScriptRevisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileScriptRevisionDelegate implements JavaDelegate {

  private final ScriptRevisions revisions;

  FileScriptRevisionDelegate(ScriptRevisions revisions) {
    this.revisions = revisions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Approval approval =
        revisions.file(
            ScriptApprovalProcess.inputs(execution),
            ScriptApprovalProcess.attached(execution),
            LoggedIn.filing(execution));
    execution.setProcessBusinessKey(approval.key());
    execution.setVariables(ScriptRevisionProcess.variables(approval));
  }
}
