package film.finalsay.script.process;

import film.finalsay.script.ScriptRevisions;
import film.finalsay.script.ScriptRevisions.Filed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileRevisedSetDelegate implements JavaDelegate {

  private final ScriptRevisions revisions;

  FileRevisedSetDelegate(ScriptRevisions revisions) {
    this.revisions = revisions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed =
        revisions.revise(
            ScriptApprovalProcess.inputs(execution),
            ScriptApprovalProcess.attached(execution),
            execution.getProcessInstanceId());
    execution.setVariables(ScriptRevisionProcess.variables(filed));
  }
}
