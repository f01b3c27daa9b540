package film.finalsay.journey;

import static film.finalsay.journey.Requests.contingency;
import static film.finalsay.journey.Requests.overage;
import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Requests.with;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What the cost report says comes before what a budget change asks for: underspends before the
 * contingency, and no spending below the executive producer once the money does not suffice.
 */
@FinalSayTest
class OrderOfCoverTest {

  private static final String WEEK = "2026-09-05";
  private static final String DECIDE = "userTask_decideBudgetChange";

  @LocalServerPort int port;

  @Test
  void theContingencyStaysWhileATransferWithinTheSectionWouldDo() {
    TestFilm film = withAnUnderspendOf20000On3600();

    Answer answer =
        refused(
            film,
            400,
            () ->
                film.desk("line1")
                    .start(
                        "budget-change",
                        with(contingency(film, "3500", "20000.00"), "underspendsTried", "3600")));

    assertThat(answer.field()).isEqualTo("kind");
    assertThat(answer.text("detail"))
        .contains("a transfer within the section would cover it")
        .contains("3600 LOCATIONS with USD 20,000.00 free");
    assertThat(
            asked(film, with(contingency(film, "3500", "20000.01"), "underspendsTried", "3600"))
                .waitingFor())
        .containsExactly(DECIDE + " for executive-producer");
  }

  @Test
  void anOverspendNamesTheUnderspendsThatItTriedFirst() {
    TestFilm film = withAnUnderspendOf20000On3600();
    refusedFor(
        "underspendsTried",
        film,
        () -> film.desk("line1").start("budget-change", overage(film, "3500", "1000.00")));
    refusedFor(
        "underspendsTried",
        film,
        () ->
            film.desk("line1")
                .start(
                    "budget-change",
                    with(overage(film, "3500", "1000.00"), "underspendsTried", "7777")));

    Case named = asked(film, with(overage(film, "3500", "1000.00"), "underspendsTried", "3600"));

    assertThat(named.shown("coexec1", DECIDE, "standingText"))
        .contains("Underspends of the section that come first: 3600 LOCATIONS with USD 20,000.00");
    assertThat(asked(film, overage(film, "4500", "1000.00")).state())
        .as("in a section without underspends")
        .isEqualTo("PENDING");
  }

  @Test
  void whatOpenRequestsHoldIsNoUnderspend() {
    TestFilm film = withAnUnderspendOf20000On3600();
    asked(film, transfer(film, "3600", "3500", "20000.00"));

    assertThat(asked(film, contingency(film, "3500", "1000.00")).state()).isEqualTo("PENDING");
  }

  @Test
  void theExecutiveProducerAloneOverridesTheOrderAndWritesWhy() {
    TestFilm film = withAnUnderspendOf20000On3600();
    Map<String, Object> request =
        with(
            with(contingency(film, "3500", "10000.00"), "underspendsTried", "3600"),
            "overrideReason",
            "The locations money is promised to the harbour.");
    Case change = asked(film, request);
    assertThat(change.shown("exec1", DECIDE, "standingText"))
        .contains("overrides the order of cover")
        .contains("promised to the harbour");

    refusedFor("comment", film, () -> change.tried("exec1", DECIDE, Map.of("decision", "APPROVE")));
    change.answered("exec1", DECIDE, "APPROVE", "The harbour comes first.");

    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(film.balance("9900")).isEqualTo("90000.00");
  }

  @Test
  void inAHardStopOnlyTheExecutiveProducerApproves() {
    TestFilm film = GreenlitFilm.create(port);
    Case before = asked(film, transfer(film, "3500", "3600", "1000.00"));
    assertThat(before.waitingFor()).containsExactly(DECIDE + " for producer");
    CostFiles.onBudget(film)
        .with("3600", "0.00,0.00,500000.00,The harbour is gone.")
        .imported("line1", WEEK);

    Answer answer =
        refused(film, 409, () -> before.tried("producer1", DECIDE, Map.of("decision", "APPROVE")));
    assertThat(answer.text("detail"))
        .contains("Nobody below the executive producer approves a budget change now")
        .contains("USD 1,100,000.00")
        .contains("USD 1,000,000.00");
    refused(film, 409, () -> before.tried("coexec1", DECIDE, Map.of("decision", "APPROVE")));
    Case after = asked(film, transfer(film, "3500", "3600", "1000.00"));
    assertThat(after.waitingFor()).containsExactly(DECIDE + " for executive-producer");

    before.answered("exec1", DECIDE, "APPROVE");
    assertThat(before.state()).isEqualTo("APPROVED");
    new Case(film, film.id() + "-CO-1")
        .answered("exec1", "userTask_decideCostOverrun", "APPROVE", "From the producers' fees.");
    Case again = asked(film, transfer(film, "3500", "3600", "1000.00"));
    again.answered("producer1", DECIDE, "APPROVE");
    assertThat(again.state()).isEqualTo("APPROVED");
  }

  /** All but the locations cost what they were budgeted at. */
  private TestFilm withAnUnderspendOf20000On3600() {
    TestFilm film = TestFilm.create(port);
    CostFiles.onBudget(film)
        .with("3600", "100000.00,0.00,180000.00,Fewer nights.")
        .imported("line1", WEEK);
    return film;
  }

  private static Case asked(TestFilm film, Map<String, ?> request) {
    return Case.started(film, "line1", "budget-change", request);
  }
}
