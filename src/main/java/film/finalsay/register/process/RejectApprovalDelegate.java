package film.finalsay.register.process;

import film.finalsay.register.ApprovalRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RejectApprovalDelegate implements JavaDelegate {

  private final ApprovalRegister register;

  RejectApprovalDelegate(ApprovalRegister register) {
    this.register = register;
  }

  @Override
  public void execute(DelegateExecution execution) {
    register.reject(execution.getProcessInstanceId());
  }
}
