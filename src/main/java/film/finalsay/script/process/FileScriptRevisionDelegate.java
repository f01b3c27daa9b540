package film.finalsay.script.process;

import film.finalsay.engine.LoggedIn;
import film.finalsay.script.ScriptRevisions;
import film.finalsay.script.ScriptRevisions.Filed;
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
    Filed filed =
        revisions.file(
            ScriptApprovalProcess.inputs(execution),
            ScriptApprovalProcess.attached(execution),
            LoggedIn.filing(execution));
    execution.setProcessBusinessKey(filed.approval().key());
    execution.setVariables(ScriptRevisionProcess.variables(filed));
  }
}
