package film.finalsay.journey;

import static film.finalsay.journey.Requests.draft;
import static film.finalsay.journey.Requests.script;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static film.finalsay.journey.Standing.shutOut;
import static film.finalsay.support.ShootingScript.SCRIPT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ShootingScript;
import film.finalsay.support.TestFilm;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the approved draft to the locked script, and what keeps it from being one. */
@FinalSayTest
class ScriptLockJourneyTest {

  private static final String ENDORSE = "userTask_endorseScriptLock";
  private static final String DECIDE = "userTask_decideScriptLock";
  private static final String AMEND = "userTask_amendScriptLock";
  private static final Map<String, String> NAME =
      Map.of("subject", "NOVA, a living person's name", "scene", "2", "severity", "HIGH");
  private static final Map<String, String> SONG =
      Map.of("subject", "A song of the sea", "severity", "LOW");

  @LocalServerPort int port;

  @Test
  void theExecutiveProducerLocksAClearedScriptAndItsNumbersStand() {
    TestFilm film = TestFilm.create(port);
    ShootingScript script = ShootingScript.approved(film, SCRIPT).cleared();
    Case lock = Case.started(film, "line1", "script-lock", lock(film));
    assertThat(lock.key()).isEqualTo(film.id() + "-SL-1");
    assertThat(lock.waitingFor()).containsExactly(ENDORSE + " for producer");
    lock.answered("producer1", ENDORSE, "APPROVE");

    assertThat(lock.shown("exec1", DECIDE, "scenesText"))
        .isEqualTo("5, numbered 1 to 5 as the script gives them");
    assertThat(lock.shown("exec1", DECIDE, "clearanceText"))
        .isEqualTo("1 clearance report, 0 findings, none open.\n");
    refused(film, 403, () -> lock.tried("coexec1", DECIDE, "APPROVE"));
    shutOut(film, () -> lock.tried("producer2", DECIDE, "APPROVE"));
    assertThat(lockedScenes(film)).isEmpty();
    lock.answered("exec1", DECIDE, "APPROVE");

    assertThat(lock.state()).isEqualTo("APPROVED");
    assertThat(lockedScenes(film)).hasSize(5);
    assertThat(lockedScenes(film).get(1).path("heading").asText())
        .isEqualTo("INT. LIGHTHOUSE, LAMP ROOM - NIGHT");
    assertThat(
            film.desk("director1").get(script.path("")).ok().path("draft").path("colour").asText())
        .isEqualTo("White");
    refused(film, 409, () -> film.desk("producer1").start("script-lock", lock(film)));
  }

  @Test
  void afterTheLockANewDraftIsNoWayToChangeTheScript() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);

    Answer answer =
        refused(
            film,
            409,
            () ->
                film.desk("line1")
                    .start("script-approval", draft(film, "Draft 2", script("d.txt", "Rain."))));

    assertThat(answer.text("detail")).contains(film.id() + "-SL-1", "revision set");
  }

  @Test
  void aDraftThatIsUnderWayWhenTheScriptIsLockedIsNotApproved() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.approved(film, SCRIPT).cleared();
    Case other =
        Case.started(
            film, "line1", "script-approval", draft(film, "Draft 2", film.upload("Snow.")));
    other.answered("producer1", "userTask_reviewScriptDraft", "APPROVE");
    other.answered("director1", "userTask_consultDirector", "SUPPORT");
    Case.started(film, "producer1", "script-lock", lock(film)).answered("exec1", DECIDE, "APPROVE");

    assertThat(other.shown("exec1", "userTask_decideScriptDraft", "keptFromApprovalText"))
        .as("asked before the lock, and opened after it")
        .contains("locked for shooting", "comes as a revision set");
    refused(film, 409, () -> other.tried("exec1", "userTask_decideScriptDraft", "APPROVE"));
    other.answered("exec1", "userTask_decideScriptDraft", "RETURN", "It is locked.");
    assertThat(other.shown("line1", "userTask_reviseScriptDraft", "keptFromApprovalText"))
        .contains("locked for shooting", "comes as a revision set");
    other.answered("line1", "userTask_reviseScriptDraft", "WITHDRAW");
  }

  @Test
  void withoutAReportOnExactlyThisDocumentNothingIsLocked() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.approved(film, SCRIPT).cleared();
    Case second =
        Case.started(
            film, "line1", "script-approval", draft(film, "Draft 2", film.upload("Snow.")));
    Case.started(
            film,
            "line1",
            "reopening",
            Map.of("film", film.id(), "approval", film.id() + "-SA-1", "reason", "Snow has come."))
        .answered("exec1", "userTask_decideReopening", "APPROVE");
    ShootingScript.decide(film, second.key(), "ScriptDraft");

    Answer answer =
        refused(
            film,
            409,
            () ->
                film.desk("producer1").start("script-lock", Map.of("film", film.id(), "draft", 2)));
    assertThat(answer.text("detail")).contains("no clearance report on Draft 2");
    assertThat(refused(film, 409, () -> start(film)).text("detail"))
        .contains("Draft 1 is not the approved script");
  }

  @Test
  void anOpenFindingRefusesTheLockAtItsStartByName() {
    TestFilm film = TestFilm.create(port);
    ShootingScript script = ShootingScript.approved(film, SCRIPT);
    script.report(List.of(NAME, SONG)).ok();

    assertThat(refused(film, 409, () -> start(film)).text("detail"))
        .contains("1.1 NOVA, a living person's name (scene 2); 1.2 A song of the sea");
    settled(script, "producer1", "1/1", "CLEARED");
    assertThat(refused(film, 409, () -> start(film)).text("detail"))
        .doesNotContain("1.1 NOVA")
        .contains("1.2 A song of the sea");
    settled(script, "exec1", "1/2", "RISK_ACCEPTED");

    Case lock = Case.started(film, "producer1", "script-lock", lock(film));
    assertThat(lock.shown("exec1", DECIDE, "clearanceText"))
        .contains("2 findings, none open", "cleared", "risk accepted");
  }

  @Test
  void aFindingThatComesInMeanwhileRefusesTheLockAtItsEffect() {
    TestFilm film = TestFilm.create(port);
    ShootingScript script = ShootingScript.approved(film, SCRIPT).cleared();
    Case lock = Case.started(film, "producer1", "script-lock", lock(film));
    script.report(List.of(SONG)).ok();

    assertThat(refused(film, 409, () -> lock.tried("exec1", DECIDE, "APPROVE")).text("detail"))
        .contains("2.1 A song of the sea");
    assertThat(lockedScenes(film)).isEmpty();
    settled(script, "producer1", "2/1", "LICENSED");
    lock.answered("exec1", DECIDE, "APPROVE");
    assertThat(lock.state()).isEqualTo("APPROVED");
  }

  @Test
  void whatSettlesAFindingIsSaidOnceByWhoMay() {
    TestFilm film = TestFilm.create(port);
    ShootingScript script = ShootingScript.approved(film, SCRIPT);
    script.report(List.of(NAME)).ok();

    refused(film, 403, () -> settle(script, "line1", "1/1", "CLEARED", "Asked her."));
    refused(film, 403, () -> settle(script, "producer1", "1/1", "RISK_ACCEPTED", "We dare."));
    refused(film, 403, () -> settle(script, "coexec1", "1/1", "RISK_ACCEPTED", "We dare."));
    refusedFor("state", film, () -> settle(script, "producer1", "1/1", "OPEN", "No."));
    refusedFor("state", film, () -> settle(script, "producer1", "1/1", "GONE", "No."));
    refusedFor("how", film, () -> settle(script, "producer1", "1/1", "CLEARED", " "));
    refused(film, 404, () -> settle(script, "producer1", "1/2", "CLEARED", "Asked her."));
    refused(film, 404, () -> settle(script, "producer1", "2/1", "CLEARED", "Asked her."));
    settled(script, "producer1", "1/1", "CLEARED");
    refused(film, 409, () -> settle(script, "producer2", "1/1", "LICENSED", "Paid."));

    JsonNode clearance = film.desk("director1").get(script.path("/clearance")).ok();
    assertThat(clearance.path("reports").path("items").path(0).path("open").asInt(-1)).isZero();
    JsonNode finding = clearance.path("findings").path("items").path(0);
    assertThat(finding.path("settledBy").asText()).isEqualTo("producer1");
    assertThat(finding.path("how").asText()).isEqualTo("Settled.");
    assertThat(finding.path("settledAt").asText()).isNotBlank();
    assertThat(happenings(film)).contains("CLEARANCE_REPORTED", "CLEARANCE_SETTLED");
  }

  @Test
  void aReportThatIsNoneIsRefusedByItsField() {
    TestFilm film = TestFilm.create(port);
    ShootingScript script = ShootingScript.approved(film, SCRIPT);
    String file = script.reportFile();

    refusedFor("document", film, () -> report(script, "0".repeat(64), List.of()));
    refusedFor("document", film, () -> report(script, film.upload(SCRIPT), List.of()));
    refusedFor(
        "document", film, () -> film.desk("line1").post(script.path("/clearance"), Map.of()));
    refusedFor("findings", film, () -> report(script, file, "none"));
    refusedFor("findings", film, () -> report(script, file, List.of("a name")));
    refusedFor("findings", film, () -> report(script, file, List.of(Map.of("subject", "x"))));
    refusedFor(
        "findings",
        film,
        () -> report(script, file, List.of(Map.of("subject", "x", "severity", "WORST"))));
    refusedFor("findings", film, () -> report(script, file, Collections.nCopies(1001, SONG)));
    refused(film, 403, () -> film.desk("director1").post(script.path("/clearance"), Map.of()));
    refused(
        film,
        404,
        () ->
            film.desk("line1")
                .post("/api/films/%s/scripts/9/clearance".formatted(film.id()), Map.of()));
    report(script, file, List.of()).ok();
    refused(film, 409, () -> report(script, file, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ßßßßßß", "12/3", "-1", ".", "1 A", "Ä1", "12345678901"})
  void aFindingsSceneThatIsNoNumberIsRefusedByTheFinding(String scene) {
    TestFilm film = TestFilm.create(port);
    ShootingScript script = ShootingScript.approved(film, SCRIPT);
    Map<String, String> wrong = Map.of("subject", "x", "scene", scene, "severity", "LOW");

    Answer answer = refused(film, 400, () -> script.report(List.of(SONG, wrong)));

    assertThat(answer.field()).isEqualTo("findings");
    assertThat(answer.text("detail")).contains("number 2, Scene");
  }

  @Test
  void aFindingsSceneIsWrittenLarge() {
    TestFilm film = TestFilm.create(port);
    ShootingScript script = ShootingScript.approved(film, SCRIPT.replace("#2#", "#A12.B-3456#"));
    script.report(List.of(Map.of("subject", "x", "scene", "a12.b-3456", "severity", "LOW"))).ok();

    assertThat(clearance(script, "").path("findings").path("items").path(0).path("scene").asText())
        .isEqualTo("A12.B-3456");
  }

  @Test
  void aFindingIsInASceneThatTheDraftHas() {
    TestFilm film = TestFilm.create(port);
    ShootingScript script = ShootingScript.approved(film, SCRIPT.replaceAll(" #\\d#", ""));
    Map<String, String> elsewhere = Map.of("subject", "x", "scene", "12A", "severity", "LOW");

    Answer answer = refused(film, 400, () -> script.report(List.of(NAME, SONG, elsewhere)));

    assertThat(answer.field()).isEqualTo("findings");
    assertThat(answer.text("detail"))
        .contains("number 3, scene: Draft 1 has no scene 12A; it has 5, from 1 to 5.");
    script.report(List.of(NAME, SONG)).ok();
  }

  @Test
  void reportsComeInPagesAndAllOfThemCount() {
    TestFilm film = TestFilm.create(port);
    ShootingScript script = ShootingScript.approved(film, SCRIPT);
    script.report(Collections.nCopies(12, SONG)).ok();
    script.cleared();
    script.report(List.of(NAME)).ok();

    JsonNode first = clearance(script, "?size=2").path("reports");
    assertThat(first.path("items"))
        .extracting(report -> report.path("number").asInt())
        .containsExactly(1, 2);
    assertThat(first.path("items"))
        .extracting(report -> report.path("open").asInt())
        .containsExactly(12, 0);
    assertThat(first.path("hasMore").asBoolean()).isTrue();
    JsonNode second = clearance(script, "?size=2&page=1").path("reports");
    assertThat(second.path("items"))
        .extracting(report -> report.path("number").asInt())
        .containsExactly(3);
    assertThat(second.path("hasMore").asBoolean(true)).isFalse();
    assertThat(clearance(script, "?size=2&page=1").path("findings").path("items")).hasSize(2);

    assertThat(refused(film, 409, () -> start(film)).text("detail"))
        .contains("1.1 A song of the sea; 1.2", "1.10 A song of the sea and 3 more.");
    for (int number = 1; number <= 12; number++) {
      settled(script, "producer1", "1/" + number, "CLEARED");
    }
    assertThat(refused(film, 409, () -> start(film)).text("detail"))
        .endsWith("are open: 3.1 NOVA, a living person's name (scene 2).");
    settled(script, "producer1", "3/1", "CLEARED");
    Case lock = Case.started(film, "producer1", "script-lock", lock(film));
    assertThat(lock.shown("exec1", DECIDE, "clearanceText"))
        .startsWith("3 clearance reports, 13 findings, none open.\n");
  }

  @Test
  void aScriptWhoseNumbersCannotStandIsNotLocked() {
    for (String[] one :
        new String[][] {
          {"INT. A #1#\n\nRain.\n\nINT. B - DAY\n\nSnow.\n", "\"INT. B - DAY\""},
          {"INT. A #2#\n\nRain.\n\nINT. B #1#\n\nSnow.\n", "scene 1 stands too late"},
          {"INT. A #1.5#\n\nRain.\n", "Scene 1.5"}
        }) {
      TestFilm film = TestFilm.create(port);
      ShootingScript.approved(film, one[0]).cleared();

      assertThat(refused(film, 409, () -> start(film)).text("detail")).contains(one[1]);
    }
  }

  @Test
  void theScenesOfAPdfAreNotReadAndNotLocked() {
    TestFilm film = TestFilm.create(port);
    Case pdf =
        Case.started(
            film,
            "line1",
            "script-approval",
            Map.of(
                "film",
                film.id(),
                "draft",
                "Draft 1",
                "summary",
                "It.",
                "pageCount",
                104,
                "draftDate",
                "2026-02-03",
                "document",
                Requests.attached("draft-1.pdf", "%PDF-1.7\nINT. A")));
    assertThat(pdf.shown("producer1", "userTask_reviewScriptDraft", "draftText"))
        .endsWith("104 pages");
    ShootingScript.decide(film, pdf.key(), "ScriptDraft");
    ShootingScript script = new ShootingScript(film).cleared();
    Map<String, String> finding = Map.of("subject", "x", "scene", "12A", "severity", "LOW");
    assertThat(script.report(List.of(finding)).status()).as("any scene").isEqualTo(201);
    settled(script, "producer1", "2/1", "CLEARED");

    JsonNode draft = film.desk("line1").get(script.path("")).ok();
    assertThat(draft.path("sceneCount").isNull()).isTrue();
    assertThat(draft.path("scenes").path("items")).isEmpty();
    assertThat(draft.path("draft").path("format").asText()).isEqualTo("PDF");
    assertThat(draft.path("draft").path("pagesBasis").asText()).isEqualTo("GIVEN");
    assertThat(draft.path("draft").path("date").asText()).isEqualTo("2026-02-03");
    assertThat(refused(film, 409, () -> start(film)).text("detail")).contains("is a PDF");
    refused(film, 409, () -> film.desk("line1").get(script.path("/difference?from=1")));
  }

  @Test
  void theDraftToLockIsNamedByItsLabelOrItsNumber() {
    for (Object draft : List.of("Draft 1", "1", 1)) {
      TestFilm film = TestFilm.create(port);
      ShootingScript.approved(film, SCRIPT).cleared();
      Case lock =
          Case.started(film, "producer1", "script-lock", Requests.with(lock(film), "draft", draft));
      lock.answered("exec1", DECIDE, "RETURN", "After the read-through.");
      assertThat(lock.shown("producer1", AMEND, "draft")).isEqualTo("Draft 1");
      lock.answered("producer1", AMEND, Map.of("decision", "RESUBMIT", "draft", draft));
      lock.answered("exec1", DECIDE, "APPROVE");
      assertThat(lockedScenes(film)).hasSize(5);
    }
  }

  @Test
  void aLabelThatIsTheNumberOfAnotherDraftCountsAsTheLabel() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.approved(film, SCRIPT).cleared();
    Case.started(film, "line1", "script-approval", draft(film, "1", film.upload("Snow.")));

    assertThat(
            refused(
                    film,
                    409,
                    () ->
                        film.desk("line1")
                            .start("script-lock", Requests.with(lock(film), "draft", "1")))
                .text("detail"))
        .startsWith("1 is not the approved script");
  }

  @Test
  void aScriptWithoutNumbersIsLockedByCounting() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.approved(film, SCRIPT.replaceAll(" #\\d#", "")).cleared();
    Case lock = Case.started(film, "producer1", "script-lock", lock(film));
    assertThat(lock.shown("exec1", DECIDE, "scenesText")).contains("1 to 5 by counting");
    lock.answered("exec1", DECIDE, "APPROVE");

    assertThat(lockedScenes(film))
        .extracting(scene -> scene.path("number").asText())
        .containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void whatIsAskedForIsReadByItsFields() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.approved(film, SCRIPT).cleared();

    refusedFor(
        "draft", film, () -> film.desk("line1").start("script-lock", Map.of("film", film.id())));
    for (Object draft : List.of("Draft 9", "draft 1", 2, "2", 0, -1, 1.5, "x".repeat(41))) {
      refusedFor(
          "draft",
          film,
          () -> film.desk("line1").start("script-lock", Map.of("film", film.id(), "draft", draft)));
    }
    refusedFor(
        "note",
        film,
        () ->
            film.desk("line1")
                .start("script-lock", Requests.with(lock(film), "note", "x".repeat(4001))));
    refused(film, 403, () -> film.desk("director1").start("script-lock", lock(film)));
    Case first = Case.started(film, "producer1", "script-lock", lock(film));
    refused(film, 409, () -> start(film));
    first.answered("exec1", DECIDE, "RETURN", "After the read-through.");
    refused(film, 409, () -> start(film));
    first.answered("producer1", AMEND, Map.of("decision", "RESUBMIT", "draft", 1));
    first
        .film()
        .desk("producer1")
        .post("/api/approvals/" + first.key() + "/withdrawal", Map.of())
        .ok();
    assertThat(first.state()).isEqualTo("WITHDRAWN");
    assertThat(start(film).status()).isEqualTo(200);
  }

  private static Map<String, Object> lock(TestFilm film) {
    return Map.of("film", film.id(), "draft", 1);
  }

  private static Answer start(TestFilm film) {
    return film.desk("line1").start("script-lock", lock(film));
  }

  private static Answer report(ShootingScript script, String document, Object findings) {
    return script
        .film()
        .desk("line1")
        .post(script.path("/clearance"), Map.of("document", document, "findings", findings));
  }

  private static JsonNode clearance(ShootingScript script, String query) {
    return script.film().desk("line1").get(script.path("/clearance" + query)).ok();
  }

  private static Answer settle(
      ShootingScript script, String person, String finding, String state, String how) {
    return script
        .film()
        .desk(person)
        .post(
            script.path("/clearance/%s/settlement".formatted(finding)),
            Map.of("state", state, "how", how));
  }

  private static void settled(ShootingScript script, String person, String finding, String state) {
    settle(script, person, finding, state, "Settled.").ok();
  }

  private static List<JsonNode> lockedScenes(TestFilm film) {
    List<JsonNode> scenes = new java.util.ArrayList<>();
    film.desk("line1")
        .get("/api/films/%s/scripts/locked-scenes".formatted(film.id()))
        .ok()
        .path("items")
        .forEach(scenes::add);
    return scenes;
  }

  static List<String> happenings(TestFilm film) {
    List<String> happenings = new java.util.ArrayList<>();
    film.desk("admin")
        .get("/api/films/%s/ledger?size=200".formatted(film.id()))
        .ok()
        .path("items")
        .forEach(entry -> happenings.add(entry.path("happening").asText()));
    return happenings;
  }
}
