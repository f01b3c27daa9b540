package film.finalsay.engine.guard;

import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The ways by which an answer reaches its task: both lead past the same guard, who sees it whole.
 */
final class AnswerDoors {

  private AnswerDoors() {}

  static TaskService tasks() {
    return new Tasks();
  }

  static FormService forms() {
    return new Forms();
  }

  private static final class Tasks extends TaskServiceImpl {

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

  private static final class Forms extends ShownForms {

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> fields) {
      commandExecutor.execute(
          new SentAnswer<>(
              taskId, fields, sent -> new SubmitTaskFormCmd(taskId, sent, false, false)));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
        String taskId, Map<String, Object> fields, boolean deserialize) {
      return commandExecutor.execute(
          new SentAnswer<>(
              taskId, fields, sent -> new SubmitTaskFormCmd(taskId, sent, true, deserialize)));
    }
  }
}
