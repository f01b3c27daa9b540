package film.finalsay.greenlight.process;

import film.finalsay.approval.Inputs;
import film.finalsay.engine.LoggedIn;
import film.finalsay.greenlight.GreenlightRequests;
import film.finalsay.greenlight.GreenlightRequests.Filed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileGreenlightDelegate implements JavaDelegate {

  private final GreenlightRequests requests;

  FileGreenlightDelegate(GreenlightRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed = requests.file(Inputs.of(execution.getVariables()), LoggedIn.filing(execution));
    execution.setProcessBusinessKey(filed.approval().key());
    execution.setVariables(GreenlightProcess.variables(filed));
  }
}
