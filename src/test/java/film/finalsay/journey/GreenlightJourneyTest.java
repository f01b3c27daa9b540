package film.finalsay.journey;

import static film.finalsay.journey.Requests.greenlight;
import static film.finalsay.journey.Requests.increase;
import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.with;
import static film.finalsay.journey.Requests.without;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.shutOut;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.TestFilm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A greenlight from the package to a film in pre-production. */
@FinalSayTest
class GreenlightJourneyTest {

  private static final String ENDORSE = "userTask_endorsePackage";
  private static final String COMPLETE = "userTask_completePackage";
  private static final String DECIDE = "userTask_decideGreenlight";
  private static final String AMEND = "userTask_amendPackage";

  @LocalServerPort int port;

  @Test
  void aCompletePackageIsDecidedAndFreezesVisionAndBudget() {
    TestFilm film = readyFilm();
    Case greenlight = asked(film, "producer1", greenlight(film, "Draft 1"));

    assertThat(greenlight.key()).isEqualTo(film.id() + "-GL-1");
    assertThat(greenlight.amount()).as("the budget's total").isEqualTo("1000000.00");
    assertThat(greenlight.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    assertThat(greenlight.shown("exec1", DECIDE, "missingItems")).isEmpty();
    assertThat(phase(film)).isEqualTo("DEVELOPMENT");

    greenlight.answered("exec1", DECIDE, "APPROVE");

    assertThat(greenlight.state()).isEqualTo("APPROVED");
    assertGreenlit(film, 1, "A hopeful film about people who keep the light on.");
  }

  @Test
  void whatIsOpenWhenTheVisionIsFrozenShowsItFromThenOn() {
    TestFilm film = readyFilm();
    String decide = "userTask_decideBudgetChange";
    Case open =
        Case.started(
            film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "1.00"));
    assertThat(open.shown("producer1", decide, "frozenVisionText")).isEmpty();

    asked(film, "producer1", greenlight(film, "Draft 1")).answered("exec1", DECIDE, "APPROVE");

    assertThat(open.shown("producer1", decide, "frozenVisionText"))
        .isEqualTo("A hopeful film about people who keep the light on.");
    open.answered("producer1", decide, "APPROVE");
    assertThat(open.state()).isEqualTo("APPROVED");
  }

  @Test
  void aPackageFromBelowAProducerIsEndorsedFirst() {
    TestFilm film = readyFilm();
    Case greenlight = asked(film, "line1", greenlight(film, "Draft 1"));
    assertThat(greenlight.waitingFor()).containsExactly(ENDORSE + " for producer");

    greenlight.answered("producer1", ENDORSE, "APPROVE");
    assertThat(greenlight.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    greenlight.answered("exec1", DECIDE, "APPROVE");

    assertThat(phase(film)).isEqualTo("PRE_PRODUCTION");
    assertThat(greenlight.decisions())
        .containsExactly("producer1 as producer: APPROVE", "exec1 as executive-producer: APPROVE");
  }

  @Test
  void theEndorsersGuidanceIsFollowedAndEndorsedAgain() {
    TestFilm film = readyFilm();
    Map<String, Object> request = greenlight(film, "Draft 1");
    Case greenlight = asked(film, "line1", request);
    greenlight.answered("producer1", ENDORSE, "RETURN", "A better logline.");
    assertThat(greenlight.state()).isEqualTo("RETURNED");
    assertThat(greenlight.waitingFor()).containsExactly(AMEND + " for line-producer");
    assertThat(greenlight.shown("line1", AMEND, "guidance")).isEqualTo("A better logline.");

    greenlight.answered("line1", AMEND, resubmitted(with(request, "logline", "A light, kept on.")));

    assertThat(greenlight.state()).isEqualTo("PENDING");
    assertThat(greenlight.waitingFor()).containsExactly(ENDORSE + " for producer");
    assertThat(greenlight.shown("producer1", ENDORSE, "loglineText")).contains("A light, kept on");
  }

  @Test
  void theEndorserMayRejectForGood() {
    TestFilm film = readyFilm();
    Case greenlight = asked(film, "line1", greenlight(film, "Draft 1"));

    greenlight.answered("producer1", ENDORSE, "REJECT", "Not this film.");

    assertThat(greenlight.state()).isEqualTo("REJECTED");
    assertStillInDevelopment(film);
  }

  @Test
  void everythingThatAnEmptyPackageLacksIsListedAndThenCompleted() {
    TestFilm film = ReadyFilm.scripted(port);
    Map<String, Object> whole = greenlight(film, "Draft 1");
    Case greenlight =
        asked(
            film,
            "producer1",
            without(whole, "budgetVersion", "scriptDraft", "scheduleStart", "scheduleEnd"));

    assertThat(greenlight.waitingFor()).containsExactly(COMPLETE + " for producer");
    assertThat(greenlight.shown("producer2", COMPLETE, "missingItems").lines())
        .hasSize(7)
        .allMatch(line -> line.startsWith("- "))
        .anyMatch(line -> line.contains("approved script draft: none is named"))
        .anyMatch(line -> line.contains("budget version: none is named"))
        .anyMatch(line -> line.contains("schedule"))
        .anyMatch(line -> line.contains("finance plan: none is on file"))
        .anyMatch(line -> line.contains("A director: nobody is named"))
        .anyMatch(line -> line.contains("Chain of title: missing"))
        .anyMatch(line -> line.contains("Insurance: missing"));

    film.packaged();
    greenlight.answered("producer2", COMPLETE, resubmitted(whole));

    assertThat(greenlight.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    assertThat(greenlight.amount()).isEqualTo("1000000.00");
    greenlight.answered("exec1", DECIDE, "APPROVE");
    assertThat(phase(film)).isEqualTo("PRE_PRODUCTION");
  }

  @Test
  void whatIsNamedAndDoesNotSufficeIsListedWithTheReason() {
    TestFilm film = readyFilm();
    film.desk("line1")
        .start("script-approval", Requests.draft(film, "Draft 2", film.upload("Rain.")))
        .ok();
    film.desk("line1")
        .postCsv(
            "/api/films/%s/budgets?controlTotal=1100000.00".formatted(film.id()),
            TestFilm.TOP_SHEET)
        .ok();
    Map<String, Object> request =
        with(
            with(without(greenlight(film, "Draft 2"), "scheduleEnd"), "budgetVersion", 2),
            "vision",
            "The vision.");
    film.secured("900000.00");
    Case greenlight = asked(film, "producer1", request);

    assertThat(greenlight.waitingFor()).containsExactly(COMPLETE + " for producer");
    assertThat(greenlight.shown("producer1", COMPLETE, "missingItems").lines())
        .hasSize(4)
        .anyMatch(line -> line.contains("Draft 2 is not the approved script"))
        .anyMatch(line -> line.contains("version 2 is USD 100,000.00 short of its control total"))
        .anyMatch(line -> line.contains("schedule"))
        .anyMatch(line -> line.contains("USD 900,000.00 is USD 100,000.00 short"));

    film.secured("1000000.00");
    greenlight.answered("producer1", COMPLETE, resubmitted(request));
    assertThat(greenlight.waitingFor())
        .as("three are left")
        .containsExactly(COMPLETE + " for producer");
    assertThat(greenlight.shown("producer1", COMPLETE, "missingItems").lines()).hasSize(3);

    greenlight.answered("producer1", COMPLETE, resubmitted(greenlight(film, "Draft 1")));
    assertThat(greenlight.waitingFor()).containsExactly(DECIDE + " for executive-producer");
  }

  @Test
  void fundsThatCoverTheBudgetToTheCentSuffice() {
    TestFilm film = readyFilm();
    Map<String, Object> request = greenlight(film, "Draft 1");
    film.secured("999999.99");
    Case tooLittle = asked(film, "producer1", request);
    assertThat(tooLittle.waitingFor()).containsExactly(COMPLETE + " for producer");
    tooLittle.answered("producer1", COMPLETE, "WITHDRAW");

    film.secured("1000000.00");
    Case enough = asked(film, "producer1", request);
    assertThat(enough.waitingFor()).containsExactly(DECIDE + " for executive-producer");
  }

  @Test
  void anIncompletePackageIsWithdrawnInsteadOfCompleted() {
    TestFilm film = readyFilm();
    Case greenlight = asked(film, "producer1", without(greenlight(film, "Draft 1"), "scheduleEnd"));

    greenlight.answered("producer1", COMPLETE, "WITHDRAW");

    assertThat(greenlight.state()).isEqualTo("WITHDRAWN");
    assertStillInDevelopment(film);
  }

  @Test
  void theExecutiveProducersGuidanceIsFollowedAndApproved() {
    TestFilm film = readyFilm();
    Map<String, Object> request = greenlight(film, "Draft 1");
    Case greenlight = asked(film, "producer1", request);
    greenlight.answered("exec1", DECIDE, "RETURN", "The vision says nothing.");
    assertThat(greenlight.state()).isEqualTo("RETURNED");
    assertThat(greenlight.waitingFor()).containsExactly(AMEND + " for producer");

    greenlight.answered(
        "producer1", AMEND, resubmitted(with(request, "vision", "Practical sets, real nights.")));
    assertThat(greenlight.waitingFor())
        .as("from a producer it needs no endorsement")
        .containsExactly(DECIDE + " for executive-producer");
    greenlight.answered("exec1", DECIDE, "APPROVE");

    assertGreenlit(film, 1, "Practical sets, real nights.");
  }

  @Test
  void aReturnedPackageFromBelowAProducerIsEndorsedAgain() {
    TestFilm film = readyFilm();
    Map<String, Object> request = greenlight(film, "Draft 1");
    Case greenlight = asked(film, "line1", request);
    greenlight.answered("producer1", ENDORSE, "APPROVE");
    greenlight.answered("exec1", DECIDE, "RETURN", "Once more.");

    greenlight.answered("line1", AMEND, resubmitted(request));

    assertThat(greenlight.waitingFor()).containsExactly(ENDORSE + " for producer");
  }

  @Test
  void aRejectedOrWithdrawnGreenlightLeavesTheFilmInDevelopmentForTheNextOne() {
    TestFilm film = readyFilm();
    Case rejected = asked(film, "producer1", greenlight(film, "Draft 1"));
    rejected.answered("exec1", DECIDE, "REJECT", "Not this year.");
    Case withdrawn = asked(film, "producer1", greenlight(film, "Draft 1"));
    withdrawn.answered("exec1", DECIDE, "RETURN", "Think again.");
    withdrawn.answered("producer1", AMEND, "WITHDRAW");

    assertThat(rejected.state()).isEqualTo("REJECTED");
    assertThat(withdrawn.state()).isEqualTo("WITHDRAWN");
    assertStillInDevelopment(film);

    Case third = asked(film, "producer1", greenlight(film, "Draft 1"));
    third.answered("exec1", DECIDE, "APPROVE");
    assertThat(phase(film)).isEqualTo("PRE_PRODUCTION");
  }

  @Test
  void aGreenlitFilmIsNotGreenlitTwice() {
    TestFilm film = readyFilm();
    Case first = asked(film, "producer1", greenlight(film, "Draft 1"));
    first.answered("exec1", DECIDE, "APPROVE");

    Answer another =
        refused(
            film,
            409,
            () -> film.desk("producer1").start("greenlight", greenlight(film, "Draft 1")));
    assertThat(another.text("detail")).contains("greenlit already");
    assertThat(first.state()).isEqualTo("APPROVED");
  }

  @Test
  void aBudgetVersionThatAnIncreaseReplacedIsListedAsMissing() {
    TestFilm film = readyFilm();
    increased(film);

    Case greenlight = asked(film, "producer1", greenlight(film, "Draft 1"));

    assertThat(greenlight.waitingFor()).containsExactly(COMPLETE + " for producer");
    assertThat(greenlight.shown("producer1", COMPLETE, "missingItems"))
        .contains("an approved increase made version 2 of version 1");

    film.secured("1050000.00");
    greenlight.answered(
        "producer1", COMPLETE, resubmitted(with(greenlight(film, "Draft 1"), "budgetVersion", 2)));
    greenlight.answered("exec1", DECIDE, "APPROVE");
    assertGreenlit(film, 2, "A hopeful film about people who keep the light on.");
  }

  @Test
  void aPackageThatIsNoLongerCompleteTakesNoEffectAndStaysOpen() {
    TestFilm film = readyFilm();
    Case greenlight = asked(film, "producer1", greenlight(film, "Draft 1"));
    increased(film);

    Answer answer = refused(film, 409, () -> greenlight.tried("exec1", DECIDE, "APPROVE"));

    assertThat(answer.text("detail")).contains("an approved increase made version 2 of version 1");
    assertThat(greenlight.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    assertStillInDevelopment(film);
  }

  @Test
  void everyLaterDecisionShowsTheVisionAsItWasFrozen() {
    TestFilm film = readyFilm();
    Case before = Case.started(film, "line1", "budget-change", increase(film, "4500", "50000.00"));
    assertThat(before.shown("exec1", "userTask_decideBudgetChange", "frozenVisionText")).isEmpty();
    asked(film, "producer1", greenlight(film, "Draft 1")).answered("exec1", DECIDE, "APPROVE");

    Case budgetChange =
        Case.started(film, "line1", "budget-change", increase(film, "4500", "50000.00"));
    Case script =
        Case.started(
            film,
            "line1",
            "script-approval",
            Requests.draft(film, "Draft 2", film.upload("Rain.")));
    String vision = "A hopeful film about people who keep the light on.";
    assertThat(budgetChange.shown("exec1", "userTask_decideBudgetChange", "frozenVisionText"))
        .isEqualTo(vision);
    assertThat(script.shown("producer1", "userTask_reviewScriptDraft", "frozenVisionText"))
        .isEqualTo(vision);
  }

  @Test
  void anIncreaseAfterTheGreenlightMakesANewLockedVersion() {
    TestFilm film = readyFilm();
    asked(film, "producer1", greenlight(film, "Draft 1")).answered("exec1", DECIDE, "APPROVE");

    increased(film);

    JsonNode budget = film.desk("line1").get("/api/films/%s/budget".formatted(film.id())).ok();
    assertThat(budget.path("version").asInt()).isEqualTo(2);
    assertThat(budget.path("state").asText()).isEqualTo("LOCKED");
    assertThat(budget.path("total").asText()).isEqualTo("1050000.00");
  }

  @Test
  void onlyTheExecutiveProducerGreenlights() {
    TestFilm film = readyFilm();
    Case greenlight = asked(film, "line1", greenlight(film, "Draft 1"));
    shutOut(film, () -> greenlight.tried("line1", ENDORSE, "APPROVE"));
    greenlight.answered("producer1", ENDORSE, "APPROVE");

    shutOut(film, () -> greenlight.tried("producer1", DECIDE, "APPROVE"));
    shutOut(film, () -> greenlight.tried("line1", DECIDE, "APPROVE"));
    refused(film, 403, () -> greenlight.tried("coexec1", DECIDE, "APPROVE"));
  }

  @Test
  void whoeverCompletedThePackageDoesNotDecideIt() {
    TestFilm film = readyFilm();
    Map<String, Object> whole = greenlight(film, "Draft 1");
    Case greenlight = asked(film, "producer1", without(whole, "scheduleEnd"));
    greenlight.answered("exec1", COMPLETE, resubmitted(whole));

    refused(film, 403, () -> greenlight.tried("exec1", DECIDE, "APPROVE"));
  }

  private TestFilm readyFilm() {
    return ReadyFilm.create(port);
  }

  private static Case asked(TestFilm film, String person, Map<String, ?> request) {
    return Case.started(film, person, "greenlight", request);
  }

  /** New money: version 2 of the budget, 50,000.00 more. */
  private static void increased(TestFilm film) {
    Case.started(film, "line1", "budget-change", increase(film, "4500", "50000.00"))
        .answered("exec1", "userTask_decideBudgetChange", "APPROVE")
        .answered("financier1", "userTask_giveConsent", "CONSENT")
        .answered("guarantor1", "userTask_giveConsent", "CONSENT");
  }

  private static void assertGreenlit(TestFilm film, int version, String vision) {
    JsonNode greenlit = film(film);
    assertThat(greenlit.path("phase").asText()).isEqualTo("PRE_PRODUCTION");
    assertThat(greenlit.path("vision").asText()).isEqualTo(vision);
    assertThat(greenlit.path("visionFrozenAt").asText()).startsWith("20");
    JsonNode budget = film.desk("line1").get("/api/films/%s/budget".formatted(film.id())).ok();
    assertThat(budget.path("version").asInt()).isEqualTo(version);
    assertThat(budget.path("state").asText()).isEqualTo("LOCKED");
  }

  private static void assertStillInDevelopment(TestFilm film) {
    JsonNode asBefore = film(film);
    assertThat(asBefore.path("phase").asText()).isEqualTo("DEVELOPMENT");
    assertThat(asBefore.path("vision").isNull()).isTrue();
    assertThat(asBefore.path("visionFrozenAt").isNull()).isTrue();
    JsonNode budget = film.desk("line1").get("/api/films/%s/budget".formatted(film.id())).ok();
    assertThat(budget.path("state").asText()).isEqualTo("DRAFT");
  }

  private static String phase(TestFilm film) {
    return film(film).path("phase").asText();
  }

  private static JsonNode film(TestFilm film) {
    return film.desk("line1").get("/api/films/" + film.id()).ok();
  }
}
