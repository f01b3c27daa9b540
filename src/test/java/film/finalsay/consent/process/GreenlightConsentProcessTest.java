package film.finalsay.consent.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Teams;
import film.finalsay.support.Cast;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.ShootingScript;
import film.finalsay.support.TestFilm;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ways of each process through the consents that a greenlit film needs. */
@FinalSayTest
class GreenlightConsentProcessTest {

  private static final String BOX = "callActivity_obtainConsents";
  private static final String REFUSED = "boundaryEvent_consentRefused";

  private final ProcessEngine engine;
  private final Teams teams;
  private Cast cast;
  private TestFilm film;

  @LocalServerPort private int port;

  GreenlightConsentProcessTest(ProcessEngine engine, Teams teams) {
    this.engine = engine;
    this.teams = teams;
  }

  @BeforeEach
  void aGreenlitFilmThatIsShot() {
    film = GreenlitFilm.shooting(port);
    cast = new Cast(engine, teams);
  }

  @Test
  void aRevisionSetIsMarkedAsApprovedAfterTheLastConsent() {
    ProcessInstance process = approvedSet();
    assertThat(process).isWaitingAt(BOX).hasNotPassed(BOX);

    consents("financier", "financier1", "CONSENT");
    assertThat(process).isWaitingAt(BOX).hasNotPassed("serviceTask_approveScriptRevision");
    consents("completion-guarantor", "guarantor1", "CONSENT");

    assertThat(process)
        .isEnded()
        .hasPassed(BOX, "serviceTask_approveScriptRevision", "endEvent_scriptRevisionApproved")
        .hasNotPassed(REFUSED);
  }

  @Test
  void aRevisionSetEndsWithTheFirstRefusal() {
    ProcessInstance process = approvedSet();

    consents("completion-guarantor", "guarantor1", "REFUSE");

    assertThat(process)
        .isEnded()
        .hasPassed(REFUSED, "serviceTask_rejectScriptRevision", "endEvent_scriptRevisionRejected")
        .hasNotPassed("serviceTask_approveScriptRevision");
  }

  @Test
  void aBudgetIsLockedAfterTheLastConsent() {
    ProcessInstance process = approvedLock();
    assertThat(process).isWaitingAt(BOX).hasNotPassed("serviceTask_lockBudget");

    consents("financier", "financier1", "CONSENT");
    consents("completion-guarantor", "guarantor1", "CONSENT");

    assertThat(process)
        .isEnded()
        .hasPassed(BOX, "serviceTask_lockBudget", "endEvent_budgetLocked")
        .hasNotPassed(REFUSED);
  }

  @Test
  void aBudgetLockEndsWithTheFirstRefusal() {
    ProcessInstance process = approvedLock();

    consents("financier", "financier1", "REFUSE");

    assertThat(process)
        .isEnded()
        .hasPassed(REFUSED, "serviceTask_rejectBudgetLock", "endEvent_budgetLockRejected")
        .hasNotPassed("serviceTask_lockBudget");
  }

  @Test
  void aReopeningEndsWithTheFirstRefusal() {
    ProcessInstance process =
        cast.starts(
            "line1",
            ApprovalKind.REOPENING.processId(),
            Map.of("film", film.id(), "approval", film.id() + "-GL-1", "reason", "The lead left."));
    cast.answers("exec1", "userTask_decideReopening", "APPROVE");

    consents("financier", "financier1", "REFUSE");

    assertThat(process)
        .isEnded()
        .hasPassed(REFUSED, "endEvent_reopeningRejected")
        .hasNotPassed("serviceTask_reopen");
  }

  @Test
  void anotherDraftEndsWithTheFirstRefusal() {
    TestFilm unlocked = GreenlitFilm.create(port);
    ProcessInstance reopening =
        cast.starts(
            "line1",
            ApprovalKind.REOPENING.processId(),
            Map.of("film", unlocked.id(), "approval", unlocked.id() + "-SA-1", "reason", "No."));
    cast.answers("exec1", "userTask_decideReopening", "APPROVE");
    consents("financier", "financier1", "CONSENT");
    consents("completion-guarantor", "guarantor1", "CONSENT");
    assertThat(reopening).isEnded().hasPassed(BOX, "serviceTask_reopen").hasNotPassed(REFUSED);
    ProcessInstance process =
        cast.starts(
            "line1",
            ApprovalKind.SCRIPT_APPROVAL.processId(),
            ShootingScript.revision(unlocked, "Draft 2", ShootingScript.SCRIPT));
    cast.answers("producer1", "userTask_reviewScriptDraft", "APPROVE")
        .answers("director1", "userTask_consultDirector", "SUPPORT")
        .answers("exec1", "userTask_decideScriptDraft", "APPROVE");

    consents("completion-guarantor", "guarantor1", "REFUSE");

    assertThat(process)
        .isEnded()
        .hasPassed(REFUSED, "serviceTask_rejectScriptDraft", "endEvent_scriptDraftRejected")
        .hasNotPassed("serviceTask_approveScriptDraft");
  }

  private ProcessInstance approvedSet() {
    ProcessInstance process =
        cast.starts(
            "line1",
            ApprovalKind.SCRIPT_REVISION.processId(),
            ShootingScript.revision(
                film, "Blue", ShootingScript.SCRIPT.replace("the lens", "the chart")));
    cast.answers("producer1", "userTask_reviewScriptRevision", "APPROVE")
        .answers("director1", "userTask_consultDirector", "SUPPORT")
        .answers("exec1", "userTask_decideScriptRevision", "APPROVE");
    return process;
  }

  private ProcessInstance approvedLock() {
    film.importBudget("account,description,section,total\n1400,CAST,ATL,1000000\n").ok();
    ProcessInstance process =
        cast.starts(
            "producer1",
            ApprovalKind.BUDGET_LOCK.processId(),
            Map.of("film", film.id(), "version", 2));
    cast.answers("exec1", "userTask_decideBudgetLock", "APPROVE");
    return process;
  }

  private void consents(String group, String person, String decision) {
    String task = cast.taskFor(group).getId();
    cast.as(
        person,
        () ->
            engine
                .getTaskService()
                .complete(task, Map.of("decision", decision, "comment", "because")));
  }
}
