package film.finalsay.journey;

import static film.finalsay.journey.Requests.bond;
import static film.finalsay.journey.Requests.greenlight;
import static film.finalsay.journey.Requests.inDays;
import static film.finalsay.journey.Requests.onConditions;
import static film.finalsay.journey.Requests.reported;
import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Requests.with;
import static film.finalsay.journey.Requests.without;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.TestFilm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The conditions of a greenlight, and the film meanwhile, over HTTP. */
@FinalSayTest
class GreenlightConditionsTest {

  private static final String DECIDE = "userTask_decideGreenlight";
  private static final String REPORT = "userTask_reportCondition";
  private static final String CONFIRM = "userTask_confirmCondition";
  private static final String SETTLE_LAPSED = "userTask_settleLapsedCondition";
  private static final String AMEND = "userTask_amendPackage";
  private static final String CHANGE = "userTask_decideBudgetChange";

  private final ProcessEngine engine;
  private final JdbcClient jdbc;

  @LocalServerPort int port;

  GreenlightConditionsTest(ProcessEngine engine, JdbcClient jdbc) {
    this.engine = engine;
    this.jdbc = jdbc;
  }

  @Test
  void aConditionIsReportedSentBackAndConfirmedAndThenTheFilmIsGreenlit() {
    TestFilm film = ReadyFilm.create(port);
    Case greenlight = conditional(film, bond("producer"));
    assertThat(greenlight.state()).isEqualTo("CONDITIONAL");
    assertThat(greenlight.waitingFor()).containsExactly(REPORT + " for producer");
    assertThat(film(film).path("phase").asText()).isEqualTo("GREENLIT_ON_CONDITIONS");
    assertThat(film(film).path("visionFrozenAt").isNull()).isFalse();
    assertThat(film(film).path("spendable").asBoolean()).isFalse();
    assertThat(states(greenlight)).containsExactly("OPEN");

    greenlight.answered("producer1", REPORT, reported());
    assertThat(states(greenlight)).containsExactly("REPORTED");
    greenlight.answered("exec1", CONFIRM, "RETURN", "It lacks a signature.");
    assertThat(states(greenlight)).containsExactly("OPEN");
    assertThat(greenlight.shown("producer2", REPORT, "conditionGuidance"))
        .endsWith(": It lacks a signature.");
    String document = film.upload("The bond, signed twice.");
    greenlight.answered(
        "producer2", REPORT, with(without(reported(), "reference"), "document", document));
    assertThat(greenlight.shown("exec1", CONFIRM, "conditionEvidence")).contains(document);
    greenlight.answered("exec1", CONFIRM, "CONFIRM");

    assertThat(greenlight.state()).isEqualTo("APPROVED");
    assertThat(film(film).path("phase").asText()).isEqualTo("PRE_PRODUCTION");
    assertThat(film(film).path("spendable").asBoolean()).isTrue();
    JsonNode met = conditions(greenlight).path(0);
    assertThat(met.path("state").asText()).isEqualTo("MET");
    assertThat(met.path("evidence").path("document").asText()).isEqualTo(document);
    assertThat(met.path("evidence").path("reportedBy").asText()).isEqualTo("producer2");
    assertThat(met.path("lastMove").path("person").asText()).isEqualTo("exec1");
    assertThat(greenlight.decisions())
        .containsExactly(
            "exec1 as executive-producer: APPROVE_WITH_CONDITIONS",
            "producer1 as producer: CONDITIONS_MET",
            "exec1 as executive-producer: RETURN",
            "producer2 as producer: CONDITIONS_MET",
            "exec1 as executive-producer: CONFIRM");
  }

  @Test
  void whileConditionsAreOpenNothingOfTheBudgetIsSpent() {
    TestFilm film = ReadyFilm.create(port);
    Case before =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "100.00"));
    Case consented =
        Case.started(film, "line1", "budget-change", Requests.increase(film, "4500", "50000.00"))
            .answered("exec1", CHANGE, "APPROVE")
            .answered("financier1", "userTask_giveConsent", "CONSENT");
    Case greenlight = conditional(film, bond("producer"), bond("line-producer"));
    String why = "2 of the 2 of " + greenlight.key() + " are open";

    Answer start =
        refused(
            film,
            409,
            () ->
                film.desk("line1")
                    .start("budget-change", transfer(film, "3500", "3600", "100.00")));
    assertThat(start.text("detail")).contains(why);
    Answer approval = refused(film, 409, () -> before.tried("producer1", CHANGE, "APPROVE"));
    assertThat(approval.text("detail")).contains(why);
    Answer effect =
        refused(
            film,
            409,
            () ->
                consented.tried(
                    "guarantor1", "userTask_giveConsent", Map.of("decision", "CONSENT")));
    assertThat(effect.text("detail")).contains(why);
    JsonNode preview =
        film.desk("line1")
            .post(
                "/api/films/%s/budget-changes/preview".formatted(film.id()),
                without(transfer(film, "3500", "3600", "100.00"), "film"))
            .ok();
    assertThat(preview.path("allowed").asBoolean()).isFalse();
    assertThat(preview.path("refusal").path("reason").asText()).contains(why);

    film.desk("producer1")
        .post("/api/approvals/%s/withdrawal".formatted(greenlight.key()), Map.of())
        .ok();
    before.answered("producer1", CHANGE, "APPROVE");
    assertThat(before.state()).isEqualTo("APPROVED");
  }

  @Test
  void aRejectedOrWithdrawnGreenlightPutsTheFilmBackInDevelopment() {
    TestFilm film = ReadyFilm.create(port);
    Case rejected = conditional(film, bond("producer"));
    rejected.answered("producer1", REPORT, reported());
    rejected.answered("exec1", CONFIRM, "REJECT", "Too late.");
    assertThat(rejected.state()).isEqualTo("REJECTED");
    assertBackInDevelopment(film);

    Case withdrawn = conditional(film, bond("producer"));
    film.desk("producer1")
        .post("/api/approvals/%s/withdrawal".formatted(withdrawn.key()), Map.of())
        .ok();
    assertThat(withdrawn.state()).isEqualTo("WITHDRAWN");
    assertBackInDevelopment(film);

    Case stopped = conditional(film, bond("producer"));
    String task = film.desk("admin").task(stopped.key(), REPORT);
    String process =
        film.desk("admin").get("/engine-rest/task/" + task).ok().path("processInstanceId").asText();
    // what a model does at its end may be left out, what the product does then may not
    film.desk("admin")
        .delete(
            "/engine-rest/process-instance/%s?skipCustomListeners=true&skipIoMappings=true"
                .formatted(process))
        .ok();
    assertBackInDevelopment(film);
    Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "100.00"))
        .answered("producer1", CHANGE, "APPROVE");
  }

  @Test
  void aWaivedConditionIsSettledWithAReason() {
    TestFilm film = ReadyFilm.create(port);
    Case greenlight = conditional(film, bond("producer"));
    greenlight.answered("producer1", REPORT, reported());
    refusedFor(
        "comment", film, () -> greenlight.tried("exec1", CONFIRM, Map.of("decision", "WAIVE")));
    greenlight.answered("exec1", CONFIRM, "WAIVE", "The financier needs no bond.");

    assertThat(greenlight.state()).isEqualTo("APPROVED");
    assertThat(states(greenlight)).containsExactly("WAIVED");
    assertThat(conditions(greenlight).path(0).path("lastMove").path("because").asText())
        .isEqualTo("The financier needs no bond.");
  }

  @Test
  void aLapsedConditionIsExtendedWaivedOrEndsIt() {
    TestFilm film = ReadyFilm.create(port);
    Case greenlight = conditional(film, bond("producer"));
    lapse(greenlight);
    assertThat(states(greenlight)).containsExactly("LAPSED");
    assertThat(greenlight.waitingFor()).containsExactly(SETTLE_LAPSED + " for executive-producer");
    for (Object due : List.of("", "soon", inDays(-1), "9999-01-01")) {
      refusedFor(
          "due",
          film,
          () -> greenlight.tried("exec1", SETTLE_LAPSED, Map.of("decision", "EXTEND", "due", due)));
    }
    refused(film, 403, () -> greenlight.tried("coexec1", SETTLE_LAPSED, "WAIVE"));
    greenlight.answered(
        "exec1", SETTLE_LAPSED, Map.of("decision", "EXTEND", "due", inDays(7), "comment", ""));
    assertThat(states(greenlight)).containsExactly("OPEN");
    assertThat(conditions(greenlight).path(0).path("due").asText()).isEqualTo(inDays(7));

    lapse(greenlight);
    greenlight.answered("exec1", SETTLE_LAPSED, "WAIVE", "Not needed any more.");
    assertThat(greenlight.state()).isEqualTo("APPROVED");

    TestFilm other = ReadyFilm.create(port);
    Case withdrawn = conditional(other, bond("producer"));
    lapse(withdrawn);
    withdrawn.answered("exec1", SETTLE_LAPSED, "REJECT", "Time is up.");
    assertThat(withdrawn.state()).isEqualTo("REJECTED");
    assertBackInDevelopment(other);
  }

  @Test
  void theWholePackageIsReturnedAndDecidedAnew() {
    TestFilm film = ReadyFilm.create(port);
    Case greenlight = conditional(film, bond("producer"), bond("line1"));
    greenlight.answered("producer1", REPORT, reported());
    greenlight.answered("exec1", CONFIRM, "RETURN_PACKAGE", "The vision has changed.");
    assertThat(greenlight.state()).isEqualTo("RETURNED");
    assertBackInDevelopment(film);
    assertThat(greenlight.shown("producer1", AMEND, "guidance"))
        .isEqualTo("The vision has changed.");

    greenlight.answered(
        "producer1",
        AMEND,
        resubmitted(with(greenlight(film, "Draft 1"), "vision", "Another vision.")));
    greenlight.answered("exec1", DECIDE, onConditions(bond("producer")));
    assertThat(states(greenlight)).containsExactly("REPORTED", "OPEN", "OPEN");
    assertThat(film(film).path("vision").asText()).isEqualTo("Another vision.");
    greenlight.answered("producer1", REPORT, reported());
    greenlight.answered("exec1", CONFIRM, "CONFIRM");
    assertThat(greenlight.state()).isEqualTo("APPROVED");
    assertThat(film(film).path("phase").asText()).isEqualTo("PRE_PRODUCTION");
  }

  @Test
  void aConditionIsItsOwnersAndEvidenceIsShown() {
    TestFilm film = ReadyFilm.create(port);
    Case greenlight = conditional(film, bond("producer1"));
    assertThat(greenlight.waitingFor()).containsExactly(REPORT + " for producer");
    refused(film, 403, () -> greenlight.tried("producer2", REPORT, reported()));
    refused(film, 403, () -> greenlight.tried("exec1", REPORT, reported()));
    refusedFor(
        "reference",
        film,
        () -> greenlight.tried("producer1", REPORT, without(reported(), "reference")));
    refusedFor(
        "comment",
        film,
        () -> greenlight.tried("producer1", REPORT, without(reported(), "comment")));
    refusedFor(
        "document",
        film,
        () -> greenlight.tried("producer1", REPORT, with(reported(), "document", "a".repeat(64))));
    refusedFor(
        "condition",
        film,
        () -> greenlight.tried("producer1", REPORT, with(reported(), "condition", "2")));
    refusedFor(
        "conditionDue",
        film,
        () -> greenlight.tried("producer1", REPORT, with(reported(), "conditionDue", inDays(99))));
    greenlight.answered("producer1", REPORT, reported());
    assertThat(states(greenlight)).containsExactly("REPORTED");
    refused(film, 403, () -> greenlight.tried("producer2", CONFIRM, "CONFIRM"));

    TestFilm other = ReadyFilm.create(port);
    Case ofARole = conditional(other, bond("producer"));
    refused(other, 403, () -> ofARole.tried("exec1", REPORT, reported()));
  }

  @Test
  void aListThatIsWrongIsRefusedByItsLine() {
    TestFilm film = ReadyFilm.create(port);
    Case greenlight = Case.started(film, "producer1", "greenlight", greenlight(film, "Draft 1"));
    Map<String, String> wrong =
        Map.of(
            "The bond is signed",
            "line 2, has 1 parts",
            bond("nobody"),
            "line 2, Owner: \"nobody\" is nobody on the film's team",
            bond("exec1"),
            "line 2, Owner: whoever sets a condition does not meet it",
            bond("executive-producer"),
            "line 2, Owner:",
            bond("associate-producer").replace("associate-producer", "director"),
            "line 2, Owner:",
            bond("producer").replace(inDays(1), inDays(-1)),
            "line 2, Due:",
            bond("producer").replace(inDays(1), "tomorrow"),
            "line 2, Due:");
    wrong.forEach(
        (line, why) -> {
          Answer answer =
              refused(
                  film,
                  400,
                  () -> greenlight.tried("exec1", DECIDE, onConditions(bond("producer"), line)));
          assertThat(answer.field()).isEqualTo("conditions");
          assertThat(answer.text("detail")).contains(why);
        });
    refusedFor("conditions", film, () -> greenlight.tried("exec1", DECIDE, onConditions("")));
    refusedFor(
        "conditions",
        film,
        () -> greenlight.tried("exec1", DECIDE, Map.of("decision", "APPROVE_WITH_CONDITIONS")));
    assertThat(conditions(greenlight)).isEmpty();
    greenlight.answered(
        "exec1",
        DECIDE,
        onConditions(
            "[{\"wording\":\"The bond\",\"owner\":\"producer\",\"evidence\":\"It\",\"due\":\"%s\"}]"
                .formatted(inDays(1))));
    assertThat(states(greenlight)).containsExactly("OPEN");
  }

  @Test
  void fortyConditionsAreFollowedAndListedInPages() {
    TestFilm film = ReadyFilm.create(port);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(("W" + i + " ").repeat(60) + "| producer | " + "E".repeat(300) + " | " + inDays(1));
    }
    Case greenlight = conditional(film, lines.toArray(String[]::new));
    assertThat(greenlight.waitingFor()).hasSize(40);
    String path = "/api/approvals/%s/conditions?size=15&page=%d";
    assertThat(film.desk("line1").get(path.formatted(greenlight.key(), 2)).ok().path("items"))
        .hasSize(10);
    assertThat(
            film.desk("line1")
                .get(path.formatted(greenlight.key(), 0))
                .ok()
                .path("hasMore")
                .asBoolean())
        .isTrue();
  }

  @Test
  void theEffectNeedsEachConditionMetOrWaivedWhicheverWayAProcessTook() {
    TestFilm film = ReadyFilm.create(port);
    Case greenlight = conditional(film, bond("producer"), bond("producer"));
    greenlight.answered("producer1", REPORT, reported());
    greenlight.answered("exec1", CONFIRM, "CONFIRM");
    String process =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(greenlight.key())
            .rootProcessInstances()
            .singleResult()
            .getId();

    assertThatThrownBy(
            () ->
                engine
                    .getRuntimeService()
                    .createProcessInstanceModification(process)
                    .startBeforeActivity("serviceTask_greenlightFilm")
                    .execute())
        .hasMessageContaining("condition 2 is open, neither met nor waived");
    assertThat(film(film).path("phase").asText()).isEqualTo("GREENLIT_ON_CONDITIONS");
  }

  private Case conditional(TestFilm film, String... lines) {
    return Case.started(film, "producer1", "greenlight", greenlight(film, "Draft 1"))
        .answered("exec1", DECIDE, onConditions(lines));
  }

  /** Its day passes: what the engine does by itself, and nobody else. */
  private void lapse(Case greenlight) {
    jdbc.sql(
            "update greenlight_condition set due = due - interval '30' day where approval_key = :key")
        .param("key", greenlight.key())
        .update();
    engine
        .getManagementService()
        .executeJob(
            engine
                .getManagementService()
                .createJobQuery()
                .tenantIdIn(greenlight.film().id())
                .timers()
                .singleResult()
                .getId());
  }

  private static void assertBackInDevelopment(TestFilm film) {
    assertThat(film(film).path("phase").asText()).isEqualTo("DEVELOPMENT");
    assertThat(film(film).path("vision").isNull()).isTrue();
    assertThat(film(film).path("visionFrozenAt").isNull()).isTrue();
    assertThat(film(film).path("spendable").asBoolean()).isTrue();
  }

  private static JsonNode film(TestFilm film) {
    return film.desk("line1").get("/api/films/" + film.id()).ok();
  }

  private static JsonNode conditions(Case greenlight) {
    return greenlight
        .film()
        .desk("line1")
        .get("/api/approvals/%s/conditions".formatted(greenlight.key()))
        .ok()
        .path("items");
  }

  private static List<String> states(Case greenlight) {
    List<String> states = new ArrayList<>();
    conditions(greenlight).forEach(condition -> states.add(condition.path("state").asText()));
    return states;
  }
}
