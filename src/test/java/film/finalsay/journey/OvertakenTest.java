package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.support.Deployment;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whoever is the second to answer is told so, also where all that asked is over by then. */
@FinalSayTest
class OvertakenTest {

  private static final String DECIDE = "userTask_decideBudgetChange";
  private static final String CONSENT = "userTask_giveConsent";
  private static final String FASTER = "Somebody else was faster";

  private static final String LATE =
      """
      <bpmn:boundaryEvent id="late" attachedToRef="userTask_decide"><bpmn:timerEventDefinition>
        <bpmn:timeDuration>P5D</bpmn:timeDuration>
      </bpmn:timerEventDefinition></bpmn:boundaryEvent>
      <bpmn:sequenceFlow id="f3" sourceRef="late" targetRef="end" />
      """;

  /** %s: what is drawn at its step. */
  private static final String DRAWN =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="drawn">
        <bpmn:process id="drawn-overtaken" name="Stunt" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="start" />
          <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="userTask_decide" />
          <bpmn:userTask id="userTask_decide" name="Decide" camunda:candidateGroups="producer" />
          %s
          <bpmn:sequenceFlow id="f2" sourceRef="userTask_decide" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:extensionElements><camunda:properties>
            <camunda:property name="means" value="approved" />
          </camunda:properties></bpmn:extensionElements></bpmn:endEvent>
        </bpmn:process>
      </bpmn:definitions>
      """;

  private final ProcessEngineConfigurationImpl engine;
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;

  @LocalServerPort private int port;

  OvertakenTest(ProcessEngine engine, PlatformTransactionManager transactions, JdbcClient jdbc) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.transactions = new TransactionTemplate(transactions);
    this.jdbc = jdbc;
  }

  @Test
  void atTheLastStepOfAPartThatIsOverWithItsAnswer() {
    TestFilm film = TestFilm.create(port);
    Case change =
        Case.started(film, "line1", "budget-change", Requests.increase(film, "4500", "50000.00"))
            .answered("exec1", DECIDE, "APPROVE")
            .answered("guarantor1", CONSENT, "CONSENT");
    String task = film.desk("financier1").task(change.key(), CONSENT);

    List<CompletableFuture<Answer>> both =
        transactions.execute(
            running -> {
              jdbc.sql("select id from film where id = :id for update")
                  .param("id", film.id())
                  .query(String.class)
                  .single();
              List<CompletableFuture<Answer>> answers =
                  Stream.generate(
                          () ->
                              CompletableFuture.supplyAsync(
                                  () ->
                                      film.desk("financier1")
                                          .complete(task, Map.of("decision", "CONSENT"))))
                      .limit(2)
                      .toList();
              waitUntilBothWait();
              return answers;
            });

    assertThat(both.stream().map(CompletableFuture::join))
        .extracting(Answer::status)
        .containsExactlyInAnyOrder(204, 409);
    assertThat(both.stream().map(CompletableFuture::join))
        .filteredOn(answer -> answer.status() == 409)
        .allSatisfy(late -> assertThat(late.text("detail")).startsWith(FASTER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", LATE})
  void whereAllOfTheProcessIsGoneSinceItsTaskWasFound(String deadline) {
    TestFilm film = TestFilm.create(port);
    Deployment.of("drawn-overtaken.bpmn", DRAWN.formatted(deadline)).by("admin", port).ok();
    String task =
        Case.started(film, "line1", "drawn-overtaken", Map.of("film", film.id()))
            .task("userTask_decide");
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest()));
    try {
      assertThatThrownBy(
              () ->
                  engine
                      .getCommandExecutorTxRequired()
                      .execute(
                          context -> {
                            var step = context.getTaskManager().findTaskById(task).getExecution();
                            film.desk("producer1")
                                .complete(task, Map.of("decision", "APPROVE"))
                                .ok();
                            return step.getExecutions();
                          }))
          .hasMessageStartingWith(FASTER);
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  private void waitUntilBothWait() {
    long waiting = 0;
    for (int tries = 0; waiting < 2 && tries < 80; tries++) {
      CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS))
          .join();
      waiting =
          jdbc.sql("select count(*) from information_schema.sessions where blocker_id is not null")
              .query(Long.class)
              .single();
    }
    assertThat(waiting).isEqualTo(2);
  }
}
