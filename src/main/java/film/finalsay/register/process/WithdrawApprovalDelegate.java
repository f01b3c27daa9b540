package film.finalsay.register.process;

import film.finalsay.register.ApprovalRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class WithdrawApprovalDelegate implements JavaDelegate {

  private final ApprovalRegister register;

  WithdrawApprovalDelegate(ApprovalRegister register) {
    this.register = register;
  }

  @Override
  public void execute(DelegateExecution execution) {
    register.withdraw(execution.getProcessInstanceId());
  }
}
