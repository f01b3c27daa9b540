package film.finalsay.journey;

import static film.finalsay.journey.Requests.draft;
import static film.finalsay.support.ShootingScript.revision;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.ShootingScript;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A signature holds for exactly what was shown: one byte more or less, and it is void. */
@FinalSayTest
class SignaturesTest {

  private static final String REVIEW = "userTask_reviewScriptDraft";
  private static final String CONSULT = "userTask_consultDirector";
  private static final String DECIDE = "userTask_decideScriptDraft";
  private static final String TAKE_NOTE = "userTask_takeNote";

  @LocalServerPort private int port;
  private final JdbcClient database;

  SignaturesTest(JdbcClient database) {
    this.database = database;
  }

  @Test
  void nothingBecomesVoidWhileEverythingIsAsItWasSigned() {
    TestFilm film = GreenlitFilm.create(port);

    assertThat(check(film)).isEmpty();
    assertThat(film.desk("line1").approval(film.id() + "-SA-1").path("state").asText())
        .isEqualTo("APPROVED");
  }

  @Test
  void oneByteOfASignedDraftChangedMakesItsApprovalVoidAndTheSignersAreTold() {
    TestFilm film = TestFilm.create(port);
    String sha256 = film.upload("FADE IN. " + film.id());
    String script = approvedDraft(film, sha256);

    alter(sha256, "FADE IN! " + film.id());

    assertThat(check(film)).containsExactly(script);
    assertThat(film.desk("line1").approval(script).path("state").asText()).isEqualTo("VOID");
    assertThat(draftStates(film)).containsExactly("Draft 1 OVERTURNED");
    String notice = film.id() + "-SV-1";
    for (String signer : List.of("producer1", "director1", "exec1")) {
      film.desk(signer).answer(notice, TAKE_NOTE, "ACKNOWLEDGE", "").ok();
    }
    assertThat(film.desk("line1").approval(notice).path("state").asText())
        .isEqualTo("ACKNOWLEDGED");
    assertThat(ledger(film, "VOIDED"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.path("approval").asText()).isEqualTo(script);
              assertThat(entry.path("facts").path("because").asText()).contains(sha256);
              assertThat(entry.path("facts").path("signers").asText())
                  .isEqualTo("producer1,director1,exec1");
            });
    assertThat(check(film)).isEmpty();
  }

  @Test
  void whereNobodyWhoSignedIsLeftOnTheTeamTheApprovalIsVoidAllTheSame() {
    TestFilm film = TestFilm.create(port);
    String sha256 = film.upload("FADE IN. " + film.id());
    String script = approvedDraft(film, sha256);
    for (String signer : List.of("producer1/producer", "director1/director")) {
      film.desk("admin").delete("/api/films/%s/team/%s".formatted(film.id(), signer)).ok();
    }
    film.desk("admin")
        .delete("/api/films/%s/team/exec1/executive-producer".formatted(film.id()))
        .ok();

    alter(sha256, "FADE IN! " + film.id());
    JsonNode voided = film.desk("admin").post(path(film), List.of()).ok().path("voided");

    assertThat(voided).hasSize(1);
    assertThat(film.desk("line1").approval(script).path("state").asText()).isEqualTo("VOID");
    assertThat(film.desk("line1").get("/api/approvals/%s-SV-1".formatted(film.id())).status())
        .isEqualTo(404);
  }

  @Test
  void theEffectGateRefusesADraftThatChangedAfterTheProducerSignedIt() {
    TestFilm film = TestFilm.create(port);
    String sha256 = film.upload("FADE IN. " + film.id());
    String script = film.desk("line1").started("script-approval", draft(film, "Draft 1", sha256));
    film.desk("producer1").answer(script, REVIEW, "APPROVE", "").ok();
    film.desk("director1").answer(script, CONSULT, "SUPPORT", "").ok();

    alter(sha256, "FADE OUT." + film.id());
    Answer refused = film.desk("exec1").answer(script, DECIDE, "APPROVE", "");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains(script, sha256, "void");
    JsonNode approval = film.desk("line1").approval(script);
    assertThat(approval.path("state").asText()).isEqualTo("VOID");
    assertThat(approval.path("waitingFor")).isEmpty();
    film.desk("producer1").answer(film.id() + "-SV-1", TAKE_NOTE, "ACKNOWLEDGE", "").ok();
  }

  @Test
  void aGreenlightBasedOnTheChangedDraftIsVoidTooAndTheFilmIsInDevelopmentAgain() {
    TestFilm film = GreenlitFilm.create(port);
    String sha256 =
        film.desk("line1")
            .get("/api/films/%s/script-drafts".formatted(film.id()))
            .ok()
            .path("items")
            .path(0)
            .path("sha256")
            .asText();
    byte[] before = film.desk("line1").download(document(film, sha256));

    alter(sha256, "FADE IN!");

    assertThat(check(film)).contains(film.id() + "-SA-1", film.id() + "-GL-1");
    JsonNode after = film.desk("line1").get("/api/films/" + film.id()).ok();
    assertThat(after.path("phase").asText()).isEqualTo("DEVELOPMENT");
    assertThat(after.path("visionFrozenAt").isNull()).isTrue();
    assertThat(film.desk("line1").get(document(film, sha256)).status()).isEqualTo(409);

    assertThat(film.upload(new String(before, StandardCharsets.UTF_8))).isEqualTo(sha256);
    assertThat(film.desk("line1").download(document(film, sha256))).isEqualTo(before);
    assertThat(film.desk("line1").approval(film.id() + "-SA-1").path("state").asText())
        .isEqualTo("VOID");
  }

  @Test
  void manyChangedDocumentsWithLongNamesAreNamedAsFarAsTheyFit() {
    TestFilm film = ReadyFilm.create(port);
    List<Map<String, String>> sources = new ArrayList<>();
    for (int n = 0; n < 12; n++) {
      String sha256 =
          film.desk("line1")
              .upload(
                  "/api/films/%s/documents".formatted(film.id()),
                  "x".repeat(250) + n + ".pdf",
                  ("Source %d of %s".formatted(n, film.id())).getBytes(StandardCharsets.UTF_8))
              .ok()
              .path("sha256")
              .asText();
      sources.add(
          Map.of(
              "name", "Source " + n,
              "kind", "EQUITY",
              "amount", "100000.00",
              "state", "CONFIRMED",
              "document", sha256));
    }
    film.desk("producer1")
        .put("/api/films/%s/finance-plan".formatted(film.id()), Map.of("sources", sources))
        .ok();
    Case greenlight =
        Case.started(film, "producer1", "greenlight", Requests.greenlight(film, "Draft 1"));
    sources.forEach(source -> alter(source.get("document"), "Something else."));

    film.desk("exec1").post("/api/films/%s/signatures/check".formatted(film.id()), Map.of()).ok();

    assertThat(greenlight.state()).isEqualTo("VOID");
  }

  @Test
  void aRevisionSetWhoseFileChangedIsTakenBackAndItsNumbersStayUsed() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);
    String blue =
        ShootingScript.SCRIPT.replace(
            "EXT. LIGHTHOUSE - DAY #5#",
            "EXT. ROCKS - DAWN #4A#\n\nA storm lamp.\n\nEXT. LIGHTHOUSE - DAY #5#");
    Case set = Case.started(film, "line1", "script-revision", revision(film, "Blue", blue));
    ShootingScript.decide(film, set.key(), "ScriptRevision");
    database
        .sql(
            """
            update document set content = :content where sha256 =
              (select sha256 from script_draft where film_id = :film and label = 'Blue')
            """)
        .param("content", "Another script.".getBytes(StandardCharsets.UTF_8))
        .param("film", film.id())
        .update();

    assertThat(check(film)).containsExactly(set.key());

    assertThat(draftStates(film)).containsExactlyInAnyOrder("Draft 1 APPROVED", "Blue OVERTURNED");
    String reused = blue.replace("A storm lamp.", "Another scene, under a number that is out.");
    Answer refused = film.desk("line1").start("script-revision", revision(film, "Pink", reused));
    assertThat(refused.text("detail")).contains("uses scene 4A again");
  }

  @Test
  void aFigureOfAGivenGreenlightThatIsChangedMakesItVoid() {
    TestFilm film = GreenlitFilm.create(port);

    database
        .sql("update greenlight_package set logline = 'Another film.' where approval_key = :key")
        .param("key", film.id() + "-GL-1")
        .update();

    assertThat(check(film)).containsExactly(film.id() + "-GL-1");
  }

  @Test
  void onlyProducersHaveTheSignaturesCompared() {
    TestFilm film = TestFilm.create(port);

    // of no film but this
    String asks = film.hire("line-producer");

    assertThat(film.desk(asks).post(path(film), List.of()).status()).isEqualTo(403);
    assertThat(film.desk("admin").post(path(film), List.of()).status()).isEqualTo(200);
  }

  @Test
  void nobodyStartsANoticeAboutWhatIsNotVoid() {
    TestFilm film = TestFilm.create(port);
    String script = approvedDraft(film, film.upload("FADE IN. " + film.id()));

    Answer refused =
        film.desk("line1")
            .start("signature-void", Map.of("film", film.id(), "voidedApproval", script));

    assertThat(refused.status()).isEqualTo(409);
  }

  private String approvedDraft(TestFilm film, String sha256) {
    String script = film.desk("line1").started("script-approval", draft(film, "Draft 1", sha256));
    film.desk("producer1").answer(script, REVIEW, "APPROVE", "").ok();
    film.desk("director1").answer(script, CONSULT, "SUPPORT", "").ok();
    film.desk("exec1").answer(script, DECIDE, "APPROVE", "").ok();
    return script;
  }

  /** What somebody with the keys of the database could do. */
  private void alter(String sha256, String content) {
    int rows =
        database
            .sql("update document set content = :content where sha256 = :sha256")
            .param("content", content.getBytes(StandardCharsets.UTF_8))
            .param("sha256", sha256)
            .update();
    assertThat(rows).isEqualTo(1);
  }

  private List<String> check(TestFilm film) {
    JsonNode voided = film.desk("exec1").post(path(film), List.of()).ok().path("voided");
    return StreamSupport.stream(voided.spliterator(), false)
        .map(approval -> approval.path("approval").asText())
        .toList();
  }

  private static List<String> draftStates(TestFilm film) {
    JsonNode drafts =
        film.desk("line1").get("/api/films/%s/script-drafts".formatted(film.id())).ok();
    return StreamSupport.stream(drafts.path("items").spliterator(), false)
        .map(draft -> draft.path("label").asText() + " " + draft.path("state").asText())
        .toList();
  }

  private static List<JsonNode> ledger(TestFilm film, String happening) {
    return StreamSupport.stream(
            film.desk("exec1")
                .get("/api/films/%s/ledger?size=100".formatted(film.id()))
                .ok()
                .path("items")
                .spliterator(),
            false)
        .filter(entry -> entry.path("happening").asText().equals(happening))
        .toList();
  }

  private static String document(TestFilm film, String sha256) {
    return "/api/films/%s/documents/%s".formatted(film.id(), sha256);
  }

  private static String path(TestFilm film) {
    return "/api/films/%s/signatures/check".formatted(film.id());
  }
}
