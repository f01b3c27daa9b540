package film.finalsay.cut.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import film.finalsay.approval.Teams;
import film.finalsay.support.Cast;
import film.finalsay.support.CutFilm;
import film.finalsay.support.FinalSayTest;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each way through a picture lock: whose final cut it is, and the distributor's consent. */
@FinalSayTest
class PictureLockProcessTest {

  private static final String EXECUTIVE = "userTask_decideAsExecutiveProducer";
  private static final String DIRECTOR = "userTask_decideAsDirector";
  private static final String CONSENTS = "callActivity_obtainConsents";
  private static final String AMEND = "userTask_amendPictureLock";
  private static final String LOCK = "serviceTask_lockPicture";

  private final ProcessEngine engine;
  private final Teams teams;
  private final JdbcTemplate jdbc;
  private Cast cast;
  private CutFilm film;
  private Map<String, Object> request;

  @LocalServerPort private int port;

  PictureLockProcessTest(ProcessEngine engine, Teams teams, JdbcTemplate jdbc) {
    this.engine = engine;
    this.teams = teams;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void aFilmWithAnApprovedFineCut() {
    film = CutFilm.handedOver(port);
    request = film.lock(film.approvedFineCut("Fine cut 1"));
    cast = new Cast(engine, teams);
  }

  @Test
  void theExecutiveProducerLocksAndTheDistributorConsents() {
    ProcessInstance process = cast.starts("post1", "picture-lock", request);
    assertThat(process)
        .isWaitingAtExactly(EXECUTIVE)
        .task()
        .hasCandidateGroup("executive-producer");
    cast.answers("exec1", EXECUTIVE, "APPROVE");

    assertThat(process).isWaitingAt(CONSENTS).hasNotPassed(LOCK);
    Assertions.assertThat(cast.called("consents")).as("nobody but the distributor").hasSize(1);
    consents("CONSENT");

    assertThat(process).isEnded().hasPassed(LOCK, "endEvent_pictureLocked").hasNotPassed(DIRECTOR);
  }

  @Test
  void theDirectorLocksWhereTheFinalCutIsTheirs() {
    film.film().desk("exec1").put(film.path("/final-cut"), Map.of("holder", "director1")).ok();
    ProcessInstance process = cast.starts("post1", "picture-lock", request);
    assertThat(process).isWaitingAtExactly(DIRECTOR).task().hasCandidateGroup("director");
    assertThatThrownBy(() -> cast.answers("exec1", DIRECTOR, "APPROVE"))
        .hasMessageContaining("is for director");
    cast.answers("director1", DIRECTOR, "APPROVE");
    consents("CONSENT");

    assertThat(process).isEnded().hasPassed(LOCK).hasNotPassed(EXECUTIVE);
  }

  @Test
  void theDistributorsSilenceConsentsAfterFiveDays() {
    ProcessInstance process = cast.starts("producer1", "picture-lock", request);
    cast.answers("exec1", EXECUTIVE, "APPROVE");
    assertThatThrownBy(() -> cast.deadlinePasses()).hasMessageContaining("There is time to answer");
    jdbc.update("update question set asked_at = asked_at - interval '5' day");
    cast.deadlinePasses();

    assertThat(process).isEnded().hasPassed(LOCK, "endEvent_pictureLocked");
  }

  @Test
  void theDistributorsRefusalEndsIt() {
    ProcessInstance process = cast.starts("producer1", "picture-lock", request);
    cast.answers("exec1", EXECUTIVE, "APPROVE");
    consents("REFUSE");

    assertThat(process)
        .isEnded()
        .hasPassed("boundaryEvent_consentRefused", "endEvent_pictureLockRejected")
        .hasNotPassed(LOCK);
  }

  @Test
  void aReturnedRequestIsAmendedOrWithdrawnAndANoEndsIt() {
    ProcessInstance process = cast.starts("post1", "picture-lock", request);
    cast.answers("exec1", EXECUTIVE, "RETURN");
    assertThat(process).isWaitingAtExactly(AMEND).task().isAssignedTo("post1");
    cast.answers("post1", AMEND, "RESUBMIT");
    assertThat(process).isWaitingAtExactly(EXECUTIVE);
    cast.answers("exec1", EXECUTIVE, "RETURN").answers("post1", AMEND, "WITHDRAW");
    assertThat(process).isEnded().hasPassed("endEvent_pictureLockWithdrawn").hasNotPassed(LOCK);

    ProcessInstance rejected = cast.starts("post1", "picture-lock", request);
    cast.answers("exec1", EXECUTIVE, "REJECT");
    assertThat(rejected).isEnded().hasPassed("endEvent_pictureLockRejected").hasNotPassed(LOCK);
  }

  @Test
  void aCoExecutiveProducerNeverLocksAPicture() {
    ProcessInstance process = cast.starts("producer1", "picture-lock", request);
    assertThatThrownBy(() -> cast.answers("coexec1", EXECUTIVE, "APPROVE"))
        .hasMessageContaining("is for executive-producer");
    assertThat(process).isWaitingAtExactly(EXECUTIVE).hasNotPassed(LOCK);
  }

  private void consents(String answer) {
    String task = cast.taskFor("distributor").getId();
    cast.as(
        "distributor1",
        () ->
            engine
                .getTaskService()
                .complete(task, Map.of("decision", answer, "comment", "Because.")));
  }
}
