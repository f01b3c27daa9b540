package film.finalsay.greenlight.process;

import static film.finalsay.support.Cast.with;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Teams;
import film.finalsay.support.Cast;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestCommittee;
import film.finalsay.support.TestFilm;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each way through a greenlight: who is asked, which way it takes, which it does not. */
@FinalSayTest
class GreenlightProcessTest {

  private static final String ENDORSE = "userTask_endorsePackage";
  private static final String COMPLETE = "userTask_completePackage";
  private static final String DECIDE = "userTask_decideGreenlight";
  private static final String AMEND = "userTask_amendPackage";
  private static final String REPORT = "userTask_reportCondition";
  private static final String CONFIRM = "userTask_confirmCondition";
  private static final String SETTLE_LAPSED = "userTask_settleLapsedCondition";
  private static final String VOTE = "userTask_castVote";
  private static final String TALLY = "serviceTask_tallyVotes";
  private static final String GREENLIGHT = "serviceTask_greenlightFilm";

  private final ProcessEngine engine;
  private final Teams teams;
  private final JdbcTemplate jdbc;
  private TestFilm film;
  private Cast cast;
  private Map<String, Object> complete;

  @LocalServerPort private int port;

  GreenlightProcessTest(ProcessEngine engine, Teams teams, JdbcTemplate jdbc) {
    this.jdbc = jdbc;
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
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.GREENLIGHT.processId(), complete);
    assertThat(process)
        .isWaitingAtExactly(DECIDE)
        .hasNotPassed(ENDORSE, COMPLETE)
        .task()
        .hasCandidateGroup("executive-producer");

    cast.answers("exec1", DECIDE, "APPROVE");

    assertThat(process)
        .isEnded()
        .hasPassed(GREENLIGHT, "endEvent_filmGreenlit")
        .hasNotPassed("callActivity_committeeVote", "callActivity_settleConditions", AMEND);
  }

  @Test
  void aPackageFromBelowAProducerIsEndorsedFirst() {
    ProcessInstance process = cast.starts("line1", ApprovalKind.GREENLIGHT.processId(), complete);
    assertThat(process).isWaitingAtExactly(ENDORSE).task().hasCandidateGroup("producer");

    cast.answers("producer1", ENDORSE, "APPROVE");

    assertThat(process).isWaitingAtExactly(DECIDE).hasPassed("serviceTask_checkPackage");
  }

  @Test
  void anUnendorsedPackageEndsOrGoesBack() {
    ProcessInstance rejected = cast.starts("line1", ApprovalKind.GREENLIGHT.processId(), complete);
    cast.answers("producer1", ENDORSE, "REJECT");
    assertThat(rejected).isEnded().hasPassed("endEvent_greenlightRejected").hasNotPassed(DECIDE);

    ProcessInstance returned = cast.starts("line1", ApprovalKind.GREENLIGHT.processId(), complete);
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
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.GREENLIGHT.processId(), incomplete);
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
  void eachConditionIsReportedByItsOwnerAndConfirmedByTheExecutiveProducer() {
    ProcessInstance process = onConditions(bond("producer"), bond("line1"));
    org.assertj.core.api.Assertions.assertThat(cast.openSteps()).containsExactly(REPORT);
    assertThat(process).hasNotPassed(GREENLIGHT);
    org.assertj.core.api.Assertions.assertThat(cast.briefing(REPORT).get("subject"))
        .asString()
        .startsWith("Condition 1 of")
        .endsWith(": The bond is signed");

    report("producer1", null);
    report("line1", "line1");
    org.assertj.core.api.Assertions.assertThat(cast.openSteps()).containsExactly(CONFIRM);
    assertThat(process).hasNotPassed(GREENLIGHT);
    cast.answers("exec1", CONFIRM, "RETURN");
    org.assertj.core.api.Assertions.assertThat(cast.openSteps())
        .containsExactlyInAnyOrder(REPORT, CONFIRM);
    cast.answers("exec1", CONFIRM, "CONFIRM");
    org.assertj.core.api.Assertions.assertThat(cast.openSteps()).containsExactly(REPORT);
    assertThat(process).hasNotPassed(GREENLIGHT);
    report("producer1", null);
    cast.answers("exec1", CONFIRM, "CONFIRM");

    assertThat(process).isEnded().hasPassed(GREENLIGHT, "endEvent_filmGreenlit");
  }

  @Test
  void aWaivedConditionIsSettled() {
    ProcessInstance process = onConditions(bond("producer"));
    report("producer1", null);
    cast.answers("exec1", CONFIRM, "WAIVE");
    assertThat(process).isEnded().hasPassed(GREENLIGHT);
  }

  @Test
  void aRefusalAtOneConditionEndsItForAll() {
    ProcessInstance process = onConditions(bond("producer"), bond("line1"));
    report("producer1", null);
    cast.answers("exec1", CONFIRM, "REJECT");
    assertThat(process).isEnded().hasPassed("endEvent_greenlightRejected").hasNotPassed(GREENLIGHT);
  }

  @Test
  void aPackageReturnedAtItsConditionsIsAmendedAndDecidedAnew() {
    ProcessInstance process = onConditions(bond("producer"), bond("line1"));
    report("producer1", null);
    cast.answers("exec1", CONFIRM, "RETURN_PACKAGE");
    assertThat(process).isWaitingAtExactly(AMEND).task().isAssignedTo("producer1");
    org.assertj.core.api.Assertions.assertThat(cast.passed())
        .contains("serviceTask_reopenDevelopment");

    cast.answers("producer1", AMEND, Map.of("decision", "RESUBMIT", "logline", "Shorter."));
    assertThat(process).isWaitingAtExactly(DECIDE);
    cast.answers("exec1", DECIDE, "APPROVE");
    assertThat(process).isEnded().hasPassed("endEvent_filmGreenlit");
  }

  @Test
  void aConditionWhoseDayPassesGoesToTheExecutiveProducerWhoExtendsIt() {
    ProcessInstance process = onConditions(bond("producer"));
    theDayPasses();
    cast.timePasses("boundaryEvent_reportLate");
    org.assertj.core.api.Assertions.assertThat(cast.openSteps()).containsExactly(SETTLE_LAPSED);
    assertThat(process).hasNotPassed(GREENLIGHT);

    cast.answers("exec1", SETTLE_LAPSED, Map.of("decision", "EXTEND", "due", tomorrow()));
    org.assertj.core.api.Assertions.assertThat(cast.openSteps()).containsExactly(REPORT);
    report("producer1", null);
    theDayPasses();
    cast.timePasses("boundaryEvent_confirmLate");
    org.assertj.core.api.Assertions.assertThat(cast.openSteps()).containsExactly(SETTLE_LAPSED);
    cast.answers("exec1", SETTLE_LAPSED, "WAIVE");
    assertThat(process).isEnded().hasPassed(GREENLIGHT);
  }

  @Test
  void aLapsedConditionMayEndTheGreenlight() {
    ProcessInstance process = onConditions(bond("producer"));
    theDayPasses();
    cast.timePasses("boundaryEvent_reportLate");
    cast.answers("exec1", SETTLE_LAPSED, "REJECT");
    assertThat(process).isEnded().hasPassed("endEvent_greenlightRejected").hasNotPassed(GREENLIGHT);
  }

  @Test
  void noConditionLapsesBeforeItsDayIsOver() {
    ProcessInstance process = onConditions(bond("producer"));
    assertThatThrownBy(() -> cast.timePasses("boundaryEvent_reportLate"))
        .hasMessageContaining("has time until the end of");
    org.assertj.core.api.Assertions.assertThat(cast.openSteps()).containsExactly(REPORT);
  }

  @Test
  void aCommitteeVotesBeforeTheExecutiveProducerDecides() {
    TestCommittee committee = committee(5);
    committee.set(committee.policy(3));
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.GREENLIGHT.processId(), complete);
    org.assertj.core.api.Assertions.assertThat(cast.openSteps()).containsExactly(VOTE);

    for (int seat = 1; seat <= 5; seat++) {
      org.assertj.core.api.Assertions.assertThat(cast.passed()).doesNotContain(TALLY);
      cast.answersOwn(committee.seat(seat), VOTE, seat < 4 ? "VOTE_FOR" : "VOTE_AGAINST", "So.");
    }
    assertThat(process).isWaitingAtExactly(DECIDE);
    org.assertj.core.api.Assertions.assertThat(cast.passed())
        .contains(TALLY)
        .doesNotContain("serviceTask_recordMissingVotes");
    org.assertj.core.api.Assertions.assertThat(cast.briefing(DECIDE).get("committeeText"))
        .asString()
        .contains("**Carried**: 3 for, 2 against");

    cast.answers("exec1", DECIDE, "APPROVE");
    assertThat(process).isEnded().hasPassed("endEvent_filmGreenlit");
  }

  @Test
  void atTheDeadlineTheVotesThatAreInAreCounted() {
    TestCommittee committee = committee(5);
    committee.set(committee.policy(3));
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.GREENLIGHT.processId(), complete);
    for (int seat = 1; seat <= 3; seat++) {
      cast.answersOwn(committee.seat(seat), VOTE, "VOTE_FOR", "So.");
    }
    assertThatThrownBy(() -> cast.timePasses("boundaryEvent_votingClosed"))
        .hasMessageContaining("There is time to vote until");

    jdbc.update("update committee_round set due_at = due_at - interval '5' day");
    cast.timePasses("boundaryEvent_votingClosed");

    assertThat(process).isWaitingAtExactly(DECIDE);
    org.assertj.core.api.Assertions.assertThat(cast.passed())
        .contains("serviceTask_recordMissingVotes", TALLY);
    org.assertj.core.api.Assertions.assertThat(cast.briefing(DECIDE).get("committeeText"))
        .asString()
        .contains("**Carried**: 3 for, 0 against, 0 abstained, 2 did not vote");
  }

  @Test
  void whatIsAmendedIsVotedOnAnew() {
    TestCommittee committee = committee(3);
    committee.set(committee.policy(2));
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.GREENLIGHT.processId(), complete);
    committee.people().forEach(person -> cast.answersOwn(person, VOTE, "VOTE_FOR", "So."));
    cast.answers("exec1", DECIDE, "RETURN");
    cast.answers("producer1", AMEND, Map.of("decision", "RESUBMIT", "logline", "Shorter."));

    org.assertj.core.api.Assertions.assertThat(cast.openSteps()).containsExactly(VOTE);
    committee.people().forEach(person -> cast.answersOwn(person, VOTE, "VOTE_AGAINST", "No."));
    org.assertj.core.api.Assertions.assertThat(cast.briefing(DECIDE).get("committeeText"))
        .asString()
        .contains("**Not carried**: 0 for, 3 against");
    cast.answers("exec1", DECIDE, "REJECT");
    assertThat(process).isEnded().hasPassed("endEvent_greenlightRejected");
  }

  @Test
  void aReturnedPackageIsAmendedByItsRequester() {
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.GREENLIGHT.processId(), complete);
    cast.answers("exec1", DECIDE, "RETURN");
    assertThat(process).isWaitingAtExactly(AMEND).task().isAssignedTo("producer1");
    cast.answers("producer1", AMEND, Map.of("decision", "RESUBMIT", "logline", "Shorter."));
    assertThat(process).isWaitingAtExactly(DECIDE);
    org.assertj.core.api.Assertions.assertThat(cast.briefing(DECIDE).get("loglineText"))
        .isEqualTo("Shorter.");
  }

  @Test
  void theExecutiveProducersNoEndsIt() {
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.GREENLIGHT.processId(), complete);
    cast.answers("exec1", DECIDE, "REJECT");
    assertThat(process).isEnded().hasPassed("endEvent_greenlightRejected").hasNotPassed(GREENLIGHT);
  }

  private TestCommittee committee(int seats) {
    return TestCommittee.of(film, seats);
  }

  private static String bond(String owner) {
    return "The bond is signed | %s | The signed bond | %s".formatted(owner, tomorrow());
  }

  private static String tomorrow() {
    return LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
  }

  private ProcessInstance onConditions(String... lines) {
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.GREENLIGHT.processId(), complete);
    cast.answers(
        "exec1",
        DECIDE,
        Map.of(
            "decision",
            "APPROVE_WITH_CONDITIONS",
            "comment",
            "",
            "conditions",
            String.join("\n", lines)));
    org.assertj.core.api.Assertions.assertThat(cast.passed())
        .contains("serviceTask_greenlightOnConditions");
    return process;
  }

  /**
   * @param assignee whose task it is alone; null if it is a role's
   */
  private void report(String person, String assignee) {
    Task task =
        engine
            .getTaskService()
            .createTaskQuery()
            .taskDefinitionKey(REPORT)
            .tenantIdIn(film.id())
            .list()
            .stream()
            .filter(one -> Objects.equals(one.getAssignee(), assignee))
            .findFirst()
            .orElseThrow();
    cast.as(
        person,
        () ->
            engine
                .getTaskService()
                .complete(
                    task.getId(),
                    Map.of(
                        "decision", "CONDITIONS_MET",
                        "comment", "It is signed.",
                        "reference", "Closing binder, tab 4")));
  }

  private void theDayPasses() {
    jdbc.update(
        "update greenlight_condition set due = due - interval '3' day where approval_key like '"
            + film.id()
            + "-%'");
  }
}
