package film.finalsay.budget.process;

import film.finalsay.budget.BudgetChangeConsents;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordConsentSilenceDelegate implements JavaDelegate {

  private final BudgetChangeConsents consents;

  RecordConsentSilenceDelegate(BudgetChangeConsents consents) {
    this.consents = consents;
  }

  @Override
  public void execute(DelegateExecution execution) {
    BudgetChangeProcess.silence(
        execution,
        consents.wasSilent(
            execution.getProcessInstanceId(),
            BudgetChangeProcess.GIVE_CONSENT,
            BudgetChangeProcess.GIVE_CONSENT_NAME,
            BudgetChangeProcess.consentingParty(execution)));
  }
}
