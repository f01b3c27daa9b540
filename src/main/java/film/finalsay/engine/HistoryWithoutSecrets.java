package film.finalsay.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The whole history, but for what a model names as {@code notInHistory}: a vote is in our own
 * records alone, which tell when it may be read. There is no public way to leave a value out.
 */
final class HistoryWithoutSecrets extends HistoryLevelFull {

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
    if (entity instanceof VariableInstanceEntity variable) {
      return !keptOut(variable.getExecution()).contains(variable.getName());
    }
    if (HistoryEventTypes.FORM_PROPERTY_UPDATE.equals(type) && entity instanceof TaskEntity task) {
      return keptOut(task.getExecution()).isEmpty();
    }
    return true;
  }

  @SuppressWarnings("unchecked")
  private static Set<String> keptOut(ExecutionEntity execution) {
    if (execution == null || execution.getActivity() == null) {
      return Set.of();
    }
    Object names = execution.getActivity().getProperty(DecisionGuardParseListener.NOT_IN_HISTORY);
    return names == null ? Set.of() : (Set<String>) names;
  }
}
