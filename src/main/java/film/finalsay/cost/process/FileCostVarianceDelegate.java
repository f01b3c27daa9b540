package film.finalsay.cost.process;

import film.finalsay.approval.Inputs;
import film.finalsay.cost.Variances;
import film.finalsay.cost.Variances.Filed;
import film.finalsay.engine.LoggedIn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileCostVarianceDelegate implements JavaDelegate {

  private final Variances variances;

  FileCostVarianceDelegate(Variances variances) {
    this.variances = variances;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed = variances.file(Inputs.of(execution.getVariables()), LoggedIn.filing(execution));
    execution.setProcessBusinessKey(filed.approval().key());
    execution.setVariables(CostVarianceProcess.allVariables(filed));
  }
}
