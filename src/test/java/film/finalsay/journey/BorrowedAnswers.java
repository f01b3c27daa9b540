package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trust, row 27: an answer counts if this call sent it to this step, and what the step does not ask
 * for is never kept. Tried on a drawn process of several steps, one after the other, around again
 * and side by side, whose flows ask for the answer by its own name.
 */
interface BorrowedAnswers {

  String DRAWN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_steps" targetNamespace="http://bpmn.io/schema/bpmn">
        <bpmn:process id="hire-in-steps" name="Hire in steps" isExecutable="true" camunda:historyTimeToLive="P3650D">
          <bpmn:startEvent id="startEvent_asked" />
          <bpmn:sequenceFlow id="flow_1" sourceRef="startEvent_asked" targetRef="userTask_endorse" />
          <bpmn:userTask id="userTask_endorse" name="Endorse" camunda:candidateGroups="producer" />
          <bpmn:sequenceFlow id="flow_2" sourceRef="userTask_endorse" targetRef="gateway_endorsed" />
          <bpmn:exclusiveGateway id="gateway_endorsed" default="flow_again" />
          <bpmn:sequenceFlow id="flow_again" sourceRef="gateway_endorsed" targetRef="userTask_endorse" />
          <bpmn:sequenceFlow id="flow_3" sourceRef="gateway_endorsed" targetRef="gateway_both">
            <bpmn:conditionExpression>${decision == 'APPROVE'}</bpmn:conditionExpression>
          </bpmn:sequenceFlow>
          <bpmn:parallelGateway id="gateway_both" />
          <bpmn:sequenceFlow id="flow_4" sourceRef="gateway_both" targetRef="userTask_decide" />
          <bpmn:sequenceFlow id="flow_5" sourceRef="gateway_both" targetRef="userTask_consult" />
          <bpmn:userTask id="userTask_decide" name="Decide" camunda:candidateGroups="executive-producer">
            <bpmn:extensionElements>
              <camunda:inputOutput>
                <camunda:outputParameter name="finalDecision">${decision}</camunda:outputParameter>
              </camunda:inputOutput>
            </bpmn:extensionElements>
          </bpmn:userTask>
          <bpmn:sequenceFlow id="flow_6" sourceRef="userTask_decide" targetRef="gateway_joined" />
          <bpmn:userTask id="userTask_consult" name="Consult" camunda:candidateGroups="director">
            <bpmn:extensionElements>
              <camunda:properties>
                <camunda:property name="outcomes" value="SUPPORT,CONCERN" />
                <camunda:property name="fields" value="rate, days" />
              </camunda:properties>
            </bpmn:extensionElements>
          </bpmn:userTask>
          <bpmn:boundaryEvent id="boundaryEvent_late" attachedToRef="userTask_consult">
            <bpmn:timerEventDefinition><bpmn:timeDuration>P30D</bpmn:timeDuration></bpmn:timerEventDefinition>
          </bpmn:boundaryEvent>
          <bpmn:sequenceFlow id="flow_7" sourceRef="boundaryEvent_late" targetRef="gateway_consulted" />
          <bpmn:sequenceFlow id="flow_8" sourceRef="userTask_consult" targetRef="gateway_consulted" />
          <bpmn:exclusiveGateway id="gateway_consulted" default="flow_9" />
          <bpmn:sequenceFlow id="flow_9" sourceRef="gateway_consulted" targetRef="userTask_consult" />
          <bpmn:sequenceFlow id="flow_10" sourceRef="gateway_consulted" targetRef="gateway_joined">
            <bpmn:conditionExpression>${decision == 'SUPPORT'}</bpmn:conditionExpression>
          </bpmn:sequenceFlow>
          <bpmn:parallelGateway id="gateway_joined" />
          <bpmn:sequenceFlow id="flow_11" sourceRef="gateway_joined" targetRef="gateway_final" />
          <bpmn:exclusiveGateway id="gateway_final" default="flow_12" />
          <bpmn:sequenceFlow id="flow_12" sourceRef="gateway_final" targetRef="endEvent_no" />
          <bpmn:sequenceFlow id="flow_13" sourceRef="gateway_final" targetRef="endEvent_yes">
            <bpmn:conditionExpression>${finalDecision == 'APPROVE' &amp;&amp; decision == 'SUPPORT'}</bpmn:conditionExpression>
          </bpmn:sequenceFlow>
          <bpmn:endEvent id="endEvent_yes" />
          <bpmn:endEvent id="endEvent_no" />
        </bpmn:process>
      </bpmn:definitions>
      """;

  String ENDORSE = "userTask_endorse";
  String DECIDE = "userTask_decide";
  String CONSULT = "userTask_consult";
  String FORGED = "Forged by whoever answers";

  int port();

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void eachStepTakesItsAnswerFromItsOwnCall(String which) {
    TestFilm film = drawn();
    Case hire = Case.started(film, "line1", "hire-in-steps", Map.of("film", film.id()));

    String process = processAt(hire, ENDORSE);
    refusedWithout("decision", hire, which, "producer1", ENDORSE, Map.of());
    hire.answered("producer1", ENDORSE, "RETURN", "Ask for less.");
    refusedWithout("decision", hire, which, "producer2", ENDORSE, Map.of());
    refusedWithout("comment", hire, which, "producer2", ENDORSE, Map.of("decision", "REJECT"));
    hire.answered("producer2", ENDORSE, "APPROVE", "Well chosen.");

    assertThat(hire.waitingFor())
        .containsExactly(CONSULT + " for director", DECIDE + " for executive-producer");
    assertThat(hire.shown("exec1", DECIDE, "decision")).isIn("", "null");
    assertThat(hire.shown("exec1", DECIDE, "comment")).isIn("", "null");
    refusedWithout("decision", hire, which, "exec1", DECIDE, Map.of());
    hire.answered("exec1", DECIDE, "APPROVE", "");
    refusedWithout("decision", hire, which, "director1", CONSULT, Map.of());
    refusedWithout("comment", hire, which, "director1", CONSULT, Map.of("decision", "CONCERN"));
    hire.answered("director1", CONSULT, "CONCERN", "Too young.");
    refusedWithout("decision", hire, which, "director1", CONSULT, Map.of());
    hire.answered("director1", CONSULT, Map.of("decision", "SUPPORT", "rate", 900, "days", "30"));

    assertThat(hire.waitingFor()).isEmpty();
    assertThat(hire.decisions()).hasSize(5);
    assertThat(history(film, "activity-instance", process).findValuesAsText("activityId"))
        .contains("endEvent_yes")
        .doesNotContain("endEvent_no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void aStartAnswersForNobody(String which) {
    TestFilm film = drawn();
    EngineApi api = api(which, "line1");
    for (String door : List.of("start", "submit-form")) {
      for (String name :
          List.of("decision", "comment", "finalDecision", "historyText", "requestedBy")) {
        Answer answer =
            api.call(
                "POST",
                "/process-definition/key/hire-in-steps/" + door,
                variables(Map.of("film", film.id(), "rate", 900, name, "APPROVE")));
        assertThat(answer.status()).as("%s of %s: %s", door, name, answer).isEqualTo(400);
        assertThat(answer.field()).as("%s", answer).isEqualTo(name);
      }
      for (String name : List.of("decision", "requester", "budgetChangeDecision", "amountText")) {
        Answer answer =
            api.call(
                "POST",
                "/process-definition/key/budget-change/" + door,
                variables(
                    Requests.with(transfer(film, "3500", "3600", "8000.00"), name, "APPROVE")));
        assertThat(answer.status()).as("%s of %s: %s", door, name, answer).isEqualTo(400);
        assertThat(answer.field()).as("%s", answer).isEqualTo(name);
      }
    }
    assertThat(
            film.desk("line1")
                .get("/api/films/%s/approvals".formatted(film.id()))
                .ok()
                .path("items"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void whatAStepDoesNotAskForLeavesNoTrace(String which) {
    TestFilm film = drawn();
    Case change =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "8000.00"));
    Case hire =
        Case.started(film, "line1", "hire-in-steps", Map.of("film", film.id(), "subject", "Ines"));
    Map<Case, String> steps = Map.of(change, "userTask_decideBudgetChange", hire, ENDORSE);

    steps.forEach(
        (open, step) -> {
          for (String name :
              List.of("amountText", "subject", "historyText", "requester", "note", "rate")) {
            refusedWithout(
                name,
                open,
                which,
                "producer1",
                step,
                Map.of("decision", "REJECT", "comment", "No.", name, FORGED));
          }
          String process = processAt(open, step);
          assertThat(held(film, process)).noneMatch(this::isForged);
          // what was shown may come back as it was
          open.answered(
              "producer1",
              step,
              Map.of("decision", "APPROVE", "subject", open.shown("producer1", step, "subject")));
        });
    assertThat(change.state()).isEqualTo("APPROVED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void noOtherDoorBringsAnAnswer(String which) {
    TestFilm film = drawn();
    Case hire = Case.started(film, "line1", "hire-in-steps", Map.of("film", film.id()));
    String task = "/task/" + hire.task(ENDORSE);
    JsonNode open = film.desk("producer1").get("/engine-rest" + task).ok();
    String process = "/process-instance/" + open.path("processInstanceId").asText();
    String execution = "/execution/" + open.path("executionId").asText();
    Map<String, Object> answer =
        variables(Map.of("decision", "APPROVE", "comment", FORGED, "rate", 900));
    Map<String, Object> value = Map.of("value", "APPROVE", "type", "String");

    for (String person : List.of("producer1", "exec1", "admin")) {
      EngineApi api = api(which, person);
      List<Answer> answers = new ArrayList<>();
      for (String scope :
          List.of(
              task + "/variables",
              task + "/localVariables",
              process + "/variables",
              execution + "/localVariables")) {
        answers.add(api.call("PUT", scope + "/decision", value));
        answers.add(api.call("POST", scope + "/decision/data", value));
        answers.add(api.call("POST", scope, Map.of("modifications", Map.of("decision", value))));
        answers.add(api.call("DELETE", scope + "/decision", Map.of()));
      }
      answers.add(api.call("POST", task + "/resolve", answer));
      answers.add(api.call("POST", task + "/delegate", Map.of("userId", person)));
      for (String thrown : List.of("bpmnError", "bpmnEscalation")) {
        Map<String, Object> with = new HashMap<>(answer);
        with.put(thrown.equals("bpmnError") ? "errorCode" : "escalationCode", "x");
        answers.add(api.call("POST", task + "/" + thrown, with));
      }
      answers.add(api.call("POST", execution + "/signal", answer));
      answers.add(
          api.call(
              "POST",
              "/message",
              Map.of("messageName", "x", "processVariables", Map.of("decision", value))));
      answers.add(
          api.call("POST", "/signal", Map.of("name", "x", "variables", Map.of("decision", value))));
      answers.add(api.call("POST", "/condition", Map.of("variables", Map.of("decision", value))));
      answers.add(
          api.call(
              "POST",
              "/process-instance/variables-async",
              Map.of("variables", Map.of("decision", value))));
      answers.add(
          api.call(
              "POST",
              process + "/modification",
              Map.of(
                  "instructions",
                  List.of(
                      Map.of(
                          "type",
                          "startBeforeActivity",
                          "activityId",
                          DECIDE,
                          "variables",
                          Map.of("decision", value))))));

      assertThat(answers).as(person).allMatch(one -> one.status() >= 400 && one.status() < 500);
      refusedWithout("decision", hire, which, "producer1", ENDORSE, Map.of());
    }
    assertThat(held(film, open.path("processInstanceId").asText())).noneMatch(this::isForged);
  }

  private boolean isForged(JsonNode kept) {
    return kept.path("value").asText().contains(FORGED);
  }

  private TestFilm drawn() {
    TestFilm film = TestFilm.create(port());
    film.desk("admin")
        .upload(
            "/engine-rest/deployment/create",
            "hire-in-steps.bpmn",
            DRAWN.getBytes(StandardCharsets.UTF_8))
        .ok();
    return film;
  }

  private EngineApi api(String which, String person) {
    return which.equals("open")
        ? EngineApi.open(port(), person)
        : EngineApi.behindTheTasklist(port(), person);
  }

  /** By every way to answer; nothing is recorded. */
  private void refusedWithout(
      String field, Case open, String which, String person, String step, Map<String, ?> sent) {
    List<String> before = open.decisions();
    for (String way : List.of("complete", "submit-form")) {
      for (boolean variablesInReturn : List.of(false, true)) {
        Map<String, Object> body = new HashMap<>(variables(sent));
        body.put("withVariablesInReturn", variablesInReturn);
        Answer answer =
            api(which, person).call("POST", "/task/%s/%s".formatted(open.task(step), way), body);
        assertThat(answer.status()).as("%s %s: %s", way, sent, answer).isEqualTo(400);
        assertThat(answer.field()).as("%s %s: %s", way, sent, answer).isEqualTo(field);
      }
    }
    assertThat(open.decisions()).isEqualTo(before);
  }

  private static String processAt(Case open, String step) {
    return open.film()
        .desk("admin")
        .get("/engine-rest/task/" + open.task(step))
        .ok()
        .path("processInstanceId")
        .asText();
  }

  private static JsonNode history(TestFilm film, String what, String process) {
    return someOf(film, "history/%s?processInstanceId=%s".formatted(what, process));
  }

  /** What a process that still runs goes by; its history keeps no values. */
  private static JsonNode held(TestFilm film, String process) {
    return someOf(film, "variable-instance?processInstanceIdIn=" + process);
  }

  /** Never nothing. */
  private static JsonNode someOf(TestFilm film, String list) {
    JsonNode some = film.desk("admin").get("/engine-rest/" + list).ok();
    assertThat(some).as(list).isNotEmpty();
    return some;
  }

  private static Map<String, Object> variables(Map<String, ?> values) {
    Map<String, Object> typed = new HashMap<>();
    values.forEach((name, value) -> typed.put(name, Map.of("value", value)));
    return Map.of("variables", typed);
  }
}
