package film.finalsay.journey;

import static film.finalsay.journey.Standing.refused;
import static film.finalsay.support.ShootingScript.SCRIPT;
import static film.finalsay.support.ShootingScript.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.ShootingScript;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a greenlight is based on changes only with the consent of the parties to it. */
@FinalSayTest
class GreenlightConsentsTest {

  private static final String TABLE = "greenlight-consent.dmn";
  private static final String CONSENT = "userTask_giveConsent";
  private static final String DECIDE_SET = "userTask_decideScriptRevision";
  private static final String DECIDE_LOCK = "userTask_decideBudgetLock";
  private static final String BLUE = SCRIPT.replace("A ship without", "Two ships without");

  @LocalServerPort private int port;
  private final ManagementService jobs;
  private final JdbcClient jdbc;

  GreenlightConsentsTest(ManagementService jobs, JdbcClient jdbc) {
    this.jobs = jobs;
    this.jdbc = jdbc;
  }

  @AfterEach
  void theShippedTableCountsAgain() throws IOException {
    deploy(shipped()).ok();
  }

  @Test
  void aRevisionSetOfAGreenlitScriptNeedsEachPartysConsent() {
    TestFilm film = GreenlitFilm.shooting(port);
    Case set = reviewed(film, "Blue", BLUE);
    assertThat(set.shown("exec1", DECIDE_SET, "consentsText"))
        .isEqualTo(
            "Once the executive producer has agreed: the financier, the completion guarantor.");

    set.answered("exec1", DECIDE_SET, "APPROVE");

    assertThat(set.waitingFor())
        .containsExactlyInAnyOrder(
            CONSENT + " for financier", CONSENT + " for completion-guarantor");
    assertThat(set.shown("guarantor1", CONSENT, "silenceBecause"))
        .isEqualTo(
            "Please answer within three days. No answer by then counts as a refusal: the script stays as it is.");
    assertThat(set.shown("guarantor1", CONSENT, "producerReviewText"))
        .as("not the executive producer's decision")
        .isEqualTo("Paul Brandt \\(producer1\\) endorsed it");
    assertThat(set.shown("guarantor1", CONSENT, "differenceText"))
        .contains("Two ships without lights");
    set.answered("financier1", CONSENT, "CONSENT");
    assertThat(set.state()).as("one of two consents").isEqualTo("PENDING");
    set.answered("guarantor1", CONSENT, "CONSENT");

    assertThat(set.state()).isEqualTo("APPROVED");
    assertThat(current(film)).isEqualTo("Blue");
  }

  @Test
  void theSecondSetChangesWhatTheGreenlightIsBasedOnAsMuchAsTheFirst() {
    TestFilm film = GreenlitFilm.shooting(port);
    consented(reviewed(film, "Blue", BLUE), DECIDE_SET);

    Case pink =
        reviewed(film, "Pink", BLUE.replace("The lighthouse burns", "The lighthouse falls"));
    pink.answered("exec1", DECIDE_SET, "APPROVE");

    assertThat(pink.waitingFor())
        .containsExactlyInAnyOrder(
            CONSENT + " for financier", CONSENT + " for completion-guarantor");
  }

  @Test
  void oneRefusalLeavesTheScriptAsItIs() {
    TestFilm film = GreenlitFilm.shooting(port);
    Case set = reviewed(film, "Blue", BLUE).answered("exec1", DECIDE_SET, "APPROVE");

    set.answered("guarantor1", CONSENT, "REFUSE", "The second ship is not in the bond.");

    assertThat(set.state()).isEqualTo("REJECTED");
    assertThat(set.waitingFor()).isEmpty();
    assertThat(current(film)).isEqualTo("Draft 1");
  }

  @Test
  void silenceIsARefusalAfterItsDeadlineAndNothingBefore() {
    TestFilm film = GreenlitFilm.shooting(port);
    Case set = reviewed(film, "Blue", BLUE).answered("exec1", DECIDE_SET, "APPROVE");
    set.answered("financier1", CONSENT, "CONSENT");

    assertThatThrownBy(() -> jobs.executeJob(timer(set).getId()))
        .hasMessageContaining("There is time to answer until");
    assertThat(set.state()).isEqualTo("PENDING");
    daysPass(set, 3);

    assertThat(set.state()).isEqualTo("REJECTED");
    assertThat(set.decisions())
        .last()
        .isEqualTo("nobody as completion-guarantor: REFUSAL_BY_SILENCE");
    assertThat(current(film)).isEqualTo("Draft 1");
  }

  @Test
  void reopeningsGoByTheSameTable() {
    TestFilm film = GreenlitFilm.create(port);
    Case reopening =
        Case.started(
            film,
            "line1",
            "reopening",
            Map.of("film", film.id(), "approval", film.id() + "-GL-1", "reason", "The lead left."));
    reopening.answered("exec1", "userTask_decideReopening", "APPROVE");
    reopening.answered("financier1", CONSENT, "CONSENT");

    assertThatThrownBy(() -> jobs.executeJob(timer(reopening).getId()))
        .hasMessageContaining("There is time to answer until");
    daysPass(reopening, 5);

    assertThat(reopening.state()).isEqualTo("REJECTED");
    assertThat(film.desk("line1").approval(film.id() + "-GL-1").path("state").asText())
        .isEqualTo("APPROVED");
  }

  @Test
  void anotherBudgetOfAGreenlitFilmNeedsEachPartysConsent() {
    TestFilm film = GreenlitFilm.create(port);
    Case lock = lockOfVersion2(film);
    assertThat(lock.shown("exec1", DECIDE_LOCK, "consentsText")).contains("the financier");
    lock.answered("exec1", DECIDE_LOCK, "APPROVE");
    assertThat(lockedVersion(film)).isEqualTo(1);
    assertThat(lock.shown("financier1", CONSENT, "differenceText")).contains("3500");

    lock.answered("financier1", CONSENT, "CONSENT").answered("guarantor1", CONSENT, "CONSENT");

    assertThat(lock.state()).isEqualTo("APPROVED");
    assertThat(lockedVersion(film)).isEqualTo(2);
  }

  @Test
  void oneRefusalLeavesTheBudgetAsItIs() {
    TestFilm film = GreenlitFilm.create(port);
    Case lock = lockOfVersion2(film).answered("exec1", DECIDE_LOCK, "APPROVE");

    lock.answered("financier1", CONSENT, "REFUSE", "We financed that budget.");

    assertThat(lock.state()).isEqualTo("REJECTED");
    assertThat(lockedVersion(film)).isEqualTo(1);
  }

  @Test
  void beforeTheGreenlightNobodysConsentIsNeeded() {
    TestFilm film = TestFilm.create(port);
    Case lock =
        Case.started(film, "producer1", "budget-lock", Map.of("film", film.id(), "version", 1));
    assertThat(lock.shown("exec1", DECIDE_LOCK, "consentsText")).isEqualTo("None is needed.");

    lock.answered("exec1", DECIDE_LOCK, "APPROVE");

    assertThat(lock.state()).isEqualTo("APPROVED");
  }

  @Test
  void whatIsGreenlitWhileItIsReadIsPutToThePartiesAllTheSame() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);
    film.packaged();
    Case set = reviewed(film, "Blue", BLUE);
    assertThat(set.shown("exec1", DECIDE_SET, "consentsText")).isEqualTo("None is needed.");
    GreenlitFilm.greenlit(film);

    consented(set, DECIDE_SET);

    assertThat(current(film)).isEqualTo("Blue");
  }

  @Test
  void aPartyThatJoinsTheTeamBeforeItIsDecidedIsAskedAndOneThatLeavesIsNot() {
    TestFilm film = GreenlitFilm.create(port);
    Case reopening = reopened(film, film.id() + "-GL-1");
    film.hire("distributor");
    film.desk("admin").delete("/api/films/%s/team/financier1/financier".formatted(film.id())).ok();

    reopening.answered("exec1", "userTask_decideReopening", "APPROVE");

    assertThat(reopening.waitingFor())
        .containsExactlyInAnyOrder(
            CONSENT + " for distributor", CONSENT + " for completion-guarantor");
  }

  @Test
  void aYesThatAPartyCouldNotConsentToIsRefused() {
    TestFilm film = GreenlitFilm.shooting(port);
    Case set = reviewed(film, "Blue", BLUE);
    film.desk("admin")
        .post(
            "/api/films/%s/interests".formatted(film.id()),
            Map.of("person", "financier1", "nature", "SUPPLIER", "description", "rents out ships"))
        .ok();

    Answer refused = refused(film, 409, () -> set.tried("exec1", DECIDE_SET, "APPROVE"));

    assertThat(refused.text("detail"))
        .contains("The financier would have to answer", "SUPPLIER".toLowerCase());
    set.answered("exec1", DECIDE_SET, "RETURN", "Who speaks for the money?");
  }

  @Test
  void anotherDraftAfterAReopeningIsPutToThePartiesAndSoIsARevisionOfIt() {
    TestFilm film = GreenlitFilm.create(port);
    consented(reopened(film, film.id() + "-SA-1"), "userTask_decideReopening");
    Case draft =
        Case.started(
                film,
                "line1",
                "script-approval",
                Requests.draft(film, "Draft 2", film.upload(SCRIPT)))
            .answered("producer1", "userTask_reviewScriptDraft", "APPROVE")
            .answered("director1", "userTask_consultDirector", "SUPPORT");
    assertThat(draft.shown("exec1", "userTask_decideScriptDraft", "consentsText"))
        .contains("the financier");

    consented(draft, "userTask_decideScriptDraft");
    assertThat(current(film)).isEqualTo("Draft 2");
    clearAndLock(film, 2);
    Case set = reviewed(film, "Blue", BLUE).answered("exec1", DECIDE_SET, "APPROVE");

    assertThat(set.waitingFor())
        .containsExactlyInAnyOrder(
            CONSENT + " for financier", CONSENT + " for completion-guarantor");
  }

  @Test
  void silenceCountsAsThePartyWasToldWhateverTheTableSaysSince() throws IOException {
    TestFilm film = GreenlitFilm.shooting(port);
    Case set = reviewed(film, "Blue", BLUE).answered("exec1", DECIDE_SET, "APPROVE");
    set.answered("financier1", CONSENT, "CONSENT");
    deploy(shipped().replace("\"REFUSAL\"</text>", "\"CONSENT\"</text>")).ok();

    daysPass(set, 3);

    assertThat(set.state()).isEqualTo("REJECTED");
  }

  @Test
  void aConsentThatTheTableDropsBeforeItIsDecidedIsNotAskedFor() throws IOException {
    TestFilm film = GreenlitFilm.shooting(port);
    Case set = reviewed(film, "Blue", BLUE);
    deploy(guarantorAlone()).ok();

    set.answered("exec1", DECIDE_SET, "APPROVE");

    assertThat(set.waitingFor()).containsExactly(CONSENT + " for completion-guarantor");
  }

  @Test
  void whoDecidedDoesNotConsentAsWell() {
    TestFilm film = GreenlitFilm.shooting(port);
    film.join(Map.of("person", "exec1", "role", "financier")).ok();
    Case set = reviewed(film, "Blue", BLUE).answered("exec1", DECIDE_SET, "APPROVE");
    String task = film.desk("admin").tasksFor("financier", set.key()).get(CONSENT);

    Answer both = film.desk("exec1").complete(task, Map.of("decision", "CONSENT"));

    assertThat(both.status()).isEqualTo(403);
    assertThat(both.text("detail")).contains("another person has to answer here");
    assertThat(set.state()).isEqualTo("PENDING");
  }

  @Test
  void theOfficeSaysWhoseConsentIsNeeded() throws IOException {
    TestFilm film = GreenlitFilm.shooting(port);
    deploy(guarantorAlone()).ok();

    Case set = reviewed(film, "Blue", BLUE).answered("exec1", DECIDE_SET, "APPROVE");

    assertThat(set.waitingFor()).containsExactly(CONSENT + " for completion-guarantor");
    set.answered("guarantor1", CONSENT, "CONSENT");
    assertThat(set.state()).isEqualTo("APPROVED");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"P3D\" | \"soon\" | has to be a period such as P5D",
        "\"REFUSAL\"</text> | \"MAYBE\"</text> | it can mean CONSENT or REFUSAL",
        "<text>true</text> | <text></text> | if the consent is needed",
        "<text>\"REOPENING\"</text> | <text>\"BUDGET_LOCK\"</text> | rows that overlap",
        "<text>\"REOPENING\"</text> | <text>\"REOPENED\"</text> | for the change \"REOPENED\", which there is not",
        "<text>\"REOPENING\"</text> | <text></text> | rows that overlap",
      })
  void aTableThatCannotBeAskedByNeverCounts(String part, String instead, String why)
      throws IOException {
    assertThat(shipped()).contains(part);

    Answer answer = deploy(shipped().replace(part, instead));

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.field()).isEqualTo("greenlight-consent");
    assertThat(answer.text("detail")).contains(why);
  }

  private static Case reviewed(TestFilm film, String label, String text) {
    return Case.started(film, "line1", "script-revision", revision(film, label, text))
        .answered("producer1", "userTask_reviewScriptRevision", "APPROVE")
        .answered("director1", "userTask_consultDirector", "SUPPORT");
  }

  private static void consented(Case asked, String decide) {
    asked
        .answered("exec1", decide, "APPROVE")
        .answered("financier1", CONSENT, "CONSENT")
        .answered("guarantor1", CONSENT, "CONSENT");
    assertThat(asked.state()).isEqualTo("APPROVED");
  }

  private static Case lockOfVersion2(TestFilm film) {
    film.importBudget(
            "account,description,section,total\n1400,CAST,ATL,600000\n3500,TRANSPORTATION,PRODUCTION,400000\n")
        .ok();
    return Case.started(film, "producer1", "budget-lock", Map.of("film", film.id(), "version", 2));
  }

  private static int lockedVersion(TestFilm film) {
    return film.desk("line1")
        .get("/api/films/%s/budget".formatted(film.id()))
        .ok()
        .path("version")
        .asInt();
  }

  private static String current(TestFilm film) {
    for (var draft :
        film.desk("line1")
            .get("/api/films/%s/script-drafts".formatted(film.id()))
            .ok()
            .path("items")) {
      if (draft.path("state").asText().equals("APPROVED")) {
        return draft.path("label").asText();
      }
    }
    return "none";
  }

  /** Nobody answers: the question was put days ago, and the engine comes to its timer. */
  private void daysPass(Case asked, int days) {
    jdbc.sql(
            "update question set asked_at = asked_at - interval '%d' day where approval_key = :key"
                .formatted(days))
        .param("key", asked.key())
        .update();
    jobs.executeJob(timer(asked).getId());
  }

  private Job timer(Case asked) {
    return jobs.createJobQuery().tenantIdIn(asked.film().id()).timers().singleResult();
  }

  private static String guarantorAlone() throws IOException {
    return shipped()
        .replace(
            """
            <inputEntry id="scriptRevision_consentingGroup">
                      <text></text>""",
            """
            <inputEntry id="scriptRevision_consentingGroup">
                      <text>"completion-guarantor"</text>""")
        .replace("</decisionTable>", notAsked() + "</decisionTable>");
  }

  private static Case reopened(TestFilm film, String approval) {
    return Case.started(
        film,
        "line1",
        "reopening",
        Map.of("film", film.id(), "approval", approval, "reason", "The lead left."));
  }

  private static void clearAndLock(TestFilm film, int draft) {
    film.desk("line1")
        .post(
            "/api/films/%s/scripts/%d/clearance".formatted(film.id(), draft),
            Map.of("document", new ShootingScript(film).reportFile(), "findings", List.of()))
        .ok();
    Case.started(film, "producer1", "script-lock", Map.of("film", film.id(), "draft", draft))
        .answered("exec1", "userTask_decideScriptLock", "APPROVE");
  }

  private static String notAsked() {
    return """
      <rule id="rule_scriptRevisionOthers">
        <description>The others read the sets, and need not consent to them</description>
        <inputEntry id="scriptRevisionOthers_change">
          <text>"SCRIPT_REVISION"</text>
        </inputEntry>
        <inputEntry id="scriptRevisionOthers_consentingGroup">
          <text>not("completion-guarantor")</text>
        </inputEntry>
        <outputEntry id="scriptRevisionOthers_consentNeeded">
          <text>false</text>
        </outputEntry>
        <outputEntry id="scriptRevisionOthers_consentDeadline">
          <text></text>
        </outputEntry>
        <outputEntry id="scriptRevisionOthers_silenceMeans">
          <text></text>
        </outputEntry>
        <outputEntry id="scriptRevisionOthers_silenceBecause">
          <text></text>
        </outputEntry>
      </rule>
    """;
  }

  private Answer deploy(String table) {
    return Desk.of(port, "admin")
        .upload("/engine-rest/deployment/create", TABLE, table.getBytes(StandardCharsets.UTF_8));
  }

  private static String shipped() throws IOException {
    return Files.readString(Path.of("processes", TABLE));
  }
}
