package film.finalsay.script.process;

import film.finalsay.script.ScriptApprovals;
import film.finalsay.script.ScriptApprovals.Filed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileRevisedDraftDelegate implements JavaDelegate {

  private final ScriptApprovals scripts;

  FileRevisedDraftDelegate(ScriptApprovals scripts) {
    this.scripts = scripts;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed =
        scripts.revise(
            ScriptApprovalProcess.inputs(execution),
            ScriptApprovalProcess.attached(execution),
            execution.getProcessInstanceId());
    execution.setVariables(ScriptApprovalProcess.variables(filed));
  }
}
