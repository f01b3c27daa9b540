package film.finalsay.greenlight.process;

import film.finalsay.greenlight.committee.Rounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ConveneCommitteeDelegate implements JavaDelegate {

  private final Rounds rounds;

  ConveneCommitteeDelegate(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(
        GreenlightProcess.variables(rounds.convene(execution.getProcessInstanceId())));
  }
}
