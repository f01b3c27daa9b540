package film.finalsay.script.process;

import film.finalsay.approval.Approval;
import film.finalsay.script.ScriptRevisionRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileRevisedSetDelegate implements JavaDelegate {

  private final ScriptRevisionRequests requests;

  FileRevisedSetDelegate(ScriptRevisionRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Approval approval =
        requests.revise(
            ScriptApprovalProcess.inputs(execution),
            ScriptApprovalProcess.attached(execution),
            execution.getProcessInstanceId());
    execution.setVariables(ScriptRevisionProcess.variables(approval));
  }
}
