package film.finalsay.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.Outcome;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class ComposedFormTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FORMS = Path.of("forms");

  /** Where the check of the forms, which has the Tasklist's own form library, finds them. */
  private static final Path COMPOSED = Path.of("target", "composed-forms");

  private static final List<String> OF_EVERY_STEP =
      List.of("approvalNumber", "frozenVisionText", "consentsText", "historyText");

  @Test
  void everyShippedFormIsWholeAndShowsNothingTwice() throws IOException {
    FileSystemUtils.deleteRecursively(COMPOSED);
    Files.createDirectories(COMPOSED);
    List<UserTask> steps = steps();
    assertThat(steps).isNotEmpty();
    for (UserTask step : steps) {
      String name = step.getCamundaFormRef();
      List<Outcome> outcomes = outcomes(step);
      JsonNode form =
          new ComposedForm(outcomes, false).of(shipped(name), included -> shipped(included));
      Files.writeString(
          COMPOSED.resolve(name + "." + step.getId() + ".form"), form.toPrettyString());

      List<JsonNode> all = all(form);
      assertThat(texts(all, "id")).as("ids of %s", name).doesNotHaveDuplicates();
      assertThat(texts(all, "key"))
          .as("fields of %s", name)
          .doesNotHaveDuplicates()
          .contains("decision", "comment");
      for (String variable : OF_EVERY_STEP) {
        assertThat(form.toString().split("\\{\\{" + variable, -1))
            .as("%s in %s", variable, name)
            .hasSize(2);
      }
      assertThat(all.stream().filter(component -> component.path("properties").has("form")))
          .as("what %s names, and is not there", name)
          .isEmpty();
      assertThat(offered(form)).isEqualTo(outcomes.stream().map(Outcome::name).toList());
    }
  }

  @Test
  void theDecisionComesBeforeWhatIsDecidedOn() throws IOException {
    JsonNode form = composed("budget-change-decide", Outcome.APPROVE, Outcome.RETURN);

    assertThat(FormParts.in(form).map(part -> part.path("id").asText()))
        .containsExactly(
            "step_head",
            "step_silence",
            "text_why",
            "step_answer",
            "step_guidance",
            "html_figures",
            "text_standing",
            "text_reason",
            "step_vision",
            "step_consents",
            "step_history");
  }

  @Test
  void theCommentSaysWhenItIsNeeded() throws IOException {
    assertThat(comment(composed("budget-change-decide", Outcome.APPROVE, Outcome.RETURN)))
        .isEqualTo("Comment — required unless you approve");
    assertThat(comment(composed("budget-lock-endorse", Outcome.APPROVE, Outcome.RETURN)))
        .as("in the form's own words")
        .isEqualTo("Comment — required unless you endorse");
    assertThat(comment(composed("greenlight-vote", Outcome.VOTE_FOR, Outcome.ABSTAIN)))
        .isEqualTo("Comment");
    assertThat(comment(composed("budget-lock-amend", Outcome.RESUBMIT, Outcome.WITHDRAW)))
        .isEqualTo("Comment (optional)");
    assertThat(comment(composed("cost-overrun-decide", Outcome.APPROVE)))
        .as("the form's own")
        .isEqualTo("What is to be done");
  }

  @Test
  void aFormOffersWhatItsStepAcceptsAndKeepsItsOwnWordsForIt() throws IOException {
    JsonNode form =
        composed("budget-lock-decide", Outcome.REJECT, Outcome.CONSENT, Outcome.APPROVE);

    assertThat(all(form).stream().flatMap(field -> texts(values(field), "label").stream()))
        .containsExactly("Reject", "Give consent", "Lock this version");
  }

  @Test
  void aFormOfBeforeWithEverythingInItStaysAsItIs() throws IOException {
    JsonNode before =
        JSON.readTree(getClass().getResourceAsStream("/forms-of-before/greenlight-decide.form"));

    JsonNode form =
        new ComposedForm(
                List.of(
                    Outcome.APPROVE,
                    Outcome.APPROVE_WITH_CONDITIONS,
                    Outcome.RETURN,
                    Outcome.REJECT),
                false)
            .of(before, none -> null);

    List<JsonNode> added = new ArrayList<>(all(form));
    added.removeAll(all(before));
    assertThat(texts(added, "id"))
        .as("shown only where there is any")
        .containsExactly("step_silence", "step_consents");
  }

  @Test
  void aDrawnFormWithoutADecisionGetsOneBeforeWhatItShows() throws IOException {
    JsonNode form =
        new ComposedForm(List.of(Outcome.APPROVE, Outcome.REJECT), false)
            .of(
                JSON.readTree(
                    """
                    {"id": "hire", "components": [
                      {"type": "text", "id": "fee", "text": "{{feeText}}"},
                      {"type": "textfield", "id": "days", "key": "days"}]}
                    """),
                none -> null);

    assertThat(texts(all(form), "id"))
        .containsSubsequence("step_head", "step_decision", "step_comment", "fee", "days");
    assertThat(offered(form)).containsExactly("APPROVE", "REJECT");
    assertThat(form.path("id").asText()).isEqualTo("hire");
  }

  @Test
  void aStepWithoutAFormShowsItsContentAndAsksForTheFieldsThatItsModelNames() {
    JsonNode form =
        new ComposedForm(List.of(Outcome.APPROVE, Outcome.RETURN), false)
            .general(Set.of("shootingDays"));

    assertThat(form.toString()).contains("{{subject}}", "{{contentText}}", "{{historyText}}");
    assertThat(texts(all(form), "key")).containsExactly("decision", "comment", "shootingDays");
    assertThat(texts(all(form), "label")).contains("Shooting days");
  }

  @Test
  void whatWasSaidOfOneOfSeveralQuestionsIsNoGuidanceForTheOthers() {
    assertThat(new ComposedForm(List.of(Outcome.CONSENT), true).general(Set.of()).toString())
        .doesNotContain("{{guidance}}");
  }

  @Test
  void everyAnswerThatAPersonCanGiveHasWords() {
    List<Outcome> answers =
        Arrays.stream(Outcome.values()).filter(outcome -> !outcome.isByDeadline()).toList();

    JsonNode form = new ComposedForm(answers, false).general(Set.of());

    assertThat(all(form).stream().flatMap(field -> texts(values(field), "label").stream()))
        .hasSize(answers.size())
        .doesNotContain("null");
  }

  private static JsonNode composed(String name, Outcome... outcomes) throws IOException {
    return new ComposedForm(List.of(outcomes), false)
        .of(shipped(name), included -> shipped(included));
  }

  private static JsonNode shipped(String name) {
    try {
      File file = FORMS.resolve(name + ".form").toFile();
      return file.exists() ? JSON.readTree(file) : null;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<UserTask> steps() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .sorted()
          .flatMap(
              file ->
                  Bpmn.readModelFromFile(file.toFile())
                      .getModelElementsByType(UserTask.class)
                      .stream())
          .filter(step -> step.getCamundaFormRef() != null)
          .toList();
    }
  }

  private static List<Outcome> outcomes(UserTask step) {
    return step
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaProperties.class)
        .singleResult()
        .getCamundaProperties()
        .stream()
        .filter(property -> property.getCamundaName().equals("outcomes"))
        .map(CamundaProperty::getCamundaValue)
        .flatMap(names -> Arrays.stream(names.split(",")))
        .map(name -> Outcome.of(name.strip()).orElseThrow())
        .toList();
  }

  private static List<String> offered(JsonNode form) {
    return all(form).stream()
        .filter(field -> field.path("key").asText().equals("decision"))
        .flatMap(field -> texts(values(field), "value").stream())
        .toList();
  }

  private static String comment(JsonNode form) {
    return all(form).stream()
        .filter(field -> field.path("key").asText().equals("comment"))
        .map(field -> field.path("label").asText())
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> values(JsonNode field) {
    List<JsonNode> values = new ArrayList<>();
    field.path("values").forEach(values::add);
    return values;
  }

  private static List<JsonNode> all(JsonNode form) {
    return FormParts.in(form)
        .flatMap(component -> Stream.concat(Stream.of(component), all(component).stream()))
        .toList();
  }

  private static List<String> texts(List<JsonNode> nodes, String property) {
    return nodes.stream()
        .filter(node -> node.has(property))
        .map(node -> node.path(property).asText())
        .toList();
  }
}
