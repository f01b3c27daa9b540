package film.finalsay.script.process;

import film.finalsay.engine.LoggedIn;
import film.finalsay.script.ScriptApprovals;
import film.finalsay.script.ScriptApprovals.Filed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileScriptDraftDelegate implements JavaDelegate {

  private final ScriptApprovals scripts;

  FileScriptDraftDelegate(ScriptApprovals scripts) {
    this.scripts = scripts;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed =
        scripts.file(
            ScriptApprovalProcess.inputs(execution),
            ScriptApprovalProcess.attached(execution),
            LoggedIn.filing(execution));
    execution.setProcessBusinessKey(filed.approval().key());
    execution.setVariables(ScriptApprovalProcess.variables(filed));
  }
}
