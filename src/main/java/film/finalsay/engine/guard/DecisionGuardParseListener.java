package film.finalsay.engine.guard;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.DecisionDesk;
import film.finalsay.approval.Outcome;
import film.finalsay.engine.form.AskedFields;
import film.finalsay.engine.form.ComposedForm;
import film.finalsay.engine.form.DeployedForms;
import film.finalsay.engine.form.FormName;
import film.finalsay.engine.form.ModelProperties;
import film.finalsay.engine.form.StepForm;
import film.finalsay.engine.model.EffectSteps;
import film.finalsay.engine.model.EndEventRules;
import film.finalsay.engine.model.UserTaskRules;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Puts the decision guard on every user task of every process, also of those drawn tomorrow. There
 * is no public way to add a listener that a caller cannot skip.
 */
final class DecisionGuardParseListener extends AbstractBpmnParseListener {

  /**
   * The extension property of a user task that is asked several times at once: the variable by
   * which they differ.
   */
  static final String ABOUT = "about";

  /**
   * The extension property that names variables, by commas, that are our own records' to keep and
   * not the engine's history's; and the property of the parsed activity that holds them.
   */
  private static final String NOT_IN_HISTORY = "notInHistory";

  /** The extension property that names fields, by commas, which no form has. */
  private static final String FIELDS = "fields";

  private static final List<Outcome> DEFAULT =
      List.of(Outcome.APPROVE, Outcome.RETURN, Outcome.REJECT);

  private final DecisionDesk desk;
  private final ReservedNames reservedNames;
  private final EffectSteps effects;
  private final DeployedForms forms = new DeployedForms();

  DecisionGuardParseListener(DecisionDesk desk, ReservedNames reservedNames, EffectSteps effects) {
    this.effects = effects;
    this.reservedNames = reservedNames;
    this.desk = desk;
  }

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, reservedNames);
    ApprovalKind kind = desk.kindOf(definition.getKey());
    definition.addBuiltInListener(
        ExecutionListener.EVENTNAME_START,
        new StartVariables(
            asked(process, definition),
            AnswerNames.in(process),
            (String) definition.getProperty(BpmnParse.PROPERTYNAME_INITIATOR_VARIABLE_NAME),
            kind,
            desk,
            effects));
    definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, new ProcessEnd(desk, kind));
  }

  /** What was deployed before models were refused that begin without anybody who asks. */
  @Override
  public void parseStartEvent(Element startEvent, ScopeImpl scope, ActivityImpl activity) {
    boolean byItself =
        startEvent.elements().stream().anyMatch(is -> is.getTagName().endsWith("EventDefinition"));
    if (byItself && scope == activity.getProcessDefinition()) {
      activity.addBuiltInListener(
          ExecutionListener.EVENTNAME_START,
          (ExecutionListener)
              execution -> {
                throw BusinessRuleException.conflict(
                    "%s begins without anybody who asks.", activity.getId());
              });
    }
  }

  @Override
  public void parseServiceTask(Element serviceTask, ScopeImpl scope, ActivityImpl activity) {
    ProcessDefinitionEntity process = (ProcessDefinitionEntity) activity.getProcessDefinition();
    effects.hold(serviceTask, activity, desk.kindOf(process.getKey()).equals(ApprovalKind.GENERAL));
  }

  @Override
  public void parseEndEvent(Element endEvent, ScopeImpl scope, ActivityImpl activity) {
    ModelProperties.text(endEvent, EndEventRules.MEANS)
        .ifPresent(means -> activity.setProperty(EndEventRules.MEANS, means.strip()));
  }

  @Override
  public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
    ProcessDefinitionEntity definition = (ProcessDefinitionEntity) activity.getProcessDefinition();
    Set<String> notInHistory = ModelProperties.names(userTask, NOT_IN_HISTORY);
    List<Outcome> outcomes = outcomes(userTask);
    ApprovalKind kind = desk.kindOf(definition.getKey());
    String about = ModelProperties.text(userTask, ABOUT).orElse(null);
    AskedFields asked = asked(userTask);
    DecisionGuard guard =
        new DecisionGuard(
            desk, reservedNames, outcomes, about, asked, new KeptAnswer(notInHistory), effects);
    TaskDefinition task = definition.getTaskDefinitions().get(activity.getId());
    FormName.hold(task.getFormDefinition());
    new StepForm(
            new ComposedForm(outcomes.stream().filter(kind::takes).toList(), about != null),
            asked.named())
        .hold(activity, task.getFormDefinition());
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_END,
        (ExecutionListener) step -> KeptAnswer.end((ExecutionEntity) step));
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, guard);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, guard);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, guard);
  }

  private AskedFields asked(Element element) {
    return AskedFields.of(element, ModelProperties.names(element, FIELDS), forms);
  }

  private AskedFields asked(Element process, ProcessDefinitionEntity definition) {
    return process.elements("startEvent").stream()
        .filter(start -> definition.getInitial() != null)
        .filter(start -> definition.getInitial().getId().equals(start.attribute("id")))
        .findFirst()
        .map(this::asked)
        .orElse(AskedFields.OPEN);
  }

  private static List<Outcome> outcomes(Element userTask) {
    return ModelProperties.text(userTask, UserTaskRules.OUTCOMES)
        .map(names -> read(userTask, names))
        .orElse(DEFAULT);
  }

  private static List<Outcome> read(Element userTask, String names) {
    return Arrays.stream(names.split(","))
        .map(String::strip)
        .map(
            name ->
                Outcome.of(name)
                    .orElseThrow(
                        () ->
                            BusinessRuleException.invalid(
                                UserTaskRules.OUTCOMES,
                                "user task %s names \"%s\"; known are %s.",
                                userTask.attribute("id"),
                                name,
                                Arrays.toString(Outcome.values()))))
        .toList();
  }
}
