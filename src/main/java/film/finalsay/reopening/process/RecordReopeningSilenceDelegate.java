package film.finalsay.reopening.process;

import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.reopening.Reopenings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordReopeningSilenceDelegate implements JavaDelegate {

  private final Reopenings reopenings;

  RecordReopeningSilenceDelegate(Reopenings reopenings) {
    this.reopenings = reopenings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String group = (String) execution.getVariable(ReopeningProcess.CONSENTING_GROUP);
    Role party =
        Role.ofId(group)
            .orElseThrow(() -> Refusal.conflict("\"%s\" is no party to ask.".formatted(group)));
    reopenings.wasSilent(
        execution.getProcessInstanceId(),
        ReopeningProcess.GIVE_CONSENT,
        ReopeningProcess.GIVE_CONSENT_NAME,
        party);
  }
}
