package film.finalsay.drawdown;

import static film.finalsay.drawdown.DrawnFilm.AMEND;
import static film.finalsay.drawdown.DrawnFilm.CONSENT;
import static film.finalsay.drawdown.DrawnFilm.DECIDE;
import static film.finalsay.drawdown.DrawnFilm.DRAWDOWN;
import static film.finalsay.drawdown.DrawnFilm.ENDORSE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import film.finalsay.approval.Teams;
import film.finalsay.support.Cast;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.TestFilm;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each way through a drawdown. */
@FinalSayTest
class DrawdownProcessTest {

  private static final String DRAW = "serviceTask_draw";

  private final ProcessEngine engine;
  private final Teams teams;
  private DrawnFilm film;
  private Cast cast;

  @LocalServerPort private int port;

  DrawdownProcessTest(ProcessEngine engine, Teams teams) {
    this.engine = engine;
    this.teams = teams;
  }

  @BeforeEach
  void aFilmThatMayDraw() {
    film = DrawnFilm.create(port);
    cast = new Cast(engine, teams);
  }

  @Test
  void theGuarantorIsAskedBeforeTheFinancier() {
    ProcessInstance process = asked("accountant1");
    assertThat(process).isWaitingAtExactly(ENDORSE).task().hasCandidateGroup("producer");
    cast.answers("producer1", ENDORSE, "APPROVE");
    assertThat(process).isWaitingAtExactly(DECIDE).task().hasCandidateGroup("executive-producer");
    cast.answers("exec1", DECIDE, "APPROVE");
    assertThat(process).isWaitingAt("callActivity_obtainGuarantorsConsent");
    Assertions.assertThat(cast.taskFor("financier")).isNull();
    cast.answers("guarantor1", CONSENT, "CONSENT");
    assertThat(process).isWaitingAt("callActivity_obtainFinanciersConsent");
    cast.answers("financier1", CONSENT, "CONSENT");

    assertThat(process).isEnded().hasPassed(DRAW, "endEvent_drawdownApproved");
  }

  @Test
  void whereNobodyIsAPartyTheExecutiveProducerHasTheFinalSay() {
    film =
        DrawnFilm.ready(
            GreenlitFilm.greenlit(without(ReadyFilm.create(port), "financier", "guarantor")));

    ProcessInstance process = asked("producer1");
    cast.answers("exec1", DECIDE, "APPROVE");

    assertThat(process)
        .isEnded()
        .hasPassed(DRAW)
        .hasNotPassed(
            "userTask_endorseDrawdown",
            "callActivity_obtainGuarantorsConsent",
            "callActivity_obtainFinanciersConsent");
  }

  private static TestFilm without(TestFilm film, String... parties) {
    for (String party : parties) {
      String role = party.equals("guarantor") ? "completion-guarantor" : party;
      film.desk("admin").delete("/api/films/%s/team/%s1/%s".formatted(film.id(), party, role)).ok();
    }
    return film;
  }

  @Test
  void whatTheProducerRejectsGoesNoFurther() {
    ProcessInstance process = asked("line1");
    cast.answers("producer1", ENDORSE, "REJECT");
    assertThat(process).isEnded().hasPassed("endEvent_drawdownNotEndorsed").hasNotPassed(DRAW);
  }

  @Test
  void whatTheExecutiveProducerRejectsIsNotDrawn() {
    ProcessInstance process = asked("producer1");
    assertThatThrownBy(() -> cast.answers("producer1", DECIDE, "APPROVE"))
        .hasMessageContaining("is for executive-producer");
    cast.answers("exec1", DECIDE, "REJECT");
    assertThat(process).isEnded().hasPassed("endEvent_drawdownRejected").hasNotPassed(DRAW);
  }

  @Test
  void whatIsReturnedIsAmendedOrWithdrawn() {
    ProcessInstance process = asked("producer1");
    cast.answers("exec1", DECIDE, "RETURN");
    assertThat(process).isWaitingAtExactly(AMEND).task().isAssignedTo("producer1");
    cast.answers(
        "producer1",
        AMEND,
        Map.of("decision", "RESUBMIT", "tranche", "2", "costsAsReported", true));
    assertThat(process).isWaitingAtExactly(DECIDE).hasPassed("serviceTask_fileAmendment");
    cast.answers("exec1", DECIDE, "RETURN");
    cast.answers("producer1", AMEND, Map.of("decision", "WITHDRAW"));
    assertThat(process).isEnded().hasPassed("endEvent_drawdownWithdrawn").hasNotPassed(DRAW);
  }

  @Test
  void theGuarantorsRefusalStopsItBeforeTheFinancierIsAsked() {
    ProcessInstance process = asked("producer1");
    cast.answers("exec1", DECIDE, "APPROVE");
    cast.answers("guarantor1", CONSENT, "REFUSE");
    assertThat(process)
        .isEnded()
        .hasPassed("boundaryEvent_guarantorRefused", "endEvent_drawdownRejected")
        .hasNotPassed(DRAW, "callActivity_obtainFinanciersConsent");
  }

  @Test
  void theFinanciersSilenceRefuses() {
    ProcessInstance process = asked("producer1");
    cast.answers("exec1", DECIDE, "APPROVE");
    cast.answers("guarantor1", CONSENT, "CONSENT");
    deadlineIsOver();
    cast.deadlinePasses();
    assertThat(process)
        .isEnded()
        .hasPassed("boundaryEvent_financierRefused", "endEvent_drawdownRejected")
        .hasNotPassed(DRAW);
    Assertions.assertThat(film.desk("exec1").approval(film.id() + "-DD-1").toString())
        .contains("REFUSAL_BY_SILENCE");
  }

  private void deadlineIsOver() {
    film.film()
        .service(JdbcClient.class)
        .sql("update question set asked_at = asked_at - interval '6' day where approval_key = :key")
        .param("key", film.id() + "-DD-1")
        .update();
  }

  private ProcessInstance asked(String person) {
    return cast.starts(person, DRAWDOWN, film.draw("1", "250000.00"));
  }
}
