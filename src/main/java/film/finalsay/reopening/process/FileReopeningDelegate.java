package film.finalsay.reopening.process;

import film.finalsay.approval.Inputs;
import film.finalsay.engine.LoggedIn;
import film.finalsay.reopening.Reopenings;
import film.finalsay.reopening.Reopenings.Filed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileReopeningDelegate implements JavaDelegate {

  private final Reopenings reopenings;

  FileReopeningDelegate(Reopenings reopenings) {
    this.reopenings = reopenings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed = reopenings.file(Inputs.of(execution.getVariables()), LoggedIn.filing(execution));
    execution.setProcessBusinessKey(filed.approval().key());
    execution.setVariables(ReopeningProcess.variables(filed));
  }
}
