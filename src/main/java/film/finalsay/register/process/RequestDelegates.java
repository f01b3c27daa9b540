package film.finalsay.register.process;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalKinds;
import film.finalsay.approval.Inputs;
import film.finalsay.engine.guard.LoggedIn;
import film.finalsay.engine.guard.SentDocuments;
import film.finalsay.register.Requests;
import film.finalsay.register.Requests.Filed;
import film.finalsay.register.Settlements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps that the processes of all kinds share. The names after the first are those by which
 * models deployed by earlier versions know them.
 */
@Configuration
class RequestDelegates {

  @Bean({
    "fileRequest",
    "fileBudgetLockDelegate",
    "fileReopeningDelegate",
    "fileSignatureVoidDelegate",
    "fileCostOverrunDelegate",
    "fileCostVarianceDelegate",
    "fileBudgetChangeDelegate",
    "fileGreenlightDelegate",
    "fileScriptDraftDelegate",
    "fileScriptLockDelegate",
    "fileScriptRevisionDelegate"
  })
  JavaDelegate fileRequest(Requests requests, ApprovalKinds kinds) {
    return execution -> {
      ApprovalKind kind = kinds.ofProcess(LoggedIn.process(execution));
      if (isFiledUndrawn(kind)) {
        return;
      }
      Filed filed = requests.file(kind, sent(execution), LoggedIn.filing(execution));
      execution.setProcessBusinessKey(filed.approvalKey());
      goBy(filed, execution);
    };
  }

  @Bean({
    "amendRequest",
    "amendBudgetLockDelegate",
    "fileCostPlanDelegate",
    "amendBudgetChangeDelegate",
    "amendGreenlightDelegate",
    "amendScriptLockDelegate",
    "fileRevisedDraftDelegate",
    "fileRevisedSetDelegate"
  })
  JavaDelegate amendRequest(Requests requests, ApprovalKinds kinds) {
    return execution -> {
      if (!isFiledUndrawn(kinds.ofProcess(LoggedIn.process(execution)))) {
        goBy(requests.amend(sent(execution), execution.getProcessInstanceId()), execution);
      }
    };
  }

  private static void goBy(Filed filed, DelegateExecution process) {
    process.setVariables(filed.variables());
    process.removeVariables(filed.onFile());
  }

  /** What a modeller draws is on file as it starts, and amended as it is answered. */
  private static boolean isFiledUndrawn(ApprovalKind kind) {
    return kind.equals(ApprovalKind.GENERAL);
  }

  /** Approves, and does what was approved. */
  @Bean({
    "applyRequest",
    "lockBudgetDelegate",
    "reopenDelegate",
    "recordAcknowledgementDelegate",
    "acceptCostOverrunDelegate",
    "recordExplanationDelegate",
    "applyBudgetChangeDelegate",
    "greenlightFilmDelegate",
    "approveScriptDraftDelegate",
    "approveScriptRevisionDelegate",
    "lockScriptDelegate"
  })
  JavaDelegate applyRequest(Requests requests) {
    return execution -> requests.apply(execution.getProcessInstanceId());
  }

  @Bean({"rejectRequest", "rejectApprovalDelegate"})
  JavaDelegate rejectRequest(Settlements settlements) {
    return execution -> settlements.reject(execution.getProcessInstanceId());
  }

  @Bean({"withdrawRequest", "withdrawApprovalDelegate"})
  JavaDelegate withdrawRequest(Settlements settlements) {
    return execution -> settlements.withdraw(execution.getProcessInstanceId());
  }

  private static Inputs sent(DelegateExecution execution) {
    return Inputs.of(SentDocuments.read(execution));
  }
}
