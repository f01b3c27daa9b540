package film.finalsay.script.process;

import film.finalsay.approval.Inputs;
import film.finalsay.engine.LoggedIn;
import film.finalsay.script.ScriptLocks;
import film.finalsay.script.ScriptLocks.Filed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileScriptLockDelegate implements JavaDelegate {

  private final ScriptLocks locks;

  FileScriptLockDelegate(ScriptLocks locks) {
    this.locks = locks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed = locks.file(Inputs.of(execution.getVariables()), LoggedIn.filing(execution));
    execution.setProcessBusinessKey(filed.approval().key());
    execution.setVariables(ScriptLockProcess.variables(filed));
  }
}
