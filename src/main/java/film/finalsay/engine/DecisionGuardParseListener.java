package film.finalsay.engine;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.DecisionDesk;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Refusal;
import film.finalsay.engine.model.UserTaskRules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
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

  /** The extension property by which a user task names the answers it accepts. */
  static final String OUTCOMES = UserTaskRules.OUTCOMES;

  /**
   * The extension property of a user task that is asked several times at once: the variable by
   * which they differ.
   */
  static final String ABOUT = "about";

  /**
   * The extension property that names variables, by commas, that are our own records' to keep and
   * not the engine's history's; and the property of the parsed activity that holds them.
   */
  static final String NOT_IN_HISTORY = "notInHistory";

  private static final List<Outcome> DEFAULT =
      List.of(Outcome.APPROVE, Outcome.RETURN, Outcome.REJECT);

  private final DecisionDesk desk;
  private final ReservedNames reservedNames;
  private final FilmsOwnProcess filmsOwn;

  DecisionGuardParseListener(
      DecisionDesk desk, ReservedNames reservedNames, FilmsOwnProcess filmsOwn) {
    this.filmsOwn = filmsOwn;
    this.reservedNames = reservedNames;
    this.desk = desk;
  }

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, reservedNames);
    definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, filmsOwn);
    definition.addBuiltInListener(
        ExecutionListener.EVENTNAME_END,
        new ProcessEnd(desk, ApprovalKind.ofProcess(definition.getKey())));
  }

  @Override
  public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((ProcessDefinitionEntity) activity.getProcessDefinition())
            .getTaskDefinitions()
            .get(activity.getId());
    Set<String> notInHistory =
        property(userTask, NOT_IN_HISTORY).map(DecisionGuardParseListener::names).orElse(Set.of());
    activity.setProperty(NOT_IN_HISTORY, notInHistory);
    DecisionGuard guard =
        new DecisionGuard(
            desk,
            reservedNames,
            outcomes(userTask),
            property(userTask, ABOUT).orElse(null),
            notInHistory);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, guard);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, guard);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, guard);
  }

  private static Set<String> names(String commaSeparated) {
    return Arrays.stream(commaSeparated.split(",")).map(String::strip).collect(Collectors.toSet());
  }

  private static List<Outcome> outcomes(Element userTask) {
    return property(userTask, OUTCOMES).map(names -> read(userTask, names)).orElse(DEFAULT);
  }

  private static Optional<String> property(Element userTask, String name) {
    Element extensions = userTask.element("extensionElements");
    Element properties =
        extensions == null
            ? null
            : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
    if (properties == null) {
      return Optional.empty();
    }
    return properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream()
        .filter(property -> name.equals(property.attribute("name")))
        .findFirst()
        .map(property -> property.attribute("value"));
  }

  private static List<Outcome> read(Element userTask, String names) {
    return Arrays.stream(names.split(","))
        .map(String::strip)
        .map(
            name ->
                Outcome.of(name)
                    .orElseThrow(
                        () ->
                            Refusal.invalid(
                                OUTCOMES,
                                "user task %s names \"%s\"; known are %s."
                                    .formatted(
                                        userTask.attribute("id"),
                                        name,
                                        Arrays.toString(Outcome.values())))))
        .toList();
  }
}
