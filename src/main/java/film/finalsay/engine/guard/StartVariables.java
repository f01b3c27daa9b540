package film.finalsay.engine.guard;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.DecisionDesk;
import film.finalsay.approval.OnEveryForm;
import film.finalsay.engine.AsProduct;
import film.finalsay.engine.form.AskedFields;
import film.finalsay.engine.form.FormFields;
import film.finalsay.engine.form.FormInHand;
import film.finalsay.engine.model.EffectSteps;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Lets a process begin with what its start asks for, and with nothing that is for its steps to say
 * or ours to know. What calls a process as a part of its own, or sets it off by a signal, may give
 * it what it has, save what was answered there.
 *
 * @param answers the names under which the steps leave what was answered
 * @param initiator the variable in which the engine itself puts who starts; null if in none
 */
record StartVariables(
    AskedFields start,
    Set<String> answers,
    String initiator,
    ApprovalKind kind,
    DecisionDesk desk,
    EffectSteps effects)
    implements ExecutionListener {

  /** Names the film, and with it whose process it is. */
  private static final String FILM = "film";

  /** The shipped processes that others call. */
  private static final Set<String> PARTS =
      Set.of("consents", "consultation", "conditions", "committee-vote");

  @Override
  public void notify(DelegateExecution execution) {
    if (isSetOffByAnother((ExecutionEntity) execution)) {
      execution.removeVariables(answers);
      return;
    }
    requireStartable(((ExecutionEntity) execution).getProcessDefinition());
    check(execution);
    if (kind.equals(ApprovalKind.GENERAL)) {
      OnFile.file((ExecutionEntity) execution, desk, effects);
    }
  }

  /** Alone it would ask somebody in the words of whoever starts it. */
  private static void requireStartable(ProcessDefinitionEntity process) {
    if (PARTS.contains(process.getKey())) {
      throw BusinessRuleException.conflict(
          "\"%s\" is called by other processes, and not started by itself.",
          process.getName() == null ? process.getKey() : process.getName());
    }
  }

  private static boolean isSetOffByAnother(ExecutionEntity process) {
    return process.getSuperExecution() != null
        || ActivityTypes.START_EVENT_SIGNAL.equals(
            process.getActivity().getProperty(BpmnProperties.TYPE.getName()));
  }

  private void check(DelegateExecution execution) {
    Set<String> sent = new HashSet<>(execution.getVariableNames());
    if (initiator != null
        && Objects.equals(
            execution.getVariable(initiator),
            Context.getCommandContext().getAuthenticatedUserId())) {
      sent.remove(initiator);
    }
    for (String name : sent) {
      if (answers.contains(name)) {
        throw BusinessRuleException.invalid(
            name, "is for a step to say, and not for the start; leave it out.");
      }
      if (OnFile.NEVER_SENT.contains(name)) {
        throw BusinessRuleException.invalid(name, "is what the login says; leave it out.");
      }
      if (OnEveryForm.OURS.contains(name)) {
        throw BusinessRuleException.invalid(name, "is for the product to show; leave it out.");
      }
    }
    form((ExecutionEntity) execution)
        .ifPresent(
            form -> {
              FormInHand.note(form);
              form.requireAsked(sent.stream().filter(name -> !name.equals(FILM)).toList(), "start");
              form.check(sent, false, execution);
            });
  }

  /** Which form that is, nothing that is sent says. */
  private Optional<FormFields> form(ExecutionEntity process) {
    ProcessDefinitionEntity definition = process.getProcessDefinition();
    return AsProduct.get(
        process.getProcessEngineServices().getIdentityService(),
        () ->
            start.in(
                definition.getStartFormDefinition(),
                definition.getDeploymentId(),
                StartProcessVariableScope.getSharedInstance()));
  }
}
