package film.finalsay.script.process;

import film.finalsay.approval.Approval;
import film.finalsay.engine.LoggedIn;
import film.finalsay.script.ScriptRevisionRequests;
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
    Approval approval =
        requests.file(
            ScriptApprovalProcess.inputs(execution),
            ScriptApprovalProcess.attached(execution),
            LoggedIn.filing(execution));
    execution.setProcessBusinessKey(approval.key());
    execution.setVariables(ScriptRevisionProcess.variables(approval));
  }
}
