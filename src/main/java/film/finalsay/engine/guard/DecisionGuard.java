package film.finalsay.engine.guard;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.DecisionDesk;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.engine.AsProduct;
import film.finalsay.engine.form.AskedFields;
import film.finalsay.engine.form.FormFields;
import film.finalsay.engine.form.FormInHand;
import film.finalsay.engine.form.FormName;
import film.finalsay.engine.model.EffectSteps;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * Stands at one user task of a process. When the task begins, it puts the question on record; when
 * it is to be completed, over whichever API, it takes the answer to the decision desk, whose
 * refusal undoes the completion.
 *
 * @param about the variable that tells one of several questions of this step from the others; null
 *     if it asks one
 */
record DecisionGuard(
    DecisionDesk desk,
    ReservedNames reservedNames,
    List<Outcome> outcomes,
    String about,
    AskedFields asked,
    KeptAnswer kept,
    EffectSteps effects)
    implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    if (task.getExecution() == null) {
      throw BusinessRuleException.conflict("Somebody else was faster; this step is over.");
    }
    switch (task.getEventName()) {
      case EVENTNAME_CREATE -> begin(task);
      case EVENTNAME_ASSIGNMENT -> assign(task);
      case EVENTNAME_COMPLETE -> complete(task);
      default -> throw new IllegalStateException("not listening to " + task.getEventName());
    }
  }

  private void begin(DelegateTask task) {
    requireSomebodyIsAsked(task);
    FormName.require((TaskEntity) task);
    kept.begin(task);
    String number = desk.number(task.getProcessInstanceId()).orElseGet(() -> file(task));
    if (!number.equals(task.getExecution().getProcessBusinessKey())) {
      task.getExecution().setProcessBusinessKey(number);
    }
    String which = about == null ? null : String.valueOf(task.getVariable(about));
    desk.ask(step(task), which).forEach((name, text) -> putOnCard(task, name, text));
  }

  /** One of several that a step asks at once is told from the others in the task list. */
  private void putOnCard(DelegateTask task, String name, String text) {
    if (text.equals(task.getVariable(name))) {
      return;
    }
    if (about == null) {
      task.setVariable(name, text);
    } else {
      task.setVariableLocal(name, text);
    }
  }

  /**
   * A process that files nothing itself asks for what it is called; one that is called, for who
   * calls.
   */
  private String file(DelegateTask task) {
    ExecutionEntity began = LoggedIn.whatBegan(task.getExecution());
    ProcessDefinition process = began.getProcessDefinition();
    if (!desk.kindOf(process.getKey()).equals(ApprovalKind.GENERAL)) {
      throw BusinessRuleException.conflict(
          "No request for approval has been filed by this process.");
    }
    return OnFile.file(began, desk, effects);
  }

  /**
   * Also the claim: what a person cannot answer they do not take from those who can, and nobody
   * takes for another.
   */
  private void assign(DelegateTask task) {
    if (!desk.isAsked(task.getId())) {
      return;
    }
    String person = person();
    HumanStep before = stepInHandOf(holderBefore(task), task);
    if (task.getAssignee() != null) {
      requireGivenOrTakenBy(person, task);
      desk.mayTakeInHand(before, task.getAssignee());
    } else if (person != null) {
      desk.mayGiveBack(before, person);
    }
  }

  /** The texts of an open task's form, as they are for this person now. */
  Map<String, String> open(DelegateTask task, String person, Collection<String> names) {
    return desk.open(step(task), person, names);
  }

  /** The texts that an open task's form showed this person last. */
  Map<String, String> shown(DelegateTask task, String person) {
    return desk.shown(task.getId(), person);
  }

  /** The guard of an open task. */
  static DecisionGuard at(TaskEntity task) {
    return task.getTaskDefinition().getBuiltinTaskListenersForEvent(EVENTNAME_ASSIGNMENT).stream()
        .filter(DecisionGuard.class::isInstance)
        .map(DecisionGuard.class::cast)
        .findFirst()
        .orElseThrow();
  }

  boolean mayBeKept(DelegateTask task) {
    return desk.mayKeepInHand(step(task));
  }

  private void complete(DelegateTask task) {
    HumanStep step = step(task);
    SentAnswer<?> answer = SentAnswer.to(task);
    RetriedAnswers.answering(task.getProcessInstanceId());
    desk.take(step, person(), whatIsAsked(task, answer, step));
    if (Outcome.RESUBMIT.name().equals(answer.variables().get("decision"))) {
      effects.require(LoggedIn.whatBegan(task.getExecution()));
    }
    Map<String, Object> onFile =
        new HashMap<>(desk.onFile(task.getProcessInstanceId(), task::hasVariable));
    if (step.isPreparation()) {
      onFile.keySet().removeIf(name -> !OnFile.neverChanges(name));
    }
    if (LoggedIn.isCalled(task.getExecution())) {
      // it knows what it was given, and nothing more
      onFile.keySet().removeIf(name -> !task.hasVariable(name));
    }
    OnFile.putBack(task, onFile);
    if (about != null) {
      OnFile.putBack(task, desk.onFileOfOne(step));
    }
    kept.keep(task, answer.variables());
  }

  /**
   * What is sent of what the step asks for; whatever else may be sent as it was, and says nothing.
   * Whoever amends may leave out what stays as it was.
   */
  private Map<String, Object> whatIsAsked(DelegateTask task, SentAnswer<?> answer, HumanStep step) {
    Set<String> names = new HashSet<>(answer.variables().keySet());
    reservedNames.refuse(names);
    names.removeAll(answer.unchanged());
    FormFields form = form((TaskEntity) task);
    FormInHand.note(form);
    form.requireAsked(
        names.stream().filter(name -> !AskedFields.OF_EVERY_STEP.contains(name)).toList(), "step");
    form.check(answer.said(), step.isPreparation(), task);
    Map<String, Object> said = new HashMap<>(answer.variables());
    said.keySet()
        .removeIf(name -> !AskedFields.OF_EVERY_STEP.contains(name) && !form.asksFor(name));
    return said;
  }

  private FormFields form(TaskEntity task) {
    return AsProduct.get(
        task.getProcessEngineServices().getIdentityService(),
        () ->
            asked
                .in(
                    task.getTaskDefinition().getFormDefinition(),
                    task.getProcessDefinition().getDeploymentId(),
                    task)
                .orElse(FormFields.NONE));
  }

  /** A step that nobody can answer would wait for ever. */
  private static void requireSomebodyIsAsked(DelegateTask task) {
    Set<String> groups = groups(task);
    boolean roles = groups.stream().allMatch(group -> Role.ofId(group).isPresent());
    if (groups.isEmpty() || !roles) {
      throw BusinessRuleException.conflict(
          "\"%s\" would be asked of %s; a step is for roles on the film's team: %s.",
          task.getName(),
          groups.isEmpty() ? "nobody" : String.join(", ", groups),
          Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(", ")));
    }
  }

  private HumanStep step(DelegateTask task) {
    return stepInHandOf(task.getAssignee(), task);
  }

  private HumanStep stepInHandOf(String holder, DelegateTask task) {
    return new HumanStep(
        task.getId(),
        task.getProcessInstanceId(),
        task.getTaskDefinitionKey(),
        // a step of before may have none
        task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
        holder,
        givenTo(task),
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

  private static String person() {
    return Context.getCommandContext().getAuthenticatedUserId();
  }

  private static String holderBefore(DelegateTask task) {
    return ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE).getOrgValueString();
  }

  /** Null if the model leaves it to who takes it, or cannot tell any more whom it meant. */
  private static String givenTo(DelegateTask task) {
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
  private static void requireGivenOrTakenBy(String person, DelegateTask task) {
    // what has not been stored yet nobody can have taken
    boolean given = ((TaskEntity) task).getRevision() == 0;
    if (!given && !task.getAssignee().equals(person)) {
      throw BusinessRuleException.forbidden(
          "\"%s\" is for %s to claim; nobody claims for another.",
          task.getName(), task.getAssignee());
    }
  }
}
