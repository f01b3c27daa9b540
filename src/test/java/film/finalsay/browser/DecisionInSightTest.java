package film.finalsay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import film.finalsay.support.Deployment;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever opens a step sees what there is to answer without looking for it. */
@FinalSayTest
class DecisionInSightTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final Path PICTURES = Path.of("target", "browser");

  /** Where the button that sends a form stands in a window of 800 pixels. */
  private static final int BELOW = 720;

  private static final String CUT =
      "labels => labels.filter(is => is.scrollWidth > is.clientWidth + 1).map(is =>"
          + " is.textContent)";

  private static final Pattern STEP =
      Pattern.compile(
          "<bpmn:userTask [^>]*camunda:(formRef|formKey)=\"([^\"]+)\"[^>]*>.*?"
              + "name=\"outcomes\" value=\"([^\"]+)\"",
          Pattern.DOTALL);

  private static final String PROCESS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_%1$s" targetNamespace="http://bpmn.io/schema/bpmn">
        <bpmn:process id="%1$s" name="%1$s" isExecutable="true" camunda:historyTimeToLive="P3650D">
          <bpmn:startEvent id="start" /><bpmn:sequenceFlow id="flow" sourceRef="start" targetRef="fork" />
          <bpmn:parallelGateway id="fork" />
          %2$s
        </bpmn:process>
      </bpmn:definitions>
      """;

  private static final String TASK =
      """
      <bpmn:sequenceFlow id="flow_%1$d" sourceRef="fork" targetRef="task_%1$d" />
      <bpmn:userTask id="task_%1$d" name="%2$s" camunda:candidateGroups="executive-producer" %3$s>
        <bpmn:extensionElements><camunda:properties>
          <camunda:property name="outcomes" value="%4$s" />
        </camunda:properties></bpmn:extensionElements>
      </bpmn:userTask>
      """;

  private final TestFilm film;

  DecisionInSightTest(@LocalServerPort int port) {
    film = TestFilm.create(port);
  }

  @BeforeEach
  void aWindowIsThere() throws IOException {
    Files.createDirectories(PICTURES);
  }

  @Test
  void onEveryForm() throws IOException {
    Map<String, String> steps = steps();
    assertThat(steps).hasSizeGreaterThan(25);
    deploy("all-forms", String.join("", steps.values()));
    String approval =
        film.desk("line1")
            .started(
                "all-forms",
                Map.of(
                    "film",
                    film.id(),
                    "subject",
                    "Draw USD 120,000.00 from the contingency for 3600 LOCATIONS and the harbour",
                    "because",
                    "Drawdowns of together up to 25 % of the contingency, with no more than 50 % of"
                        + " it drawn in all, are the executive producer's. The same people decide"
                        + " up to USD 462,000.00."));
    Page page = CHROMIUM.tasklist(film, "exec1").page();

    page.setViewportSize(1280, 800);
    for (String form : steps.keySet()) {
      Locator answer = open(page, approval, form);
      picture(page, form);
      answer
          .locator("input[type=radio], select, textarea:visible")
          .all()
          .forEach(field -> isInSight(form, field));
      assertThat(answer.locator("label").evaluateAll(CUT))
          .as("cut on %s", form)
          .isEqualTo(List.of());
    }
  }

  @Test
  void onAStepWhoseModelNamesNoForm() {
    deploy("no-form", TASK.formatted(1, "Hire her", "", "APPROVE,RETURN,REJECT"));
    String approval =
        film.desk("line1")
            .started("no-form", Map.of("film", film.id(), "subject", "Hire Ines Falk"));

    Tasklist exec = CHROMIUM.tasklist(film, "exec1");
    Form form =
        exec.open("For the executive producer", approval)
            .shows("Hire Ines Falk")
            .shows("Lena Ortiz (line1), line producer")
            .shows("Comment — required unless you approve")
            .shows("Earlier decisions None yet.")
            .choose("Return with guidance")
            .shows("A comment is still missing.")
            .fill("Comment", "Ask her agent first.");
    picture(exec.page(), "no-form");
    form.send();

    assertThat(film.desk("line1").approval(approval).at("/decisions/0/outcome").asText())
        .isEqualTo("RETURN");
  }

  private Locator open(Page page, String approval, String form) {
    String task =
        film.desk("exec1")
            .get(
                "/engine-rest/task?processInstanceBusinessKey=%s&name=%s".formatted(approval, form))
            .ok()
            .at("/0/id")
            .asText();
    page.evaluate("task => location.hash = '/?task=' + task", task);
    Locator details = page.locator(".task-details");
    assertThat(details.locator("h2")).containsText(form);
    Locator answer =
        details
            .locator(".fjs-form-field-group, fieldset")
            .filter(new Locator.FilterOptions().setHasText("Your answer"))
            .first();
    assertThat(answer.locator("textarea").first()).isVisible();
    return answer;
  }

  private static void isInSight(String form, Locator field) {
    assertThat(field.boundingBox().y + field.boundingBox().height)
        .as("%s ends above what is always below a form", form)
        .isLessThan(BELOW);
    assertThat(field).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.99));
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve("form-" + name + ".png")));
  }

  private void deploy(String process, String tasks) {
    film.join(Map.of("person", "admin", "role", "executive-producer")).ok();
    Deployment.of(process + ".bpmn", PROCESS.formatted(process, tasks))
        .by("admin", film.port())
        .ok();
  }

  /** A task for each form and what is accepted by it. */
  private static Map<String, String> steps() throws IOException {
    Map<String, String> tasks = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".bpmn")).toList()) {
        STEP.matcher(Files.readString(file)).results().forEach(step -> add(tasks, step));
      }
    }
    return tasks;
  }

  private static void add(Map<String, String> tasks, MatchResult step) {
    String name = step.group(2).replaceFirst(".*/", "").replace(".html", "");
    String opens =
        step.group(1).equals("formRef")
            ? "camunda:formRef=\"%s\" camunda:formRefBinding=\"latest\"".formatted(step.group(2))
            : "camunda:formKey=\"%s\"".formatted(step.group(2));
    tasks.computeIfAbsent(name, form -> TASK.formatted(tasks.size(), form, opens, step.group(3)));
  }
}
