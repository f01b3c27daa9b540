package film.finalsay.script.process;

import film.finalsay.engine.LoggedIn;
import film.finalsay.script.ScriptRevisionRequests;
import film.finalsay.script.ScriptRevisionRequests.Filed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileScriptRevisionDelegate implements JavaDelegate {

  private final ScriptRevisionRequests requests;

  FileScriptRevisionDelegate(ScriptRevisionRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed =
        requests.file(
            ScriptApprovalProcess.inputs(execution),
            ScriptApprovalProcess.attached(execution),
            LoggedIn.filing(execution));
    execution.setProcessBusinessKey(filed.approval().key());
    execution.setVariables(ScriptRevisionProcess.variables(filed));
  }
}
