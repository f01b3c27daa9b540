package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Deployment;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import film.finalsay.support.WebSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;

/**
 * The Modeler's "Tenant ID" is the film that a model is for. What the product ships is for all
 * films; what somebody drew is for all or for one that there is; no id is for both.
 */
interface ModelsForOneFilm {

  String DECIDE = "userTask_decideBudgetChange";

  String ASKS_THE_FINANCIER =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://bpmn.io/schema/bpmn">
        <bpmn:process id="%s" name="Hire" isExecutable="true" camunda:historyTimeToLive="P3650D">
          <bpmn:startEvent id="startEvent_asked" />
          <bpmn:sequenceFlow id="flow_asked" sourceRef="startEvent_asked" targetRef="userTask_decide" />
          <bpmn:userTask id="userTask_decide" name="Decide" camunda:candidateGroups="executive-producer" />
          <bpmn:sequenceFlow id="flow_decided" sourceRef="userTask_decide" targetRef="callActivity_ask" />
          <bpmn:callActivity id="callActivity_ask" calledElement="consents"><bpmn:extensionElements>
            <camunda:in sourceExpression="financier" target="consentingGroup" />
            <camunda:in sourceExpression="greenlight-consent" target="consentTable" />
            <camunda:in sourceExpression="BUDGET_LOCK" target="change" />
            <camunda:in sourceExpression="It is your money." target="because" />
          </bpmn:extensionElements></bpmn:callActivity>
        </bpmn:process>
      </bpmn:definitions>
      """;

  int port();

  ProcessEngine engine();

  @Test
  default void nothingThatIsShippedIsDeployedForOneFilm() {
    TestFilm film = TestFilm.create(port());
    WebSession admin = WebSession.loggedIn(port(), "admin");
    List<Path> shipped = shipped();
    assertThat(shipped).hasSizeGreaterThan(20);

    for (Path model : shipped) {
      Deployment forOne = deployment(model).with("tenant-id", film.id());
      refused(forOne.by("admin", port()), "tenant-id", "is for all films");
      refused(forOne.by(admin), "tenant-id", "is for all films");
    }
    approved(film);
  }

  @Test
  default void aModelForNoFilmInParticularIsForAll() {
    drawn("everywhere").with("tenant-id", "").by("admin", port()).ok();

    assertThat(definitions(Desk.of(port(), "admin"), "everywhere").findValuesAsText("tenantId"))
        .containsExactly("null");
  }

  @Test
  default void aDrawnModelIsForAFilmThatThereIs() {
    Deployment drawn = drawn("nowhere");

    refused(
        drawn.with("tenant-id", "NONE").by("admin", port()),
        "tenant-id",
        "there is no film \"NONE\"");
    refused(
        drawn.with("tenant-id", "company").by(WebSession.loggedIn(port(), "admin")),
        "tenant-id",
        "there is no film \"company\"");
    assertThat(definitions(Desk.of(port(), "admin"), "nowhere")).isEmpty();
  }

  @Test
  default void aDrawnModelIsForOneFilmOrForAll() {
    TestFilm film = TestFilm.create(port());
    TestFilm other = TestFilm.without(port(), "producer2");
    String key = "hire-for-" + film.id();
    for (Deployment drawn : List.of(drawn(key), table(key), form(key))) {
      Deployment forTheFilm = drawn.with("tenant-id", film.id());
      forTheFilm.by("admin", port()).ok();
      refused(drawn.by("admin", port()), "tenant-id", "is for %s alone".formatted(film.id()));
      refused(
          drawn.with("tenant-id", other.id()).by("admin", port()),
          "tenant-id",
          "is for %s alone".formatted(film.id()));
      forTheFilm.by("admin", port()).ok();
    }
    String start =
        "/engine-rest/process-definition/%s/start"
            .formatted(definitions(film.desk("line1"), key).get(0).path("id").asText());

    refused(started(film, start, other.id()), "film", "has to be " + film.id());
    Answer filed = started(film, start, film.id());

    new Case(film, filed.text("businessKey")).answered("exec1", "userTask_decide", "APPROVE");
    assertThat(filed.text("businessKey")).startsWith(film.id() + "-AP-");

    String forAll = "hire-for-all-of-" + film.id();
    for (Deployment drawn : List.of(drawn(forAll), table(forAll), form(forAll))) {
      drawn.by("admin", port()).ok();
      refused(
          drawn.with("tenant-id", film.id()).by("admin", port()), "tenant-id", "is for all films");
      drawn.by("admin", port()).ok();
    }
  }

  @Test
  default void aModelForOneFilmCallsWhatIsForAll() {
    TestFilm film = TestFilm.create(port());
    String key = "asks-parties-of-" + film.id();
    Deployment.of(key + ".bpmn", ASKS_THE_FINANCIER.formatted(key))
        .with("tenant-id", film.id())
        .by("admin", port())
        .ok();
    String start =
        "/engine-rest/process-definition/%s/start"
            .formatted(definitions(film.desk("line1"), key).get(0).path("id").asText());
    Case asked = new Case(film, started(film, start, film.id()).text("businessKey"));

    asked.answered("exec1", "userTask_decide", "APPROVE");
    assertThat(asked.waitingFor()).containsExactly("userTask_giveConsent for financier");
    asked.answered("financier1", "userTask_giveConsent", "CONSENT");

    assertThat(asked.state()).isEqualTo("APPROVED");
    Answer alone = film.desk("line1").start("consents", Map.of("film", film.id()));
    assertThat(alone.status()).as("%s", alone).isEqualTo(409);
  }

  /** As the version before let it be deployed. */
  @Test
  default void whatWasDeployedForOneFilmBeforeIsPassedOver() throws IOException {
    TestFilm film = GreenlitFilm.create(port());
    Case open =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "8000.00"));
    DeploymentBuilder before =
        engine().getRepositoryService().createDeployment().name("before").tenantId(film.id());
    for (Path model : shipped()) {
      before.addString(model.getFileName().toString(), Files.readString(model));
    }
    String deployment = before.deploy().getId();
    try {
      approved(film);
      assertThat(film.desk("producer1").get(form(open)).status()).isEqualTo(200);
      open.answered("producer1", DECIDE, "APPROVE");
      CostFiles.onBudget(film)
          .with("3600", "0,0,410000.00,The storm.")
          .imported("line1", "2026-01-03");
      new Case(film, film.id() + "-CO-1")
          .answered("exec1", "userTask_decideCostOverrun", "APPROVE", "From the fees.");

      JsonNode passedOver =
          definitions(film.desk("line1"), "budget-change").findParents("tenantId").stream()
              .filter(process -> process.path("tenantId").asText().equals(film.id()))
              .findFirst()
              .orElseThrow();
      Answer start =
          started(
              film,
              "/engine-rest/process-definition/%s/start".formatted(passedOver.path("id").asText()),
              film.id());
      assertThat(start.status()).as("%s", start).isEqualTo(409);
      assertThat(start.text("detail")).contains("is for all films; start that one");
      refused(
          film.desk("admin")
              .post("/engine-rest/deployment/%s/redeploy".formatted(deployment), Map.of()),
          "tenant-id",
          "is for all films");
      assertThat(film.desk("line1").get("/api/films/%s/ledger?size=200".formatted(film.id())).ok())
          .extracting(JsonNode::toString)
          .asString()
          .doesNotContain("TABLE_CHANGED");
    } finally {
      engine().getRepositoryService().deleteDeployment(deployment, true);
    }
  }

  @Test
  default void nobodyDeploysAsTheProductOrForALaterDay() {
    Deployment drawn = drawn("later");

    refused(
        drawn.with("deployment-source", "final-say").by("admin", port()),
        "deployment-source",
        "is the product itself");
    Deployment later =
        deployment(Path.of("processes/budget-change.bpmn"))
            .with("deployment-activation-time", "2999-01-01T00:00:00.000+0000");
    refused(later.by("admin", port()), "deployment-activation-time", "leave it out");
    refused(
        later.by(WebSession.loggedIn(port(), "admin")),
        "deployment-activation-time",
        "leave it out");
    approved(TestFilm.create(port()));
  }

  private static Answer started(TestFilm film, String path, String filmAsked) {
    return film.desk("line1")
        .post(
            path,
            Map.of(
                "variables",
                Map.of("film", Map.of("value", filmAsked), "subject", Map.of("value", "Hire"))));
  }

  private static void approved(TestFilm film) {
    Case change =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "100.00"));
    assertThat(film.desk("producer1").get(form(change)).status()).isEqualTo(200);
    change.answered("producer1", DECIDE, "APPROVE");
    assertThat(change.state()).isEqualTo("APPROVED");
  }

  private static String form(Case change) {
    return "/engine-rest/task/%s/deployed-form".formatted(change.task(DECIDE));
  }

  private static JsonNode definitions(Desk desk, String key) {
    return desk.get("/engine-rest/process-definition?key=%s&latestVersion=true".formatted(key))
        .ok();
  }

  private static void refused(Answer answer, String field, String why) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.field()).as("%s", answer).isEqualTo(field);
    assertThat(answer.text("detail")).contains(why);
  }

  private static Deployment drawn(String key) {
    return Deployment.of(key + ".bpmn", UnseenProcess.DRAWN.replace("hire-key-person", key));
  }

  private static Deployment table(String key) {
    return Deployment.of(
        key + ".dmn",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions_%1$s"
            xmlns:camunda="http://camunda.org/schema/1.0/dmn" name="Drawn" namespace="http://camunda.org/schema/1.0/dmn">
          <decision id="%1$s" name="Drawn" camunda:historyTimeToLive="P3650D">
            <decisionTable id="table_%1$s">
              <output id="output_%1$s" name="role" typeRef="string" />
            </decisionTable>
          </decision>
        </definitions>
        """
            .formatted(key));
  }

  private static Deployment form(String key) {
    return Deployment.of(
        key + ".form",
        "{\"id\": \"%s\", \"type\": \"default\", \"schemaVersion\": 9, \"components\": []}"
            .formatted(key));
  }

  private static Deployment deployment(Path model) {
    try {
      return Deployment.of(model.getFileName().toString(), Files.readString(model));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Path> shipped() {
    return Stream.of("processes", "forms")
        .flatMap(
            folder -> {
              try (Stream<Path> files = Files.list(Path.of(folder))) {
                return files
                    .filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
                    .sorted()
                    .toList()
                    .stream();
              } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
              }
            })
        .toList();
  }
}
