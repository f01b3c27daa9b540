package film.finalsay.engine.guard;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * The engine's history of what ran, when, and by whom, and not of what it ran with: what was asked
 * for, shown and answered, and whom a table named, is in our own records and in the ledger. So a
 * vote, too, is nowhere but there, where it is known when it may be read.
 */
final class HistoryBesideTheLedger extends HistoryLevelFull {

  private static final Set<HistoryEventTypes> IN_OUR_RECORDS =
      EnumSet.of(
          HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
          HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
          HistoryEventTypes.VARIABLE_INSTANCE_DELETE,
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
          HistoryEventTypes.FORM_PROPERTY_UPDATE,
          HistoryEventTypes.DMN_DECISION_EVALUATE);

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
    return !IN_OUR_RECORDS.contains(type) && !isWayOnly(entity);
  }

  /** At such a gateway nobody does anything: what comes next tells which way was taken. */
  private static boolean isWayOnly(Object entity) {
    return entity instanceof ExecutionEntity execution
        && execution.getActivity() != null
        && ActivityTypes.GATEWAY_EXCLUSIVE.equals(
            execution.getActivity().getProperty(BpmnProperties.TYPE.getName()));
  }
}
