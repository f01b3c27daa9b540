package film.finalsay.script.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Teams;
import film.finalsay.support.Cast;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ShootingScript;
import film.finalsay.support.TestFilm;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each way through a script lock: who is asked, which way it takes, which it does not. */
@FinalSayTest
class ScriptLockProcessTest {

  private static final String ENDORSE = "userTask_endorseScriptLock";
  private static final String DECIDE = "userTask_decideScriptLock";
  private static final String AMEND = "userTask_amendScriptLock";
  private static final String LOCK = "serviceTask_lockScript";

  private final ProcessEngine engine;
  private final Teams teams;
  private Cast cast;
  private Map<String, Object> request;

  @LocalServerPort private int port;

  ScriptLockProcessTest(ProcessEngine engine, Teams teams) {
    this.teams = teams;
    this.engine = engine;
  }

  @BeforeEach
  void aFilmWithAClearedScript() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.approved(film, ShootingScript.SCRIPT).cleared();
    cast = new Cast(engine, teams);
    request = Map.of("film", film.id(), "draft", 1);
  }

  @Test
  void aProducersRequestGoesStraightToTheExecutiveProducer() {
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.SCRIPT_LOCK.processId(), request);
    assertThat(process)
        .isWaitingAtExactly(DECIDE)
        .hasNotPassed(ENDORSE)
        .task()
        .hasCandidateGroup("executive-producer");

    cast.answers("exec1", DECIDE, "APPROVE");

    assertThat(process).isEnded().hasPassed(LOCK, "endEvent_scriptLocked").hasNotPassed(AMEND);
  }

  @Test
  void aRequestFromBelowAProducerIsEndorsedFirst() {
    ProcessInstance process = cast.starts("line1", ApprovalKind.SCRIPT_LOCK.processId(), request);
    assertThat(process).isWaitingAtExactly(ENDORSE).task().hasCandidateGroup("producer");

    cast.answers("producer1", ENDORSE, "APPROVE");

    assertThat(process).isWaitingAtExactly(DECIDE).hasNotPassed(LOCK);
  }

  @Test
  void anUnendorsedRequestEndsOrGoesBack() {
    ProcessInstance rejected = cast.starts("line1", ApprovalKind.SCRIPT_LOCK.processId(), request);
    cast.answers("producer1", ENDORSE, "REJECT");
    assertThat(rejected)
        .isEnded()
        .hasPassed("endEvent_scriptLockNotEndorsed")
        .hasNotPassed(DECIDE, LOCK);

    ProcessInstance returned = cast.starts("line1", ApprovalKind.SCRIPT_LOCK.processId(), request);
    cast.answers("producer1", ENDORSE, "RETURN");
    assertThat(returned).isWaitingAtExactly(AMEND).task().isAssignedTo("line1");
    cast.answers("line1", AMEND, "RESUBMIT");
    assertThat(returned).isWaitingAtExactly(ENDORSE).hasNotPassed(DECIDE);
  }

  @Test
  void aReturnedRequestIsAmendedByItsRequester() {
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.SCRIPT_LOCK.processId(), request);
    cast.answers("exec1", DECIDE, "RETURN");
    assertThat(process).isWaitingAtExactly(AMEND).task().isAssignedTo("producer1");

    cast.answers("producer1", AMEND, "RESUBMIT");

    assertThat(process).isWaitingAtExactly(DECIDE).hasNotPassed(LOCK);
  }

  @Test
  void theRequesterWithdrawsIt() {
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.SCRIPT_LOCK.processId(), request);
    cast.answers("exec1", DECIDE, "RETURN").answers("producer1", AMEND, "WITHDRAW");
    assertThat(process).isEnded().hasPassed("endEvent_scriptLockWithdrawn").hasNotPassed(LOCK);
  }

  @Test
  void theExecutiveProducersNoEndsIt() {
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.SCRIPT_LOCK.processId(), request);
    cast.answers("exec1", DECIDE, "REJECT");
    assertThat(process).isEnded().hasPassed("endEvent_scriptLockRejected").hasNotPassed(LOCK);
  }

  @Test
  void aCoExecutiveProducerNeverLocksAScript() {
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.SCRIPT_LOCK.processId(), request);

    assertThatThrownBy(() -> cast.answers("coexec1", DECIDE, "APPROVE"))
        .hasMessageContaining("is for executive-producer");

    assertThat(process).isWaitingAtExactly(DECIDE).hasNotPassed(LOCK);
  }
}
