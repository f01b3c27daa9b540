package film.finalsay.engine;

import film.finalsay.approval.Briefings;
import film.finalsay.approval.DecisionDesk;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * Stands at one user task of a process. When the task begins, it lays out the briefing for its
 * form; when it is to be completed, over whichever API, it takes the answer to the decision desk,
 * whose refusal undoes the completion.
 */
final class DecisionGuard implements TaskListener {

  /** The engine stores a text variable in at most 4,000 characters. */
  private static final int MAX_TEXT = 4000;

  private final DecisionDesk desk;
  private final Briefings briefings;
  private final List<Outcome> outcomes;

  DecisionGuard(DecisionDesk desk, Briefings briefings, List<Outcome> outcomes) {
    this.desk = desk;
    this.briefings = briefings;
    this.outcomes = outcomes;
  }

  @Override
  public void notify(DelegateTask task) {
    switch (task.getEventName()) {
      case EVENTNAME_CREATE -> begin(task);
      case EVENTNAME_COMPLETE ->
          desk.take(
              step(task), person(task), task.getVariable("decision"), task.getVariable("comment"));
      default -> throw new IllegalStateException("not listening to " + task.getEventName());
    }
  }

  private void begin(DelegateTask task) {
    if (groups(task).isEmpty()) {
      throw Refusal.conflict(
          "\"%s\" would be asked of nobody: the process names no group for it."
              .formatted(task.getName()));
    }
    briefings
        .forProcess(task.getProcessInstanceId())
        .forEach((name, text) -> task.setVariableLocal(name, shortened(text)));
  }

  private HumanStep step(DelegateTask task) {
    return new HumanStep(
        task.getProcessInstanceId(),
        task.getTaskDefinitionKey(),
        task.getName(),
        task.getAssignee(),
        groups(task),
        outcomes);
  }

  private static Set<String> groups(DelegateTask task) {
    return task.getCandidates().stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .filter(group -> !group.isBlank())
        .collect(Collectors.toSet());
  }

  private static String person(DelegateTask task) {
    Authentication login =
        task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    return login == null ? null : login.getUserId();
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
  }
}
