package film.finalsay.script.process;

import film.finalsay.script.ScriptLocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class LockScriptDelegate implements JavaDelegate {

  private final ScriptLocks locks;

  LockScriptDelegate(ScriptLocks locks) {
    this.locks = locks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    locks.lock(execution.getProcessInstanceId());
  }
}
