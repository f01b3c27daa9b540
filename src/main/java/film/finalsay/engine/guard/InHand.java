package film.finalsay.engine.guard;

import film.finalsay.approval.BusinessRuleException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Into whose hand a task came, and how: its model gave it, or somebody took it. */
final class InHand {

  private InHand() {}

  static String before(DelegateTask task) {
    return ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE).getOrgValueString();
  }

  /** Null if the model leaves it to who takes it, or cannot tell any more whom it meant. */
  static String givenTo(DelegateTask task) {
    Expression assignee = ((TaskEntity) task).getTaskDefinition().getAssigneeExpression();
    try {
      return assignee == null ? null : (String) assignee.getValue(task);
    } catch (ProcessEngineException notGivenToModelsAnyMore) {
      return null;
    }
  }

  /**
   * @param person who is logged in
   * @throws BusinessRuleException (forbidden) if they take it for another
   */
  static void requireGivenOrTakenBy(String person, DelegateTask task) {
    // what has not been stored yet nobody can have taken
    boolean given = ((TaskEntity) task).getRevision() == 0;
    if (!given && !task.getAssignee().equals(person)) {
      throw BusinessRuleException.forbidden(
          "\"%s\" is for %s to claim; nobody claims for another.",
          task.getName(), task.getAssignee());
    }
  }
}
