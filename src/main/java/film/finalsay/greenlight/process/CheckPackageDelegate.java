package film.finalsay.greenlight.process;

import film.finalsay.greenlight.GreenlightPackages;
import film.finalsay.greenlight.committee.Rounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CheckPackageDelegate implements JavaDelegate {

  private final GreenlightPackages packages;
  private final Rounds rounds;

  CheckPackageDelegate(GreenlightPackages packages, Rounds rounds) {
    this.packages = packages;
    this.rounds = rounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean complete = packages.missing(execution.getProcessInstanceId()).isEmpty();
    execution.setVariable(GreenlightProcess.PACKAGE_COMPLETE, complete);
    execution.setVariable(
        GreenlightProcess.COMMITTEE_ASKED, rounds.hasCommittee(execution.getProcessInstanceId()));
  }
}
