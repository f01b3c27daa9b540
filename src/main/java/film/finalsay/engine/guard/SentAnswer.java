package film.finalsay.engine.guard;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.OnEveryForm;
import film.finalsay.engine.form.AskedFields;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * An answer on its way to its task, with what this call sends and nothing else: what the process
 * holds already, others have said. There is no public way to tell the two apart.
 */
final class SentAnswer<T> implements Command<T> {

  private static final ThreadLocal<SentAnswer<?>> RUNNING = new ThreadLocal<>();

  private final String taskId;
  private final Map<String, Object> variables;
  private final Function<Map<String, Object>, Command<T>> command;
  private final VariableMap sent = Variables.createVariables();
  private final Set<String> unchanged = new HashSet<>();

  /**
   * @param command what the engine does with the variables
   */
  SentAnswer(
      String taskId,
      Map<String, Object> variables,
      Function<Map<String, Object>, Command<T>> command) {
    this.taskId = taskId;
    this.variables = variables;
    this.command = command;
  }

  /**
   * @throws BusinessRuleException (conflict) if the task is to be completed otherwise than by an
   *     answer to it
   */
  static SentAnswer<?> to(DelegateTask task) {
    SentAnswer<?> running = RUNNING.get();
    if (running == null || !task.getId().equals(running.taskId)) {
      throw BusinessRuleException.conflict("\"%s\" is over when it is answered.", task.getName());
    }
    return running;
  }

  Map<String, Object> variables() {
    return sent;
  }

  /** The names of all that this call says, be it what was so before. */
  Set<String> said() {
    return variables == null ? Set.of() : variables.keySet();
  }

  /** The names of those that say what was so before. */
  Set<String> unchanged() {
    return unchanged;
  }

  @Override
  public T execute(CommandContext context) {
    SentAnswer<?> around = RUNNING.get();
    RUNNING.set(this);
    try {
      TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
      sent.clear();
      unchanged.clear();
      if (variables != null) {
        sent.putAll(variables);
      }
      if (task != null && task.getExecution() != null) {
        compare(task, context.getAuthenticatedUserId());
        KeptAnswer.makeRoom(task.getExecution());
      }
      return command.apply(sent).execute(context);
    } finally {
      RUNNING.set(around);
    }
  }

  /** A text that was shown, and is sent back as it was, is left out: it is no one's answer. */
  private void compare(TaskEntity task, String person) {
    Set<String> besides = new HashSet<>(sent.keySet());
    besides.removeAll(AskedFields.OF_EVERY_STEP);
    if (besides.isEmpty()) {
      return;
    }
    Map<String, String> shown = DecisionGuard.at(task).shown(task, person);
    for (String name : besides) {
      boolean asShown =
          // the minute is another each time that the form is opened
          name.equals(OnEveryForm.AS_OF)
              || (shown.containsKey(name) && shown.get(name).equals(sent.get(name)));
      boolean asBefore =
          task.hasVariable(name) && Objects.equals(sent.get(name), task.getVariable(name));
      if (asShown || (asBefore && task.hasVariableLocal(name))) {
        sent.remove(name);
      } else if (asBefore) {
        unchanged.add(name);
      }
    }
  }
}
