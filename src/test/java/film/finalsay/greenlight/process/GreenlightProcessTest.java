package film.finalsay.greenlight.process;

import static film.finalsay.support.Cast.with;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import film.finalsay.approval.Teams;
import film.finalsay.support.Cast;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each way through a greenlight: who is asked, which way it takes, which it does not. */
@FinalSayTest
class GreenlightProcessTest {

  private static final String ENDORSE = "userTask_endorsePackage";
  private static final String COMPLETE = "userTask_completePackage";
  private static final String DECIDE = "userTask_decideGreenlight";
  private static final String AMEND = "userTask_amendPackage";
  private static final String MEET = "userTask_meetConditions";
  private static final String CONFIRM = "userTask_confirmConditions";
  private static final String GREENLIGHT = "serviceTask_greenlightFilm";

  private final ProcessEngine engine;
  private final Teams teams;
  private TestFilm film;
  private Cast cast;
  private Map<String, Object> complete;

  @LocalServerPort private int port;

  GreenlightProcessTest(ProcessEngine engine, Teams teams) {
    this.teams = teams;
    this.engine = engine;
  }

  @BeforeEach
  void aFilmWithAnApprovedScript() {
    film = TestFilm.create(port).packaged();
    cast = new Cast(engine, teams);
    cast.starts(
        "line1",
        "script-approval",
        Map.of(
            "film",
            film.id(),
            "draft",
            "Draft 1",
            "document",
            film.upload("FADE IN: " + film.id()),
            "summary",
            "First draft."));
    cast.answers("producer1", "userTask_reviewScriptDraft", "APPROVE")
        .answers("director1", "userTask_consultDirector", "SUPPORT")
        .answers("exec1", "userTask_decideScriptDraft", "APPROVE");
    complete =
        Map.of(
            "film", film.id(),
            "logline", "A keeper saves the one ship that looks for her.",
            "vision", "Hopeful, practical, earned.",
            "budgetVersion", 1,
            "scriptDraft", "Draft 1",
            "scheduleStart", "2027-03-01",
            "scheduleEnd", "2027-04-16");
  }

  @Test
  void aProducersCompletePackageGoesStraightToTheExecutiveProducer() {
    ProcessInstance process = cast.starts("producer1", GreenlightProcess.ID, complete);
    assertThat(process)
        .isWaitingAtExactly(DECIDE)
        .hasNotPassed(ENDORSE, COMPLETE)
        .task()
        .hasCandidateGroup("executive-producer");

    cast.answers("exec1", DECIDE, "APPROVE");

    assertThat(process)
        .isEnded()
        .hasPassed(GREENLIGHT, "endEvent_filmGreenlit")
        .hasNotPassed(MEET, AMEND);
  }

  @Test
  void aPackageFromBelowAProducerIsEndorsedFirst() {
    ProcessInstance process = cast.starts("line1", GreenlightProcess.ID, complete);
    assertThat(process).isWaitingAtExactly(ENDORSE).task().hasCandidateGroup("producer");

    cast.answers("producer1", ENDORSE, "APPROVE");

    assertThat(process).isWaitingAtExactly(DECIDE).hasPassed("serviceTask_checkPackage");
  }

  @Test
  void anUnendorsedPackageEndsOrGoesBack() {
    ProcessInstance rejected = cast.starts("line1", GreenlightProcess.ID, complete);
    cast.answers("producer1", ENDORSE, "REJECT");
    assertThat(rejected).isEnded().hasPassed("endEvent_greenlightRejected").hasNotPassed(DECIDE);

    ProcessInstance returned = cast.starts("line1", GreenlightProcess.ID, complete);
    cast.answers("producer1", ENDORSE, "RETURN");
    assertThat(returned).isWaitingAtExactly(AMEND).task().isAssignedTo("line1");
    cast.answers("line1", AMEND, "RESUBMIT");
    assertThat(returned).isWaitingAtExactly(ENDORSE).hasNotPassed(DECIDE);
  }

  @Test
  void whatIsMissingGoesToAProducerWhoCompletesIt() {
    Map<String, Object> incomplete = new HashMap<>(complete);
    incomplete.remove("scriptDraft");
    film.secured("999999.99");
    ProcessInstance process = cast.starts("producer1", GreenlightProcess.ID, incomplete);
    assertThat(process).isWaitingAtExactly(COMPLETE).task().hasCandidateGroup("producer");
    org.assertj.core.api.Assertions.assertThat((String) cast.briefing(COMPLETE).get("missingItems"))
        .contains("An approved script draft")
        .contains("USD 0.01 short")
        .doesNotContain("schedule");

    film.secured("1000000.00");
    cast.answers("producer2", COMPLETE, with(complete, Map.of("decision", "RESUBMIT")));
    assertThat(process).isWaitingAtExactly(DECIDE);
  }

  @Test
  void conditionsAreMetByAProducerAndConfirmedByTheExecutiveProducer() {
    ProcessInstance process = cast.starts("producer1", GreenlightProcess.ID, complete);
    cast.answers("exec1", DECIDE, "APPROVE_WITH_CONDITIONS");
    assertThat(process).isWaitingAtExactly(MEET).hasNotPassed(GREENLIGHT);
    cast.answers("producer1", MEET, "CONDITIONS_MET");
    assertThat(process).isWaitingAtExactly(CONFIRM).task().hasCandidateGroup("executive-producer");
    cast.answers("exec1", CONFIRM, "RETURN");
    assertThat(process).isWaitingAtExactly(MEET).hasNotPassed(GREENLIGHT);
    cast.answers("producer1", MEET, "CONDITIONS_MET").answers("exec1", CONFIRM, "CONFIRM");

    assertThat(process).isEnded().hasPassed(GREENLIGHT);
  }

  @Test
  void unmetConditionsEndIt() {
    ProcessInstance rejected = cast.starts("producer1", GreenlightProcess.ID, complete);
    cast.answers("exec1", DECIDE, "APPROVE_WITH_CONDITIONS")
        .answers("producer1", MEET, "CONDITIONS_MET")
        .answers("exec1", CONFIRM, "REJECT");
    assertThat(rejected).isEnded().hasPassed("endEvent_greenlightRejected");

    ProcessInstance withdrawn = cast.starts("producer1", GreenlightProcess.ID, complete);
    cast.answers("exec1", DECIDE, "APPROVE_WITH_CONDITIONS").answers("producer1", MEET, "WITHDRAW");
    assertThat(withdrawn)
        .isEnded()
        .hasPassed("endEvent_greenlightWithdrawn")
        .hasNotPassed(GREENLIGHT);
  }

  @Test
  void aReturnedPackageIsAmendedByItsRequester() {
    ProcessInstance process = cast.starts("producer1", GreenlightProcess.ID, complete);
    cast.answers("exec1", DECIDE, "RETURN");
    assertThat(process).isWaitingAtExactly(AMEND).task().isAssignedTo("producer1");
    cast.answers("producer1", AMEND, Map.of("decision", "RESUBMIT", "logline", "Shorter."));
    assertThat(process).isWaitingAtExactly(DECIDE);
    org.assertj.core.api.Assertions.assertThat(cast.briefing(DECIDE).get("loglineText"))
        .isEqualTo("Shorter.");
  }

  @Test
  void theExecutiveProducersNoEndsIt() {
    ProcessInstance process = cast.starts("producer1", GreenlightProcess.ID, complete);
    cast.answers("exec1", DECIDE, "REJECT");
    assertThat(process).isEnded().hasPassed("endEvent_greenlightRejected").hasNotPassed(GREENLIGHT);
  }

  @Test
  void ofTwoPackagesForOneFilmOnlyTheFirstIsGreenlit() {
    ProcessInstance second = cast.starts("producer2", GreenlightProcess.ID, complete);
    Cast others = new Cast(engine, teams);
    ProcessInstance first = others.starts("producer1", GreenlightProcess.ID, complete);
    others.answers("exec1", DECIDE, "APPROVE");
    assertThat(first).isEnded();

    assertThatThrownBy(() -> cast.answers("exec1", DECIDE, "APPROVE"))
        .hasMessageContaining("is greenlit already");
    assertThat(second).isWaitingAtExactly(DECIDE).hasNotPassed(GREENLIGHT);
  }
}
