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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was approved is opened again by its own process, seeing what rests on it. */
@FinalSayTest
class ReopeningJourneyTest {

  private static final String DECIDE = "userTask_decideReopening";
  private static final String CONSENT = "userTask_giveConsent";

  @LocalServerPort private int port;

  @Test
  void aScriptOnWhichAGreenlightRestsIsOpenedAgainAndTheGreenlightStands() {
    TestFilm film = GreenlitFilm.create(port);
    JsonNode preview =
        film.desk("line1")
            .post(
                "/api/films/%s/requests/reopening/preview".formatted(film.id()),
                Map.of("approval", script(film), "reason", "A better end."))
            .ok();
    assertThat(preview.path("decidedBy").asText()).isEqualTo("executive-producer");
    assertThat(preview.path("consents").toString())
        .isEqualTo("[\"financier\",\"completion-guarantor\"]");
    Case reopening = asked(film, "line1", script(film));
    assertThat(shown(film, "exec1", reopening, DECIDE, "dependentsText"))
        .contains(film.id() + "-GL-1", "approved");

    reopening.answered("exec1", DECIDE, "APPROVE");
    assertThat(reopening.waitingFor())
        .containsExactlyInAnyOrder(
            CONSENT + " for financier", CONSENT + " for completion-guarantor");
    reopening.answered("financier1", CONSENT, "CONSENT");
    reopening.answered("guarantor1", CONSENT, "CONSENT");

    assertThat(reopening.state()).isEqualTo("APPROVED");
    assertThat(state(film, script(film))).isEqualTo("REOPENED");
    assertThat(state(film, greenlight(film))).isEqualTo("APPROVED");
    assertThat(phase(film)).isEqualTo("PRE_PRODUCTION");
    approvedScript(film, "Draft 2");
  }

  @Test
  void whatRestsOnItIsOpenedWithItIfTheExecutiveProducerSaysSo() {
    TestFilm film = GreenlitFilm.create(port);
    Case reopening = asked(film, "producer1", script(film));

    reopening.answered("exec1", DECIDE, "APPROVE_WITH_DEPENDENTS", "All of it goes back.");
    reopening.answered("financier1", CONSENT, "CONSENT");
    reopening.answered("guarantor1", CONSENT, "CONSENT");

    assertThat(state(film, script(film))).isEqualTo("REOPENED");
    assertThat(state(film, greenlight(film))).isEqualTo("REOPENED");
    assertThat(phase(film)).isEqualTo("DEVELOPMENT");
    Answer spending =
        film.desk("line1")
            .start("budget-change", Requests.transfer(film, "3500", "3600", "1000.00"));
    assertThat(spending.status()).isEqualTo(409);
    assertThat(spending.text("detail")).contains(greenlight(film) + ", counts no more");
  }

  @Test
  void whoMayNotGiveItForAnInterestMayNotTakeItBackEither() {
    TestFilm film = GreenlitFilm.create(port);
    String other = film.hire("executive-producer");
    film.desk("exec1")
        .post(
            "/api/films/%s/interests".formatted(film.id()),
            Map.of(
                "nature", "INVESTOR",
                "description", "a stake",
                "matters", List.of("GREENLIGHT")))
        .ok();
    Case reopening = asked(film, "line1", script(film));

    assertThat(reopening.tried("exec1", DECIDE, "APPROVE").status()).isEqualTo(403);
    reopening.answered(other, DECIDE, "REJECT", "It stays.");
  }

  @Test
  void aScriptThatNoGreenlightIsBasedOnNeedsNobodysConsent() {
    TestFilm film = TestFilm.create(port);
    approvedScript(film, "Draft 1");
    Case reopening = asked(film, "line1", script(film));
    assertThat(shown(film, "exec1", reopening, DECIDE, "dependentsText")).isEqualTo("Nothing.");

    reopening.answered("exec1", DECIDE, "APPROVE");

    assertThat(reopening.state()).isEqualTo("APPROVED");
    assertThat(state(film, script(film))).isEqualTo("REOPENED");
  }

  @Test
  void oneRefusedConsentLeavesItApproved() {
    TestFilm film = GreenlitFilm.create(port);
    Case reopening = asked(film, "line1", greenlight(film));
    reopening.answered("exec1", DECIDE, "APPROVE");

    reopening.answered("financier1", CONSENT, "REFUSE", "We financed that script.");

    assertThat(reopening.state()).isEqualTo("REJECTED");
    assertThat(state(film, greenlight(film))).isEqualTo("APPROVED");
    assertThat(phase(film)).isEqualTo("PRE_PRODUCTION");
  }

  @Test
  void whatTheExecutiveProducerRejectsStaysApproved() {
    TestFilm film = GreenlitFilm.create(port);
    Case reopening = asked(film, "line1", greenlight(film));

    reopening.answered("exec1", DECIDE, "REJECT", "It is too late.");

    assertThat(reopening.state()).isEqualTo("REJECTED");
    assertThat(state(film, greenlight(film))).isEqualTo("APPROVED");
  }

  @Test
  void whoAskedTakesItBack() {
    TestFilm film = GreenlitFilm.create(port);
    Case reopening = asked(film, "line1", greenlight(film));

    film.desk("line1")
        .post("/api/approvals/%s/withdrawal".formatted(reopening.key()), Map.of())
        .ok();

    assertThat(reopening.state()).isEqualTo("WITHDRAWN");
    assertThat(state(film, greenlight(film))).isEqualTo("APPROVED");
  }

  @Test
  void anOpenRequestThatCitesItMeanwhileDoesNotHoldUpTheDecision() {
    TestFilm film = ReadyFilm.create(port);
    Case reopening = asked(film, "line1", script(film));
    Case greenlight =
        Case.started(film, "producer1", "greenlight", Requests.greenlight(film, "Draft 1"));

    reopening.answered("exec1", DECIDE, "APPROVE");

    assertThat(state(film, script(film))).isEqualTo("REOPENED");
    Answer late = greenlight.tried("exec1", "userTask_decideGreenlight", "APPROVE");
    assertThat(late.status()).isEqualTo(409);
    greenlight.answered("exec1", "userTask_decideGreenlight", "RETURN", "On the new draft.");
  }

  @Test
  void aGreenlightThatIsGivenMeanwhileIsAskedAboutAnew() {
    TestFilm film = ReadyFilm.create(port);
    Case reopening = asked(film, "line1", script(film));
    Case.started(film, "producer1", "greenlight", Requests.greenlight(film, "Draft 1"))
        .answered("exec1", "userTask_decideGreenlight", "APPROVE");

    Answer blind = reopening.tried("exec1", DECIDE, "APPROVE");

    assertThat(blind.status()).isEqualTo(409);
    assertThat(blind.text("detail")).contains("not what it was when you were asked");
    assertThat(reopening.shown("exec1", DECIDE, "dependentsText")).contains(greenlight(film));
    reopening.answered("exec1", DECIDE, "APPROVE");
    assertThat(state(film, script(film)))
        .as("the parties to the greenlight are asked before")
        .isEqualTo("APPROVED");
    assertThat(reopening.waitingFor()).isNotEmpty();
  }

  @Test
  void aLockedScriptIsOpenedAgainOnlyAfterItsLock() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);
    String lock = film.id() + "-SL-1";
    Answer locked = start(film, "line1", request(film, script(film)));
    assertThat(locked.status()).isEqualTo(409);
    assertThat(locked.text("detail")).contains(lock + " has to be opened again first");

    asked(film, "line1", lock).answered("exec1", DECIDE, "APPROVE");
    asked(film, "line1", script(film)).answered("exec1", DECIDE, "APPROVE");

    assertThat(state(film, lock)).isEqualTo("REOPENED");
    assertThat(state(film, script(film))).isEqualTo("REOPENED");
    approvedScript(film, "Draft 2");
  }

  @Test
  void whatRevisionSetsGoByStaysLocked() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);
    String blue = ShootingScript.SCRIPT.replace("A ship without lights", "Two ships");
    Case set = Case.started(film, "line1", "script-revision", revision(film, "Blue", blue));
    Answer underWay = start(film, "line1", request(film, film.id() + "-SL-1"));
    ShootingScript.decide(film, set.key(), "ScriptRevision");

    Answer lock = start(film, "line1", request(film, film.id() + "-SL-1"));
    Answer revision = start(film, "line1", request(film, set.key()));

    for (Answer refused : new Answer[] {underWay, lock, revision}) {
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("detail")).contains("revision set");
    }
  }

  @Test
  void aSetThatIsUnderWayIsNotApprovedOnceTheLockIsGone() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);
    Case unlock = asked(film, "line1", film.id() + "-SL-1");
    String blue = ShootingScript.SCRIPT.replace("A ship without lights", "Two ships");
    Case.started(film, "line1", "script-revision", revision(film, "Blue", blue));

    Answer refused = unlock.tried("exec1", DECIDE, "APPROVE");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(state(film, film.id() + "-SL-1")).isEqualTo("APPROVED");
  }

  @Test
  void nobodyBelowTheExecutiveProducerOpensItAgain() {
    TestFilm film = GreenlitFilm.create(port);
    Case reopening = asked(film, "line1", script(film));

    for (String person : new String[] {"producer1", "coexec1", "financier1", "line1"}) {
      assertThat(reopening.tried(person, DECIDE, "APPROVE").status()).isEqualTo(403);
    }
    assertThat(state(film, script(film))).isEqualTo("APPROVED");
  }

  @Test
  void onlyWhatIsApprovedAndCanBeOpenedAgainIsAskedFor() {
    TestFilm film = GreenlitFilm.create(port);
    String change =
        film.desk("line1")
            .started("budget-change", Requests.transfer(film, "3500", "3600", "1000.00"));
    film.desk("producer1").answer(change, "userTask_decideBudgetChange", "APPROVE", "").ok();

    Answer money = start(film, "line1", request(film, change));
    assertThat(money.status()).isEqualTo(409);
    assertThat(money.text("detail")).contains("stays done");
    asked(film, "line1", script(film));
    Answer twice = start(film, "producer2", request(film, script(film)));
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.text("detail")).contains("again: " + film.id() + "-RO-1");
    Answer open = start(film, "line1", request(film, film.id() + "-RO-1"));
    assertThat(open.status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({"film, ", "approval, ", "reason, ", "film, NOSUCH", "approval, OTHER-GL-1"})
  void aWrongRequestIsRefusedAndStartsNothing(String field, String wrong) {
    TestFilm film = GreenlitFilm.create(port);
    Map<String, Object> request = request(film, script(film));
    request.put(field, wrong);

    Answer refused = start(film, "line1", request);

    assertThat(refused.status()).isBetween(400, 404);
    assertThat(film.desk("line1").get("/api/approvals/%s-RO-1".formatted(film.id())).status())
        .isEqualTo(404);
  }

  @Test
  void anotherFilmsApprovalIsNotOpenedFromHere() {
    TestFilm film = GreenlitFilm.create(port);
    TestFilm other = GreenlitFilm.create(port);

    Answer refused = start(film, "line1", request(film, script(other)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.field()).isEqualTo("approval");
  }

  private static void approvedScript(TestFilm film, String label) {
    String key =
        film.desk("line1")
            .started("script-approval", draft(film, label, film.upload(label + film.id())));
    film.desk("producer1").answer(key, "userTask_reviewScriptDraft", "APPROVE", "").ok();
    film.desk("director1").answer(key, "userTask_consultDirector", "SUPPORT", "").ok();
    film.desk("exec1").answer(key, "userTask_decideScriptDraft", "APPROVE", "").ok();
  }

  private static Map<String, Object> request(TestFilm film, String approval) {
    return new HashMap<>(
        Map.of(
            "film",
            film.id(),
            "approval",
            approval,
            "reason",
            "The ending does not work on the stage we have."));
  }

  private static Answer start(TestFilm film, String person, Map<String, Object> request) {
    return film.desk(person).start("reopening", request);
  }

  private static Case asked(TestFilm film, String person, String approval) {
    return new Case(film, film.desk(person).started("reopening", request(film, approval)));
  }

  private static String shown(
      TestFilm film, String person, Case reopening, String step, String text) {
    String task = film.desk(person).task(reopening.key(), step);
    return film.desk(person)
        .get("/engine-rest/task/%s/form-variables".formatted(task))
        .ok()
        .path(text)
        .path("value")
        .asText();
  }

  private static String state(TestFilm film, String key) {
    return film.desk("line1").approval(key).path("state").asText();
  }

  private static String phase(TestFilm film) {
    return film.desk("line1").get("/api/films/" + film.id()).ok().path("phase").asText();
  }

  private static String script(TestFilm film) {
    return film.id() + "-SA-1";
  }

  private static String greenlight(TestFilm film) {
    return film.id() + "-GL-1";
  }
}
