package film.finalsay.cut.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import film.finalsay.approval.Teams;
import film.finalsay.support.Cast;
import film.finalsay.support.CutFilm;
import film.finalsay.support.FinalSayTest;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each way through a cut approval: who lets it pass, who is heard, who decides. */
@FinalSayTest
class CutApprovalProcessTest {

  private static final String ENDORSE = "userTask_endorseCut";
  private static final String DIRECTOR = "callActivity_consultDirector";
  private static final String NOTES = "callActivity_askForNotes";
  private static final String DECIDE = "userTask_decideCut";
  private static final String AMEND = "userTask_amendCutApproval";
  private static final String APPROVE = "serviceTask_approveCut";

  private final ProcessEngine engine;
  private final Teams teams;
  private final JdbcTemplate jdbc;
  private Cast cast;
  private Map<String, Object> request;

  @LocalServerPort private int port;

  CutApprovalProcessTest(ProcessEngine engine, Teams teams, JdbcTemplate jdbc) {
    this.engine = engine;
    this.teams = teams;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void aFilmWithACut() {
    CutFilm film = CutFilm.handedOver(port);
    request = film.approval(film.handedIn("post1", "Cut 1", "PRODUCERS_CUT"));
    cast = new Cast(engine, teams);
  }

  @Test
  void aCutPassesTheProducerIsHeardAndDecided() {
    ProcessInstance process = cast.starts("post1", "cut-approval", request);
    assertThat(process).isWaitingAtExactly(ENDORSE).task().hasCandidateGroup("producer");
    cast.answers("producer1", ENDORSE, "APPROVE");

    assertThat(process).isWaitingAt(DIRECTOR).hasNotPassed(NOTES);
    heard("director", "director1", "CONCERN");
    assertThat(process).isWaitingAt(NOTES).hasPassed(DIRECTOR).hasNotPassed(DECIDE);
    heard("financier", "financier1", "SUPPORT");
    assertThat(process).isWaitingAt(NOTES).hasNotPassed(DECIDE);
    heard("distributor", "distributor1", "CONCERN");

    assertThat(process).isWaitingAtExactly(DECIDE).task().hasCandidateGroup("executive-producer");
    cast.answers("exec1", DECIDE, "APPROVE");
    assertThat(process).isEnded().hasPassed(APPROVE, "endEvent_cutApproved").hasNotPassed(AMEND);
  }

  @Test
  void silenceOfThoseWhoAreHeardGoesOn() {
    ProcessInstance process = cast.starts("producer1", "cut-approval", request);
    assertThat(process).isWaitingAt(DIRECTOR).hasNotPassed(ENDORSE);
    assertThatThrownBy(() -> cast.deadlinePasses()).hasMessageContaining("There is time to answer");
    jdbc.update("update question set asked_at = asked_at - interval '3' day");
    cast.deadlinePasses();
    assertThat(process).isWaitingAt(NOTES).hasPassed(DIRECTOR);
    heard("financier", "financier1", "SUPPORT");
    jdbc.update("update question set asked_at = asked_at - interval '5' day");
    cast.deadlinePasses();

    assertThat(process).isWaitingAtExactly(DECIDE).hasNotPassed(APPROVE);
  }

  @Test
  void aCutThatDoesNotPassEndsOrGoesBack() {
    ProcessInstance rejected = cast.starts("post1", "cut-approval", request);
    cast.answers("producer1", ENDORSE, "REJECT");
    assertThat(rejected).isEnded().hasPassed("endEvent_cutNotEndorsed").hasNotPassed(DIRECTOR);

    ProcessInstance returned = cast.starts("post1", "cut-approval", request);
    cast.answers("producer1", ENDORSE, "RETURN");
    assertThat(returned).isWaitingAtExactly(AMEND).task().isAssignedTo("post1");
    cast.answers("post1", AMEND, "RESUBMIT");
    assertThat(returned).isWaitingAtExactly(ENDORSE).hasNotPassed(DIRECTOR);
    cast.answers("producer1", ENDORSE, "RETURN").answers("post1", AMEND, "WITHDRAW");
    assertThat(returned).isEnded().hasPassed("endEvent_cutApprovalWithdrawn").hasNotPassed(APPROVE);
  }

  @Test
  void theExecutiveProducersNoEndsItAndReturnHasAllHeardAnew() {
    ProcessInstance process = cast.starts("producer1", "cut-approval", request);
    allHeard();
    cast.answers("exec1", DECIDE, "RETURN").answers("producer1", AMEND, "RESUBMIT");
    assertThat(process).isWaitingAt(DIRECTOR);
    allHeard();
    cast.answers("exec1", DECIDE, "REJECT");

    assertThat(process).isEnded().hasPassed("endEvent_cutRejected").hasNotPassed(APPROVE);
  }

  @Test
  void aCoExecutiveProducerNeverDecidesACut() {
    ProcessInstance process = cast.starts("producer1", "cut-approval", request);
    allHeard();
    assertThatThrownBy(() -> cast.answers("coexec1", DECIDE, "APPROVE"))
        .hasMessageContaining("is for executive-producer");
    assertThat(process).isWaitingAtExactly(DECIDE).hasNotPassed(APPROVE);
  }

  private void allHeard() {
    heard("director", "director1", "SUPPORT");
    heard("financier", "financier1", "SUPPORT");
    heard("distributor", "distributor1", "SUPPORT");
  }

  private void heard(String group, String person, String answer) {
    String task = cast.taskFor(group).getId();
    cast.as(
        person,
        () ->
            engine
                .getTaskService()
                .complete(task, Map.of("decision", answer, "comment", "Because.")));
  }
}
