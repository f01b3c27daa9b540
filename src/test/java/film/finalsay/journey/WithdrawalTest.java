package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever asked takes it back, wherever it stands and however it is drawn; no model draws that. */
@FinalSayTest
class WithdrawalTest {

  private static final String DRAWN =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://bpmn.io/schema/bpmn">
        <bpmn:process id="%s" name="Withdrawn" isExecutable="true" camunda:historyTimeToLive="P3650D">
          <bpmn:startEvent id="startEvent_asked" />%s
        </bpmn:process>
      </bpmn:definitions>
      """;

  /** What it hands on is not there before it is answered. */
  private static final String STEP =
      """
      <bpmn:userTask id="userTask_look" name="Look" camunda:candidateGroups="producer">
        <bpmn:extensionElements><camunda:inputOutput>
          <camunda:outputParameter name="seen">${neverThere}</camunda:outputParameter>
        </camunda:inputOutput></bpmn:extensionElements>
      </bpmn:userTask>
      <bpmn:sequenceFlow id="flow_asked" sourceRef="startEvent_asked" targetRef="userTask_look" />
      """;

  private final RuntimeService processes;
  private TestFilm film;

  @LocalServerPort private int port;

  WithdrawalTest(RuntimeService processes) {
    this.processes = processes;
  }

  @BeforeEach
  void aFilm() {
    film = TestFilm.create(port);
  }

  @Test
  void whatSomebodyDrew() {
    deployed("withdrawn", STEP);
    Case asked = Case.started(film, "line1", "withdrawn", Map.of("film", film.id()));

    assertThat(withdrawn(asked, "producer1").status()).isEqualTo(403);
    withdrawn(asked, "line1").ok();

    assertGone(asked);
    assertThat(asked.decisions()).containsExactly("line1 as line-producer: WITHDRAW");
    Answer again = withdrawn(asked, "line1");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("detail")).contains("already withdrawn");
  }

  @Test
  void whatStandsInAProcessThatItCalls() {
    deployed("withdrawn", STEP);
    deployed("withdrawn-with", call("withdrawn"));
    Case asked = Case.started(film, "line1", "withdrawn-with", Map.of("film", film.id()));
    assertThat(asked.waitingFor()).containsExactly("userTask_look for producer");

    withdrawn(asked, "line1").ok();

    assertGone(asked);
  }

  /** It asks for itself, and who calls it cannot go on without it. */
  @Test
  void aRequestOfItsOwnThatAnotherProcessCalls() {
    deployed("withdrawn-around", call("reopening"));
    Map<String, String> draft =
        Map.of(
            "film",
            film.id(),
            "draft",
            "Draft 1",
            "document",
            film.upload("FADE IN: " + film.id()),
            "summary",
            "First draft.");
    Case script =
        Case.started(film, "line1", "script-approval", draft)
            .answered("producer1", "userTask_reviewScriptDraft", "APPROVE")
            .answered("director1", "userTask_consultDirector", "SUPPORT")
            .answered("exec1", "userTask_decideScriptDraft", "APPROVE");
    film.desk("line1")
        .start(
            "withdrawn-around",
            Map.of("film", film.id(), "approval", script.key(), "reason", "Another ending."))
        .ok();
    Case reopening = new Case(film, film.id() + "-RO-1");
    assertThat(reopening.waitingFor())
        .containsExactly("userTask_decideReopening for executive-producer");

    withdrawn(reopening, "line1").ok();

    assertGone(reopening);
    assertThat(script.state()).isEqualTo("APPROVED");
  }

  @Test
  void butNotWhatTheProductAsks() {
    film = GreenlitFilm.create(port);
    CostFiles.onBudget(film)
        .with("3600", "0,0,410000.00,The storm.")
        .imported("line1", "2026-01-03");
    Case overrun = new Case(film, film.id() + "-CO-1");

    Answer refused = withdrawn(overrun, "line1");

    assertThat(refused.status()).as("%s", refused).isEqualTo(409);
    assertThat(refused.text("detail")).contains("is answered, not withdrawn");
    assertThat(overrun.state()).isEqualTo("PENDING");
  }

  private Answer withdrawn(Case asked, String person) {
    return film.desk(person).post("/api/approvals/%s/withdrawal".formatted(asked.key()), Map.of());
  }

  private void assertGone(Case asked) {
    assertThat(asked.state()).isEqualTo("WITHDRAWN");
    assertThat(asked.waitingFor()).isEmpty();
    assertThat(
            processes.createProcessInstanceQuery().processInstanceBusinessKey(asked.key()).count())
        .isZero();
  }

  private static String call(String called) {
    return """
        <bpmn:callActivity id="callActivity_it" calledElement="%s"><bpmn:extensionElements>
          <camunda:in variables="all" />
        </bpmn:extensionElements></bpmn:callActivity>
        <bpmn:sequenceFlow id="flow_asked" sourceRef="startEvent_asked" targetRef="callActivity_it" />
        """
        .formatted(called);
  }

  private void deployed(String id, String inside) {
    film.desk("admin")
        .upload(
            "/engine-rest/deployment/create",
            id + ".bpmn",
            DRAWN.formatted(id, inside).getBytes(StandardCharsets.UTF_8))
        .ok();
  }
}
