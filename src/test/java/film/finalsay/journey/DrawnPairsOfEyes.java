package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each pair of eyes is another person's, whatever answers a drawn process takes, whatever goes on
 * beside a step, and whichever process calls another: a step of what is called is a step of the
 * request of who calls it, and who began it all is who asked.
 */
interface DrawnPairsOfEyes {

  String TWICE =
      """
      <bpmn:multiInstanceLoopCharacteristics>
        <bpmn:loopCardinality>2</bpmn:loopCardinality>
      </bpmn:multiInstanceLoopCharacteristics>
      """;
  String BOTH = "userTask_both";
  String FIRST = "userTask_first";
  String SECOND = "userTask_second";

  int port();

  ProcessEngine engine();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {"CONFIRM,REJECT", "WAIVE,RETURN", "APPROVE,REJECT"})
  default void aStepThatAsksTwoPeopleHearsTwo(String outcomes) {
    TestFilm film = TestFilm.create(port());
    deployed(film, "eyes-both", start(BOTH) + step(BOTH, outcomes, TWICE));
    Case asked = Case.started(film, "line1", "eyes-both", Map.of("film", film.id()));
    String decision = outcomes.split(",")[0];

    asked.answered("exec1", BOTH, decision, "Seen.");

    refused(asked.tried("exec1", BOTH, decision), "another person has to answer");
    asked.answered("producer1", BOTH, decision, "Seen.");
    assertThat(asked.decisions()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}, then {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "CONFIRM,RETURN | CONFIRM,RETURN",
        "RETURN,CONFIRM | WAIVE,RETURN",
        "APPROVE,RETURN | CONFIRM,REJECT",
        "APPROVE,RETURN | APPROVE,CONFIRM,WAIVE",
        "APPROVE,RETURN | CONFIRM,CONSENT"
      })
  default void whoAnsweredOneStepAnswersNoOther(String first, String second) {
    TestFilm film = TestFilm.create(port());
    deployed(film, "eyes-twice", oneAfterTheOther(first, second));
    Case asked = Case.started(film, "line1", "eyes-twice", Map.of("film", film.id()));

    asked.answered("exec1", FIRST, first.split(",")[0], "Seen.");

    for (String decision : second.split(",")) {
      refused(asked.tried("exec1", SECOND, decision), "another person has to answer");
    }
    asked.answered("producer1", SECOND, second.split(",")[0], "Seen.");
  }

  /** Nobody could close what is set where no conditions are kept. */
  @Test
  default void conditionsAreNotSetWhereNoneAreKept() {
    TestFilm film = TestFilm.create(port());
    deployed(
        film, "eyes-twice", oneAfterTheOther("APPROVE_WITH_CONDITIONS,APPROVE", "CONFIRM,RETURN"));
    Case asked = Case.started(film, "line1", "eyes-twice", Map.of("film", film.id()));

    Answer refused = asked.tried("exec1", FIRST, "APPROVE_WITH_CONDITIONS");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail"))
        .isEqualTo("Decision: is none of the answers allowed here: APPROVE.");
    asked.answered("exec1", FIRST, "APPROVE");
  }

  @Test
  default void whatIsPreparedBesideAStepAsksNobodyAnew() {
    TestFilm film = TestFilm.create(port());
    deployed(
        film,
        "eyes-beside",
        start("gateway_beside")
            + "<bpmn:parallelGateway id='gateway_beside' />"
            + flow("gateway_beside", BOTH)
            + flow("gateway_beside", "userTask_prepare")
            + step(BOTH, "APPROVE,REJECT", TWICE)
            + step("userTask_prepare", "RESUBMIT", "").replace("'producer'", "'line-producer'"));
    Case asked = Case.started(film, "line1", "eyes-beside", Map.of("film", film.id()));

    asked.answered("exec1", BOTH, "APPROVE").answered("line1", "userTask_prepare", "RESUBMIT");

    refused(asked.tried("exec1", BOTH, "APPROVE"), "another person has to answer");
    asked.answered("producer1", BOTH, "APPROVE");
    assertThat(asked.state()).isEqualTo("APPROVED");
  }

  @Test
  default void whoBeganItAllAsksAndAllThatIsCalledIsLookedAtTogether() {
    TestFilm film = TestFilm.create(port());
    deployed(film, "eyes-called", start(SECOND) + step(SECOND, "APPROVE,REJECT", ""));
    deployed(
        film,
        "eyes-calling",
        start(FIRST)
            + step(FIRST, "APPROVE,REJECT", "")
            + flow(FIRST, "intermediateCatchEvent_later")
            + """
              <bpmn:intermediateCatchEvent id="intermediateCatchEvent_later"><bpmn:timerEventDefinition>
                <bpmn:timeDuration>P30D</bpmn:timeDuration>
              </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
              """
            + flow("intermediateCatchEvent_later", "callActivity_one")
            + call("callActivity_one")
            + flow("callActivity_one", "callActivity_other")
            + call("callActivity_other")
            + flow("callActivity_other", "userTask_last")
            + step("userTask_last", "APPROVE,REJECT", ""));
    JsonNode root = film.desk("exec1").start("eyes-calling", Map.of("film", film.id())).ok();
    Case calling = new Case(film, root.path("businessKey").asText());
    String process = root.path("id").asText();
    film.join(Map.of("person", "line1", "role", "producer")).ok();

    calling.answered("producer1", FIRST, "APPROVE");
    fireTimer(process);
    assertThat(calling.waitingFor()).containsExactly(SECOND + " for producer");
    refused(calling.tried("exec1", SECOND, "APPROVE"), "nobody decides their own request");
    refused(calling.tried("producer1", SECOND, "APPROVE"), "another person has to answer");
    calling.answered("producer2", SECOND, "APPROVE");

    refused(calling.tried("exec1", SECOND, "APPROVE"), "nobody decides their own request");
    refused(calling.tried("producer1", SECOND, "APPROVE"), "another person has to answer");
    refused(calling.tried("producer2", SECOND, "APPROVE"), "another person has to answer");
    calling.answered("coexec1", SECOND, "APPROVE");

    refused(calling.tried("coexec1", "userTask_last", "APPROVE"), "another person has to answer");
    calling.answered("line1", "userTask_last", "APPROVE");
    assertThat(calling.state()).isEqualTo("APPROVED");
    assertThat(approvals(film)).as("one request").isEqualTo(1);
  }

  @Test
  default void whoBeginsAProcessThatOnlyCallsAnotherAsks() {
    TestFilm film = TestFilm.create(port());
    deployed(film, "eyes-called", start(SECOND) + step(SECOND, "APPROVE,REJECT", ""));
    deployed(film, "eyes-only-calling", start("callActivity_one") + call("callActivity_one"));

    Case asked = Case.started(film, "producer1", "eyes-only-calling", Map.of("film", film.id()));

    refused(asked.tried("producer1", SECOND, "APPROVE"), "nobody decides their own request");
    asked.answered("producer2", SECOND, "APPROVE");
    assertThat(asked.state()).isEqualTo("APPROVED");
    assertThat(approvals(film)).as("one request").isEqualTo(1);
  }

  private static int approvals(TestFilm film) {
    return film.desk("admin")
        .get("/api/films/%s/approvals".formatted(film.id()))
        .ok()
        .path("items")
        .size();
  }

  private static void refused(Answer answer, String why) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(403);
    assertThat(answer.text("detail")).contains(why);
  }

  private void fireTimer(String process) {
    ManagementService jobs = engine().getManagementService();
    jobs.executeJob(jobs.createJobQuery().processInstanceId(process).singleResult().getId());
  }

  private static void deployed(TestFilm film, String id, String drawn) {
    String model =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://bpmn.io/schema/bpmn">
          <bpmn:process id="%s" name="Eyes" isExecutable="true" camunda:historyTimeToLive="P3650D">
            %s
          </bpmn:process>
        </bpmn:definitions>
        """
            .formatted(id, drawn);
    film.desk("admin")
        .upload(
            "/engine-rest/deployment/create", id + ".bpmn", model.getBytes(StandardCharsets.UTF_8))
        .ok();
  }

  private static String oneAfterTheOther(String first, String second) {
    return start(FIRST) + step(FIRST, first, "") + flow(FIRST, SECOND) + step(SECOND, second, "");
  }

  private static String start(String next) {
    return "<bpmn:startEvent id='startEvent_asked' />" + flow("startEvent_asked", next);
  }

  private static String flow(String from, String to) {
    return "<bpmn:sequenceFlow id='flow_%1$s_%2$s' sourceRef='%1$s' targetRef='%2$s' />"
        .formatted(from, to);
  }

  private static String step(String id, String outcomes, String inside) {
    return """
        <bpmn:userTask id="%1$s" name="%1$s" camunda:candidateGroups='producer'>
          <bpmn:extensionElements><camunda:properties>
            <camunda:property name="outcomes" value="%2$s" />
          </camunda:properties></bpmn:extensionElements>
          %3$s
        </bpmn:userTask>
        """
        .formatted(id, outcomes, inside);
  }

  /** Passes on the caller's own key as well. */
  private static String call(String id) {
    return """
        <bpmn:callActivity id="%s" calledElement="eyes-called"><bpmn:extensionElements>
          <camunda:in source="film" target="film" />
          <camunda:in businessKey="#{execution.processBusinessKey}" />
        </bpmn:extensionElements></bpmn:callActivity>
        """
        .formatted(id);
  }
}
