package film.finalsay.engine;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.DecisionDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Sees to it that no process ends, whichever way it got there, with its request left open. */
final class ProcessEnd implements ExecutionListener {

  private final DecisionDesk desk;
  private final ApprovalKind kind;

  ProcessEnd(DecisionDesk desk, ApprovalKind kind) {
    this.desk = desk;
    this.kind = kind;
  }

  @Override
  public void notify(DelegateExecution execution) {
    Authentication login =
        execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    desk.ended(
        execution.getProcessInstanceId(),
        kind,
        execution.isCanceled(),
        login == null ? null : login.getUserId());
  }
}
