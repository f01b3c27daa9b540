package film.finalsay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.budget.change.ChangeAuthority;
import film.finalsay.cost.VarianceTable;
import film.finalsay.drawdown.DrawdownTerms;
import film.finalsay.greenlight.PackageTable;
import film.finalsay.script.process.ScriptApprovalProcess;
import java.beans.Introspector;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** What the models mention exists, and what exists is mentioned by a model. */
class ProcessModelsTest {

  private static final Path PROCESSES = Path.of("processes");
  private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\">");
  private static final Path FORMS = Path.of("forms");
  private static final Set<String> ROLES =
      Arrays.stream(Role.values()).map(Role::id).collect(Collectors.toSet());
  private static final Set<String> GROUP_VARIABLES =
      Set.of(
          "${decidedBy}",
          "${explainedBy}",
          "${consentingGroup}",
          "${consultedGroup}",
          "${requesterRole}",
          "${signerRoles}",
          "${notifiedRole}",
          "${ownerGroup}");

  /** What the others call, and nobody starts. */
  private static final Set<String> CALLED =
      Set.of("consents", "consultation", "conditions", "committee-vote");

  private static final Pattern ANSWER = Pattern.compile("==\\s*'([A-Z_]+)'");
  private static final Pattern ELEMENT_ID =
      Pattern.compile(
          "(startEvent|endEvent|boundaryEvent|intermediateThrowEvent|intermediateCatchEvent|userTask|serviceTask|businessRuleTask|subProcess|callActivity|gateway)"
              + "_[a-z][a-zA-Z0-9]*");

  private final Map<String, BpmnModelInstance> models =
      files(PROCESSES, ".bpmn").stream()
          .collect(
              Collectors.toMap(
                  file -> file.getName().replace(".bpmn", ""), Bpmn::readModelFromFile));

  @Test
  void thereIsOneProcessForEachKindOfApprovalNamedAsJavaNamesIt() {
    Set<String> started = new HashSet<>(models.keySet());
    started.removeAll(CALLED);
    assertThat(started)
        .isEqualTo(
            Set.of(
                "approval-notice",
                "budget-change",
                "budget-lock",
                "contract",
                "cost-overrun",
                "cost-variance",
                "cut-approval",
                "delivery",
                "drawdown",
                "drawdown-receipt",
                "greenlight",
                "key-personnel",
                "picture-lock",
                "release-plan",
                "reopening",
                "schedule-change",
                "schedule-lock",
                "schedule-slip",
                "script-approval",
                "script-lock",
                "script-revision",
                "signature-void",
                "stakeholder-report"));
    models.forEach(
        (name, model) -> {
          Process process = all(Process.class, model).iterator().next();
          assertThat(process.getId()).isEqualTo(name);
          assertThat(process.isExecutable()).isTrue();
          assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        });
  }

  @Test
  void everyDelegateOfTheModelsIsABeanAndEveryDelegateBeanIsUsed() {
    Set<String> used =
        all(ServiceTask.class)
            .map(ServiceTask::getCamundaDelegateExpression)
            .collect(Collectors.toCollection(TreeSet::new));
    // what a process that somebody draws may do, too
    used.remove("${notifyRole}");
    assertThat(used)
        .isEqualTo(
            delegateBeans().stream()
                .map(bean -> "${" + bean + "}")
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void everyFormOfTheModelsExistsAndEveryFormIsUsed() throws IOException {
    Set<String> used =
        Stream.concat(
                all(UserTask.class).map(UserTask::getCamundaFormRef),
                all(StartEvent.class).map(StartEvent::getCamundaFormRef))
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    for (File file : files(FORMS, ".form")) {
      used.addAll(json(file).findValuesAsText("form"));
    }
    Set<String> forms = new TreeSet<>();
    for (File file : files(FORMS, ".form")) {
      String id = json(file).path("id").asText();
      assertThat(file).hasName(id + ".form");
      forms.add(id);
    }
    assertThat(used).isEqualTo(forms);
    Stream.concat(
            all(UserTask.class).map(UserTask::getCamundaFormKey),
            all(StartEvent.class).map(StartEvent::getCamundaFormKey))
        .filter(Objects::nonNull)
        .forEach(key -> assertThat(embedded(key)).isRegularFile());
  }

  @Test
  void everyDecisionOfTheModelsExistsAndEveryDecisionIsUsed() {
    Set<String> used =
        Stream.concat(
                all(BusinessRuleTask.class).map(BusinessRuleTask::getCamundaDecisionRef),
                all(CamundaIn.class)
                    .filter(in -> "consentTable".equals(in.getCamundaTarget()))
                    .map(CamundaIn::getCamundaSourceExpression))
            .filter(table -> !table.equals("${consentTable}"))
            .collect(Collectors.toSet());
    Set<String> decisions =
        files(PROCESSES, ".dmn").stream()
            .flatMap(
                file -> Dmn.readModelFromFile(file).getModelElementsByType(Decision.class).stream())
            .map(Decision::getId)
            .collect(Collectors.toSet());
    assertThat(used).contains(ChangeAuthority.TABLE, VarianceTable.NAME);
    // asked item by item, so by the step that checks the package
    used.add(PackageTable.ID);
    // asked as the request is filed
    used.add("contract-authority");
    // asked where a drawdown is filed
    used.add(DrawdownTerms.TABLE);
    // asked when it is filed, so by no step
    used.add("key-personnel-authority");
    // asked as a request is filed
    used.add("release-plan-authority");
    used.add("schedule-change-authority");
    used.add("schedule-slip");
    assertThat(used).isEqualTo(decisions);
    decisions.forEach(id -> assertThat(PROCESSES.resolve(id + ".dmn")).isRegularFile());
  }

  @Test
  void everyUserTaskHasAGroupAFormADueDateAndLeavesItsAnswerToTheGuard() {
    all(UserTask.class)
        .forEach(
            task -> {
              assertThat(task.getCamundaCandidateGroupsList())
                  .as("groups of %s", task.getId())
                  .isNotEmpty()
                  .allMatch(group -> ROLES.contains(group) || GROUP_VARIABLES.contains(group));
              assertThat(isShownItsLatestForm(task)).as(task.getId()).isTrue();
              assertThat(task.getCamundaDueDate())
                  .as(task.getId())
                  .matches(
                      "P\\d+D|\\$\\{(consentDeadline|consultationPeriod|votesDue|conditionDue)}");
              assertThat(
                      below(CamundaInputParameter.class, task)
                          .map(CamundaInputParameter::getCamundaName))
                  .as("inputs of %s", task.getId())
                  .doesNotContain("decision", "comment");
            });
  }

  @Test
  void whatATaskAcceptsIsKnownOfferedByItsFormAndHandledByTheGatewayBehindIt() throws IOException {
    for (UserTask task : all(UserTask.class).toList()) {
      List<String> outcomes = outcomes(task);
      assertThat(outcomes)
          .as("outcomes of %s", task.getId())
          .isNotEmpty()
          .allMatch(outcome -> Outcome.of(outcome).isPresent());
      assertThat(offered(task)).as("choices of the form of %s", task.getId()).isEqualTo(outcomes);
      Set<String> handled = handledBehind(task);
      if (!handled.isEmpty()) {
        assertThat(handled).as("flows behind %s", task.getId()).isEqualTo(Set.copyOf(outcomes));
      }
    }
  }

  @Test
  void whatIsCalledExistsAndKnowsTheNumberAndIsNotStartedFromTheTasklist() {
    assertThat(all(CallActivity.class).map(CallActivity::getCalledElement).toList())
        .containsAll(CALLED)
        .allMatch(CALLED::contains);
    all(CallActivity.class)
        .forEach(
            call ->
                assertThat(below(CamundaIn.class, call).map(CamundaIn::getCamundaBusinessKey))
                    .as(call.getId())
                    .containsOnlyOnce("${execution.processBusinessKey}"));
    CALLED.forEach(
        called ->
            assertThat(
                    all(Process.class, models.get(called))
                        .iterator()
                        .next()
                        .isCamundaStartableInTasklist())
                .as(called)
                .isFalse());
  }

  @Test
  void noLockIsEverACoExecutiveProducers() {
    List<String> locks = models.keySet().stream().filter(name -> name.endsWith("-lock")).toList();
    assertThat(locks).contains("budget-lock", "script-lock");
    locks.forEach(
        lock ->
            assertThat(below(UserTask.class, models.get(lock).getDefinitions()))
                .isNotEmpty()
                .noneMatch(
                    task ->
                        task.getCamundaCandidateGroupsList()
                            .contains(Role.CO_EXECUTIVE_PRODUCER.id())));
  }

  @Test
  void theNamesThatJavaUsesAreInTheModel() {
    assertThat(
            all(UserTask.class)
                .filter(task -> task.getId().equals(ScriptApprovalProcess.CONSULT_DIRECTOR)))
        .as("in script-approval and script-revision")
        .hasSize(2)
        .allSatisfy(task -> assertThat(task.getName()).isEqualTo("Consult director"));
  }

  @Test
  void elementsAreNamedByConventionAndLabelled() {
    all(FlowNode.class)
        .forEach(
            node -> {
              assertThat(node.getId()).matches(ELEMENT_ID);
              assertThat(node.getName()).as("label of %s", node.getId()).isNotBlank();
            });
    all(SequenceFlow.class).forEach(flow -> assertThat(flow.getId()).startsWith("flow_"));
  }

  @Test
  void thereIsNoScriptAndNoCodeInAnyModel() {
    assertThat(all(ScriptTask.class)).isEmpty();
    assertThat(all(Script.class)).isEmpty();
    assertThat(all(CamundaScript.class)).isEmpty();
    assertThat(all(ConditionExpression.class).map(ConditionExpression::getLanguage))
        .containsOnlyNulls();
    assertThat(all(ServiceTask.class).map(ServiceTask::getCamundaClass)).containsOnlyNulls();
  }

  @Test
  void theAuthorityTableNamesOnlyRolesThereAre() {
    DecisionTable table =
        Dmn.readModelFromFile(PROCESSES.resolve(ChangeAuthority.TABLE + ".dmn").toFile())
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    assertThat(table.getOutputs())
        .extracting(output -> output.getName())
        .containsExactly("decidedBy", "consents", "because");
    for (Rule rule : table.getRules()) {
      List<String> outputs =
          rule.getOutputEntries().stream()
              .map(entry -> entry.getTextContent().strip().replace("\"", ""))
              .toList();
      assertThat(outputs.get(0)).as(rule.getId()).isIn(ROLES);
      assertThat(Arrays.stream(outputs.get(1).split(",")).filter(group -> !group.isEmpty()))
          .as(rule.getId())
          .allMatch(ROLES::contains);
    }
  }

  private static Set<String> handledBehind(UserTask task) {
    return task.getOutgoing().stream()
        .map(SequenceFlow::getTarget)
        .flatMap(ProcessModelsTest::throughMerges)
        .flatMap(gateway -> gateway.getOutgoing().stream())
        .map(SequenceFlow::getConditionExpression)
        .filter(condition -> condition != null)
        .map(ModelElementInstance::getTextContent)
        .flatMap(condition -> ANSWER.matcher(condition).results())
        .map(answer -> answer.group(1))
        .collect(Collectors.toSet());
  }

  /**
   * The diverging gateway behind a task, past a merge; behind a parallel join others decide too.
   */
  private static Stream<Gateway> throughMerges(FlowNode node) {
    if (!(node instanceof ExclusiveGateway gateway)) {
      return Stream.empty();
    }
    return gateway.getOutgoing().size() > 1
        ? Stream.of(gateway)
        : throughMerges(gateway.getOutgoing().iterator().next().getTarget());
  }

  private static List<String> outcomes(UserTask task) {
    return below(CamundaProperty.class, task)
        .filter(property -> property.getCamundaName().equals("outcomes"))
        .flatMap(property -> Arrays.stream(property.getCamundaValue().split(",")))
        .map(String::strip)
        .toList();
  }

  private static Path embedded(String formKey) {
    return FORMS.resolve(formKey.replace("embedded:/forms/", ""));
  }

  /**
   * The product itself serves a form that is HTML, so there is but one version of it, and composes
   * the form of a step that has none.
   */
  private static boolean isShownItsLatestForm(UserTask task) {
    String key = task.getCamundaFormKey();
    if (isComposed(task)) {
      return true;
    }
    return key == null
        ? !task.getCamundaFormRef().isBlank() && task.getCamundaFormRefBinding().equals("latest")
        : key.startsWith("embedded:/forms/");
  }

  /** A task that names no form gets what every step shows, with the answers that it takes. */
  private static boolean isComposed(UserTask task) {
    return task.getCamundaFormKey() == null && task.getCamundaFormRef() == null;
  }

  private static List<String> offered(UserTask task) throws IOException {
    if (isComposed(task)) {
      return outcomes(task);
    }
    if (task.getCamundaFormKey() != null) {
      String form = Files.readString(embedded(task.getCamundaFormKey()));
      String decision = form.substring(form.indexOf("name=\"decision\""));
      return OPTION
          .matcher(decision.substring(0, decision.indexOf("</select>")))
          .results()
          .map(option -> option.group(1))
          .toList();
    }
    JsonNode json = json(FORMS.resolve(task.getCamundaFormRef() + ".form").toFile());
    return json.findParents("key").stream()
        .filter(component -> component.path("key").asText().equals("decision"))
        .flatMap(radio -> StreamSupport.stream(radio.path("values").spliterator(), false))
        .map(choice -> choice.path("value").asText())
        .toList();
  }

  /** Each by its first name; the others are those by which models of before know it. */
  private static Set<String> delegateBeans() {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(Configuration.class));
    scan.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
    return scan.findCandidateComponents("film.finalsay").stream()
        .map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
        // those of the tests lie in others
        .filter(type -> type.getPackageName().endsWith(".process"))
        .flatMap(ProcessModelsTest::delegatesIn)
        .collect(Collectors.toSet());
  }

  private static Stream<String> delegatesIn(Class<?> type) {
    if (JavaDelegate.class.isAssignableFrom(type)) {
      return Stream.of(Introspector.decapitalize(type.getSimpleName()));
    }
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getReturnType() == JavaDelegate.class)
        .map(
            method ->
                Arrays.stream(method.getAnnotation(Bean.class).value())
                    .findFirst()
                    .orElse(method.getName()));
  }

  private <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
    return models.values().stream().flatMap(model -> all(type, model).stream());
  }

  private static <T extends ModelElementInstance> Collection<T> all(
      Class<T> type, BpmnModelInstance model) {
    return model.getModelElementsByType(type);
  }

  private static <T extends ModelElementInstance> Stream<T> below(
      Class<T> type, ModelElementInstance element) {
    return element.getModelInstance().getModelElementsByType(type).stream()
        .filter(candidate -> isBelow(candidate, element));
  }

  private static boolean isBelow(ModelElementInstance candidate, ModelElementInstance element) {
    for (ModelElementInstance parent = candidate;
        parent != null;
        parent = parent.getParentElement()) {
      if (parent.equals(element)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode json(File file) throws IOException {
    return new ObjectMapper().readTree(file);
  }

  private static List<File> files(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(Path::toFile)
          .filter(file -> file.getName().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
