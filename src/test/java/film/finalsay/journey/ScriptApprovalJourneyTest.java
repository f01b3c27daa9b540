package film.finalsay.journey;

import static film.finalsay.journey.Requests.attached;
import static film.finalsay.journey.Requests.draft;
import static film.finalsay.journey.Requests.draftOnFile;
import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.script;
import static film.finalsay.journey.Requests.with;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static film.finalsay.journey.Standing.shutOut;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A script draft from its submission to the film's approved script. */
@FinalSayTest
class ScriptApprovalJourneyTest {

  private static final String REVIEW = "userTask_reviewScriptDraft";
  private static final String CONSULT = "userTask_consultDirector";
  private static final String DECIDE = "userTask_decideScriptDraft";
  private static final String REVISE = "userTask_reviseScriptDraft";

  private final ManagementService engine;

  @LocalServerPort int port;

  ScriptApprovalJourneyTest(ManagementService engine) {
    this.engine = engine;
  }

  @Test
  void exactlyTheDocumentThatWasSubmittedIsApproved() {
    TestFilm film = TestFilm.create(port);
    String sha256 = film.upload("FADE IN.");
    film.upload("Another document of the film.");
    Case script = submitted(film, "line1", draft(film, "Draft 1", sha256));

    assertThat(script.key()).isEqualTo(film.id() + "-SA-1");
    assertThat(script.waitingFor())
        .containsExactly(CONSULT + " for director", REVIEW + " for producer");
    assertThat(script.shown("producer1", REVIEW, "documentHash")).isEqualTo(sha256);
    assertThat(drafts(film)).containsExactly("Draft 1 PENDING " + sha256);

    script.answered("producer1", REVIEW, "APPROVE");
    assertThat(script.waitingFor())
        .as("the director is heard")
        .containsExactly(CONSULT + " for director");
    script.answered("director1", CONSULT, "SUPPORT");
    assertThat(script.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    script.answered("exec1", DECIDE, "APPROVE");

    assertThat(script.state()).isEqualTo("APPROVED");
    assertThat(script.waitingFor()).isEmpty();
    assertThat(drafts(film)).containsExactly("Draft 1 APPROVED " + sha256);
    assertThat(script.decisions())
        .containsExactly(
            "producer1 as producer: APPROVE",
            "director1 as director: SUPPORT",
            "exec1 as executive-producer: APPROVE");
  }

  @Test
  void anotherDraftDoesNotReplaceTheApprovedOne() {
    TestFilm film = TestFilm.create(port);
    String first = film.upload("FADE IN.");
    String second = film.upload("FADE IN. Rain.");
    Case beside = submitted(film, "line1", draft(film, "Draft 2", second));
    approved(submitted(film, "line1", draft(film, "Draft 1", first)));

    beside.answered("producer1", REVIEW, "APPROVE");
    beside.answered("director1", CONSULT, "SUPPORT");
    Answer late = beside.tried("exec1", DECIDE, "APPROVE");

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("detail")).contains("Draft 1 is the approved script", "reopening");
    assertThat(drafts(film))
        .containsExactlyInAnyOrder("Draft 1 APPROVED " + first, "Draft 2 PENDING " + second);
  }

  @Test
  void everyFormOfAnotherDraftSaysThatTheApprovedOneHasToBeOpenedFirst() {
    TestFilm film = TestFilm.create(port);
    Case first = submitted(film, "line1", draft(film, "Draft 1", film.upload("FADE IN.")));
    assertThat(kept(first, "producer1", REVIEW)).isEmpty();
    approved(first);
    Case other = submitted(film, "line1", draft(film, "Draft 2", film.upload("Rain.")));
    String kept =
        "Draft 1 is the approved script. Another draft can be reviewed meanwhile, and is approved"
            + " only once a reopening has opened Draft 1 again.";

    assertThat(kept(other, "producer1", REVIEW)).isEqualTo(kept);
    assertThat(kept(other, "director1", CONSULT)).isEqualTo(kept);
    other.answered("director1", CONSULT, "SUPPORT");
    other.answered("producer1", REVIEW, "RETURN", "Snow.");
    assertThat(kept(other, "line1", REVISE)).isEqualTo(kept);
    other.answered("line1", REVISE, resubmitted(draft(film, "Draft 3", film.upload("Snow."))));
    other.answered("producer1", REVIEW, "APPROVE");
    other.answered("director1", CONSULT, "SUPPORT");
    assertThat(kept(other, "exec1", DECIDE)).isEqualTo(kept);
  }

  @Test
  void aDraftWhoseApprovalWasOpenedAgainIsNotTheApprovedOne() {
    TestFilm film = TestFilm.create(port);
    Case first = submitted(film, "line1", draft(film, "Draft 1", film.upload("FADE IN.")));
    assertThat(first.shown("producer1", REVIEW, "approvedScriptText")).isEqualTo("None.");
    approved(first);
    Map<String, String> again =
        Map.of("film", film.id(), "approval", first.key(), "reason", "Snow has come.");
    Case.started(film, "line1", "reopening", again)
        .answered("exec1", "userTask_decideReopening", "APPROVE");

    Case second = submitted(film, "line1", draft(film, "Draft 2", film.upload("Snow.")));

    assertThat(second.shown("producer1", REVIEW, "approvedScriptText"))
        .isEqualTo(
            "None. Draft 1 was, until %s was opened again."
                .formatted(first.key().replace("-", "\\-")));
    assertThat(kept(second, "producer1", REVIEW)).isEmpty();
  }

  @Test
  void theFormsSayWhoSaidWhatAndThatAProducerOnlyEndorses() {
    TestFilm film = TestFilm.create(port);
    Case script = submitted(film, "line1", draft(film, "Draft 1", film.upload("FADE IN.")));
    script.answered("coexec1", REVIEW, "APPROVE", "It holds.");
    script.answered("director1", CONSULT, "SUPPORT");

    assertThat(script.shown("exec1", DECIDE, "producerReviewText"))
        .isEqualTo("Carla Mendes \\(coexec1\\), co-executive producer, endorsed it: It holds.");
    assertThat(script.shown("exec1", DECIDE, "directorViewText"))
        .isEqualTo("Dana Reyes \\(director1\\) supports it");
  }

  @Test
  void theFormsSayWhatChangedSinceADraftCameBack() {
    TestFilm film = TestFilm.create(port);
    Case script = submitted(film, "line1", draft(film, "Draft 1", film.upload("Rain.")));
    Case beside = submitted(film, "line1", draft(film, "Other", film.upload("Fog.")));
    script.answered("director1", CONSULT, "SUPPORT");
    script.answered("producer1", REVIEW, "RETURN", "Snow.");
    script.answered("line1", REVISE, resubmitted(draft(film, "Draft 2", film.upload("Snow."))));

    assertThat(script.shown("producer1", REVIEW, "comparedText"))
        .isEqualTo("Draft 1, which came back with notes");
    assertThat(script.shown("producer1", REVIEW, "differenceText"))
        .contains("was: Rain", "now: Snow");
    assertThat(script.shown("producer1", REVIEW, "sinceReturnText")).isEmpty();

    approved(script);
    beside.answered("director1", CONSULT, "SUPPORT");
    beside.answered("producer1", REVIEW, "RETURN", "Snow.");
    beside.answered(
        "line1", REVISE, resubmitted(draft(film, "Other 2", film.upload("Fog, and snow."))));

    assertThat(beside.shown("producer1", REVIEW, "comparedText"))
        .isEqualTo("Draft 2, the approved script");
    assertThat(beside.shown("producer1", REVIEW, "returnedText")).isEqualTo("Other");
    assertThat(beside.shown("producer1", REVIEW, "sinceReturnText"))
        .startsWith("Scenes: 1 changed; 0 read as they did.");
    assertThat(beside.shown("producer1", REVIEW, "sinceReturnLink"))
        .isEqualTo("/api/films/%s/scripts/4/difference?from=2".formatted(film.id()));
  }

  @Test
  void anAttachedFileIsKeptByteForByteUnderItsName() {
    TestFilm film = TestFilm.create(port);
    String text = "INT. LIGHTHOUSE – NIGHT\n\nÉléonore: »Light!«\n";
    Case script =
        submitted(film, "line1", draft(film, "Draft 1", script("nova-draft-1.txt", text)));

    String sha256 = script.shown("producer1", REVIEW, "documentHash");
    byte[] kept =
        film.desk("director1").download("/api/films/%s/documents/%s".formatted(film.id(), sha256));

    assertThat(new String(kept, StandardCharsets.UTF_8)).isEqualTo(text);
    assertThat(film.upload(text)).as("the same by upload").isEqualTo(sha256);
    assertThat(script.shown("producer1", REVIEW, "draftText"))
        .contains("Draft 1")
        .contains("nova\\-draft\\-1.txt");
    approved(script);
    assertThat(drafts(film)).containsExactly("Draft 1 APPROVED " + sha256);
  }

  @Test
  void aRejectedDraftThatIsOnFileIsSubmittedAgainByItsLabel() {
    TestFilm film = TestFilm.create(port);
    String sha256 = film.upload("FADE IN.");
    Case first = submitted(film, "line1", draft(film, "Draft 1", sha256));
    first.answered("director1", CONSULT, "SUPPORT");
    first.answered("producer1", REVIEW, "REJECT", "Not this year.");

    Case again = submitted(film, "line1", draftOnFile(film, "Draft 1"));

    assertThat(again.key()).isEqualTo(film.id() + "-SA-2");
    assertThat(again.shown("producer1", REVIEW, "documentHash")).isEqualTo(sha256);
    approved(again);
    assertThat(drafts(film)).containsExactly("Draft 1 APPROVED " + sha256);
    assertThat(first.state()).isEqualTo("REJECTED");
  }

  @Test
  void theProducersNotesAreAnsweredByANewDraftThatEverybodyIsAskedAboutAgain() {
    TestFilm film = TestFilm.create(port);
    String first = film.upload("FADE IN.");
    String second = film.upload("FADE IN. Rain.");
    Case script = submitted(film, "line1", draft(film, "Draft 1", first));
    script.answered("director1", CONSULT, "SUPPORT");
    script.answered("producer1", REVIEW, "RETURN", "Two locations less.");

    assertThat(script.state()).isEqualTo("RETURNED");
    assertThat(script.waitingFor()).containsExactly(REVISE + " for line-producer");
    assertThat(script.shown("line1", REVISE, "guidance")).isEqualTo("Two locations less.");

    script.answered("line1", REVISE, resubmitted(draft(film, "Draft 2", second)));

    assertThat(script.state()).isEqualTo("PENDING");
    assertThat(script.waitingFor())
        .containsExactly(CONSULT + " for director", REVIEW + " for producer");
    assertThat(script.shown("producer1", REVIEW, "documentHash")).isEqualTo(second);
    assertThat(script.shown("producer1", REVIEW, "directorViewText"))
        .as("what was said of the earlier draft")
        .isEqualTo("None yet.");
    approved(script);
    assertThat(drafts(film))
        .containsExactlyInAnyOrder("Draft 1 RETURNED " + first, "Draft 2 APPROVED " + second);
  }

  @Test
  void theExecutiveProducersNotesAreAnsweredByAnAttachedDraft() {
    TestFilm film = TestFilm.create(port);
    String first = film.upload("FADE IN.");
    Case script = submitted(film, "line1", draft(film, "Draft 1", first));
    script.answered("producer1", REVIEW, "APPROVE");
    script.answered("director1", CONSULT, "SUPPORT");
    script.answered("exec1", DECIDE, "RETURN", "The ending is not earned.");
    assertThat(script.waitingFor()).containsExactly(REVISE + " for line-producer");

    script.answered(
        "line1", REVISE, resubmitted(draft(film, "Draft 2", script("d2.txt", "FADE OUT."))));

    String second = script.shown("producer1", REVIEW, "documentHash");
    assertThat(second).isEqualTo(film.upload("FADE OUT.")).isNotEqualTo(first);
    approved(script);
    assertThat(drafts(film)).contains("Draft 2 APPROVED " + second);
    assertThat(script.decisions())
        .containsExactly(
            "producer1 as producer: APPROVE",
            "director1 as director: SUPPORT",
            "exec1 as executive-producer: RETURN",
            "line1 as line-producer: RESUBMIT",
            "producer1 as producer: APPROVE",
            "director1 as director: SUPPORT",
            "exec1 as executive-producer: APPROVE");
  }

  @Test
  void theExecutiveProducerRejectsForGood() {
    TestFilm film = TestFilm.create(port);
    String sha256 = film.upload("FADE IN.");
    Case script = submitted(film, "line1", draft(film, "Draft 1", sha256));
    script.answered("producer1", REVIEW, "APPROVE");
    script.answered("director1", CONSULT, "SUPPORT");

    script.answered("exec1", DECIDE, "REJECT", "Another story.");

    assertThat(script.state()).isEqualTo("REJECTED");
    assertThat(script.waitingFor()).isEmpty();
    assertThat(drafts(film)).containsExactly("Draft 1 REJECTED " + sha256);
  }

  @Test
  void aWithdrawnDraftLeavesTheApprovedScriptAsItWas() {
    TestFilm film = TestFilm.create(port);
    String first = film.upload("FADE IN.");
    approved(submitted(film, "line1", draft(film, "Draft 1", first)));
    Case later = submitted(film, "line1", draft(film, "Draft 2", film.upload("Rain.")));
    later.answered("director1", CONSULT, "SUPPORT");
    later.answered("producer1", REVIEW, "RETURN", "Later.");

    later.answered("line1", REVISE, "WITHDRAW");

    assertThat(later.state()).isEqualTo("WITHDRAWN");
    assertThat(later.waitingFor()).isEmpty();
    assertThat(drafts(film)).contains("Draft 1 APPROVED " + first);
  }

  @Test
  void theDirectorsConcernIsHeardAndBlocksNothing() {
    TestFilm film = TestFilm.create(port);
    String sha256 = film.upload("FADE IN.");
    Case script = submitted(film, "line1", draft(film, "Draft 1", sha256));
    script.answered("director1", CONSULT, "CONCERN", "The storm comes too early.");
    script.answered("producer1", REVIEW, "APPROVE");

    assertThat(script.shown("exec1", DECIDE, "directorViewText"))
        .contains("The storm comes too early.");
    script.answered("exec1", DECIDE, "APPROVE");

    assertThat(script.state()).isEqualTo("APPROVED");
    assertThat(drafts(film)).containsExactly("Draft 1 APPROVED " + sha256);
  }

  @Test
  void theDirectorsSilenceIsRecordedAndBlocksNothing() {
    TestFilm film = TestFilm.create(port);
    Case script = submitted(film, "line1", draft(film, "Draft 1", film.upload("FADE IN.")));
    script.answered("producer1", REVIEW, "APPROVE");

    fiveDaysPass(script);

    assertThat(script.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    assertThat(script.decisions())
        .containsExactly("producer1 as producer: APPROVE", "nobody as director: SILENCE");
    script.answered("exec1", DECIDE, "APPROVE");
    assertThat(script.state()).isEqualTo("APPROVED");
  }

  @Test
  void aDraftOfADocumentThatTheFilmDoesNotHaveIsRefused() {
    TestFilm film = TestFilm.create(port);
    String ofAnotherFilm = TestFilm.create(port).upload("Of another film: " + film.id());

    refusedFor("document", film, () -> start(film, draft(film, "Draft 1", "0".repeat(64))));
    refusedFor("document", film, () -> start(film, draft(film, "Draft 1", ofAnotherFilm)));
    refusedFor("document", film, () -> start(film, draft(film, "Draft 1", "my script")));
    refusedFor("document", film, () -> start(film, draftOnFile(film, "Draft 1")));
    refusedFor(
        "document", film, () -> start(film, draft(film, "Draft 1", attached("empty.txt", ""))));
  }

  @Test
  void aLabelThatWasApprovedIsTakenForGood() {
    TestFilm film = TestFilm.create(port);
    String first = film.upload("FADE IN.");
    approved(submitted(film, "line1", draft(film, "Draft 1", first)));
    String other = film.upload("FADE IN. Rain.");

    refusedFor("draft", film, () -> start(film, draft(film, "Draft 1", other)));
    refusedFor("draft", film, () -> start(film, draft(film, "Draft 1", first)));
    refusedFor("draft", film, () -> start(film, draftOnFile(film, "Draft 1")));
  }

  @Test
  void aLabelOnFileStandsForOneDocumentOnly() {
    TestFilm film = TestFilm.create(port);
    Case script = submitted(film, "line1", draft(film, "Draft 1", film.upload("FADE IN.")));
    script.answered("director1", CONSULT, "SUPPORT");
    script.answered("producer1", REVIEW, "REJECT", "No.");
    String other = film.upload("FADE IN. Rain.");

    refusedFor("draft", film, () -> start(film, draft(film, "Draft 1", other)));
    refusedFor("draft", film, () -> start(film, draft(film, "Draft 1", script("d.txt", "Snow."))));
  }

  @Test
  void aLabelInApprovalIsNotSubmittedASecondTime() {
    TestFilm film = TestFilm.create(port);
    String sha256 = film.upload("FADE IN.");
    Case running = submitted(film, "line1", draft(film, "Draft 1", sha256));

    refusedFor("draft", film, () -> start(film, draft(film, "Draft 1", sha256)));
    refusedFor("draft", film, () -> start(film, draftOnFile(film, "Draft 1")));

    assertThat(running.waitingFor()).hasSize(2);
  }

  @Test
  void theReturnedDraftIsNoAnswerToTheNotesOnIt() {
    TestFilm film = TestFilm.create(port);
    String sha256 = film.upload("FADE IN.");
    Map<String, Object> request = draft(film, "Draft 1", sha256);
    Case script = submitted(film, "line1", request);
    script.answered("director1", CONSULT, "SUPPORT");
    script.answered("producer1", REVIEW, "RETURN", "Rain.");
    String other = film.upload("FADE IN. Rain.");

    refusedFor("draft", film, () -> script.tried("line1", REVISE, resubmitted(request)));
    refusedFor(
        "draft",
        film,
        () -> script.tried("line1", REVISE, resubmitted(with(request, "document", other))));
    refusedFor(
        "document",
        film,
        () -> script.tried("line1", REVISE, resubmitted(with(request, "draft", "Draft 2"))));
    refusedFor(
        "document",
        film,
        () -> script.tried("line1", REVISE, resubmitted(draftOnFile(film, "Draft 2"))));

    assertThat(script.state()).isEqualTo("RETURNED");
  }

  @Test
  void theRequesterDoesNotReviewTheirOwnDraft() {
    TestFilm film = TestFilm.create(port);
    Case script = submitted(film, "producer1", draft(film, "Draft 1", film.upload("FADE IN.")));

    refused(film, 403, () -> script.tried("producer1", REVIEW, "APPROVE"));
    script.answered("producer2", REVIEW, "APPROVE");
    script.answered("director1", CONSULT, "SUPPORT");

    shutOut(film, () -> script.tried("producer2", DECIDE, "APPROVE"));
    refused(film, 403, () -> script.tried("coexec1", DECIDE, "APPROVE"));
    script.answered("exec1", DECIDE, "APPROVE");
    assertThat(script.state()).isEqualTo("APPROVED");
  }

  @Test
  void theDirectorAdvisesAndDoesNotDecide() {
    TestFilm film = TestFilm.create(port);
    Case script = submitted(film, "line1", draft(film, "Draft 1", film.upload("FADE IN.")));

    refusedFor("decision", film, () -> script.tried("director1", CONSULT, "REJECT"));
    refusedFor("decision", film, () -> script.tried("director1", CONSULT, "SILENCE"));
    shutOut(film, () -> script.tried("director1", REVIEW, "APPROVE"));
    refused(film, 403, () -> script.tried("exec1", CONSULT, "SUPPORT"));
  }

  private static Case submitted(TestFilm film, String person, Map<String, ?> request) {
    return Case.started(film, person, "script-approval", request);
  }

  private static Answer start(TestFilm film, Map<String, ?> request) {
    return film.desk("line1").start("script-approval", request);
  }

  private static String kept(Case script, String person, String step) {
    return script.shown(person, step, "keptFromApprovalText").replace("\\", "");
  }

  private static void approved(Case script) {
    script.answered("producer1", REVIEW, "APPROVE");
    script.answered("director1", CONSULT, "SUPPORT");
    script.answered("exec1", DECIDE, "APPROVE");
    assertThat(script.state()).isEqualTo("APPROVED");
  }

  /** The only deadline of the process passes: what the engine does by itself, and nobody else. */
  private void fiveDaysPass(Case script) {
    String timer =
        engine
            .createJobQuery()
            .processInstanceId(
                script
                    .film()
                    .desk("admin")
                    .get("/engine-rest/process-instance?businessKey=" + script.key())
                    .ok()
                    .path(0)
                    .path("id")
                    .asText())
            .timers()
            .singleResult()
            .getId();
    engine.executeJob(timer);
  }

  /** {@code Draft 1 APPROVED <hash>} for each draft of the film. */
  private static List<String> drafts(TestFilm film) {
    List<String> drafts = new ArrayList<>();
    for (JsonNode draft :
        film.desk("line1")
            .get("/api/films/%s/script-drafts".formatted(film.id()))
            .ok()
            .path("items")) {
      drafts.add(
          "%s %s %s"
              .formatted(
                  draft.path("label").asText(),
                  draft.path("state").asText(),
                  draft.path("sha256").asText()));
    }
    return drafts;
  }
}
