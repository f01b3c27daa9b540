package film.finalsay.script.process;

import film.finalsay.approval.Inputs;
import film.finalsay.script.ScriptLocks;
import film.finalsay.script.ScriptLocks.Filed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AmendScriptLockDelegate implements JavaDelegate {

  private final ScriptLocks locks;

  AmendScriptLockDelegate(ScriptLocks locks) {
    this.locks = locks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed =
        locks.amend(Inputs.of(execution.getVariables()), execution.getProcessInstanceId());
    execution.setVariables(ScriptLockProcess.variables(filed));
  }
}
