package film.finalsay.journey;

import static film.finalsay.journey.CostFiles.path;
import static film.finalsay.journey.CostFiles.sent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.film.FilmCosts;
import film.finalsay.film.Films;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hard stop: the estimated final cost passes the secured funds of 1,000,000.00. */
@FinalSayTest
class CostOverrunJourneyTest {

  private static final String DECIDE = "userTask_decideCostOverrun";
  private static final String PLAN = "userTask_planCostOverrun";
  private static final String WEEK_1 = "2026-01-03";
  private static final String WEEK_2 = "2026-01-10";
  private static final String WEEK_3 = "2026-01-17";

  private static final Map<String, String> EQUITY = source("Equity", "1000000.00");

  private final FilmCosts costs;
  private final Films films;
  private final JdbcClient database;

  @LocalServerPort int port;

  CostOverrunJourneyTest(FilmCosts costs, Films films, JdbcClient database) {
    this.costs = costs;
    this.films = films;
    this.database = database;
  }

  @Test
  void withinTheFundsToTheCentNothingStops() {
    TestFilm film = GreenlitFilm.create(port);
    estimated(film, "400000.00").imported("line1", WEEK_1);
    assertThat(stop(film)).isEmpty();
    assertThat(overruns(film)).isEmpty();
    assertThat(CostFiles.report(film).path("budgetLocked").asBoolean()).isTrue();
  }

  @Test
  void aboveTheFundsTheStopComesAndTheExecutiveProducerIsAsked() {
    TestFilm film = GreenlitFilm.create(port);
    estimated(film, "400000.01").imported("line1", WEEK_1);

    assertThat(stop(film))
        .hasValueSatisfying(
            why -> assertThat(why).contains("USD 1,000,000.01", "USD 1,000,000.00", WEEK_1));
    Case overrun = overrun(film, 1);
    assertThat(overrun.amount()).isEqualTo("0.01");
    assertThat(overrun.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    assertThat(overrun.shown("exec1", DECIDE, "efcText")).isEqualTo("USD 1,000,000.01");
    assertThat(overrun.shown("exec1", DECIDE, "securedFundsText")).isEqualTo("USD 1,000,000.00");
    assertThat(overrun.shown("exec1", DECIDE, "excessText")).isEqualTo("USD 0.01");
    assertThat(overrun.shown("exec1", DECIDE, "mostOver").lines())
        .singleElement()
        .asString()
        .contains("3600 LOCATIONS: USD 100,000.01 over", "EFC USD 400,000.01");
    assertThat(happenings(film)).contains("HARD_STOP_CAME").doesNotContain("HARD_STOP_LIFTED");
  }

  @Test
  void theFundsAreWhatTheFinancePlanSaysToday() {
    TestFilm film = GreenlitFilm.create(port);
    estimated(film, "400000.01").imported("line1", WEEK_1);
    Case first = overrun(film, 1);

    saved(film, EQUITY, source("Presale", "10.00")).ok();
    assertThat(stop(film)).isEmpty();
    assertThat(first.state()).isEqualTo("WITHDRAWN");
    assertThat(happenings(film)).contains("HARD_STOP_LIFTED");

    saved(film, EQUITY).ok();
    assertThat(stop(film)).isPresent();
    assertThat(overrun(film, 2).waitingFor()).containsExactly(DECIDE + " for executive-producer");
  }

  @Test
  void whatHasExpiredSinceTheGreenlightIsNotSecuredAnyMore() {
    TestFilm film = GreenlitFilm.create(port);
    estimated(film, "400000.00").imported("line1", WEEK_1);
    assertThat(stop(film)).isEmpty();

    for (String before :
        List.of(
            "update finance_plan set saved_at = saved_at - interval '9' day where film_id = :film",
            "update approval set settled_at = settled_at - interval '9' day"
                + " where film_id = :film and kind = 'GREENLIGHT'")) {
      database.sql(before).param("film", film.id()).update();
    }
    database
        .sql("update finance_source set expires = :day where film_id = :film")
        .param("day", LocalDate.now(ZoneOffset.UTC).minusDays(1))
        .param("film", film.id())
        .update();

    assertThat(stop(film)).isPresent();
  }

  @Test
  void anApprovedIncreaseCountsUntilThePlanNamesItsMoney() {
    TestFilm film = GreenlitFilm.create(port);
    Case.started(film, "line1", "budget-change", Requests.increase(film, "4500", "50000.00"))
        .answered("exec1", "userTask_decideBudgetChange", "APPROVE")
        .answered("financier1", "userTask_giveConsent", "CONSENT")
        .answered("guarantor1", "userTask_giveConsent", "CONSENT");
    estimated(film, "450000.00").imported("line1", WEEK_1);
    assertThat(stop(film)).isEmpty();

    Answer without = saved(film, EQUITY, source("Presale", "49999.99"));
    assertThat(without.status()).isEqualTo(409);
    assertThat(without.text("detail")).contains(film.id() + "-GL-1", "USD 50,000.00");

    saved(film, EQUITY, source("Presale", "50000.00")).ok();
    assertThat(stop(film)).as("it is not counted twice, nor lost").isEmpty();
    estimated(film, "450000.01").imported("line1", WEEK_2);
    assertThat(stop(film)).isPresent();
  }

  @SafeVarargs
  private static Answer saved(TestFilm film, Map<String, String>... sources) {
    return film.desk("producer1")
        .put(path(film, "finance-plan"), Map.of("sources", List.of(sources)));
  }

  private static Map<String, String> source(String name, String amount) {
    return Map.of("name", name, "kind", "EQUITY", "amount", amount, "state", "CONFIRMED");
  }

  @Test
  void onlyAnotherExecutiveProducerDecides() {
    TestFilm film = GreenlitFilm.create(port);
    film.join(Map.of("person", "exec1", "role", "line-producer"));
    estimated(film, "400000.01").imported("exec1", WEEK_1);
    Case overrun = overrun(film, 1);

    assertThat(overrun.tried("coexec1", DECIDE, "APPROVE").status()).isEqualTo(403);
    assertThat(overrun.tried("producer1", DECIDE, "APPROVE").status()).isEqualTo(403);
    Answer own = overrun.tried("exec1", DECIDE, "APPROVE");
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.body().toString()).contains("nobody decides their own request");
    assertThat(stop(film)).isPresent();
  }

  @Test
  void acceptedTheStopIsLiftedAndComesBackWhenTheEstimateGrows() {
    TestFilm film = GreenlitFilm.create(port);
    estimated(film, "400000.01").imported("line1", WEEK_1);
    Case first = overrun(film, 1);

    first.answered("exec1", DECIDE, "APPROVE", "From the producers' fees.");

    assertThat(first.state()).isEqualTo("APPROVED");
    assertThat(stop(film)).isEmpty();
    assertThat(happenings(film)).contains("TOOK_EFFECT", "HARD_STOP_LIFTED");
    estimated(film, "400000.01").imported("line1", WEEK_2);
    assertThat(stop(film)).as("the same estimate").isEmpty();
    assertThat(overruns(film)).hasSize(1);

    estimated(film, "400000.02").imported("line1", WEEK_3);
    assertThat(stop(film)).as("a cent more").isPresent();
    assertThat(overrun(film, 2).waitingFor()).isNotEmpty();
    assertThat(first.state()).isEqualTo("APPROVED");
  }

  @Test
  void whoeverAcceptsSaysHowItIsPaidFor() {
    TestFilm film = GreenlitFilm.create(port);
    estimated(film, "400000.01").imported("line1", WEEK_1);
    Case overrun = overrun(film, 1);

    assertThat(overrun.tried("exec1", DECIDE, Map.of("decision", "APPROVE")).field())
        .isEqualTo("comment");

    assertThat(overrun.state()).isEqualTo("PENDING");
    assertThat(stop(film)).isPresent();
  }

  @Test
  void whileItStandsABudgetChangeIsTheExecutiveProducers() {
    TestFilm film = GreenlitFilm.create(port);
    Case filedBefore =
        Case.started(
            film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "100.00"));
    estimated(film, "400000.01").imported("line1", WEEK_1);

    Answer stopped = filedBefore.tried("producer1", "userTask_decideBudgetChange", "APPROVE");
    assertThat(stopped.status()).isEqualTo(409);
    assertThat(stopped.body().toString()).contains("USD 1,000,000.01", "USD 1,000,000.00");

    overrun(film, 1).answered("exec1", DECIDE, "APPROVE", "From the fees.");
    filedBefore.answered("producer1", "userTask_decideBudgetChange", "APPROVE");
    assertThat(filedBefore.state()).isEqualTo("APPROVED");
  }

  @Test
  void backWithinTheFundsTheStopFallsAwayAndTheQuestionIsWithdrawn() {
    TestFilm film = GreenlitFilm.create(port);
    estimated(film, "400000.01").imported("line1", WEEK_1);
    Case overrun = overrun(film, 1);
    String task = overrun.task(DECIDE);

    estimated(film, "400000.00").imported("producer1", WEEK_2);

    assertThat(stop(film)).isEmpty();
    assertThat(overrun.state()).isEqualTo("WITHDRAWN");
    assertThat(overrun.waitingFor()).isEmpty();
    assertThat(overruns(film)).hasSize(1);
    assertThat(happenings(film)).contains("HARD_STOP_LIFTED");
    Answer late =
        film.desk("exec1").complete(task, Map.of("decision", "APPROVE", "comment", "Go on."));
    assertThat(late.status()).isEqualTo(409);
  }

  @Test
  void aNewReportAboveTheFundsIsAskedAboutInPlaceOfTheOld() {
    TestFilm film = GreenlitFilm.create(port);
    estimated(film, "400000.01").imported("line1", WEEK_1);
    Case first = overrun(film, 1);

    estimated(film, "410000.00").imported("producer1", WEEK_2);

    assertThat(first.state()).isEqualTo("WITHDRAWN");
    Case second = overrun(film, 2);
    assertThat(second.amount()).isEqualTo("10000.00");
    assertThat(happenings(film).stream().filter("HARD_STOP_CAME"::equals))
        .as("it had come already")
        .hasSize(1);
    second.answered("exec1", DECIDE, "APPROVE", "From the fees.");
    assertThat(stop(film)).isEmpty();
  }

  @Test
  void rejectedTheStopStaysAndTheQuestionCanBeAskedAgain() {
    TestFilm film = GreenlitFilm.create(port);
    estimated(film, "400000.01").imported("line1", WEEK_1);
    Answer again = film.desk("producer1").start("cost-overrun", Map.of("film", film.id()));
    assertThat(again.status()).as("while it is open").isEqualTo(409);

    overrun(film, 1).answered("exec1", DECIDE, "REJECT", "Cut the storm.");

    assertThat(overrun(film, 1).state()).isEqualTo("REJECTED");
    assertThat(stop(film)).isPresent();
    Case asked =
        Case.started(
            film,
            "producer1",
            "cost-overrun",
            Map.of("film", film.id(), "plan", "The storm is cut to one night."));
    assertThat(asked.shown("exec1", DECIDE, "planText")).contains("one night");
    asked.answered("exec1", DECIDE, "APPROVE", "From the fees.");
    assertThat(stop(film)).isEmpty();
    Answer needless = film.desk("producer1").start("cost-overrun", Map.of("film", film.id()));
    assertThat(needless.status()).as("nothing to decide").isEqualTo(409);
  }

  @Test
  void returnedItComesBackWithAPlan() {
    TestFilm film = GreenlitFilm.create(port);
    estimated(film, "400000.01").imported("line1", WEEK_1);
    Case overrun = overrun(film, 1);
    assertThat(overrun.tried("exec1", DECIDE, Map.of("decision", "RETURN")).field())
        .isEqualTo("comment");
    overrun.answered("exec1", DECIDE, "RETURN", "Where does it end?");
    assertThat(overrun.state()).isEqualTo("RETURNED");
    assertThat(overrun.waitingFor()).containsExactly(PLAN + " for line-producer");
    assertThat(overrun.shown("line1", PLAN, "guidance")).contains("Where does it end");
    assertThat(stop(film)).isPresent();

    assertThat(overrun.tried("line1", PLAN, Map.of("decision", "RESUBMIT")).field())
        .isEqualTo("plan");
    overrun.answered(
        "line1", PLAN, Map.of("decision", "RESUBMIT", "plan", "Two nights less at the harbour."));

    assertThat(overrun.state()).isEqualTo("PENDING");
    assertThat(overrun.shown("exec1", DECIDE, "planText"))
        .isEqualTo("Two nights less at the harbour.");
    overrun.answered("exec1", DECIDE, "APPROVE", "From the fees.");
    assertThat(stop(film)).isEmpty();
  }

  @Test
  void newMoneyThatIsApprovedCountsAsSecured() {
    TestFilm film = GreenlitFilm.create(port);
    estimated(film, "450000.00").imported("line1", WEEK_1);
    assertThat(stop(film)).isPresent();

    Case some = increase(film, "49999.99");
    assertThat(stop(film)).as("asked for, not approved").isPresent();
    approved(some);
    assertThat(stop(film)).as("a cent is missing").isPresent();
    assertThat(overrun(film, 1).waitingFor()).containsExactly(DECIDE + " for executive-producer");
    assertThat(happenings(film)).doesNotContain("HARD_STOP_LIFTED");
    Case enough = increase(film, "0.01");
    approved(enough);

    assertThat(stop(film)).isEmpty();
    assertThat(overrun(film, 1).state()).isEqualTo("WITHDRAWN");
    assertThat(overrun(film, 1).waitingFor()).isEmpty();
    assertThat(lifted(film)).containsExactly(enough.key());
  }

  @Test
  void newMoneyLiftsAStopThatTheExecutiveProducerLetStand() {
    TestFilm film = GreenlitFilm.create(port);
    estimated(film, "450000.00").imported("line1", WEEK_1);
    overrun(film, 1).answered("exec1", DECIDE, "REJECT", "Find the money.");

    Case increase = increase(film, "50000.00");
    approved(increase);

    assertThat(stop(film)).isEmpty();
    assertThat(overrun(film, 1).state()).isEqualTo("REJECTED");
    assertThat(lifted(film)).containsExactly(increase.key());
  }

  @Test
  void withoutAGreenlightThereIsNoStop() {
    TestFilm film = TestFilm.create(port);
    estimated(film, "900000.00").imported("line1", WEEK_1);
    assertThat(stop(film)).isEmpty();
    assertThat(overruns(film)).isEmpty();
    assertThat(film.desk("line1").start("cost-overrun", Map.of("film", film.id())).status())
        .isEqualTo(409);
  }

  @Test
  void aRefusedReportStopsNothing() {
    TestFilm film = GreenlitFilm.create(port);
    estimated(film, "400000.00").imported("line1", WEEK_1);
    CostFiles over = estimated(film, "500000.00").with("4500", "0,0,-1,");

    assertThat(sent(film, "line1", WEEK_2, over.csv()).status()).isEqualTo(400);

    assertThat(stop(film)).isEmpty();
    assertThat(overruns(film)).isEmpty();
  }

  @Test
  void theEstimatesAreToldAcrossFeatures() {
    TestFilm film = GreenlitFilm.create(port);
    assertThat(costs.estimatedFinalCosts(films.byInput(film.id()))).isEmpty();
    estimated(film, "400000.01").imported("line1", WEEK_1);
    assertThat(costs.estimatedFinalCosts(films.byInput(film.id())))
        .hasSize(6)
        .hasEntrySatisfying("3600", efc -> assertThat(efc.plain()).isEqualTo("400000.01"));
  }

  /** With 600,000.00 on the other accounts. */
  private static CostFiles estimated(TestFilm film, String locations) {
    return CostFiles.onBudget(film).with("3600", "0,0,%s,The storm.".formatted(locations));
  }

  private Optional<String> stop(TestFilm film) {
    return costs.hardStop(films.byInput(film.id()));
  }

  private static Case overrun(TestFilm film, int number) {
    return new Case(film, film.id() + "-CO-" + number);
  }

  private static List<String> overruns(TestFilm film) {
    return texts(film.desk("line1").get(path(film, "approvals?size=200")).ok(), "kind").stream()
        .filter("COST_OVERRUN"::equals)
        .toList();
  }

  private static List<String> happenings(TestFilm film) {
    return texts(film.desk("line1").get(path(film, "ledger?size=200")).ok(), "happening");
  }

  private static List<String> texts(JsonNode page, String name) {
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .map(item -> item.path(name).asText())
        .toList();
  }

  /** What lifted the stop, in the order of time. */
  private static List<String> lifted(TestFilm film) {
    return StreamSupport.stream(
            film.desk("line1").get(path(film, "ledger?size=200")).ok().path("items").spliterator(),
            false)
        .filter(entry -> entry.path("happening").asText().equals("HARD_STOP_LIFTED"))
        .map(entry -> entry.path("approval").asText())
        .toList();
  }

  private static Case increase(TestFilm film, String amount) {
    return Case.started(film, "line1", "budget-change", Requests.increase(film, "3600", amount));
  }

  private static void approved(Case increase) {
    increase.answered("exec1", "userTask_decideBudgetChange", "APPROVE");
    consent(increase, "financier1", "financier");
    consent(increase, "guarantor1", "completion-guarantor");
    assertThat(increase.state()).isEqualTo("APPROVED");
  }

  private static void consent(Case increase, String person, String role) {
    String task =
        increase.film().desk(person).tasksFor(role, increase.key()).get("userTask_giveConsent");
    increase.film().desk(person).complete(task, Map.of("decision", "CONSENT")).ok();
  }
}
