package film.finalsay.consent.process;

import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class DetermineConsentsDelegate implements JavaDelegate {

  private final GreenlightConsents consents;

  DetermineConsentsDelegate(GreenlightConsents consents) {
    this.consents = consents;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(
        GreenlightConsentProcess.CONSENTS,
        Role.ids(consents.ask(execution.getProcessInstanceId())));
  }
}
