package film.finalsay.register.process;

import film.finalsay.register.Settlements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RejectApprovalDelegate implements JavaDelegate {

  private final Settlements settlements;

  RejectApprovalDelegate(Settlements settlements) {
    this.settlements = settlements;
  }

  @Override
  public void execute(DelegateExecution execution) {
    settlements.reject(execution.getProcessInstanceId());
  }
}
