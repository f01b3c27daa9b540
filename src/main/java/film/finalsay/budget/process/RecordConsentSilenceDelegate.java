package film.finalsay.budget.process;

import film.finalsay.budget.BudgetChangeConsents;
import film.finalsay.engine.ConsentBranch;
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
    ConsentBranch.silent(
        execution,
        consents.wasSilent(
            execution.getProcessInstanceId(),
            ConsentBranch.GIVE_CONSENT,
            ConsentBranch.GIVE_CONSENT_NAME,
            ConsentBranch.party(execution)));
  }
}
