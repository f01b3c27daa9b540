package film.finalsay.journey;

import static film.finalsay.journey.Requests.greenlight;
import static film.finalsay.journey.Requests.increase;
import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Requests.with;
import static film.finalsay.journey.Requests.without;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A budget lock from the request to the version that the film is made for. */
@FinalSayTest
class BudgetLockJourneyTest {

  private static final String ENDORSE = "userTask_endorseBudgetLock";
  private static final String DECIDE = "userTask_decideBudgetLock";
  private static final String AMEND = "userTask_amendBudgetLock";

  private static final String SECOND =
      TestFilm.TOP_SHEET
          .replace("3500,TRANSPORTATION,PRODUCTION,200000", "3500,TRANSPORTATION,PRODUCTION,250000")
          .replace("1100,WRITER,ATL,50000\n", "")
          .replace("9900", "6700,INSURANCE,OTHER,20000\n9900");

  @LocalServerPort int port;

  @Test
  void aVersionIsSubmittedUntilTheExecutiveProducerLocksIt() {
    TestFilm film = TestFilm.create(port);
    Case lock = asked(film, "producer1", 1);

    assertThat(lock.key()).isEqualTo(film.id() + "-BL-1");
    assertThat(lock.amount()).isEqualTo("1000000.00");
    assertThat(lock.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    assertThat(state(film, 1)).isEqualTo("SUBMITTED");

    lock.answered("exec1", DECIDE, "APPROVE");

    assertThat(lock.state()).isEqualTo("APPROVED");
    assertThat(state(film, 1)).isEqualTo("LOCKED");
    assertThat(lock.decisions()).containsExactly("exec1 as executive-producer: APPROVE");
  }

  @Test
  void theFormShowsWhatTheVersionChangesInTheOneLockedBefore() {
    TestFilm film = locked();
    film.importBudget(SECOND).ok();
    Case lock = asked(film, "producer1", 2);

    assertThat(lock.shown("exec1", DECIDE, "lockedText")).isEqualTo("Version 1");
    assertThat(lock.shown("exec1", DECIDE, "atlBefore")).isEqualTo("USD 300,000.00");
    assertThat(lock.shown("exec1", DECIDE, "atlChange")).isEqualTo("− USD 50,000.00");
    assertThat(lock.shown("exec1", DECIDE, "atlNow")).isEqualTo("USD 250,000.00");
    assertThat(lock.shown("exec1", DECIDE, "postChange")).isEqualTo("no change");
    assertThat(lock.shown("exec1", DECIDE, "totalChange")).isEqualTo("+ USD 20,000.00");
    assertThat(lock.shown("exec1", DECIDE, "contingencyText"))
        .isEqualTo("9900 CONTINGENCY, USD 100,000.00");
    assertThat(lock.shown("exec1", DECIDE, "controlTotalText")).isEqualTo("none given");
    assertThat(lock.shown("exec1", DECIDE, "differenceText").lines())
        .containsExactlyInAnyOrder(
            "- 3500 TRANSPORTATION: USD 250,000.00, was USD 200,000.00 (+ USD 50,000.00)",
            "- 1100 WRITER: removed, was USD 50,000.00",
            "- 6700 INSURANCE: added, USD 20,000.00");

    lock.answered("exec1", DECIDE, "APPROVE");

    assertThat(state(film, 1)).isEqualTo("SUPERSEDED");
    assertThat(state(film, 2)).isEqualTo("LOCKED");
    assertThat(current(film)).isEqualTo(2);
  }

  @Test
  void ofManyDifferencesTheFormShowsTheLargestAndSaysHowManyMore() {
    TestFilm film = locked();
    StringBuilder many = new StringBuilder(TestFilm.TOP_SHEET);
    for (int i = 1; i <= 200; i++) {
      many.append("A%d,EXTRA %d,OTHER,%d\n".formatted(i, i, i));
    }
    film.importBudget(many.toString()).ok();

    String text = asked(film, "producer1", 2).shown("exec1", DECIDE, "differenceText");

    assertThat(text.lines()).first().isEqualTo("- A200 EXTRA 200: added, USD 200.00");
    long shown = text.lines().count() - 1;
    assertThat(text)
        .hasSizeLessThan(4000)
        .endsWith(
            "- and %d more: /api/films/%s/budgets/1/differences/2"
                .formatted(200 - shown, film.id()));
  }

  @Test
  void aVersionFromBelowAProducerIsEndorsedFirst() {
    TestFilm film = TestFilm.create(port);
    Case lock = asked(film, "line1", 1);
    assertThat(lock.waitingFor()).containsExactly(ENDORSE + " for producer");

    lock.answered("producer1", ENDORSE, "APPROVE").answered("exec1", DECIDE, "APPROVE");

    assertThat(state(film, 1)).isEqualTo("LOCKED");
  }

  @Test
  void theEndorsementIsNotTheExecutiveProducersDecision() {
    TestFilm film = TestFilm.create(port);
    Case lock = asked(film, "line1", 1).answered("exec1", ENDORSE, "APPROVE");

    refused(film, 403, () -> lock.tried("exec1", DECIDE, "APPROVE"));

    assertThat(state(film, 1)).isEqualTo("SUBMITTED");
  }

  @Test
  void aReturnedVersionIsADraftAgainAndAnotherIsSubmittedInItsPlace() {
    TestFilm film = TestFilm.create(port);
    Case lock = asked(film, "producer1", 1).answered("exec1", DECIDE, "RETURN", "Insure it.");
    assertThat(lock.state()).isEqualTo("RETURNED");
    assertThat(state(film, 1)).isEqualTo("DRAFT");
    assertThat(lock.waitingFor()).containsExactly(AMEND + " for producer");
    assertThat(lock.shown("producer1", AMEND, "guidance")).isEqualTo("Insure it.");
    film.importBudget(SECOND).ok();

    lock.answered("producer1", AMEND, resubmitted(request(film, 2)));

    assertThat(state(film, 1)).isEqualTo("DRAFT");
    assertThat(state(film, 2)).isEqualTo("SUBMITTED");
    assertThat(lock.amount()).isEqualTo("1020000.00");
    lock.answered("exec1", DECIDE, "APPROVE");
    assertThat(state(film, 1)).isEqualTo("DRAFT");
    assertThat(state(film, 2)).isEqualTo("LOCKED");
  }

  @Test
  void theSameVersionIsResubmittedAfterItWasBrokenDown() {
    TestFilm film = TestFilm.create(port);
    Case lock = asked(film, "producer1", 1).answered("exec1", DECIDE, "RETURN", "Break it down.");
    brokenDown(film).ok();

    lock.answered("producer1", AMEND, resubmitted(request(film, 1)));
    assertThat(state(film, 1)).isEqualTo("SUBMITTED");
    lock.answered("exec1", DECIDE, "APPROVE");

    assertThat(state(film, 1)).isEqualTo("LOCKED");
  }

  @Test
  void aRejectedOrWithdrawnVersionIsADraftAgain() {
    TestFilm film = TestFilm.create(port);
    Case rejected = asked(film, "producer1", 1).answered("exec1", DECIDE, "REJECT", "Too much.");
    assertThat(rejected.state()).isEqualTo("REJECTED");
    assertThat(state(film, 1)).isEqualTo("DRAFT");

    Case withdrawn = asked(film, "producer1", 1).answered("exec1", DECIDE, "RETURN", "Wait.");
    withdrawn.answered("producer1", AMEND, "WITHDRAW");
    assertThat(withdrawn.state()).isEqualTo("WITHDRAWN");
    assertThat(state(film, 1)).isEqualTo("DRAFT");
  }

  @Test
  void itsRequesterTakesItBackWhileOthersHaveIt() {
    TestFilm film = TestFilm.create(port);
    Case lock = asked(film, "producer1", 1);
    assertThat(state(film, 1)).isEqualTo("SUBMITTED");

    film.desk("producer1").post("/api/approvals/" + lock.key() + "/withdrawal", Map.of()).ok();

    assertThat(lock.state()).isEqualTo("WITHDRAWN");
    assertThat(lock.waitingFor()).isEmpty();
    assertThat(state(film, 1)).isEqualTo("DRAFT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"coexec1", "producer2", "line1", "financier1", "producer1"})
  void nobodyButTheExecutiveProducerLocksABudget(String person) {
    TestFilm film = TestFilm.create(port);
    Case lock = asked(film, "producer1", 1);

    refused(film, 403, () -> lock.tried(person, DECIDE, "APPROVE"));

    assertThat(state(film, 1)).isEqualTo("SUBMITTED");
  }

  @Test
  void theExecutiveProducerDoesNotLockWhatTheySubmitted() {
    TestFilm film = TestFilm.create(port);
    film.hire("executive-producer");
    Case lock = asked(film, "exec1", 1);

    refused(film, 403, () -> lock.tried("exec1", DECIDE, "APPROVE"));
  }

  @Test
  void whatNobodyButItsRequesterCouldLockIsRefusedAtTheStart() {
    TestFilm film = TestFilm.create(port);

    Answer alone = refused(film, 409, () -> start(film, "exec1", request(film, 1)));

    assertThat(alone.text("detail")).contains("executive producer would have to answer");
  }

  @Test
  void aSubmittedOrLockedVersionStaysAsItIs() {
    TestFilm film = TestFilm.create(port);
    Case lock = asked(film, "producer1", 1);
    Answer submitted = refused(film, 409, () -> brokenDown(film));
    assertThat(submitted.text("detail")).contains("submitted");

    lock.answered("exec1", DECIDE, "APPROVE");

    Answer locked = refused(film, 409, () -> brokenDown(film));
    assertThat(locked.text("detail")).contains("locked");
  }

  @Test
  void aVersionIsSubmittedOnceAndLockedOnce() {
    TestFilm film = TestFilm.create(port);
    Case lock = asked(film, "producer1", 1);
    Answer twice = refused(film, 409, () -> start(film, "producer2", request(film, 1)));
    assertThat(twice.text("detail")).contains(lock.key() + " is open already");
    lock.answered("exec1", DECIDE, "APPROVE");

    Answer again = refused(film, 409, () -> start(film, "producer2", request(film, 1)));

    assertThat(again.text("detail")).contains("locked already");
  }

  @Test
  void aVersionThatDoesNotAddUpIsNotLocked() {
    TestFilm film = TestFilm.create(port);
    film.desk("line1")
        .postCsv(
            "/api/films/%s/budgets?controlTotal=1100000".formatted(film.id()), TestFilm.TOP_SHEET)
        .ok();

    Answer answer = refused(film, 409, () -> start(film, "producer1", request(film, 2)));

    assertThat(answer.text("detail"))
        .contains("USD 100,000.00 short of its control total of USD 1,100,000.00");
  }

  @Test
  void anOpenBudgetChangeKeepsItsVersionFromBeingReplaced() {
    TestFilm film = locked();
    film.importBudget(SECOND).ok();
    Case lock = asked(film, "producer1", 2);
    Case change =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "8000.00"));

    Answer answer = refused(film, 409, () -> lock.tried("exec1", DECIDE, "APPROVE"));
    assertThat(answer.text("detail")).contains(change.key());

    change.answered("producer1", "userTask_decideBudgetChange", "REJECT", "Not now.");
    lock.answered("exec1", DECIDE, "APPROVE");
    assertThat(state(film, 2)).isEqualTo("LOCKED");
  }

  @Test
  void anIncreaseOfTheLockedVersionSupersedesIt() {
    TestFilm film = locked();
    increased(film);

    assertThat(state(film, 1)).isEqualTo("SUPERSEDED");
    assertThat(state(film, 2)).isEqualTo("LOCKED");
    assertThat(current(film)).isEqualTo(2);
    assertThat(film.total()).isEqualTo("1050000.00");
  }

  @Test
  void anIncreaseOfASubmittedVersionIsSubmittedInItsPlace() {
    TestFilm film = TestFilm.create(port);
    Case lock = asked(film, "producer1", 1);
    increased(film);

    Answer answer = refused(film, 409, () -> lock.tried("exec1", DECIDE, "APPROVE"));

    assertThat(answer.text("detail")).contains("version 2 of version 1");
    lock.answered("exec1", DECIDE, "RETURN", "Version 2, please.");
    lock.answered("producer1", AMEND, resubmitted(request(film, 2)));
    lock.answered("exec1", DECIDE, "APPROVE");
    assertThat(state(film, 2)).isEqualTo("LOCKED");
  }

  @Test
  void aSupersededVersionIsNoLongerGreenlit() {
    TestFilm film = locked();
    film.importBudget(SECOND).ok();
    asked(film, "producer1", 2).answered("exec1", DECIDE, "APPROVE");

    Case greenlight =
        Case.started(
            film, "producer1", "greenlight", without(greenlight(film, "Draft 1"), "scriptDraft"));

    assertThat(greenlight.shown("producer1", "userTask_completePackage", "missingItems"))
        .contains("version 2 was locked in place of version 1");
  }

  @Test
  void aWrongRequestNamesItsField() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> request = request(film, 1);

    refusedFor("version", film, () -> start(film, "producer1", with(request, "version", 9)));
    refusedFor("version", film, () -> start(film, "producer1", with(request, "version", "one")));
    refusedFor("version", film, () -> start(film, "producer1", with(request, "version", "")));
    refusedFor(
        "note", film, () -> start(film, "producer1", with(request, "note", "n".repeat(4001))));
    refused(film, 403, () -> start(film, "director1", request));
  }

  private TestFilm locked() {
    TestFilm film = TestFilm.create(port);
    asked(film, "producer1", 1).answered("exec1", DECIDE, "APPROVE");
    return film;
  }

  private static void increased(TestFilm film) {
    Case.started(film, "line1", "budget-change", increase(film, "4500", "50000.00"))
        .answered("exec1", "userTask_decideBudgetChange", "APPROVE")
        .answered("financier1", "userTask_giveConsent", "CONSENT")
        .answered("guarantor1", "userTask_giveConsent", "CONSENT");
  }

  private static Case asked(TestFilm film, String person, int version) {
    return Case.started(film, person, "budget-lock", request(film, version));
  }

  private static Answer start(TestFilm film, String person, Map<String, ?> request) {
    return film.desk(person).start("budget-lock", request);
  }

  private static Map<String, Object> request(TestFilm film, int version) {
    return new HashMap<>(Map.of("film", film.id(), "version", version, "note", "As discussed."));
  }

  private static Answer brokenDown(TestFilm film) {
    return film.desk("line1")
        .postCsv(
            "/api/films/%s/budgets/1/detail".formatted(film.id()),
            "account,detail,description,total\n1100,1101,Screenplay,50000\n");
  }

  private static String state(TestFilm film, int version) {
    return version(film, "/budgets/" + version).path("state").asText();
  }

  private static int current(TestFilm film) {
    return version(film, "/budget").path("version").asInt();
  }

  private static JsonNode version(TestFilm film, String path) {
    return film.desk("line1").get("/api/films/" + film.id() + path).ok();
  }
}
