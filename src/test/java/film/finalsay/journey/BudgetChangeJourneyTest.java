package film.finalsay.journey;

import static film.finalsay.journey.Requests.contingency;
import static film.finalsay.journey.Requests.increase;
import static film.finalsay.journey.Requests.overage;
import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Requests.with;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static film.finalsay.journey.Standing.shutOut;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A budget change from the request to its effect in the film's budget. */
@FinalSayTest
class BudgetChangeJourneyTest {

  private static final String DECIDE = "userTask_decideBudgetChange";
  private static final String CONSENT = "userTask_giveConsent";
  private static final String AMEND = "userTask_amendBudgetChange";

  @LocalServerPort int port;

  @Test
  void aTransferMovesMoneyBetweenItsAccountsAndLeavesTheTotal() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1", transfer(film, "3500", "3600", "8000.00"));

    assertThat(change.key()).isEqualTo(film.id() + "-BC-1");
    assertThat(change.state()).isEqualTo("PENDING");
    assertThat(change.amount()).isEqualTo("8000.00");
    assertThat(change.waitingFor()).containsExactly(DECIDE + " for producer");
    assertThat(film.balance("3500")).as("before the decision").isEqualTo("200000.00");

    change.answered("producer1", DECIDE, "APPROVE");

    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(change.waitingFor()).isEmpty();
    assertThat(change.decisions()).containsExactly("producer1 as producer: APPROVE");
    assertThat(film.balance("3500")).isEqualTo("192000.00");
    assertThat(film.balance("3600")).isEqualTo("308000.00");
    assertThat(film.budget("3500", "budgeted")).isEqualTo("200000.00");
    assertThat(film.budget("3500", "approvedChanges")).isEqualTo("-8000.00");
    assertThat(film.total()).isEqualTo("1000000.00");
    assertThat(version(film)).isEqualTo(1);
  }

  @Test
  void theFormShowsTheFiguresBeforeAndAfter() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1", transfer(film, "3500", "3600", "8000"));

    assertThat(change.shown("producer1", DECIDE, "amountText")).isEqualTo("USD 8,000.00");
    assertThat(change.shown("producer1", DECIDE, "fromAccountText"))
        .isEqualTo("3500 TRANSPORTATION");
    assertThat(change.shown("producer1", DECIDE, "fromBefore")).isEqualTo("USD 200,000.00");
    assertThat(change.shown("producer1", DECIDE, "fromAfter")).isEqualTo("USD 192,000.00");
    assertThat(change.shown("producer1", DECIDE, "toAfter")).isEqualTo("USD 308,000.00");
    assertThat(change.shown("producer1", DECIDE, "totalAfter")).isEqualTo("USD 1,000,000.00");
    assertThat(change.shown("producer1", DECIDE, "because")).isNotBlank();
    assertThat(change.shown("producer1", DECIDE, "historyText")).isEqualTo("None yet.");
  }

  @Test
  void aContingencyDrawdownComesOutOfTheContingencyWithoutNamingIt() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1", contingency(film, "3600", "20000.00"));
    assertThat(change.waitingFor()).containsExactly(DECIDE + " for executive-producer");

    change.answered("exec1", DECIDE, "APPROVE");

    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(film.balance("9900")).isEqualTo("80000.00");
    assertThat(film.balance("3600")).isEqualTo("320000.00");
    assertThat(film.total()).isEqualTo("1000000.00");
  }

  @Test
  void aLargeContingencyDrawdownNeedsTheGuarantorsConsentToo() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1", contingency(film, "3600", "30000.00"));

    change.answered("exec1", DECIDE, "APPROVE");

    assertThat(change.state()).isEqualTo("PENDING");
    assertThat(change.waitingFor()).containsExactly(CONSENT + " for completion-guarantor");
    assertThat(film.balance("9900")).as("before the consent").isEqualTo("100000.00");

    change.answered("guarantor1", CONSENT, "CONSENT");

    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(change.decisions())
        .containsExactly(
            "exec1 as executive-producer: APPROVE", "guarantor1 as completion-guarantor: CONSENT");
    assertThat(film.balance("9900")).isEqualTo("70000.00");
    assertThat(film.balance("3600")).isEqualTo("330000.00");
  }

  @Test
  void theContingencyAsAWholeIsNotDrawnAheadOfTheShooting() {
    TestFilm film = GreenlitFilm.inProduction(port);
    applied(asked(film, "line1", contingency(film, "3600", "25000.00")));
    applied(asked(film, "line1", contingency(film, "3500", "24999.99")));
    completed(film, 9);
    String ahead =
        "More than 50 % of the contingency would be drawn before 50 % of the shooting days are"
            + " completed: the executive producer decides, and the completion guarantor has to consent.";
    String large =
        "Drawdowns of together more than 25 % of the contingency are the executive producer's, and the"
            + " completion guarantor has to consent.";

    assertThat(because(film, "0.01")).as("half of it").isEqualTo(large);
    assertThat(because(film, "0.02")).as("a cent more").isEqualTo(ahead);
    completed(film, 10);
    assertThat(because(film, "0.02")).as("half of the shooting").isEqualTo(large);
    completed(film, 9);
    Case change = asked(film, "line1", contingency(film, "3600", "0.02"));
    assertThat(change.shown("exec1", DECIDE, "because")).isEqualTo(ahead);
    change.answered("exec1", DECIDE, "APPROVE");
    assertThat(change.waitingFor()).containsExactly(CONSENT + " for completion-guarantor");
    change.answered("guarantor1", CONSENT, "CONSENT");

    applied(asked(film, "line1", transfer(film, "3600", "9900", "1.00")));
    assertThat(because(film, "0.49")).as("half of it, with what came in").isEqualTo(large);
    assertThat(because(film, "0.50")).isEqualTo(ahead);
  }

  private static void completed(TestFilm film, int days) {
    film.desk("producer1")
        .put(
            "/api/films/%s/shooting".formatted(film.id()),
            Map.of("shootingDays", 20, "shootingDaysCompleted", days))
        .ok();
  }

  private static String because(TestFilm film, String amount) {
    return film.desk("line1")
        .post(
            "/api/films/%s/budget-changes/preview".formatted(film.id()),
            contingency(film, "3600", amount))
        .ok()
        .path("because")
        .asText();
  }

  @Test
  void anOverageStandsBesideTheBudgetAndChangesNoBalance() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1", overage(film, "3500", "4000.00"));
    assertThat(change.waitingFor()).containsExactly(DECIDE + " for co-executive-producer");

    change.answered("coexec1", DECIDE, "APPROVE");

    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(film.budget("3500", "approvedOverage")).isEqualTo("4000.00");
    assertThat(film.balance("3500")).isEqualTo("200000.00");
    assertThat(film.total()).isEqualTo("1000000.00");
    assertThat(version(film)).isEqualTo(1);
  }

  @Test
  void anIncreaseMakesANewVersionOnceTheMoneyAndTheGuarantorConsent() {
    TestFilm film = TestFilm.create(port);
    applied(asked(film, "line1", transfer(film, "3500", "3600", "8000.00")));
    applied(asked(film, "line1", overage(film, "3500", "1000.00")));
    Case change = asked(film, "line1", increase(film, "4500", "50000.00"));
    assertThat(change.waitingFor()).containsExactly(DECIDE + " for executive-producer");

    change.answered("exec1", DECIDE, "APPROVE");
    assertThat(change.waitingFor())
        .containsExactly(CONSENT + " for completion-guarantor", CONSENT + " for financier");

    change.answered("financier1", CONSENT, "CONSENT");
    assertThat(change.waitingFor()).containsExactly(CONSENT + " for completion-guarantor");
    assertThat(version(film)).as("before the last consent").isEqualTo(1);

    change.answered("guarantor1", CONSENT, "CONSENT");

    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(version(film)).isEqualTo(2);
    assertThat(film.total()).isEqualTo("1050000.00");
    assertThat(film.budget("4500", "budgeted")).isEqualTo("150000.00");
    assertThat(film.balance("4500")).isEqualTo("150000.00");
    assertThat(film.balance("3600")).as("what was approved before").isEqualTo("308000.00");
    assertThat(film.budget("3500", "approvedOverage")).isEqualTo("1000.00");
    JsonNode first = film.desk("line1").get("/api/films/%s/budgets/1".formatted(film.id())).ok();
    assertThat(first.path("total").asText()).as("the old version").isEqualTo("1000000.00");
  }

  @Test
  void oneRefusedConsentStopsTheChangeAndTheAskingOfTheOther() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1", increase(film, "4500", "50000.00"));
    change.answered("exec1", DECIDE, "APPROVE");
    String theFinanciersTask = film.desk("financier1").task(change.key(), CONSENT);

    change.answered("guarantor1", CONSENT, "REFUSE", "The bond does not cover this.");

    assertThat(change.state()).isEqualTo("REJECTED");
    assertThat(change.waitingFor()).isEmpty();
    assertThat(film.desk("financier1").tasks(change.key())).isEmpty();
    assertThat(version(film)).isEqualTo(1);
    assertThat(film.total()).isEqualTo("1000000.00");
    assertThat(film.budget("4500", "budgeted")).isEqualTo("100000.00");
    refused(
        film,
        409,
        () -> film.desk("financier1").complete(theFinanciersTask, Map.of("decision", "CONSENT")));
    assertThat(change.decisions())
        .containsExactly(
            "exec1 as executive-producer: APPROVE", "guarantor1 as completion-guarantor: REFUSE");
  }

  @Test
  void whatIsReturnedIsAmendedAndDecidedAgainByWhoeverTheNewAmountIsFor() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");
    Case change = asked(film, "line1", request);

    change.answered("producer1", DECIDE, "RETURN", "Ask for the whole second week at once.");
    assertThat(change.state()).isEqualTo("RETURNED");
    assertThat(change.waitingFor()).containsExactly(AMEND + " for line-producer");
    assertThat(change.shown("line1", AMEND, "guidance"))
        .isEqualTo("Ask for the whole second week at once.");

    change.answered("line1", AMEND, resubmitted(with(request, "amount", "15000.00")));
    assertThat(change.state()).isEqualTo("PENDING");
    assertThat(change.amount()).isEqualTo("15000.00");
    assertThat(change.waitingFor()).containsExactly(DECIDE + " for co-executive-producer");
    shutOut(film, () -> change.tried("producer1", DECIDE, "APPROVE"));

    change.answered("coexec1", DECIDE, "APPROVE");
    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(film.balance("3500")).isEqualTo("185000.00");
    assertThat(change.decisions())
        .containsExactly(
            "producer1 as producer: RETURN",
            "line1 as line-producer: RESUBMIT",
            "coexec1 as co-executive-producer: APPROVE");
  }

  @Test
  void anAmendmentMayAskForAnotherKindOfChange() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1", overage(film, "3500", "4000.00"));
    change.answered("coexec1", DECIDE, "RETURN", "Cure it from an underspend first.");

    change.answered("line1", AMEND, resubmitted(transfer(film, "3600", "3500", "4000.00")));
    assertThat(change.waitingFor()).containsExactly(DECIDE + " for producer");
    change.answered("producer1", DECIDE, "APPROVE");

    assertThat(film.balance("3500")).isEqualTo("204000.00");
    assertThat(film.balance("3600")).isEqualTo("296000.00");
    assertThat(film.budget("3500", "approvedOverage")).isEqualTo("0.00");
  }

  @Test
  void aWrongAmendmentIsRefusedAndStaysWithTheRequester() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");
    Case change = asked(film, "line1", request);
    change.answered("producer1", DECIDE, "RETURN", "Too much.");

    refusedFor(
        "amount",
        film,
        () -> change.tried("line1", AMEND, resubmitted(with(request, "amount", "200000.01"))));
    refusedFor(
        "toAccount",
        film,
        () -> change.tried("line1", AMEND, resubmitted(with(request, "toAccount", "3500"))));
    shutOut(film, () -> change.tried("producer1", AMEND, resubmitted(request)));
    refused(film, 403, () -> change.tried("exec1", AMEND, resubmitted(request)));

    assertThat(change.state()).isEqualTo("RETURNED");
    change.answered("line1", AMEND, resubmitted(with(request, "amount", "5000.00")));
    assertThat(change.state()).isEqualTo("PENDING");
  }

  @Test
  void aWithdrawnChangeEndsWithoutEffect() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1", transfer(film, "3500", "3600", "8000.00"));
    change.answered("producer1", DECIDE, "RETURN", "Do we need it?");

    change.answered("line1", AMEND, "WITHDRAW");

    assertThat(change.state()).isEqualTo("WITHDRAWN");
    assertThat(change.waitingFor()).isEmpty();
    assertThat(film.balance("3500")).isEqualTo("200000.00");
  }

  @Test
  void aRejectedChangeEndsWithoutEffect() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1", transfer(film, "3500", "3600", "8000.00"));

    change.answered("producer1", DECIDE, "REJECT", "The trucks are booked.");

    assertThat(change.state()).isEqualTo("REJECTED");
    assertThat(change.waitingFor()).isEmpty();
    assertThat(film.balance("3500")).isEqualTo("200000.00");
  }

  @ParameterizedTest(name = "{2} from {0} to {1} is for the {3}")
  @CsvSource({
    "3500, 3600, 10000.00, producer",
    "3500, 3600, 10000.01, co-executive-producer",
    "3600, 3500, 10000.00, producer",
    "3600, 3500, 10000.01, co-executive-producer",
    "3500, 3600, 20000.00, co-executive-producer",
    "3500, 3600, 20000.01, executive-producer",
    "3500, 4500, 1.00, co-executive-producer",
    "1400, 1100, 1.00, executive-producer",
    "3500, 1100, 1.00, executive-producer",
    "1100, 3500, 1.00, executive-producer"
  })
  void theAmountAndTheAccountsSayWhoDecides(String from, String to, String amount, String group) {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1", transfer(film, from, to, amount));
    assertThat(change.waitingFor()).containsExactly(DECIDE + " for " + group);
  }

  @Test
  void onTheDemoFilmASmallTransferIsTheProducersAndALargeOneIsNot() {
    TestFilm nova = new TestFilm("NOVA", port);
    Case small = asked(nova, "line1", transfer(nova, "3500", "3600", "8000.00"));
    Case large = asked(nova, "line1", transfer(nova, "3500", "3600", "60000.00"));

    assertThat(small.waitingFor()).containsExactly(DECIDE + " for producer");
    assertThat(large.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    assertThat(nova.desk("producer1").tasksFor("producer", small.key())).containsOnlyKeys(DECIDE);
    assertThat(nova.desk("producer1").tasksFor("producer", large.key())).isEmpty();
    assertThat(nova.desk("exec1").tasksFor("executive-producer", large.key()))
        .containsOnlyKeys(DECIDE);
    shutOut(nova, () -> large.tried("producer1", DECIDE, "APPROVE"));

    small.answered("producer1", DECIDE, "REJECT", "Only asked to see who decides.");
    large.answered("exec1", DECIDE, "REJECT", "Only asked to see who decides.");
  }

  @Test
  void higherAuthorityDecidesForTheLowerOneAndIsRecordedAsWhatItIs() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1", transfer(film, "3500", "3600", "8000.00"));

    change.answered("exec1", DECIDE, "APPROVE");

    assertThat(change.decisions()).containsExactly("exec1 as executive-producer: APPROVE");
    assertThat(film.balance("3500")).isEqualTo("192000.00");
  }

  @Test
  void aCoExecutiveProducerCannotDecideWhatIsTheExecutiveProducers() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1", transfer(film, "3500", "3600", "25000.00"));
    assertThat(change.waitingFor()).containsExactly(DECIDE + " for executive-producer");

    Answer answer = refused(film, 403, () -> change.tried("coexec1", DECIDE, "APPROVE"));

    assertThat(answer.text("detail")).contains("executive-producer").contains(film.id());
  }

  @Test
  void whoeverOnlyPreparesOrAdvisesCannotDecide() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "producer1", transfer(film, "3500", "3600", "8000.00"));

    for (String person : List.of("line1", "director1", "financier1", "guarantor1")) {
      shutOut(film, () -> change.tried(person, DECIDE, "APPROVE"));
    }
  }

  @Test
  void whoRunsTheSystemSeesEveryTaskAndDecidesNone() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "producer1", transfer(film, "3500", "3600", "8000.00"));

    refused(film, 403, () -> change.tried("admin", DECIDE, "APPROVE"));
  }

  @Test
  void nobodyDecidesTheirOwnRequest() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "producer1", transfer(film, "3500", "3600", "8000.00"));

    for (String decision : List.of("APPROVE", "RETURN", "REJECT")) {
      refused(film, 403, () -> change.tried("producer1", DECIDE, decision));
    }

    change.answered("producer2", DECIDE, "APPROVE");
    assertThat(change.state()).isEqualTo("APPROVED");
  }

  @Test
  void theExecutiveProducerDoesNotDecideTheirOwnRequestEither() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "exec1", transfer(film, "3500", "3600", "8000.00"));

    refused(film, 403, () -> change.tried("exec1", DECIDE, "APPROVE"));

    change.answered("producer1", DECIDE, "APPROVE");
    assertThat(change.state()).isEqualTo("APPROVED");
  }

  @Test
  void neitherTheRequesterNorWhoeverAmendedForThemDecides() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");
    Case change = asked(film, "producer1", request);
    change.answered("coexec1", DECIDE, "RETURN", "Less, please.");
    film.desk("producer1")
        .post("/engine-rest/task/%s/unclaim".formatted(change.task(AMEND)), Map.of())
        .ok();
    change.answered("producer2", AMEND, resubmitted(with(request, "amount", "6000.00")));

    refused(film, 403, () -> change.tried("producer1", DECIDE, "APPROVE"));
    refused(film, 403, () -> change.tried("producer2", DECIDE, "APPROVE"));

    change.answered("coexec1", DECIDE, "APPROVE");
    assertThat(film.balance("3500")).isEqualTo("194000.00");
    assertThat(change.decisions())
        .containsExactly(
            "coexec1 as co-executive-producer: RETURN",
            "producer2 as producer: RESUBMIT",
            "coexec1 as co-executive-producer: APPROVE");
  }

  @Test
  void anOpenRequestHoldsItsMoneyUntilItIsSettled() {
    TestFilm film = TestFilm.create(port);
    Case first = asked(film, "line1", transfer(film, "1100", "1400", "30000.00"));

    Answer answer =
        refused(
            film,
            400,
            () ->
                film.desk("line1")
                    .start("budget-change", transfer(film, "1100", "3500", "30000.00")));

    assertThat(answer.text("detail"))
        .contains("1100 WRITER has left, USD 20,000.00")
        .contains("open requests hold USD 30,000.00 of its USD 50,000.00");
    asked(film, "line1", transfer(film, "1100", "3500", "20000.00"));
    first.answered("exec1", DECIDE, "REJECT", "Not now.");
    Case third = asked(film, "line1", transfer(film, "1100", "3500", "30000.00"));
    applied(third);
    assertThat(film.balance("1100")).isEqualTo("20000.00");
  }

  @Test
  void theMoneyIsHeldUntilTheLastConsentToo() {
    TestFilm film = TestFilm.create(port);
    Case large = asked(film, "line1", contingency(film, "3600", "90000.00"));
    large.answered("exec1", DECIDE, "APPROVE");

    refusedFor(
        "amount",
        film,
        () -> film.desk("line1").start("budget-change", contingency(film, "3500", "10000.01")));
    Case small = asked(film, "line1", contingency(film, "3500", "10000.00"));
    large.answered("guarantor1", CONSENT, "CONSENT");
    applied(small);

    assertThat(film.balance("9900")).isEqualTo("0.00");
  }

  private static Case asked(TestFilm film, String person, Map<String, ?> request) {
    return Case.started(film, person, "budget-change", request);
  }

  /** Approved by the one who may approve everything, and consented to where that is asked. */
  private static void applied(Case change) {
    change.answered("exec1", DECIDE, "APPROVE");
    while (!change.waitingFor().isEmpty()) {
      assertThat(change.waitingFor()).containsExactly(CONSENT + " for completion-guarantor");
      change.answered("guarantor1", CONSENT, "CONSENT");
    }
    assertThat(change.state()).isEqualTo("APPROVED");
  }

  private static int version(TestFilm film) {
    return film.desk("line1")
        .get("/api/films/%s/budget".formatted(film.id()))
        .ok()
        .path("version")
        .asInt();
  }
}
