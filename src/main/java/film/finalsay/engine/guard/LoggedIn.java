package film.finalsay.engine.guard;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Filing;
import film.finalsay.engine.form.FormInHand;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;

/** Who is logged in, as the engine was told by the request and by nothing that was sent with it. */
public final class LoggedIn {

  private LoggedIn() {}

  /**
   * Who began it all asks, also for what a process asks for that is called on the way: whoever
   * happened to answer last does not. A key of the caller's own is for what they themselves began.
   *
   * @throws BusinessRuleException (forbidden) if nobody was logged in as it began
   */
  public static Filing filing(DelegateExecution execution) {
    ExecutionEntity process = ((ExecutionEntity) execution).getProcessInstance();
    String key = process.getSuperExecution() == null ? process.getBusinessKey() : null;
    return new Filing(
        whoBegan(process.getRootProcessInstanceId()),
        process.getId(),
        key == null || key.isBlank() ? null : key,
        process.getProcessDefinition().getName() == null
            ? process.getProcessDefinition().getKey()
            : process.getProcessDefinition().getName(),
        FormInHand.labels());
  }

  /** The outermost process: the one that a person began. */
  static ExecutionEntity whatBegan(DelegateExecution execution) {
    ExecutionEntity process = ((ExecutionEntity) execution).getProcessInstance();
    while (process.getSuperExecution() != null) {
      process = process.getSuperExecution().getProcessInstance();
    }
    return process;
  }

  static boolean isCalled(DelegateExecution execution) {
    return ((ExecutionEntity) execution).getProcessInstance().getSuperExecution() != null;
  }

  /** Of a process that has only just begun, in the same transaction, the engine holds the event. */
  private static String whoBegan(String processInstanceId) {
    HistoricProcessInstanceManager history =
        Context.getCommandContext().getHistoricProcessInstanceManager();
    return Optional.<HistoricProcessInstanceEventEntity>ofNullable(
            history.findHistoricProcessInstance(processInstanceId))
        .or(() -> Optional.ofNullable(history.findHistoricProcessInstanceEvent(processInstanceId)))
        .map(HistoricProcessInstanceEventEntity::getStartUserId)
        .orElseThrow(
            () ->
                BusinessRuleException.forbidden(
                    "Nobody is logged in, so nobody can ask for an approval."));
  }

  /** The id of the process, which says what it asks for. */
  public static String process(DelegateExecution execution) {
    return ((ExecutionEntity) execution).getProcessDefinition().getKey();
  }
}
