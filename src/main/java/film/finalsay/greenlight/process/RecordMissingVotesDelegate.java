package film.finalsay.greenlight.process;

import film.finalsay.greenlight.committee.Rounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordMissingVotesDelegate implements JavaDelegate {

  private final Rounds rounds;

  RecordMissingVotesDelegate(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    rounds.recordMissing(execution.getProcessInstanceId());
  }
}
