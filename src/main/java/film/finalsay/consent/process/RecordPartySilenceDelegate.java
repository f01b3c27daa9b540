package film.finalsay.consent.process;

import film.finalsay.consent.AskedConsents;
import film.finalsay.engine.ConsentBranch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordPartySilenceDelegate implements JavaDelegate {

  private final AskedConsents consents;

  RecordPartySilenceDelegate(AskedConsents consents) {
    this.consents = consents;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ConsentBranch.silent(
        execution,
        consents.wasSilent(
            execution.getProcessInstanceId(),
            ConsentBranch.GIVE_CONSENT,
            ConsentBranch.GIVE_CONSENT_NAME,
            ConsentBranch.party(execution)));
  }
}
