package film.finalsay.greenlight.process;

import film.finalsay.greenlight.Greenlights;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CheckPackageDelegate implements JavaDelegate {

  private final Greenlights greenlights;

  CheckPackageDelegate(Greenlights greenlights) {
    this.greenlights = greenlights;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean complete = greenlights.missing(execution.getProcessInstanceId()).isEmpty();
    execution.setVariable(GreenlightProcess.PACKAGE_COMPLETE, complete);
    execution.setVariable(
        GreenlightProcess.COMMITTEE_ASKED,
        greenlights.hasCommittee(execution.getProcessInstanceId()));
  }
}
