package film.finalsay.journey;

import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static film.finalsay.support.ShootingScript.SCRIPT;
import static film.finalsay.support.ShootingScript.revision;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ShootingScript;
import film.finalsay.support.TestFilm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Revision sets of a locked script, colour by colour. */
@FinalSayTest
class ScriptRevisionJourneyTest {

  private static final String REVIEW = "userTask_reviewScriptRevision";
  private static final String CONSULT = "userTask_consultDirector";
  private static final String DECIDE = "userTask_decideScriptRevision";
  private static final String REVISE = "userTask_reviseScriptRevision";

  private static final String BLUE =
      SCRIPT
          .replace("A ship without lights", "Two ships without lights")
          .replace(
              "EXT. LIGHTHOUSE - DAY #5#",
              "EXT. ROCKS - DAWN #4A#\n\nA storm lamp, low over the water.\n\nEXT. LIGHTHOUSE - DAY #5#");

  @LocalServerPort int port;

  @Test
  void anApprovedSetIsTheCurrentScriptAndTheNextHasTheNextColour() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);
    Case blue = Case.started(film, "line1", "script-revision", revision(film, "Blue 1", BLUE));
    assertThat(blue.key()).isEqualTo(film.id() + "-SR-1");
    assertThat(blue.waitingFor())
        .containsExactly(CONSULT + " for director", REVIEW + " for producer");
    assertThat(blue.shown("producer1", REVIEW, "subject"))
        .isEqualTo("Approve Blue 1 as the Blue revision of the script of Film " + film.id());
    assertThat(blue.shown("producer1", REVIEW, "differenceText"))
        .startsWith("Scenes: 1 changed, 1 added; 4 read as they did. Changed pages: 1.\n\n")
        .contains(
            "**3 EXT. SEA \\- NIGHT** changed\n"
                + "  - was: A ship without lights turns towards the only one there is.\n"
                + "  - now: Two ships without lights turns")
        .contains("**4A EXT. ROCKS \\- DAWN** added, 1/8 page");
    assertThat(blue.shown("producer1", REVIEW, "comparedText"))
        .isEqualTo("Draft 1, the approved script");
    assertThat(blue.shown("producer1", REVIEW, "keptFromApprovalText")).isEmpty();
    ShootingScript.decide(film, blue.key(), "ScriptRevision");

    assertThat(drafts(film))
        .containsExactly("1 Draft 1 White SUPERSEDED", "2 Blue 1 Blue APPROVED");
    assertThat(lockedNumbers(film)).containsExactly("1", "2", "3", "4", "4A", "5");

    String pink = BLUE.replaceAll("(?s)EXT. SEA - NIGHT #3#.*?INT", ".OMITTED #3#\n\nINT");
    Case second = Case.started(film, "line1", "script-revision", revision(film, "Pink", pink));
    assertThat(second.shown("producer1", REVIEW, "differenceText"))
        .contains("1 omitted; 5 read as they did", "**3 EXT. SEA \\- NIGHT** omitted");
    Answer page =
        film.desk("line1")
            .getAs("text/html", "/api/films/%s/scripts/3/difference?from=2".formatted(film.id()));
    assertThat(page.body().asText()).contains("<h2>3 EXT. SEA - NIGHT</h2>\n<p>omitted.</p>");
    ShootingScript.decide(film, second.key(), "ScriptRevision");

    assertThat(drafts(film))
        .containsExactly(
            "1 Draft 1 White SUPERSEDED", "2 Blue 1 Blue SUPERSEDED", "3 Pink Pink APPROVED");
    assertThat(lockedNumbers(film)).containsExactly("1", "2", "3 omitted", "4", "4A", "5");
    refusedSet(film, BLUE, "uses scene 3 again");
    JsonNode effect = effects(film).get(0);
    assertThat(effect.path("facts").path("changedScenes").asText()).isEqualTo("3");
    assertThat(effect.path("facts").path("colour").asText()).isEqualTo("Pink");
  }

  @Test
  void beforeTheLockThereIsNoRevision() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.approved(film, SCRIPT);

    assertThat(refused(film, 409, () -> start(film, BLUE)).text("detail"))
        .contains("is not locked", "script-approval");
  }

  @Test
  void aSetThatDoesNotKeepToTheNumbersIsRefusedByTheScenes() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);

    refusedSet(film, BLUE.replace("#4A#", "#6#"), "do not fit their place", "6");
    refusedSet(film, BLUE.replace(" #4A#", ""), "\"EXT. ROCKS - DAWN\"");
    refusedSet(film, SCRIPT.replaceAll("(?s)EXT. SEA - NIGHT #3#.*?INT", "INT"), "drops scene 3");
    refusedSet(
        film, BLUE.replace("#5#", "#6#").replace("#4A#", "#5#"), "renumbers scene 5 (now 6)");
    refusedSet(film, SCRIPT, "changes nothing");
    refusedSet(film, "Title: New\n\n" + SCRIPT, "changes nothing");
    refusedFor(
        "document",
        film,
        () ->
            film.desk("line1")
                .start(
                    "script-revision",
                    Requests.draft(film, "Blue", Requests.attached("b.pdf", "%PDF-1.7"))));
    refusedFor(
        "draft",
        film,
        () -> film.desk("line1").start("script-revision", revision(film, "Draft 1", BLUE)));
    refused(
        film,
        403,
        () -> film.desk("director1").start("script-revision", revision(film, "Blue", BLUE)));
  }

  @Test
  void oneSetIsUnderWayAtATime() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);
    Case first = Case.started(film, "line1", "script-revision", revision(film, "Blue", BLUE));
    String other = SCRIPT.replace("burns", "stands");

    assertThat(
            refused(
                    film,
                    409,
                    () ->
                        film.desk("producer1")
                            .start("script-revision", revision(film, "Other", other)))
                .text("detail"))
        .contains(first.key());
    film.desk("line1").post("/api/approvals/%s/withdrawal".formatted(first.key()), Map.of()).ok();
    assertThat(first.state()).isEqualTo("WITHDRAWN");
    Case next = Case.started(film, "producer1", "script-revision", revision(film, "Other", other));
    assertThat(next.shown("producer2", REVIEW, "subject"))
        .as("a colour that was not approved is free")
        .contains("as the Blue revision");
  }

  @Test
  void aReturnedSetIsAnsweredOnTheSameColour() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);
    Case set = Case.started(film, "line1", "script-revision", revision(film, "Blue", BLUE));
    set.answered("producer1", REVIEW, "RETURN", "One ship.");
    set.answered("director1", CONSULT, "CONCERN", "One ship.");
    String better = BLUE.replace("Two ships", "One ship");

    refusedFor(
        "document",
        film,
        () ->
            set.tried(
                "line1",
                REVISE,
                Map.of(
                    "decision", "RESUBMIT",
                    "draft", "Blue again",
                    "summary", "One ship.",
                    "document", film.upload(better.replace("#2#", "#2A#")))));
    set.answered(
        "line1",
        REVISE,
        Map.of(
            "decision", "RESUBMIT",
            "draft", "Blue again",
            "summary", "One ship.",
            "document", film.upload(better)));
    ShootingScript.decide(film, set.key(), "ScriptRevision");

    assertThat(drafts(film))
        .containsExactly(
            "1 Draft 1 White SUPERSEDED", "2 Blue Blue RETURNED", "3 Blue again Blue APPROVED");
  }

  @Test
  void onlyTheExecutiveProducerApprovesARevision() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);
    Case set = Case.started(film, "producer1", "script-revision", revision(film, "Blue", BLUE));
    refused(film, 403, () -> set.tried("producer1", REVIEW, "APPROVE"));
    set.answered("producer2", REVIEW, "APPROVE");
    set.answered("director1", CONSULT, "SUPPORT");

    refused(film, 403, () -> set.tried("coexec1", DECIDE, "APPROVE"));
    set.answered("exec1", DECIDE, "APPROVE");
    assertThat(set.state()).isEqualTo("APPROVED");
  }

  @Test
  void countedNumbersOfTheLockedScriptAreThoseOfTheSet() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.approved(film, SCRIPT.replaceAll(" #\\d#", "")).cleared();
    Case.started(film, "producer1", "script-lock", Map.of("film", film.id(), "draft", 1))
        .answered("exec1", "userTask_decideScriptLock", "APPROVE");

    refusedSet(film, SCRIPT, "changes nothing");
    Case set = Case.started(film, "line1", "script-revision", revision(film, "Blue", BLUE));
    ShootingScript.decide(film, set.key(), "ScriptRevision");
    assertThat(lockedNumbers(film)).containsExactly("1", "2", "3", "4", "4A", "5");
  }

  private static Answer start(TestFilm film, String text) {
    return film.desk("line1").start("script-revision", revision(film, "Blue", text));
  }

  private static void refusedSet(TestFilm film, String text, String... why) {
    Answer answer =
        refused(
            film,
            400,
            () -> film.desk("line1").start("script-revision", revision(film, "Next", text)));
    assertThat(answer.field()).isEqualTo("document");
    assertThat(answer.text("detail")).contains(why);
  }

  private static List<String> drafts(TestFilm film) {
    List<String> drafts = new ArrayList<>();
    film.desk("line1")
        .get("/api/films/%s/script-drafts".formatted(film.id()))
        .ok()
        .path("items")
        .forEach(
            draft ->
                drafts.add(
                    "%s %s %s %s"
                        .formatted(
                            draft.path("number").asText(),
                            draft.path("label").asText(),
                            draft.path("colour").asText(),
                            draft.path("state").asText())));
    drafts.sort(null);
    return drafts;
  }

  private static List<String> lockedNumbers(TestFilm film) {
    List<String> numbers = new ArrayList<>();
    film.desk("line1")
        .get("/api/films/%s/scripts/locked-scenes".formatted(film.id()))
        .ok()
        .path("items")
        .forEach(
            scene ->
                numbers.add(
                    scene.path("number").asText()
                        + (scene.path("omitted").asBoolean() ? " omitted" : "")));
    return numbers;
  }

  private static List<JsonNode> effects(TestFilm film) {
    List<JsonNode> effects = new ArrayList<>();
    film.desk("admin")
        .get("/api/films/%s/ledger?size=200".formatted(film.id()))
        .ok()
        .path("items")
        .forEach(
            entry -> {
              if (entry.path("happening").asText().equals("TOOK_EFFECT")) {
                effects.add(entry);
              }
            });
    return effects;
  }
}
