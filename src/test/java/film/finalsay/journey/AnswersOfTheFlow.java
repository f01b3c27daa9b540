package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Trust, row 27: the flow behind a step goes by what was answered at that step, however deep it is
 * drawn and whatever goes on beside it. What is made of an answer, and who asks, no start brings.
 */
interface AnswersOfTheFlow {

  String MODEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_flow" targetNamespace="http://bpmn.io/schema/bpmn">
        <bpmn:process id="flow-%s" name="Flow" isExecutable="true" camunda:historyTimeToLive="P3650D">
          <bpmn:startEvent id="s" />%s
        </bpmn:process>
      </bpmn:definitions>
      """;

  String ENDORSE = step("a", "producer", "");
  String DECIDE = step("b", "executive-producer", "");
  String REMIND = step("c", "line-producer", "");
  String FORK = "<bpmn:parallelGateway id='fork' />";
  String LATER =
      "<bpmn:timerEventDefinition><bpmn:timeDuration>P30D</bpmn:timeDuration>"
          + "</bpmn:timerEventDefinition>";
  String WAIT =
      "<bpmn:intermediateCatchEvent id='wait'>%s</bpmn:intermediateCatchEvent>".formatted(LATER);
  String BY_ANSWER = gateway("decision == 'APPROVE'");

  Map<String, String> FLOWS =
      Map.of(
          "output",
          ENDORSE
              + step("b", "executive-producer", output("finalDecision", "${decision}"))
              + BY_ANSWER
              + path("s a b x"),
          "deep",
          path("s sub") + within("sub", path("sub_s a deep x") + ENDORSE + deep() + BY_ANSWER),
          "late",
          path("s sub")
              + within(
                  "sub",
                  path("sub_s a deep x")
                      + path("late x")
                      + ENDORSE
                      + deep()
                      + "<bpmn:boundaryEvent id='late' attachedToRef='deep'>%s</bpmn:boundaryEvent>"
                          .formatted(LATER)
                      + BY_ANSWER),
          "joined",
          path("s sub")
              + within(
                  "sub",
                  path("sub_s a fork b join x")
                      + path("fork c join")
                      + ENDORSE
                      + FORK
                      + DECIDE
                      + REMIND
                      + "<bpmn:parallelGateway id='join' />"
                      + BY_ANSWER),
          "several",
          path("s sub")
              + within(
                  "sub",
                  path("sub_s a b x")
                      + ENDORSE
                      + DECIDE.replace(
                          "</bpmn:userTask>",
                          "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1"
                              + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"
                              + "</bpmn:userTask>")
                      + BY_ANSWER),
          "called",
          ENDORSE + call("") + BY_ANSWER + path("s a call x"),
          "branch",
          DECIDE + FORK + WAIT + REMIND + BY_ANSWER + path("s b fork wait x") + path("fork c"),
          "event",
          DECIDE
              + WAIT
              + BY_ANSWER
              + path("s b wait x")
              + "<bpmn:subProcess id='aside' triggeredByEvent='true'>"
              + "<bpmn:startEvent id='remind' isInterrupting='false'>%s</bpmn:startEvent>"
                  .formatted(LATER)
              + REMIND
              + path("remind c")
              + "</bpmn:subProcess>");

  int port();

  ProcessEngine engine();

  @ParameterizedTest
  @CsvSource({
    "output, a APPROVE b REJECT",
    "deep,   a APPROVE b REJECT",
    "late,   a APPROVE late -",
    "joined, a APPROVE c APPROVE b REJECT",
    "several, a APPROVE b REJECT",
    "called, a APPROVE b REJECT",
    "branch, b REJECT c APPROVE wait -",
    "event,  b REJECT remind - c APPROVE wait -"
  })
  default void goesByTheAnswerOfTheStepBeforeIt(String flow, String moves) {
    TestFilm film = TestFilm.create(port());
    deploy("called", DECIDE + path("s b"));
    deploy("drawn", FLOWS.get(flow));
    start(film, "producer1", Map.of()).ok();

    String[] words = moves.split(" ");
    for (int move = 0; move < words.length; move += 2) {
      if (words[move + 1].equals("-")) {
        pass(film, words[move]);
      } else {
        answer(film, words[move], Map.of("decision", words[move + 1], "comment", "Because."));
      }
    }

    assertThat(ends(film)).isEqualTo("no");
  }

  @Test
  default void aStartBringsNothingThatIsMadeOfAnAnswer() {
    TestFilm film = TestFilm.create(port());
    deploy("called", DECIDE + path("s b"));
    deploy(
        "drawn",
        path("s sub call")
            + within(
                    "sub",
                    path("sub_s a")
                        + step(
                            "a",
                            "producer",
                            output("first", "${execution.getVariable('decision')}")
                                + output("why", "Because ${comment}")
                                + output(
                                    "listed",
                                    "<camunda:list><camunda:value>${decision}</camunda:value>"
                                        + "</camunda:list>")
                                + output("likely", "${decisionLike}")))
                .replace("id='sub'>", "id='sub'>" + extensions(output("approved", "${first}")))
            + call("<camunda:out source='verdict' target='ruling' />"));

    for (String name :
        List.of(
            "decision",
            "comment",
            "first",
            "why",
            "listed",
            "approved",
            "ruling",
            "requester",
            "requesterRole")) {
      Answer answer = start(film, "line1", Map.of(name, "APPROVE"));
      assertThat(answer.status()).as("%s: %s", name, answer).isEqualTo(400);
      assertThat(answer.field()).as("%s", answer).isEqualTo(name);
    }
    start(film, "line1", Map.of("likely", "x", "decisionLike", "y", "subject", "A boat")).ok();
  }

  @Test
  default void whoAsksIsKnownBeforeTheFirstStepAndNeverChanges() {
    TestFilm film = TestFilm.create(port());
    String fields =
        "<camunda:properties><camunda:property name='outcomes' value='RESUBMIT' />"
            + "<camunda:property name='fields' value='film, requester, requesterRole, rate' />"
            + "</camunda:properties>";
    deploy(
        "drawn",
        path("s p x")
            + "<bpmn:userTask id='p' name='Prepare' camunda:candidateGroups='${requesterRole}'>%s</bpmn:userTask>"
                .formatted("<bpmn:extensionElements>" + fields + "</bpmn:extensionElements>")
            + gateway("film == 'ZOO' or requester == 'exec1' or requesterRole == 'director'"));
    start(film, "line1", Map.of()).ok();

    answer(
        film,
        "p",
        Map.of(
            "decision",
            "RESUBMIT",
            "film",
            "ZOO",
            "requester",
            "exec1",
            "requesterRole",
            "director",
            "rate",
            900));

    assertThat(ends(film)).isEqualTo("no");
  }

  @Test
  default void whatIsSetOffBySomethingElseBeginsWithoutItsAnswers() {
    TestFilm film = TestFilm.create(port());
    deploy(
        "called",
        path("s x")
            + gateway(
                "execution.getVariable('decision') != null"
                    + " or execution.getVariable('approved') != null")
            + step("b", "executive-producer", output("approved", "${decision}")));
    deploy(
        "drawn",
        ENDORSE
            + call(
                "<camunda:in variables='all' />"
                    + "<camunda:in sourceExpression='APPROVE' target='decision' />"
                    + "<camunda:in sourceExpression='APPROVE' target='approved' />")
            + path("s a call"));
    start(film, "producer1", Map.of()).ok();

    answer(film, "a", Map.of("decision", "APPROVE"));

    assertThat(ends(film)).isEqualTo("no");
  }

  private void deploy(String key, String inside) {
    Desk.of(port(), "admin")
        .upload(
            "/engine-rest/deployment/create",
            "flow-%s.bpmn".formatted(key),
            MODEL.formatted(key, inside).getBytes(StandardCharsets.UTF_8))
        .ok();
  }

  private static Answer start(TestFilm film, String person, Map<String, ?> variables) {
    Map<String, Object> sent = new HashMap<>(variables);
    sent.put("film", film.id());
    return film.desk(person).start("flow-drawn", sent);
  }

  /** Whoever the step is for answers. */
  private void answer(TestFilm film, String step, Map<String, ?> answer) {
    Task task =
        engine()
            .getTaskService()
            .createTaskQuery()
            .tenantIdIn(film.id())
            .taskDefinitionKey(step)
            .singleResult();
    String person = Map.of("a", "producer2", "b", "exec1").getOrDefault(step, "line1");
    film.desk(person).complete(task.getId(), answer).ok();
  }

  private void pass(TestFilm film, String timer) {
    Job job =
        engine()
            .getManagementService()
            .createJobQuery()
            .tenantIdIn(film.id())
            .activityId(timer)
            .singleResult();
    engine().getManagementService().executeJob(job.getId());
  }

  private String ends(TestFilm film) {
    return engine()
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .tenantIdIn(film.id())
        .list()
        .stream()
        .map(activity -> activity.getActivityId())
        .filter(List.of("yes", "no")::contains)
        .toList()
        .toString()
        .replaceAll("[\\[\\]]", "");
  }

  private static String step(String id, String group, String outputs) {
    return "<bpmn:userTask id='%s' name='%s' camunda:candidateGroups='%s'>%s</bpmn:userTask>"
        .formatted(id, id, group, outputs.isEmpty() ? "" : extensions(outputs));
  }

  private static String extensions(String outputs) {
    return ("<bpmn:extensionElements><camunda:inputOutput>%s</camunda:inputOutput>"
            + "</bpmn:extensionElements>")
        .formatted(outputs);
  }

  private static String output(String name, String value) {
    return "<camunda:outputParameter name='%s'>%s</camunda:outputParameter>".formatted(name, value);
  }

  private static String call(String mapping) {
    return ("<bpmn:callActivity id='call' calledElement='flow-called'><bpmn:extensionElements>%s"
            + "</bpmn:extensionElements></bpmn:callActivity>")
        .formatted(mapping);
  }

  private static String deep() {
    return within("deep", path("deep_s b") + DECIDE);
  }

  private static String within(String id, String inside) {
    return "<bpmn:subProcess id='%s'><bpmn:startEvent id='%s_s' />%s</bpmn:subProcess>"
        .formatted(id, id, inside);
  }

  private static String gateway(String condition) {
    return ("<bpmn:exclusiveGateway id='x' default='otherwise' />"
            + "<bpmn:sequenceFlow id='otherwise' sourceRef='x' targetRef='no' />"
            + "<bpmn:sequenceFlow id='so' sourceRef='x' targetRef='yes'>"
            + "<bpmn:conditionExpression>${%s}</bpmn:conditionExpression></bpmn:sequenceFlow>"
            + "<bpmn:endEvent id='yes' /><bpmn:endEvent id='no' />")
        .formatted(condition);
  }

  private static String path(String elements) {
    String[] ids = elements.split(" ");
    StringBuilder path = new StringBuilder();
    for (int i = 1; i < ids.length; i++) {
      path.append(
          "<bpmn:sequenceFlow id='%s_%s' sourceRef='%s' targetRef='%s' />"
              .formatted(ids[i - 1], ids[i], ids[i - 1], ids[i]));
    }
    return path.toString();
  }
}
