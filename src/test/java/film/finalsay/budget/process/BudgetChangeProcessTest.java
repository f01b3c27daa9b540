package film.finalsay.budget.process;

import static film.finalsay.support.Cast.with;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Teams;
import film.finalsay.authority.Ruling;
import film.finalsay.register.Withdrawals;
import film.finalsay.support.Cast;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each way through a budget change: who is asked, which way it takes, which it does not. */
@FinalSayTest
class BudgetChangeProcessTest {

  private static final String DECIDE = "userTask_decideBudgetChange";
  private static final String AMEND = "userTask_amendBudgetChange";
  private static final String CONSENT = "userTask_giveConsent";
  private static final String CONSENTS = "callActivity_obtainConsents";
  private static final String APPLY = "serviceTask_applyBudgetChange";
  private static final String SILENCE = "serviceTask_recordPartySilence";
  private static final String REJECT = "serviceTask_rejectBudgetChange";

  private final ProcessEngine engine;
  private final Teams teams;
  private final Withdrawals withdrawals;
  private final JdbcTemplate jdbc;
  private TestFilm film;
  private Cast cast;
  private Map<String, Object> transfer;

  @LocalServerPort private int port;

  BudgetChangeProcessTest(
      ProcessEngine engine, Teams teams, Withdrawals withdrawals, JdbcTemplate jdbc) {
    this.withdrawals = withdrawals;
    this.jdbc = jdbc;
    this.teams = teams;
    this.engine = engine;
  }

  @BeforeEach
  void aFilm() {
    film = TestFilm.create(port);
    cast = new Cast(engine, teams);
    transfer =
        Map.of(
            "film", film.id(),
            "kind", "TRANSFER",
            "fromAccount", "3500",
            "toAccount", "3600",
            "amount", "8000.00",
            "reason", "The harbour needs a second week.");
  }

  /** Also by a table that was deployed before anybody looked. */
  @Test
  void onlyWhoMayDecidesOrConsents() {
    for (Map<String, Object> row :
        List.<Map<String, Object>>of(
            Map.of("decidedBy", "director"),
            Map.of("decidedBy", "producer", "consents", "financier,director"))) {
      assertThatThrownBy(() -> Ruling.ofTable(row))
          .isInstanceOf(BusinessRuleException.class)
          .hasMessageStartingWith("The authority table");
    }
  }

  @Test
  void aSmallTransferIsAppliedOnceAProducerApproves() {
    ProcessInstance process =
        cast.starts("line1", ApprovalKind.BUDGET_CHANGE.processId(), transfer);
    assertThat(process).isWaitingAtExactly(DECIDE).task().hasCandidateGroup("producer");

    cast.answers("producer1", DECIDE, "APPROVE");

    assertThat(process)
        .isEnded()
        .hasPassed(APPLY, "endEvent_budgetChangeApplied")
        .hasNotPassed(CONSENTS, AMEND, REJECT);
  }

  @Test
  void aReturnedTransferGoesToItsRequesterAndIsDecidedAnew() {
    ProcessInstance process =
        cast.starts("line1", ApprovalKind.BUDGET_CHANGE.processId(), transfer);
    cast.answers("producer1", DECIDE, "RETURN");
    assertThat(process).isWaitingAtExactly(AMEND).task().isAssignedTo("line1");
    assertThat(process).hasNotPassed(APPLY);

    cast.answers("line1", AMEND, Map.of("decision", "RESUBMIT", "amount", "20000.00"));
    assertThat(process)
        .isWaitingAtExactly(DECIDE)
        .task()
        .hasCandidateGroup("co-executive-producer");

    cast.answers("coexec1", DECIDE, "APPROVE");
    assertThat(process).isEnded().hasPassed("serviceTask_fileAmendment", APPLY);
  }

  @Test
  void aReturnedTransferCanBeWithdrawnByItsRequesterOnly() {
    ProcessInstance process =
        cast.starts("line1", ApprovalKind.BUDGET_CHANGE.processId(), transfer);
    cast.answers("producer1", DECIDE, "RETURN");
    assertThatThrownBy(() -> cast.answers("exec1", AMEND, "WITHDRAW"))
        .hasMessageContaining("assigned to somebody else");

    cast.answers("line1", AMEND, "WITHDRAW");

    assertThat(process)
        .isEnded()
        .hasPassed("endEvent_budgetChangeWithdrawn")
        .hasNotPassed(APPLY, REJECT);
  }

  @Test
  void aRejectedTransferMovesNothing() {
    ProcessInstance process =
        cast.starts("line1", ApprovalKind.BUDGET_CHANGE.processId(), transfer);

    cast.answers("producer1", DECIDE, "REJECT");

    assertThat(process).isEnded().hasPassed("endEvent_budgetChangeRejected").hasNotPassed(APPLY);
    org.assertj.core.api.Assertions.assertThat(film.balance("3500")).isEqualTo("200000.00");
  }

  @Test
  void anIncreaseIsAppliedOnceBothConsent() {
    ProcessInstance process =
        cast.starts("line1", ApprovalKind.BUDGET_CHANGE.processId(), increase());
    assertThat(process).isWaitingAtExactly(DECIDE).task().hasCandidateGroup("executive-producer");
    cast.answers("exec1", DECIDE, "APPROVE");
    assertThat(process).isWaitingAt(CONSENTS).hasNotPassed(APPLY);
    org.assertj.core.api.Assertions.assertThat(consentingGroups())
        .containsExactlyInAnyOrder("financier", "completion-guarantor");

    consents("financier", "financier1", "CONSENT");
    assertThat(process).isWaitingAt(CONSENTS).hasNotPassed(APPLY);
    consents("completion-guarantor", "guarantor1", "CONSENT");

    assertThat(process).isEnded().hasPassed(CONSENTS, APPLY);
  }

  @Test
  void oneRefusedConsentEndsItAndTheOtherIsNotAskedAnyMore() {
    ProcessInstance process =
        cast.starts("line1", ApprovalKind.BUDGET_CHANGE.processId(), increase());
    cast.answers("exec1", DECIDE, "APPROVE");

    consents("completion-guarantor", "guarantor1", "REFUSE");

    assertThat(process)
        .isEnded()
        .hasPassed("boundaryEvent_consentRefused", REJECT)
        .hasNotPassed(APPLY);
  }

  @Test
  void anOverageIsTheCoExecutiveProducersUpToItsLimit() {
    ProcessInstance process =
        cast.starts(
            "line1",
            ApprovalKind.BUDGET_CHANGE.processId(),
            Map.of(
                "film", film.id(),
                "kind", "OVERAGE",
                "toAccount", "3600",
                "amount", 6000,
                "reason", "Two more nights."));
    assertThat(process)
        .isWaitingAtExactly(DECIDE)
        .task()
        .hasCandidateGroup("co-executive-producer");
  }

  @Test
  void aLargeContingencyDrawdownNeedsTheGuarantorToo() {
    ProcessInstance process =
        cast.starts(
            "line1",
            ApprovalKind.BUDGET_CHANGE.processId(),
            Map.of(
                "film", film.id(),
                "kind", "CONTINGENCY",
                "toAccount", "3600",
                "amount", "25000.01",
                "reason", "The storm took the pier."));
    cast.answers("exec1", DECIDE, "APPROVE");
    assertThat(process).isWaitingAt(CONSENTS);
    org.assertj.core.api.Assertions.assertThat(consentingGroups())
        .containsExactly("completion-guarantor");
  }

  @Test
  void theRequesterIsNeverAmongThoseWhoDecide() {
    ProcessInstance process =
        cast.starts("producer1", ApprovalKind.BUDGET_CHANGE.processId(), transfer);
    assertThatThrownBy(() -> cast.answers("producer1", DECIDE, "APPROVE"))
        .hasMessageContaining("nobody decides their own request");
    assertThat(process).isWaitingAtExactly(DECIDE).hasNotPassed(APPLY);

    cast.answers("producer2", DECIDE, "APPROVE");
    assertThat(process).isEnded();
  }

  @Test
  void silenceUntilTheDeadlineGoesOnAsItsTermsSay() {
    ProcessInstance process =
        cast.starts("line1", ApprovalKind.BUDGET_CHANGE.processId(), increase());
    cast.answers("exec1", DECIDE, "APPROVE");
    consents("financier", "financier1", "CONSENT");
    ProcessInstance guarantors = asked();
    jdbc.update("update question set asked_at = asked_at - interval '5' day");

    cast.deadlinePasses();

    assertThat(guarantors)
        .isEnded()
        .hasPassed("boundaryEvent_consentDeadlinePassed", SILENCE, "endEvent_consentGiven");
    assertThat(process)
        .isEnded()
        .hasPassed(APPLY)
        .hasNotPassed("boundaryEvent_consentRefused", REJECT);
  }

  @Test
  void theFinanciersSilenceRefuses() {
    ProcessInstance process =
        cast.starts("line1", ApprovalKind.BUDGET_CHANGE.processId(), increase());
    cast.answers("exec1", DECIDE, "APPROVE");
    consents("completion-guarantor", "guarantor1", "CONSENT");
    ProcessInstance financiers = asked();
    jdbc.update("update question set asked_at = asked_at - interval '5' day");

    cast.deadlinePasses();

    assertThat(financiers).isEnded().hasPassed(SILENCE, "endEvent_consentRefused");
    assertThat(process)
        .isEnded()
        .hasPassed("boundaryEvent_consentRefused", REJECT)
        .hasNotPassed(APPLY);
  }

  @Test
  void aWithdrawalEndsItWhereverItStands() {
    ProcessInstance process =
        cast.starts("line1", ApprovalKind.BUDGET_CHANGE.processId(), increase());
    cast.answers("exec1", DECIDE, "APPROVE");
    assertThat(process).isWaitingAt(CONSENTS);

    String key = key(process);
    cast.as("line1", () -> withdrawals.withdraw(key, "line1", Map.of()));

    assertThat(process).isEnded().hasNotPassed(APPLY, REJECT);
    org.assertj.core.api.Assertions.assertThat(cast.called("consents")).isEmpty();
    org.assertj.core.api.Assertions.assertThat(
            film.desk("line1").approval(key).path("state").asText())
        .isEqualTo("WITHDRAWN");
  }

  private String key(ProcessInstance process) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(process.getId())
        .singleResult()
        .getBusinessKey();
  }

  private Map<String, Object> increase() {
    return with(transfer, Map.of("kind", "INCREASE", "amount", "30000"));
  }

  private void consents(String group, String person, String decision) {
    String task = cast.taskFor(group).getId();
    cast.as(
        person,
        () ->
            engine
                .getTaskService()
                .complete(
                    task, Map.of("decision", decision, "comment", "as the side letter says")));
  }

  /** The one party whose answer is missing. */
  private ProcessInstance asked() {
    List<ProcessInstance> asked = cast.called("consents");
    org.assertj.core.api.Assertions.assertThat(asked).hasSize(1);
    return asked.get(0);
  }

  private List<String> consentingGroups() {
    return cast.called("consents").stream()
        .map(party -> engine.getRuntimeService().getVariable(party.getId(), "consentingGroup"))
        .map(String.class::cast)
        .toList();
  }
}
