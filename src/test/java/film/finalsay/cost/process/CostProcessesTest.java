package film.finalsay.cost.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Teams;
import film.finalsay.support.Cast;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Each way through what follows from a cost report: here asked once more by hand, after the
 * question that the import asked was answered.
 */
@FinalSayTest
class CostProcessesTest {

  private static final String DECIDE = "userTask_decideCostOverrun";
  private static final String PLAN = "userTask_planCostOverrun";
  private static final String ACCEPT = "serviceTask_acceptCostOverrun";
  private static final String EXPLAIN = "userTask_explainVariance";

  private final ProcessEngine engine;
  private final Teams teams;
  private TestFilm film;
  private Cast cast;

  @LocalServerPort private int port;

  CostProcessesTest(ProcessEngine engine, Teams teams) {
    this.engine = engine;
    this.teams = teams;
  }

  @BeforeEach
  void aFilmThatIsOver() {
    film = GreenlitFilm.create(port);
    film.desk("line1")
        .postCsv(
            "/api/films/%s/cost-reports?weekEnding=2026-01-03".formatted(film.id()),
            """
            account,actual,commitments,etc,reason
            1100,50000,0,0,
            1400,0,0,250000,
            3500,0,0,230000,"The second truck, and a third."
            3600,0,0,300000,
            4500,0,0,100000,
            9900,0,0,100000,
            """)
        .ok();
    film.desk("exec1").answer(film.id() + "-CO-1", DECIDE, "REJECT", "Not like this.").ok();
    film.desk("producer1").answer(film.id() + "-CV-1", EXPLAIN, "EXPLAIN", "The storm.").ok();
    cast = new Cast(engine, teams);
  }

  @Test
  void anOverrunIsAcceptedByTheExecutiveProducer() {
    ProcessInstance process =
        cast.starts("producer2", ApprovalKind.COST_OVERRUN.processId(), Map.of("film", film.id()));
    assertThat(process).isWaitingAtExactly(DECIDE).task().hasCandidateGroup("executive-producer");

    cast.answers("exec1", DECIDE, "APPROVE");

    assertThat(process)
        .isEnded()
        .hasPassed(ACCEPT, "endEvent_costOverrunAccepted")
        .hasNotPassed(PLAN, "serviceTask_rejectCostOverrun");
  }

  @Test
  void aReturnedOverrunIsDecidedOnItsPlan() {
    ProcessInstance process =
        cast.starts("producer2", ApprovalKind.COST_OVERRUN.processId(), Map.of("film", film.id()));
    cast.answers("exec1", DECIDE, "RETURN");
    assertThat(process).isWaitingAtExactly(PLAN).task().isAssignedTo("producer2");
    assertThatThrownBy(() -> cast.answers("producer1", PLAN, "RESUBMIT"))
        .hasMessageContaining("assigned to somebody else");

    cast.answers("producer2", PLAN, Map.of("decision", "RESUBMIT", "plan", "Two trucks less."));
    assertThat(process).isWaitingAtExactly(DECIDE).hasPassed("serviceTask_fileCostPlan");
    assertThat(process).hasNotPassed(ACCEPT);

    cast.answers("exec1", DECIDE, "APPROVE");
    assertThat(process).isEnded().hasPassed(ACCEPT);
  }

  @Test
  void aRejectedOverrunAcceptsNothing() {
    ProcessInstance process =
        cast.starts("producer2", ApprovalKind.COST_OVERRUN.processId(), Map.of("film", film.id()));
    cast.answers("exec1", DECIDE, "REJECT");
    assertThat(process).isEnded().hasPassed("endEvent_costOverrunRejected").hasNotPassed(ACCEPT);
  }

  @Test
  void aVarianceIsExplainedByWhomTheTableNames() {
    ProcessInstance process =
        cast.starts(
            "producer2",
            ApprovalKind.COST_VARIANCE.processId(),
            Map.of("film", film.id(), "account", "3500"));
    assertThat(process).isWaitingAtExactly(EXPLAIN).task().hasCandidateGroup("producer");
    assertThatThrownBy(() -> cast.answers("producer2", EXPLAIN, "EXPLAIN"))
        .hasMessageContaining("nobody decides their own request");

    cast.answers("producer1", EXPLAIN, "EXPLAIN");

    assertThat(process)
        .isEnded()
        .hasPassed(
            "businessRuleTask_determineWhoExplains",
            "serviceTask_recordExplanation",
            "endEvent_varianceExplained");
  }
}
