package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Trust, row 5: who asked tries to approve their own request by every route of both REST APIs: as a
 * line producer with no right to decide, and as an administrator who is an executive producer of
 * the film as well.
 */
interface OwnRequest {

  String DECIDE = "userTask_decideBudgetChange";
  String APPLY = "serviceTask_applyBudgetChange";

  int port();

  /** One way to try it. */
  record Way(String method, String path, Object body) {}

  @ParameterizedTest(name = "by {0}, over the API {1}")
  @CsvSource({
    "line1, open",
    "line1, behind the Tasklist",
    "admin, open",
    "admin, behind the Tasklist"
  })
  default void nobodyApprovesTheirOwnRequestByAnyRoute(String requester, String which) {
    TestFilm film = TestFilm.create(port());
    film.join(Map.of("person", "admin", "role", "executive-producer")).ok();
    Case own =
        Case.started(film, requester, "budget-change", transfer(film, "3500", "3600", "8000.00"));
    EngineApi api =
        which.equals("open")
            ? EngineApi.open(port(), requester)
            : EngineApi.behindTheTasklist(port(), requester);
    List<String> tried = new ArrayList<>();
    String process = process(film, own);

    Answer plainly =
        api.call(
            "POST",
            "/task/%s/complete".formatted(own.task(DECIDE)),
            variables(Map.of("decision", "APPROVE")));
    assertThat(plainly.status()).as("%s", plainly).isEqualTo(403);
    assertThat(plainly.text("type")).isEqualTo("urn:final-say:problem:not-yours");

    for (Way way : ways(own, requester)) {
      Answer answer = api.call(way.method(), way.path(), way.body());
      tried.add(way + " -> " + answer.status());
      assertThat(answer.status()).as("%s: %s", way, answer).isLessThan(500);
      assertThat(own.state()).as("after %s: %s", way, answer).isEqualTo("PENDING");
      assertThat(own.decisions()).as("after %s: %s", way, answer).isEmpty();
      assertThat(film.balance("3500")).as("after %s", way).isEqualTo("200000.00");
    }

    assertThat(tried).hasSizeGreaterThan(60);
    // it was open all the time, and whoever may decides it
    own.answered("producer1", DECIDE, "APPROVE");
    assertThat(own.state()).isEqualTo("APPROVED");
    assertThat(film.balance("3500")).isEqualTo("192000.00");
    Answer restarted =
        api.call(
            "POST",
            "/process-definition/%s/restart".formatted(definition(film)),
            Map.of("processInstanceIds", List.of(process), "instructions", jump(APPLY)));
    assertThat(restarted.status()).isBetween(400, 499);
    assertThat(film.balance("3500")).isEqualTo("192000.00");
  }

  private static List<Way> ways(Case own, String requester) {
    TestFilm film = own.film();
    String task = own.task(DECIDE);
    String process = process(film, own);
    String definition = definition(film);
    String execution = execution(film, own);
    Map<String, Object> approve = variables(Map.of("decision", "APPROVE"));
    Map<String, Object> approved =
        variables(
            Map.of(
                "decision", "APPROVE",
                "budgetChangeDecision", "APPROVE",
                "decidedBy", "line-producer",
                "consents", "",
                "requester", "exec1",
                "amount", "8000.00"));
    Map<String, Object> value = Map.of("value", "APPROVE", "type", "String");
    List<Way> ways = new ArrayList<>();
    String taskPath = "/task/" + task;
    // the task, as oneself and in another's name
    ways.add(new Way("POST", taskPath + "/complete", approve));
    ways.add(new Way("POST", taskPath + "/complete", approved));
    ways.add(new Way("POST", taskPath + "/submit-form", approve));
    ways.add(new Way("POST", taskPath + "/claim", Map.of("userId", requester)));
    ways.add(new Way("POST", taskPath + "/complete", approve));
    for (String other : List.of("exec1", "producer1")) {
      ways.add(new Way("POST", taskPath + "/claim", Map.of("userId", other)));
      ways.add(new Way("POST", taskPath + "/complete", approve));
      ways.add(new Way("POST", taskPath + "/assignee", Map.of("userId", other)));
      ways.add(new Way("POST", taskPath + "/complete", approve));
      ways.add(new Way("POST", taskPath + "/delegate", Map.of("userId", other)));
      ways.add(new Way("POST", taskPath + "/resolve", approve));
      ways.add(new Way("POST", taskPath + "/complete", approve));
      ways.add(new Way("POST", taskPath + "/unclaim", Map.of()));
    }
    ways.add(
        new Way(
            "POST",
            taskPath + "/identity-links",
            Map.of("userId", requester, "type", "candidate")));
    ways.add(
        new Way(
            "POST",
            taskPath + "/identity-links",
            Map.of("groupId", "line-producer", "type", "candidate")));
    ways.add(
        new Way(
            "POST",
            taskPath + "/identity-links/delete",
            Map.of("groupId", "producer", "type", "candidate")));
    ways.add(new Way("POST", taskPath + "/complete", approve));
    ways.add(new Way("POST", taskPath + "/bpmnError", Map.of("errorCode", "consentRefused")));
    ways.add(
        new Way("POST", taskPath + "/bpmnEscalation", Map.of("escalationCode", "consentRefused")));
    ways.add(new Way("PUT", taskPath, Map.of("assignee", requester, "name", "Approved")));
    ways.add(new Way("DELETE", taskPath, Map.of()));
    ways.add(new Way("POST", "/task/create", Map.of("name", "Approve", "assignee", requester)));
    // variables, by every path that leads to one
    for (String path :
        List.of(
            taskPath + "/variables",
            taskPath + "/localVariables",
            "/process-instance/" + process + "/variables",
            "/execution/" + execution + "/localVariables")) {
      ways.add(new Way("PUT", path + "/decision", value));
      ways.add(new Way("PUT", path + "/budgetChangeDecision", value));
      ways.add(new Way("POST", path, Map.of("modifications", Map.of("decision", value))));
      ways.add(new Way("DELETE", path + "/requester", Map.of()));
    }
    ways.add(
        new Way(
            "POST",
            "/process-instance/variables-async",
            Map.of(
                "processInstanceIds", List.of(process), "variables", Map.of("decision", value))));
    // past the task
    for (String activity : List.of(APPLY, "serviceTask_recordAuthority", "userTask_giveConsent")) {
      ways.add(new Way("POST", "/process-instance/" + process + "/modification", jumps(activity)));
      ways.add(
          new Way("POST", "/process-instance/" + process + "/modification-async", jumps(activity)));
      for (String how : List.of("execute", "executeAsync")) {
        ways.add(
            new Way(
                "POST",
                "/modification/" + how,
                Map.of(
                    "processDefinitionId", definition,
                    "processInstanceIds", List.of(process),
                    "instructions", jump(activity))));
      }
      Map<String, Object> start = new HashMap<>(variables(start(film)));
      start.put("startInstructions", jump(activity));
      ways.add(new Way("POST", "/process-definition/key/budget-change/start", start));
      ways.add(new Way("POST", "/process-definition/" + definition + "/start", start));
    }
    for (String skip : List.of("skipCustomListeners", "skipIoMappings")) {
      Map<String, Object> start = new HashMap<>(variables(start(film)));
      start.put("startInstructions", jump(APPLY));
      start.put(skip, true);
      ways.add(new Way("POST", "/process-definition/key/budget-change/start", start));
    }
    ways.add(new Way("POST", "/message", Map.of("messageName", "film.approved")));
    ways.add(new Way("POST", "/signal", Map.of("name", "film.approved")));
    ways.add(new Way("POST", "/condition", Map.of("variables", Map.of("decision", value))));
    ways.add(new Way("POST", "/execution/" + execution + "/signal", approve));
    ways.add(
        new Way("POST", "/execution/" + execution + "/messageSubscriptions/x/trigger", approve));
    ways.add(
        new Way(
            "POST", "/execution/" + execution + "/create-incident", Map.of("incidentType", "x")));
    for (String how : List.of("execute", "executeAsync")) {
      ways.add(
          new Way(
              "POST",
              "/migration/" + how,
              Map.of(
                  "migrationPlan",
                  Map.of(
                      "sourceProcessDefinitionId", definition,
                      "targetProcessDefinitionId", definition,
                      "instructions",
                          List.of(
                              Map.of(
                                  "sourceActivityIds", List.of(DECIDE),
                                  "targetActivityIds", List.of("userTask_amendBudgetChange")))),
                  "processInstanceIds",
                  List.of(process),
                  "skipCustomListeners",
                  true)));
    }
    ways.add(
        new Way(
            "POST",
            "/process-instance/message-async",
            Map.of("messageName", "x", "processInstanceIds", List.of(process))));
    ways.add(new Way("POST", "/job/any/execute", Map.of()));
    ways.add(new Way("PUT", "/job/any/duedate", Map.of("duedate", "2020-01-01T00:00:00.000+0000")));
    ways.add(
        new Way("POST", "/external-task/fetchAndLock", Map.of("workerId", "x", "maxTasks", 1)));
    ways.add(new Way("PUT", "/batch/any/suspended", Map.of("suspended", false)));
    return ways;
  }

  private static Map<String, Object> start(TestFilm film) {
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");
    request.putAll(
        Map.of(
            "requester", "exec1",
            "requesterRole", "executive-producer",
            "decidedBy", "producer",
            "consents", "",
            "because", "It is so.",
            "consentingGroup", "financier",
            "budgetChangeDecision", "APPROVE"));
    return request;
  }

  private static Map<String, Object> variables(Map<String, Object> values) {
    Map<String, Object> typed = new HashMap<>();
    values.forEach((name, value) -> typed.put(name, Map.of("value", value)));
    return Map.of("variables", typed);
  }

  private static Map<String, Object> jumps(String activity) {
    return Map.of("instructions", jump(activity), "skipCustomListeners", true);
  }

  private static List<Map<String, Object>> jump(String activity) {
    return List.of(Map.of("type", "startBeforeActivity", "activityId", activity));
  }

  private static String process(TestFilm film, Case own) {
    return film.desk("producer1")
        .get("/engine-rest/task/" + own.task(DECIDE))
        .ok()
        .path("processInstanceId")
        .asText();
  }

  private static String execution(TestFilm film, Case own) {
    return film.desk("producer1")
        .get("/engine-rest/task/" + own.task(DECIDE))
        .ok()
        .path("executionId")
        .asText();
  }

  private static String definition(TestFilm film) {
    return film.desk("producer1")
        .get("/engine-rest/process-definition/key/budget-change")
        .ok()
        .path("id")
        .asText();
  }
}
