package film.finalsay.engine.guard;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.DecisionDesk;
import film.finalsay.engine.model.EndEventRules;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Sees to it that no process ends, whichever way it got there, with its request left open; the
 * event at which it ends may say what that means.
 */
record ProcessEnd(DecisionDesk desk, ApprovalKind kind) implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    desk.ended(
        execution.getProcessInstanceId(),
        kind,
        execution.isCanceled() ? null : meaning((ExecutionEntity) execution),
        execution.isCanceled(),
        Context.getCommandContext().getAuthenticatedUserId());
  }

  private static ApprovalState meaning(ExecutionEntity process) {
    Object means =
        process.getActivity() == null
            ? null
            : process.getActivity().getProperty(EndEventRules.MEANS);
    return means == null ? null : EndEventRules.MEANINGS.get(means);
  }
}
