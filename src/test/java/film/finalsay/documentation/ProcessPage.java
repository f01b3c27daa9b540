package film.finalsay.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The page of a process, as its model says it: the steps, the answers, the forms, the tables. */
record ProcessPage(BpmnModelInstance model, List<BpmnModelInstance> others) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern HTML_FIELD = Pattern.compile("<[^>]*cam-variable-name=[^>]*>");
  private static final Map<String, String> IN_WORDS =
      Map.of(
          "${decidedBy}", "whom the table names",
          "${explainedBy}", "whom the table names",
          "${consentingGroup}", "each party that has to consent",
          "${requesterRole}", "whoever asked",
          "${signerRoles}", "each of those who signed",
          "${notifiedRole}", "each who holds the role that the drawing names",
          "${ownerGroup}", "the owner of the condition",
          "${consentDeadline}", "as the table says",
          "${votesDue}", "as the committee is set",
          "${conditionDue}", "the last day of the condition");

  private static final List<String> STEP =
      List.of("Step", "Who is asked", "Answers", "Within", "When time is up", "What for");

  String inWords() {
    return """
        # %s

        %s

        ![%s](../images/%s.png)

        Drawn in [`processes/%s.bpmn`](../../processes/%s.bpmn), from which this part of the page is written. %s

        %s
        How it ends: %s.%s
        """
        .formatted(
            process().getName(),
            documentation(process()),
            process().getName(),
            id(),
            id(),
            id(),
            beginning(),
            new MarkdownTable(STEP, all(UserTask.class).map(this::row)),
            all(EndEvent.class)
                .filter(end -> end.getParentElement() instanceof Process)
                .map(EndEvent::getName)
                .distinct()
                .collect(Collectors.joining(", ")),
            tables());
  }

  @Override
  public String toString() {
    return id();
  }

  String id() {
    return process().getId();
  }

  private String beginning() {
    StartEvent start =
        all(StartEvent.class)
            .filter(event -> event.getParentElement() instanceof Process)
            .findFirst()
            .orElseThrow();
    return form(start.getCamundaFormRef(), start.getCamundaFormKey())
        .map(
            form -> "It is asked for with [this form](../../%s): %s.".formatted(form, fields(form)))
        .or(() -> callers().map("It is called by %s."::formatted))
        .orElse("The product starts it by itself.");
  }

  private Optional<String> callers() {
    return Optional.of(
            others.stream()
                .filter(
                    other ->
                        other.getModelElementsByType(CallActivity.class).stream()
                            .anyMatch(call -> id().equals(call.getCalledElement())))
                .map(other -> new ProcessPage(other, others))
                .map(caller -> "[%s](%s.md)".formatted(caller.process().getName(), caller.id()))
                .collect(Collectors.joining(", ")))
        .filter(names -> !names.isEmpty());
  }

  private List<String> row(UserTask task) {
    String name =
        form(task.getCamundaFormRef(), task.getCamundaFormKey())
            .map(form -> "[%s](../../%s)".formatted(task.getName(), form))
            .orElse(task.getName());
    return List.of(
        name,
        said(task.getCamundaCandidateGroups(), ProcessPage::role),
        answers(task),
        said(task.getCamundaDueDate(), due -> Period.parse(due).getDays() + " days"),
        timeIsUp(task),
        documentation(task));
  }

  private static String said(String text, Function<String, String> plain) {
    return text.startsWith("${")
        ? IN_WORDS.getOrDefault(text, "`" + text + "`")
        : plain.apply(text);
  }

  /**
   * @param ids of groups, with commas
   */
  private static String role(String ids) {
    return Stream.of(ids.split(","))
        .map(id -> "the " + Role.ofId(id).orElseThrow().title())
        .collect(Collectors.joining(" or "));
  }

  private static String answers(UserTask task) {
    return task.getExtensionElements().getElementsQuery().list().stream()
        .flatMap(extension -> extension.getChildElementsByType(CamundaProperty.class).stream())
        .filter(property -> property.getCamundaName().equals("outcomes"))
        .flatMap(property -> Stream.of(property.getCamundaValue().split(",")))
        .map("`%s`"::formatted)
        .collect(Collectors.joining(" "));
  }

  private String timeIsUp(UserTask task) {
    return all(BoundaryEvent.class)
        .filter(event -> event.getAttachedTo().equals(task))
        .filter(
            event ->
                event.getEventDefinitions().stream()
                    .anyMatch(TimerEventDefinition.class::isInstance))
        .flatMap(
            event ->
                Stream.of(
                    event.getName(), event.getOutgoing().iterator().next().getTarget().getName()))
        .filter(Objects::nonNull)
        .distinct()
        .collect(Collectors.joining(": "));
  }

  private String tables() {
    return all(BusinessRuleTask.class)
        .map(BusinessRuleTask::getCamundaDecisionRef)
        .filter(table -> !table.startsWith("${"))
        .distinct()
        .map(ProcessPage::table)
        .collect(Collectors.joining())
        .replaceFirst("^(?=.)", "\n\nIts tables:\n\n")
        .stripTrailing();
  }

  private static String table(String id) {
    String file = "processes/%s.dmn".formatted(id);
    Decision decision =
        Dmn.readModelFromFile(Path.of(file).toFile())
            .getModelElementsByType(Decision.class)
            .iterator()
            .next();
    String page = Files.exists(Path.of("docs", id + ".md")) ? ", [in words](../" + id + ".md)" : "";
    return "- [%s](../../%s)%s\n".formatted(decision.getName(), file, page);
  }

  private static Optional<String> form(String ref, String key) {
    return ref != null
        ? Optional.of("forms/%s.form".formatted(ref))
        : Optional.ofNullable(key).map(embedded -> embedded.replace("embedded:/", ""));
  }

  private static String fields(String form) {
    try {
      String content = Files.readString(Path.of(form));
      Stream<String> fields =
          form.endsWith(".form")
              ? StreamSupport.stream(JSON.readTree(content).path("components").spliterator(), false)
                  .filter(field -> field.has("key"))
                  .map(ProcessPage::field)
              : HTML_FIELD
                  .matcher(content)
                  .results()
                  .map(MatchResult::group)
                  .map(ProcessPage::field);
      return fields.collect(Collectors.joining(", "));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String field(JsonNode field) {
    return field(field.path("key").asText(), field.at("/validate/required").asBoolean());
  }

  private static String field(String tag) {
    return field(
        tag.replaceAll("(?s).*cam-variable-name=\"([^\"]+)\".*", "$1"), tag.contains("required"));
  }

  private static String field(String name, boolean required) {
    return "`%s`%s".formatted(name, required ? "" : " (optional)");
  }

  private static String documentation(BaseElement element) {
    return element.getDocumentations().stream()
        .map(documentation -> documentation.getTextContent().strip())
        .collect(Collectors.joining(" "));
  }

  private Process process() {
    return all(Process.class).findFirst().orElseThrow();
  }

  private <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
    return model.getModelElementsByType(type).stream();
  }
}
