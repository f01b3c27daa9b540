package film.finalsay.journey;

import static film.finalsay.journey.Requests.contingency;
import static film.finalsay.journey.Requests.increase;
import static film.finalsay.journey.Requests.overage;
import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Standing.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes beyond one request: limits that add up, terms of consent, and what is taken back. */
@FinalSayTest
class BudgetChangeRulesTest {

  private static final String DECIDE = "userTask_decideBudgetChange";
  private static final String CONSENT = "userTask_giveConsent";
  private static final String AMEND = "userTask_amendBudgetChange";

  @LocalServerPort int port;

  private final ManagementService jobs;
  private final JdbcClient jdbc;

  BudgetChangeRulesTest(ManagementService jobs, JdbcClient jdbc) {
    this.jobs = jobs;
    this.jdbc = jdbc;
  }

  @Test
  void splittingARequestDoesNotLowerItsLevel() {
    TestFilm film = TestFilm.create(port);
    Case first = asked(film, transfer(film, "3500", "3600", "6000.00"));
    assertThat(first.waitingFor()).containsExactly(DECIDE + " for producer");

    Case whileThatIsOpen = asked(film, transfer(film, "3500", "3600", "4000.01"));
    assertThat(whileThatIsOpen.waitingFor()).containsExactly(DECIDE + " for co-executive-producer");

    first.answered("producer1", DECIDE, "APPROVE");
    Case onAnotherAccount = asked(film, transfer(film, "3600", "3500", "6000.00"));
    assertThat(onAnotherAccount.waitingFor()).containsExactly(DECIDE + " for producer");
    Case ofAnotherKind = asked(film, overage(film, "3500", "3000.00"));
    assertThat(ofAnotherKind.waitingFor()).containsExactly(DECIDE + " for co-executive-producer");
    Case secondOverage = asked(film, overage(film, "3500", "1000.01"));
    assertThat(secondOverage.waitingFor()).containsExactly(DECIDE + " for executive-producer");
  }

  @Test
  void whatIsRejectedOrWithdrawnCountsNoMore() {
    TestFilm film = TestFilm.create(port);
    asked(film, transfer(film, "3500", "3600", "6000.00"))
        .answered("producer1", DECIDE, "REJECT", "No.");
    Case second = asked(film, transfer(film, "3500", "3600", "6000.00"));
    assertThat(second.waitingFor()).containsExactly(DECIDE + " for producer");
    withdrawn(second, "line1").ok();

    Case third = asked(film, transfer(film, "3500", "3600", "10000.00"));
    assertThat(third.waitingFor()).containsExactly(DECIDE + " for producer");
  }

  @Test
  void anAmendedRequestCountsAfterThoseThatCameMeanwhile() {
    TestFilm film = TestFilm.create(port);
    Case first = asked(film, transfer(film, "3500", "3600", "1000.00"));
    Case second = asked(film, transfer(film, "3500", "3600", "9000.00"));
    assertThat(second.waitingFor()).containsExactly(DECIDE + " for producer");

    first.answered("producer1", DECIDE, "RETURN", "Ask for all you need.");
    first.answered("line1", AMEND, resubmitted(transfer(film, "3500", "3600", "1000.01")));

    assertThat(first.waitingFor()).containsExactly(DECIDE + " for co-executive-producer");
  }

  @Test
  void theFormShowsItsPlaceInTheLimitAndWhatIsHeld() {
    TestFilm film = TestFilm.create(port);
    asked(film, transfer(film, "3500", "3600", "2000.00")).answered("producer1", DECIDE, "APPROVE");
    asked(film, transfer(film, "3500", "3600", "1000.00"));
    Case change = asked(film, transfer(film, "3500", "3600", "3000.00"));

    assertThat(change.shown("producer1", DECIDE, "standingText"))
        .contains(
            "Transfers from 3500 TRANSPORTATION in all, with this one: **USD 6,000.00**, 3.00 %")
        .contains("(USD 2,000.00 approved and USD 1,000.00 open before it)")
        .contains("This level approves up to **USD 10,000.00** in total.")
        .contains("Other open requests hold **USD 1,000.00** of 3500 TRANSPORTATION.");
  }

  @Test
  void theRequesterTakesAPendingRequestBackAndNobodyElseDoes() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, transfer(film, "3500", "3600", "8000.00"));
    refused(film, 403, () -> withdrawn(change, "producer1"));
    refused(film, 403, () -> withdrawn(change, "exec1"));

    JsonNode settled = withdrawn(change, "line1").ok();

    assertThat(settled.path("state").asText()).isEqualTo("WITHDRAWN");
    assertThat(change.decisions()).containsExactly("line1 as line-producer: WITHDRAW");
    assertThat(change.waitingFor()).isEmpty();
    assertThat(film.balance("3500")).isEqualTo("200000.00");
    refused(film, 409, () -> withdrawn(change, "line1"));
  }

  @Test
  void aRequestIsTakenBackWhileConsentIsAskedAndWhileItIsReturned() {
    TestFilm film = TestFilm.create(port);
    Case increase = asked(film, increase(film, "4500", "50000.00"));
    increase.answered("exec1", DECIDE, "APPROVE").answered("financier1", CONSENT, "CONSENT");
    withdrawn(increase, "line1").ok();
    assertThat(increase.state()).isEqualTo("WITHDRAWN");
    assertThat(film.total()).isEqualTo("1000000.00");

    Case returned = asked(film, transfer(film, "3500", "3600", "8000.00"));
    returned.answered("producer1", DECIDE, "RETURN", "Why?");
    withdrawn(returned, "line1").ok();
    assertThat(returned.state()).isEqualTo("WITHDRAWN");
    assertThat(returned.waitingFor()).isEmpty();
  }

  @Test
  void theGuarantorsSilenceOnNewMoneyIsConsent() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, increase(film, "4500", "50000.00"));
    change.answered("exec1", DECIDE, "APPROVE").answered("financier1", CONSENT, "CONSENT");
    assertThat(change.shown("guarantor1", CONSENT, "silenceBecause")).contains("counts as consent");

    fiveDaysPass(change);

    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(film.total()).isEqualTo("1050000.00");
    assertThat(change.decisions())
        .last()
        .isEqualTo("nobody as completion-guarantor: CONSENT_BY_SILENCE");
  }

  @Test
  void theGuarantorsSilenceOnTheContingencyIsARefusal() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, contingency(film, "3600", "30000.00"));
    change.answered("exec1", DECIDE, "APPROVE");

    fiveDaysPass(change);

    assertThat(change.state()).isEqualTo("REJECTED");
    assertThat(film.balance("9900")).isEqualTo("100000.00");
    assertThat(change.decisions())
        .last()
        .isEqualTo("nobody as completion-guarantor: REFUSAL_BY_SILENCE");
  }

  @Test
  void noSilenceBeforeTheDeadline() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, increase(film, "4500", "50000.00"));
    change.answered("exec1", DECIDE, "APPROVE").answered("financier1", CONSENT, "CONSENT");

    assertThatThrownBy(() -> jobs.executeJob(timer(change).getId()))
        .hasMessageContaining("There is time to answer until");

    assertThat(change.state()).isEqualTo("PENDING");
    assertThat(film.total()).isEqualTo("1000000.00");
  }

  @Test
  void whatNobodyOnTheTeamCouldDecideIsRefusedAtTheStart() {
    TestFilm film = TestFilm.without(port, "financier1");

    var answer =
        refused(
            film,
            409,
            () -> film.desk("line1").start("budget-change", increase(film, "4500", "50000.00")));

    assertThat(answer.text("detail")).contains("The financier would have to answer");
    assertThat(asked(film, contingency(film, "3600", "1000.00")).state()).isEqualTo("PENDING");
  }

  @Test
  void aRequestOnABudgetThatWasReplacedIsReturnedAndTakenBackButNotApproved() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, contingency(film, "3600", "1000.00"));
    Case increase = asked(film, increase(film, "3500", "1000.00"));
    film.importBudget("account,description,section,total\n3500,TRANSPORTATION,PRODUCTION,1\n").ok();

    refused(film, 409, () -> change.tried("exec1", DECIDE, "APPROVE"));
    refused(film, 409, () -> increase.tried("exec1", DECIDE, "APPROVE"));
    change.answered("exec1", DECIDE, "RETURN", "Ask on the new budget.");
    refused(
        film,
        400,
        () -> change.tried("line1", AMEND, resubmitted(contingency(film, "3600", "1000.00"))));
    change.answered("line1", AMEND, "WITHDRAW");

    assertThat(change.state()).isEqualTo("WITHDRAWN");
  }

  private static Case asked(TestFilm film, Map<String, ?> request) {
    return Case.started(film, "line1", "budget-change", request);
  }

  private static film.finalsay.support.Desk.Answer withdrawn(Case change, String person) {
    return change
        .film()
        .desk(person)
        .post(
            "/api/approvals/" + change.key() + "/withdrawal",
            Map.of("comment", "The harbour is free after all."));
  }

  /** Nobody answers: the question was put five days ago, and the engine comes to its timer. */
  private void fiveDaysPass(Case change) {
    jdbc.sql("update question set asked_at = asked_at - interval '5' day where approval_key = :key")
        .param("key", change.key())
        .update();
    jobs.executeJob(timer(change).getId());
  }

  private Job timer(Case change) {
    return jobs.createJobQuery().tenantIdIn(change.film().id()).timers().singleResult();
  }
}
