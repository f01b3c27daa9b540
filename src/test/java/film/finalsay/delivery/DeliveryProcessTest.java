package film.finalsay.delivery;

import static film.finalsay.delivery.DeliverableFilm.AMEND;
import static film.finalsay.delivery.DeliverableFilm.CONSENT;
import static film.finalsay.delivery.DeliverableFilm.CONSULT;
import static film.finalsay.delivery.DeliverableFilm.DELIVERY;
import static film.finalsay.delivery.DeliverableFilm.REPORT_QUALITY;
import static film.finalsay.delivery.DeliverableFilm.SIGN_MONEY;
import static film.finalsay.delivery.DeliverableFilm.SIGN_PICTURE;
import static film.finalsay.delivery.DeliverableFilm.SIGN_QUALITY;
import static film.finalsay.delivery.DeliverableFilm.SIGN_TIME;
import static film.finalsay.delivery.DeliverableFilm.STATE_COSTS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import film.finalsay.approval.Teams;
import film.finalsay.support.Cast;
import film.finalsay.support.FinalSayTest;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each way through a delivery. */
@FinalSayTest
class DeliveryProcessTest {

  private static final String DELIVER = "serviceTask_deliverFilm";
  private static final String ACCEPTANCE = "callActivity_obtainAcceptance";

  private final ProcessEngine engine;
  private final Teams teams;
  private DeliverableFilm film;
  private Cast cast;

  @LocalServerPort private int port;

  DeliveryProcessTest(ProcessEngine engine, Teams teams) {
    this.engine = engine;
    this.teams = teams;
  }

  @BeforeEach
  void aFilmThatIsReadyToBeDelivered() {
    film = DeliverableFilm.create(port);
    cast = new Cast(engine, teams);
  }

  @Test
  void allIsPreparedAndSignedAtTheSameTime() {
    ProcessInstance process = asked();
    assertOpen(SIGN_TIME, REPORT_QUALITY, STATE_COSTS, CONSULT);
    cast.answers("director1", CONSULT, "CONCERN");
    assertOpen(SIGN_TIME, REPORT_QUALITY, STATE_COSTS, SIGN_PICTURE);
    cast.answers("post1", REPORT_QUALITY, "PREPARED");
    cast.answers("accountant1", STATE_COSTS, "PREPARED");
    assertOpen(SIGN_TIME, SIGN_QUALITY, SIGN_MONEY, SIGN_PICTURE);
    sign("APPROVE");
    assertThat(process).isWaitingAt(ACCEPTANCE);
    cast.answers("distributor1", CONSENT, "CONSENT");
    assertThat(process)
        .isEnded()
        .hasPassedInOrder(
            ACCEPTANCE,
            DELIVER,
            "serviceTask_tellGuarantor",
            "serviceTask_tellFinancier",
            "endEvent_filmDelivered");
  }

  @Test
  void oneReturnSendsItBackOnceAllHaveAnswered() {
    ProcessInstance process = asked();
    prepared();
    cast.answers("producer1", SIGN_TIME, "RETURN");
    assertOpen(SIGN_QUALITY, SIGN_MONEY, SIGN_PICTURE);
    cast.answers("producer2", SIGN_QUALITY, "APPROVE");
    cast.answers("exec1", SIGN_MONEY, "APPROVE");
    cast.answers(film.exec2(), SIGN_PICTURE, "APPROVE");
    assertThat(process).isWaitingAtExactly(AMEND).task().isAssignedTo("post1");
    resubmit();
    assertOpen(SIGN_TIME, REPORT_QUALITY, STATE_COSTS, CONSULT);
    prepared();
    sign("RETURN");
    cast.answers("post1", AMEND, Map.of("decision", "WITHDRAW"));
    assertThat(process).isEnded().hasPassed("endEvent_deliveryWithdrawn").hasNotPassed(DELIVER);
  }

  @Test
  void anObjectionSendsItBackAndIsNoRejection() {
    ProcessInstance process = asked();
    prepared();
    sign("APPROVE");
    cast.answers("distributor1", CONSENT, Map.of("decision", "REFUSE", "comment", "Cue sheet"));
    assertThat(process)
        .isWaitingAtExactly(AMEND)
        .hasPassed("boundaryEvent_acceptanceRefused")
        .hasNotPassed(DELIVER);
    assertThatThrownBy(this::resubmit).hasMessageContaining("Cue sheet");
    film.set(3, "SENT").ok();
    resubmit();
    assertOpen(SIGN_TIME, REPORT_QUALITY, STATE_COSTS, CONSULT);
  }

  @Test
  void theDistributorsSilenceAcceptsAfterThreeWeeks() {
    ProcessInstance process = asked();
    prepared();
    sign("APPROVE");
    assertThatThrownBy(() -> cast.timePasses("boundaryEvent_consentDeadlinePassed"))
        .hasMessageContaining("time");
    daysPass(21);
    cast.timePasses("boundaryEvent_consentDeadlinePassed");
    assertThat(process).isEnded().hasPassed(DELIVER);
    Assertions.assertThat(film.film().desk("exec1").approval(film.key(1)).toString())
        .contains("CONSENT_BY_SILENCE");
    Assertions.assertThat(film.phase()).isEqualTo("DELIVERED");
  }

  @Test
  void theDirectorsSilenceHoldsNothingUp() {
    ProcessInstance process = asked();
    daysPass(5);
    cast.timePasses("boundaryEvent_consultationOver");
    assertOpen(SIGN_TIME, REPORT_QUALITY, STATE_COSTS, SIGN_PICTURE);
  }

  @Test
  void whatIsWithdrawnWhileItIsSignedIsNotDelivered() {
    ProcessInstance process = asked();
    prepared();
    cast.answers("producer1", SIGN_TIME, "APPROVE");
    film.film()
        .desk("post1")
        .post("/api/approvals/%s/withdrawal".formatted(film.key(1)), Map.of())
        .ok();
    assertThat(process).isEnded().hasNotPassed(DELIVER);
    Assertions.assertThat(film.phase()).isNotEqualTo("DELIVERED");
  }

  private void assertOpen(String... steps) {
    Assertions.assertThat(cast.openSteps()).containsExactlyInAnyOrder(steps);
  }

  private ProcessInstance asked() {
    return cast.starts("post1", DELIVERY, film.asked());
  }

  private void prepared() {
    cast.answers("post1", REPORT_QUALITY, "PREPARED");
    cast.answers("accountant1", STATE_COSTS, "PREPARED");
    cast.answers("director1", CONSULT, "SUPPORT");
  }

  private void sign(String decision) {
    cast.answers("producer1", SIGN_TIME, decision);
    cast.answers("producer2", SIGN_QUALITY, decision);
    cast.answers("exec1", SIGN_MONEY, decision);
    cast.answers(film.exec2(), SIGN_PICTURE, decision);
  }

  private void resubmit() {
    Map<String, Object> answer = new HashMap<>(film.asked());
    answer.remove("film");
    answer.put("decision", "RESUBMIT");
    cast.answers("post1", AMEND, answer);
  }

  private void daysPass(int days) {
    film.film()
        .service(JdbcClient.class)
        .sql(
            "update question set asked_at = asked_at - interval '%d' day where approval_key = :key"
                .formatted(days))
        .param("key", film.key(1))
        .update();
  }
}
