package film.finalsay.script.process;

import static film.finalsay.support.Cast.with;
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

/** Each way through a script revision: who is asked, which way it takes, which it does not. */
@FinalSayTest
class ScriptRevisionProcessTest {

  private static final String REVIEW = "userTask_reviewScriptRevision";
  private static final String CONSULT = ScriptApprovalProcess.CONSULT_DIRECTOR;
  private static final String DECIDE = "userTask_decideScriptRevision";
  private static final String REVISE = "userTask_reviseScriptRevision";
  private static final String APPROVE = "serviceTask_approveScriptRevision";

  private final ProcessEngine engine;
  private final Teams teams;
  private TestFilm film;
  private Cast cast;
  private ProcessInstance process;

  @LocalServerPort private int port;

  ScriptRevisionProcessTest(ProcessEngine engine, Teams teams) {
    this.teams = teams;
    this.engine = engine;
  }

  @BeforeEach
  void aSubmittedSet() {
    film = TestFilm.create(port);
    ShootingScript.locked(film);
    cast = new Cast(engine, teams);
    process =
        cast.starts(
            "line1",
            ApprovalKind.SCRIPT_REVISION.processId(),
            with(set("Blue", "the chart"), Map.of("film", film.id())));
  }

  @Test
  void producerAndDirectorAreAskedAtOnceThenTheExecutiveProducerDecides() {
    assertThat(process).isWaitingAtExactly(REVIEW, CONSULT);
    assertThat(cast.taskAt(REVIEW)).hasCandidateGroup("producer");
    assertThat(cast.taskAt(CONSULT)).hasCandidateGroup("director");

    cast.answers("producer1", REVIEW, "APPROVE");
    assertThat(process).isWaitingAt(CONSULT).hasNotPassed(DECIDE);
    cast.answers("director1", CONSULT, "SUPPORT");
    assertThat(process).isWaitingAtExactly(DECIDE).task().hasCandidateGroup("executive-producer");
    cast.answers("exec1", DECIDE, "APPROVE");

    assertThat(process)
        .isEnded()
        .hasPassed(APPROVE, "endEvent_scriptRevisionApproved")
        .hasNotPassed(REVISE, "serviceTask_recordSilence");
  }

  @Test
  void theDirectorsConcernIsHeardAndBlocksNothing() {
    cast.answers("director1", CONSULT, "CONCERN").answers("producer1", REVIEW, "APPROVE");
    assertThat(process).isWaitingAtExactly(DECIDE);
    org.assertj.core.api.Assertions.assertThat(cast.briefing(DECIDE).get("directorViewText"))
        .isEqualTo("Dana Reyes \\(director1\\) has concerns about it: because");

    cast.answers("exec1", DECIDE, "APPROVE");
    assertThat(process).isEnded().hasPassed(APPROVE);
  }

  @Test
  void theDirectorsSilenceIsRecordedAndBlocksNothing() {
    cast.answers("producer1", REVIEW, "APPROVE");
    cast.deadlinePasses();

    assertThat(process).isWaitingAtExactly(DECIDE).hasPassed("serviceTask_recordSilence");
    org.assertj.core.api.Assertions.assertThat(cast.briefing(DECIDE).get("directorViewText"))
        .isEqualTo("The director gave no answer in time");
  }

  @Test
  void theProducersNoEndsItBeforeTheExecutiveProducerIsAsked() {
    cast.answers("producer1", REVIEW, "REJECT").answers("director1", CONSULT, "SUPPORT");

    assertThat(process)
        .isEnded()
        .hasPassed("endEvent_scriptRevisionRejected")
        .hasNotPassed(DECIDE, APPROVE);
  }

  @Test
  void theExecutiveProducersNoEndsIt() {
    reviewed().answers("exec1", DECIDE, "REJECT");

    assertThat(process)
        .isEnded()
        .hasPassed("endEvent_scriptRevisionRejected")
        .hasNotPassed(APPROVE);
  }

  @Test
  void aReturnedSetIsAnsweredByANewOneThatIsReviewedAfresh() {
    reviewed().answers("exec1", DECIDE, "RETURN");
    assertThat(process).isWaitingAtExactly(REVISE).task().isAssignedTo("line1");

    cast.answers(
        "line1", REVISE, with(set("Blue again", "the radio"), Map.of("decision", "RESUBMIT")));
    assertThat(process).isWaitingAtExactly(REVIEW, CONSULT).hasNotPassed(APPROVE);
    org.assertj.core.api.Assertions.assertThat(cast.briefing(REVIEW).get("directorViewText"))
        .isEqualTo("None yet.");

    reviewed().answers("exec1", DECIDE, "APPROVE");
    assertThat(process).isEnded().hasPassed("serviceTask_fileRevisedSet", APPROVE);
  }

  @Test
  void aReturnedSetCanBeWithdrawn() {
    cast.answers("producer1", REVIEW, "RETURN").answers("director1", CONSULT, "SUPPORT");
    assertThat(process).isWaitingAtExactly(REVISE).hasNotPassed(DECIDE);

    cast.answers("line1", REVISE, "WITHDRAW");
    assertThat(process)
        .isEnded()
        .hasPassed("endEvent_scriptRevisionWithdrawn")
        .hasNotPassed(APPROVE);
  }

  @Test
  void itIsWithdrawnAtAnyStep() {
    cast.answers("producer1", REVIEW, "APPROVE");
    film.desk("line1")
        .post("/api/approvals/%s-SR-1/withdrawal".formatted(film.id()), Map.of())
        .ok();

    assertThat(process).isEnded().hasNotPassed(APPROVE);
  }

  private Cast reviewed() {
    return cast.answers("producer1", REVIEW, "APPROVE").answers("director1", CONSULT, "SUPPORT");
  }

  private Map<String, Object> set(String label, String instead) {
    return Map.of(
        "draft",
        label,
        "document",
        film.upload(ShootingScript.SCRIPT.replace("the lens", instead)),
        "summary",
        "What changed: everything.");
  }
}
