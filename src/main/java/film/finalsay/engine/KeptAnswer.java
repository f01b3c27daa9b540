package film.finalsay.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Where a process keeps what was answered at one of its steps: with the step alone, if the model
 * draws an output of it, or else for the flow behind it. No step begins with another's answer.
 */
final class KeptAnswer {

  static final String DECISION = "decision";

  static final List<String> NAMES = List.of(DECISION, "comment");

  private final boolean passedOn;
  private final Set<String> notInHistory;

  /**
   * @param passedOn whether the flow behind the step asks for the answer by its own name
   * @param notInHistory variables that are our own records' alone to keep
   */
  KeptAnswer(boolean passedOn, Set<String> notInHistory) {
    this.passedOn = passedOn && !notInHistory.contains(DECISION);
    this.notInHistory = notInHistory;
  }

  void begin(DelegateTask task) {
    for (VariableScope scope : scopes(task)) {
      NAMES.forEach(name -> scope.setVariableLocal(name, null));
    }
  }

  void keep(DelegateTask task, Map<String, Object> answer) {
    for (VariableScope scope : scopes(task)) {
      NAMES.stream()
          .filter(name -> !notInHistory.contains(name))
          .forEach(name -> scope.setVariableLocal(name, answer.get(name)));
    }
    // the engine keeps what one of several holds until the last of them is over
    task.removeVariables(notInHistory);
  }

  /**
   * Of steps that are open at once each has its own branch; what lies behind their join finds the
   * last answer at the process.
   */
  private Set<VariableScope> scopes(DelegateTask task) {
    ExecutionEntity step = (ExecutionEntity) task.getExecution();
    Set<VariableScope> scopes = new LinkedHashSet<>();
    if (passedOn) {
      scopes.add(step.getActivity().isScope() ? step.getParent() : step);
      scopes.add(step.getProcessInstance());
    } else {
      scopes.add(step);
    }
    return scopes;
  }
}
