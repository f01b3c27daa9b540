package film.finalsay.reopening.process;

import film.finalsay.reopening.Reopenings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ReopenDelegate implements JavaDelegate {

  private final Reopenings reopenings;

  ReopenDelegate(Reopenings reopenings) {
    this.reopenings = reopenings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reopenings.reopen(execution.getProcessInstanceId());
  }
}
