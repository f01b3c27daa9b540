package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import film.finalsay.support.WebSession;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A model that asks for more than models are given is refused where it is deployed, over either
 * API; one that was deployed before fails where it asks. Whatever is wrong with a model is told by
 * its element. Every place in a model is walked by {@code ModelGuardTest}.
 */
interface ReachOfAModel {

  String DRAWN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_reach" targetNamespace="http://bpmn.io/schema/bpmn">
        <bpmn:process id="reach" name="Reach" isExecutable="true" camunda:historyTimeToLive="P3650D">
          <bpmn:startEvent id="startEvent_asked" />
          <bpmn:sequenceFlow id="flow_1" sourceRef="startEvent_asked" targetRef="serviceTask_look" />
          <bpmn:serviceTask id="serviceTask_look" camunda:expression="${subject.length() > 0}" />
          <bpmn:sequenceFlow id="flow_2" sourceRef="serviceTask_look" targetRef="userTask_decide" />
          <bpmn:userTask id="userTask_decide" name="Decide" camunda:candidateGroups="executive-producer" />
        </bpmn:process>
      </bpmn:definitions>
      """;
  String TABLE =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
          id="definitions_reach" name="d" namespace="reach">
        <decision id="reachTable" name="Reach" camunda:historyTimeToLive="P30D"><decisionTable id="t" hitPolicy="UNIQUE">
          <input id="i"><inputExpression id="asked" typeRef="string"><text>a</text></inputExpression></input>
          <output id="o" name="b" typeRef="string" />
          <rule id="r1"><inputEntry id="cell1"><text>-</text></inputEntry><outputEntry id="o1"><text>"y"</text></outputEntry></rule>
          <rule id="r2"><inputEntry id="cell2"><text>"clash"</text></inputEntry><outputEntry id="o2"><text>"z"</text></outputEntry></rule>
        </decisionTable></decision>
      </definitions>
      """;
  String GIVEN = "${subject.length() > 0}";

  int port();

  DataSource dataSource();

  ProcessEngine engine();

  @Test
  default void endsAtDeployment() {
    String timer =
        """
        <bpmn:startEvent id="startEvent_daily"><bpmn:timerEventDefinition>
          <bpmn:timeDate>${jdbcTemplate.update('delete from team_member')}</bpmn:timeDate>
        </bpmn:timerEventDefinition></bpmn:startEvent>
        <bpmn:startEvent id="startEvent_asked" />
        """;
    String wrong =
        DRAWN
            .replace("<bpmn:startEvent id=\"startEvent_asked\" />", timer)
            .replace(GIVEN, "${identityService.setAuthenticatedUserId('exec1')}")
            .replace("executive-producer", "gaffer");
    int before = deployments();

    for (String detail : List.of(deployed(wrong).text("detail"), deployedFromAPage(wrong))) {
      assertThat(detail)
          .contains(
              "reach.bpmn, startEvent_daily: \"${jdbcTemplate",
              "reach.bpmn, serviceTask_look: \"${identityService",
              "names \"identityService\", which is not given to models",
              "reach.bpmn, userTask_decide: asks \"gaffer\", which is no role");
    }
    assertThat(deployments()).isEqualTo(before);
  }

  @Test
  default void isToldByTheElementAlsoByTheEngine() {
    Map.of(
            DRAWN.replace("targetRef=\"userTask_decide\"", "targetRef=\"userTask_nowhere\""),
            "reach.bpmn, flow_2 (line",
            DRAWN.replace("id=\"flow_2\"", "id=\"flow 2\""),
            "reach.bpmn, line 8",
            DRAWN.replace("</bpmn:process>", ""),
            "reach.bpmn, line 11: cannot be read as XML",
            DRAWN.replace("P3650D", "for ever"),
            "historyTimeToLive")
        .forEach(
            (wrong, told) -> {
              Answer answer = deployed(wrong);
              assertThat(answer.status()).as("%s", answer).isEqualTo(400);
              assertThat(answer.field()).isEqualTo("deployment");
              assertThat(answer.text("detail")).contains(told).doesNotContain("ENGINE-");
            });
  }

  @Test
  default void endsWhereItRunsForWhatWasDeployedBefore() {
    TestFilm film = TestFilm.create(port());
    Map<String, Object> request = Map.of("film", film.id(), "subject", "A second unit");
    String deployment = deployed(DRAWN).ok().path("id").asText();
    for (String expression :
        List.of(
            "${identityService.setAuthenticatedUserId(&#39;exec1&#39;)}",
            "${&#39;&#39;.getClass().forName(&#39;java.lang.Runtime&#39;)}",
            "${execution.getProcessEngineServices()}")) {
      asIfDeployedBefore(deployment, DRAWN.replace(GIVEN, expression));

      Answer started = film.desk("line1").start("reach", request);

      assertThat(started.status()).as("%s: %s", expression, started).isEqualTo(409);
    }
    asIfDeployedBefore(deployment, DRAWN);
    film.desk("line1").start("reach", request).ok();
  }

  /** As a signal would, thrown by whatever somebody answered elsewhere. */
  @Test
  default void doesNotBeginByItselfWhereItWasDeployedBefore() {
    TestFilm film = TestFilm.create(port());
    String deployment = deployed(DRAWN).ok().path("id").asText();
    asIfDeployedBefore(
        deployment,
        DRAWN
            .replace(
                "<bpmn:process", "<bpmn:signal id=\"signal_told\" name=\"told\" /><bpmn:process")
            .replace(
                "<bpmn:sequenceFlow id=\"flow_1\"",
                """
                <bpmn:startEvent id="startEvent_told">
                  <bpmn:signalEventDefinition signalRef="signal_told" />
                </bpmn:startEvent>
                <bpmn:sequenceFlow id="flow_told" sourceRef="startEvent_told" targetRef="userTask_decide" />
                <bpmn:sequenceFlow id="flow_1"\
                """));

    film.join(Map.of("person", "admin", "role", "producer")).ok();

    assertThatThrownBy(() -> begun(film, "startEvent_told"))
        .hasMessageContaining("startEvent_told begins without anybody who asks");
    begun(film, "startEvent_asked");
  }

  private void begun(TestFilm film, String start) {
    try {
      engine().getIdentityService().setAuthentication("admin", List.of(Groups.CAMUNDA_ADMIN));
      engine()
          .getRuntimeService()
          .createProcessInstanceByKey("reach")
          .processDefinitionWithoutTenantId()
          .setVariables(Map.of("film", film.id(), "subject", "A second unit"))
          .startBeforeActivity(start)
          .execute();
    } finally {
      engine().getIdentityService().clearAuthentication();
    }
  }

  /** Whatever a start leaves a task's form to be: nobody's list has to do without the others. */
  @Test
  default void takesNobodysTaskListAway() {
    TestFilm film = TestFilm.create(port());
    Map<String, Object> request = Map.of("film", film.id(), "subject", "A second unit");
    String deployment = deployed(DRAWN).ok().path("id").asText();
    List<Map<String, Object>> starts =
        List.of(
            request,
            Requests.with(request, "formName", 5),
            Requests.with(request, "formName", true));
    for (String form :
        List.of(
            "camunda:formRef=\"${formName}\" camunda:formRefBinding=\"latest\"",
            "camunda:formRef=\"a\" camunda:formRefBinding=\"version\""
                + " camunda:formRefVersion=\"${formName}\"",
            "camunda:formRef=\"a\" camunda:formRefBinding=\"version\""
                + " camunda:formRefVersion=\"1.0\"",
            "camunda:formKey=\"${formName}\"")) {
      String drawn = DRAWN.replace("id=\"userTask_decide\"", form + " id=\"userTask_decide\"");
      asIfDeployedBefore(deployment, drawn);
      for (Map<String, Object> start : starts) {
        Answer started = film.desk("line1").start("reach", start);

        assertThat(started.status()).as("%s: %s", form, started).isEqualTo(409);
        assertThat(started.text("detail")).contains("\"Decide\" opens a form");
      }
      asIfDeployedBefore(deployment, DRAWN);
      film.desk("line1").start("reach", request).ok();
      asIfDeployedBefore(deployment, drawn);
      for (String person : List.of("line1", "exec1")) {
        assertThat(film.desk(person).get("/engine-rest/task").ok()).as(form).isNotEmpty();
      }
    }
    asIfDeployedBefore(deployment, DRAWN);
  }

  /** What a variable makes of a step is known only then; it is no fault of the server's. */
  @Test
  default void isToldByTheStepWhereItCannotGoOn() {
    TestFilm film = TestFilm.create(port());
    String task = "camunda:candidateGroups=\"executive-producer\" />";
    String loop =
        "camunda:candidateGroups=\"executive-producer\"><bpmn:multiInstanceLoopCharacteristics>"
            + "<bpmn:loopCardinality>%s</bpmn:loopCardinality>"
            + "</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>";
    for (String step :
        List.of(
            "camunda:priority=\"${how}\" " + task,
            "camunda:dueDate=\"${how}\" " + task,
            "camunda:assignee=\"${count}\" " + task,
            "camunda:candidateGroups=\"${count}\" />",
            loop.formatted("${how}"),
            loop.formatted("${count - 6}"))) {
      deployed(DRAWN.replace(task, step)).ok();

      Answer started =
          film.desk("line1")
              .start(
                  "reach",
                  Map.of("film", film.id(), "subject", "A unit", "how", "soon", "count", 5));

      assertThat(started.status()).as("%s: %s", step, started).isEqualTo(409);
      assertThat(started.text("detail"))
          .contains("The process cannot go on as it is drawn: \"userTask_decide");
    }
    deployed(DRAWN).ok();
  }

  @Test
  default void isToldInWordsAndNotAsTheEngineHasItInMemory() {
    String table =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="d"
            xmlns:camunda="http://camunda.org/schema/1.0/dmn">
          <decision id="reach-table" name="d" camunda:historyTimeToLive="P1D">
            <decisionTable id="t" %s>
              <input id="i"><inputExpression id="ie" typeRef="string"><text>a</text></inputExpression></input>
              <output id="o" name="b" typeRef="string" />
              <rule id="row_1"><outputEntry id="oe"><text>"y"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;
    for (String how : List.of("", "aggregation=\"SUM\"")) {
      Answer answer = deployed("reach.dmn", table.formatted(how));
      assertThat(answer.status()).as("%s", answer).isEqualTo(400);
      assertThat(answer.text("detail"))
          .doesNotContain("Impl", "{", "DMN-")
          .contains(how.isEmpty() ? "'row_1'" : "SUM");
    }
  }

  @Test
  default void aTableReachesPlainValues() {
    String deployment = deployed("reach.dmn", TABLE).ok().path("id").asText();
    Object file = Map.of("type", "File", "value", "aGk=", "valueInfo", Map.of("filename", "a.txt"));
    assertThat(asked(Map.of("value", "x")).status()).isEqualTo(200);
    for (String cell :
        List.of(
            "a.class.name",
            "a.getClass().getName()",
            "count(for i in 1..30000000 return i)",
            "assert(a, false)")) {
      asIfDeployedBefore(deployment, TABLE.replace("<text>a<", "<text>" + cell + "<"));

      Answer answer = asked(file);

      assertThat(answer.status()).as("%s: %s", cell, answer).isEqualTo(409);
      assertThat(answer.text("detail"))
          .startsWith("A table cannot answer: ")
          .doesNotContainPattern("[A-Z]+-\\d{5}|film\\.finalsay|@[0-9a-f]{5,}");
    }
    assertThat(deployed("reach.dmn", TABLE.replace(">a<", ">a.getClass().getName()<")).status())
        .isEqualTo(400);
  }

  @Test
  default void aTableThatClashesSaysSo() {
    deployed("reach.dmn", TABLE).ok();
    Answer clash = asked(Map.of("value", "clash"));
    assertThat(clash.status()).as("%s", clash).isEqualTo(409);
    assertThat(clash.text("detail"))
        .isEqualTo(
            "A table cannot answer: Hit policy 'UNIQUE' only allows a single rule to match.");
    deployed(
            "reach.dmn",
            TABLE.replace("name=\"b\" typeRef=\"string\"", "name=\"b\" typeRef=\"integer\""))
        .ok();
    Answer mistyped = asked(Map.of("value", "x"));
    assertThat(mistyped.status()).as("%s", mistyped).isEqualTo(409);
    assertThat(mistyped.text("detail"))
        .startsWith("A table cannot answer: ")
        .doesNotContainPattern("[A-Z]+-\\d{5}");
    for (Object list : List.of(List.of(1), Map.of("b", 1))) {
      assertThat(asked(Map.of("value", list)).status()).isEqualTo(400);
    }
  }

  private Answer asked(Object a) {
    return Desk.of(port(), "admin")
        .post(
            "/engine-rest/decision-definition/key/reachTable/evaluate",
            Map.of("variables", Map.of("a", a)));
  }

  private Answer deployed(String model) {
    return deployed("reach.bpmn", model);
  }

  private Answer deployed(String file, String model) {
    return Desk.of(port(), "admin")
        .upload("/engine-rest/deployment/create", file, model.getBytes(StandardCharsets.UTF_8));
  }

  /** What is wrong, as the API behind the Tasklist tells it. */
  private String deployedFromAPage(String model) {
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"reach.bpmn\"\r\n"
            + "Content-Type: text/plain\r\n\r\n%s\r\n--x--\r\n".formatted(model);
    HttpResponse<String> answer =
        WebSession.loggedIn(port(), "admin")
            .send(
                "POST",
                WebSession.API + "/deployment/create",
                "multipart/form-data; boundary=x",
                form.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    return WebSession.json(answer).path("detail").asText();
  }

  private int deployments() {
    return Desk.of(port(), "admin").get("/engine-rest/deployment/count").ok().path("count").asInt();
  }

  private void asIfDeployedBefore(String deployment, String model) {
    int changed =
        JdbcClient.create(dataSource())
            .sql("update ACT_GE_BYTEARRAY set BYTES_ = :model where DEPLOYMENT_ID_ = :deployment")
            .param("model", model.getBytes(StandardCharsets.UTF_8))
            .param("deployment", deployment)
            .update();
    assertThat(changed).isEqualTo(1);
    DeploymentCache cache =
        ((ProcessEngineConfigurationImpl) engine().getProcessEngineConfiguration())
            .getDeploymentCache();
    cache.discardProcessDefinitionCache();
    cache.discardDecisionDefinitionCache();
  }

  @Test
  default void showsNoFormOfItsOwn() {
    TestFilm film = TestFilm.create(port());
    String deployment = deployed(DRAWN).ok().path("id").asText();
    String task = "camunda:candidateGroups=\"executive-producer\"";
    for (String drawn :
        List.of(
            DRAWN
                .replace(" name=\"Decide\"", "")
                .replace(
                    task + " />", task + " camunda:formKey=\"embedded:deployment:reach.bpmn\" />"),
            DRAWN.replace(
                task + " />",
                task
                    + "><bpmn:extensionElements><camunda:formData><camunda:formField id=\"agreed\""
                    + " label=\"${subject}\" type=\"string\" /></camunda:formData>"
                    + "</bpmn:extensionElements></bpmn:userTask>"))) {
      asIfDeployedBefore(deployment, drawn);
      String started =
          film.desk("line1")
              .start("reach", Map.of("film", film.id(), "subject", "{{alert()}}"))
              .ok()
              .path("id")
              .asText();
      String step =
          film.desk("exec1")
              .get("/engine-rest/task?processInstanceId=" + started)
              .ok()
              .path(0)
              .path("id")
              .asText();

      assertThat(
              film.desk("exec1")
                  .get("/engine-rest/task/" + step + "/form")
                  .ok()
                  .path("key")
                  .isNull())
          .isTrue();
      Answer rendered = film.desk("exec1").get("/engine-rest/task/" + step + "/rendered-form");
      assertThat(rendered.status()).as("%s", rendered).isBetween(400, 409);
      Answer served = film.desk("exec1").get("/engine-rest/task/" + step + "/deployed-form");
      assertThat(served.status())
          .as("the product's own where the model names none: %s", served)
          .isEqualTo(drawn.contains("formKey") ? 409 : 200);
      for (Answer shown : List.of(rendered, served)) {
        assertThat(shown.toString()).doesNotContain("alert", "bpmn:definitions");
      }
      film.desk("exec1").complete(step, Map.of("decision", "APPROVE")).ok();
    }
  }
}
