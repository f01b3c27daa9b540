package film.finalsay.release.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import film.finalsay.approval.Teams;
import film.finalsay.release.ReleasePlans;
import film.finalsay.support.Cast;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.Territories;
import film.finalsay.support.TestFilm;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each way through a release plan: who is asked, which way it takes, which it does not. */
@FinalSayTest
class ReleasePlanProcessTest {

  private static final String CONSULT = "userTask_consult";
  private static final String DECIDE = "userTask_decideReleasePlan";
  private static final String AMEND = "userTask_amendReleasePlan";
  private static final String CONSENT = "userTask_giveConsent";
  private static final String HEAR = "callActivity_hearDirector";
  private static final String OBTAIN = "callActivity_obtainConsents";
  private static final String APPROVE = "serviceTask_approveReleasePlan";

  private final ProcessEngine engine;
  private final Teams teams;
  private final ReleasePlans plans;
  private final JdbcTemplate jdbc;
  private TestFilm film;
  private Cast cast;

  @LocalServerPort private int port;

  ReleasePlanProcessTest(ProcessEngine engine, Teams teams, ReleasePlans plans, JdbcTemplate jdbc) {
    this.engine = engine;
    this.teams = teams;
    this.plans = plans;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void aFilmWithAPlan() {
    film = TestFilm.create(port);
    cast = new Cast(engine, teams);
    drafted(Territories.germany());
  }

  @Test
  void theDirectorIsHeardAndTheExecutiveProducerDecidesTheFirst() {
    ProcessInstance process = asked(1);
    assertThat(process).isWaitingAt(HEAR);
    Assertions.assertThat(cast.taskFor("director").getName()).isEqualTo("Consult");

    cast.answers("director1", CONSULT, "CONCERN");
    assertThat(process).isWaitingAtExactly(DECIDE).task().hasCandidateGroup("executive-producer");
    cast.answers("exec1", DECIDE, "APPROVE");

    assertThat(process)
        .isEnded()
        .hasPassed(APPROVE, "endEvent_releasePlanApproved")
        .hasNotPassed(AMEND, OBTAIN);
  }

  @Test
  void theDirectorsSilenceGoesOn() {
    ProcessInstance process = asked(1);
    jdbc.update("update question set asked_at = asked_at - interval '3' day");

    cast.timePasses("boundaryEvent_consultationOver");

    assertThat(process).isWaitingAtExactly(DECIDE);
    Assertions.assertThat(cast.passed()).contains("serviceTask_recordSilence");
  }

  @Test
  void aFilmWithoutADirectorHearsNobody() {
    film = TestFilm.without(port, "director1");
    drafted(Territories.germany());

    assertThat(asked(1)).isWaitingAtExactly(DECIDE);
  }

  @Test
  void aLittleChangeIsTheProducers() {
    approved(1);
    drafted(Territories.germanyWithTrailer("40000.00", "110000.00"), "coexec1");

    ProcessInstance process = asked(2);
    cast.answers("director1", CONSULT, "SUPPORT");

    assertThat(process).isWaitingAtExactly(DECIDE).task().hasCandidateGroup("producer");
    cast.answers("producer2", DECIDE, "APPROVE");
    assertThat(process).isEnded().hasPassed("endEvent_releasePlanApproved");
  }

  @Test
  void whereOneProducerDraftedItAndTheOtherAsksTheNextHigherRoleDecides() {
    approved(1);
    drafted(Territories.germanyWithTrailer("40000.00", "110000.00"));

    ProcessInstance process = asked(2);
    cast.answers("director1", CONSULT, "SUPPORT");

    assertThat(process)
        .isWaitingAtExactly(DECIDE)
        .task()
        .hasCandidateGroup("co-executive-producer");
    assertThatThrownBy(() -> cast.answers("producer2", DECIDE, "APPROVE"))
        .hasMessageContaining("is for co-executive-producer");
  }

  @Test
  void theDistributorConsents() {
    String distributor = film.hire("distributor");
    ProcessInstance process = decided();
    assertThat(process).isWaitingAt(OBTAIN).hasNotPassed(APPROVE);

    cast.answers(distributor, CONSENT, "CONSENT");

    assertThat(process).isEnded().hasPassed(OBTAIN, APPROVE, "endEvent_releasePlanApproved");
  }

  @Test
  void theDistributorsRefusalEndsIt() {
    String distributor = film.hire("distributor");
    ProcessInstance process = decided();

    cast.answers(distributor, CONSENT, "REFUSE");

    assertThat(process)
        .isEnded()
        .hasPassed("boundaryEvent_consentRefused", "endEvent_releasePlanRejected")
        .hasNotPassed(APPROVE);
  }

  @Test
  void theDistributorsSilenceRefuses() {
    film.hire("distributor");
    ProcessInstance process = decided();
    jdbc.update("update question set asked_at = asked_at - interval '5' day");

    cast.timePasses("boundaryEvent_consentDeadlinePassed");

    assertThat(process).isEnded().hasPassed("endEvent_releasePlanRejected").hasNotPassed(APPROVE);
  }

  @Test
  void aReturnedPlanComesBackAsAnotherVersionAndTheDirectorIsHeardAgain() {
    ProcessInstance process = asked(1);
    cast.answers("director1", CONSULT, "SUPPORT").answers("exec1", DECIDE, "RETURN");
    assertThat(process).isWaitingAtExactly(AMEND).task().isAssignedTo("producer1");
    drafted(Territories.germanyOpening("2028-03-09"));

    cast.answers("producer1", AMEND, Map.of("decision", "RESUBMIT", "version", 2));

    assertThat(process).isWaitingAt(HEAR);
    cast.answers("director1", CONSULT, "SUPPORT").answers("exec1", DECIDE, "APPROVE");
    assertThat(process).isEnded().hasPassed("endEvent_releasePlanApproved");
  }

  @Test
  void theRequesterWithdrawsIt() {
    ProcessInstance process = asked(1);
    cast.answers("director1", CONSULT, "SUPPORT")
        .answers("exec1", DECIDE, "RETURN")
        .answers("producer1", AMEND, "WITHDRAW");

    assertThat(process).isEnded().hasPassed("endEvent_releasePlanWithdrawn").hasNotPassed(APPROVE);
  }

  @Test
  void aNoEndsIt() {
    ProcessInstance process = asked(1);
    cast.answers("director1", CONSULT, "SUPPORT").answers("exec1", DECIDE, "REJECT");

    assertThat(process).isEnded().hasPassed("endEvent_releasePlanRejected").hasNotPassed(APPROVE);
  }

  private ProcessInstance decided() {
    ProcessInstance process = asked(1);
    cast.answers("director1", CONSULT, "SUPPORT").answers("exec1", DECIDE, "APPROVE");
    return process;
  }

  private void approved(int version) {
    ProcessInstance process = asked(version);
    cast.answers("director1", CONSULT, "SUPPORT").answers("exec1", DECIDE, "APPROVE");
    assertThat(process).isEnded();
  }

  /** By producer2, so that producer1 asks and neither decides. */
  private void drafted(Map<String, Object> territory) {
    drafted(territory, "producer2");
  }

  private void drafted(Map<String, Object> territory, String person) {
    plans.save(film.id(), Territories.plan(territory), person);
  }

  private ProcessInstance asked(int version) {
    return cast.starts("producer1", "release-plan", Map.of("film", film.id(), "version", version));
  }
}
