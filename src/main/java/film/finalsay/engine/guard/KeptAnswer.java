package film.finalsay.engine.guard;

import film.finalsay.engine.form.AskedFields;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Where a process keeps what was answered at one of its steps: at the step, and for the flow behind
 * it, however deep the step is drawn. From when a step begins, no answer of before it is there; and
 * what goes on beside it never sees its answer.
 *
 * @param notInHistory variables that are our own records' alone to keep
 */
record KeptAnswer(Set<String> notInHistory) {

  void begin(DelegateTask task) {
    ExecutionEntity step = (ExecutionEntity) task.getExecution();
    for (String name : AskedFields.OF_EVERY_STEP) {
      for (ExecutionEntity part = step; part != null; part = caller(part)) {
        say(part, name, null);
      }
    }
  }

  /** Where nothing was answered, or nothing beside it, what reads it here or behind finds none. */
  static void end(ExecutionEntity step) {
    makeRoom(step);
    makeRoom(step.getProcessInstance());
  }

  /** The engine puts an answer where there is a variable of its name; that is at the step. */
  static void makeRoom(ExecutionEntity step) {
    AskedFields.OF_EVERY_STEP.stream()
        .filter(name -> !step.hasVariableLocal(name))
        .forEach(name -> step.setVariableLocal(name, null));
  }

  void keep(DelegateTask task, Map<String, Object> answer) {
    AskedFields.OF_EVERY_STEP.stream()
        .filter(name -> !notInHistory.contains(name))
        .forEach(name -> say((ExecutionEntity) task.getExecution(), name, answer.get(name)));
    // the engine keeps what one of several holds until the last of them is over
    task.removeVariables(notInHistory);
  }

  private static ExecutionEntity caller(ExecutionEntity part) {
    return part.getProcessInstance().getSuperExecution();
  }

  private static void say(ExecutionEntity step, String name, Object answer) {
    ExecutionEntity within = null;
    for (ExecutionEntity scope = step; scope != null; scope = scope.getParent()) {
      if (!Objects.equals(scope.getVariableLocal(name), answer)) {
        leaveToOthers(scope, within, name);
        scope.setVariableLocal(name, answer);
      }
      within = scope;
    }
  }

  /** Each of the other branches keeps what it has seen there so far. */
  private static void leaveToOthers(ExecutionEntity scope, ExecutionEntity within, String name) {
    Object before = scope.getVariable(name);
    scope.getExecutions().stream()
        .filter(branch -> branch != within && branch.isConcurrent())
        .filter(branch -> !branch.hasVariableLocal(name))
        .forEach(branch -> branch.setVariableLocal(name, before));
  }
}
