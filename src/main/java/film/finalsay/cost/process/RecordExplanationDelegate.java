package film.finalsay.cost.process;

import film.finalsay.cost.Variances;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordExplanationDelegate implements JavaDelegate {

  private final Variances variances;

  RecordExplanationDelegate(Variances variances) {
    this.variances = variances;
  }

  @Override
  public void execute(DelegateExecution execution) {
    variances.explained(execution.getProcessInstanceId());
  }
}
