package film.finalsay.engine.guard;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * One of the two ways by which an answer reaches its task; the other are {@link ShownForms}. Both
 * lead past the same guard, who sees it whole.
 */
final class AnsweredTasks extends TaskServiceImpl {

  @Override
  public void complete(String taskId, Map<String, Object> variables) {
    commandExecutor.execute(
        new SentAnswer<>(
            taskId, variables, sent -> new CompleteTaskCmd(taskId, sent, false, false)));
  }

  @Override
  public VariableMap completeWithVariablesInReturn(
      String taskId, Map<String, Object> variables, boolean deserialize) {
    return commandExecutor.execute(
        new SentAnswer<>(
            taskId, variables, sent -> new CompleteTaskCmd(taskId, sent, true, deserialize)));
  }

  /** The engine takes a claim for nobody as giving back, and asks for less than to give back. */
  @Override
  public void claim(String taskId, String person) {
    if (person == null) {
      setAssignee(taskId, null);
    } else {
      super.claim(taskId, person);
    }
  }
}
