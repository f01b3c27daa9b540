package film.finalsay.journey;

import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.engine.EngineSetup;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import film.finalsay.support.WebSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever comes over HTTP, and whatever was stored of it before, is never evaluated. */
interface ExpressionsFromOutside {

  String WORD = "Expression";

  /** Ways to hide a query in another. */
  List<UnaryOperator<Map<String, Object>>> DEPTHS =
      List.of(
          query -> query,
          query -> Map.of("orQueries", List.of(query)),
          query -> Map.of("orQueries", List.of(Map.of("orQueries", List.of(query)))));

  int port();

  DataSource dataSource();

  ProcessEngine engine();

  EngineSetup setUp();

  private List<EngineApi> apis(String person) {
    Desk desk = Desk.of(port(), person);
    return List.of(
        EngineApi.open(port(), person),
        (method, path, body) -> desk.call(method, "/engine-rest/engine/default" + path, body),
        EngineApi.behindTheTasklist(port(), person));
  }

  /** The fields of queries, on every route that documents one, and of those that hold queries. */
  @Test
  default void areRefusedOnEveryRouteAtEveryDepth() {
    TreeSet<String> names = new TreeSet<>();
    List<OpenApi.Operation> routes = new ArrayList<>();
    for (OpenApi.Operation one : OpenApi.operations()) {
      List<String> found = new ArrayList<>(one.parameters());
      found.addAll(one.fields());
      found.removeIf(name -> !name.endsWith(WORD));
      names.addAll(found);
      if (!found.isEmpty()) {
        routes.add(one);
      }
    }
    assertThat(names).hasSizeGreaterThan(15);
    assertThat(routes).hasSize(4);
    String list = listOfAll("admin");
    try {
      for (EngineApi api : apis("admin")) {
        for (String name : names) {
          Map<String, Object> query = Map.of(name, Trap.EXPRESSION);
          routes.stream()
              .filter(route -> !route.hasBody())
              .forEach(
                  route ->
                      refused(
                          name,
                          api.call(
                              "GET",
                              route.path() + "?" + name + "=" + Desk.encoded(Trap.EXPRESSION),
                              Map.of())));
          for (UnaryOperator<Map<String, Object>> depth : DEPTHS) {
            Map<String, Object> hidden = depth.apply(query);
            routes.stream()
                .filter(OpenApi.Operation::hasBody)
                .forEach(route -> refused(name, api.call("POST", route.path(), hidden)));
            for (String way : List.of("list", "count", "singleResult")) {
              refused(name, api.call("POST", "/filter/%s/%s".formatted(list, way), hidden));
            }
            refused(name, api.call("POST", "/filter/create", stored(hidden)));
            refused(name, api.call("PUT", "/filter/" + list, stored(hidden)));
          }
        }
      }
    } finally {
      engine().getFilterService().deleteFilter(list);
    }
    assertThat(Trap.sprung()).isZero();
  }

  /** Nor is a harmless word taken where nothing is stored, nor a name in another spelling. */
  @Test
  default void areRefusedInEverySpelling() {
    String text = '"' + Trap.EXPRESSION + '"';
    for (String body :
        List.of(
            "{\"orQueries\": [{\"\\u0061ssignee\\u0045xpression\": %s}]}",
            "{\"orQueries\": [{\"ASSIGNEEEXPRESSION\": %s}]}",
            "{\"orQueries\": [{\"assigneeexpression\": %s}]}",
            "{\"orQueries\": [{\"assigneeExpression\": \"a\", \"assigneeExpression\": %s}]}",
            "{\"orQueries\": [], \"orQueries\": [{\"assigneeExpression\": %s}]}",
            "{\"orQueries\": [{\"assigneeExpression\": [%s]}]}",
            "{\"orQueries\": [{\"assigneeExpression\": {\"value\": %s}}]}",
            "{\"orQueries\": [{\"assigneeExpression\": \"${currentUser()}\", \"a\": %s}]}")) {
      byte[] sent = body.formatted(text).getBytes(StandardCharsets.UTF_8);
      for (String path : List.of("/task", "/task/count")) {
        var open =
            Desk.of(port(), "line1").raw("POST", "/engine-rest" + path, "application/json", sent);
        var behind =
            WebSession.loggedIn(port(), "line1")
                .send("POST", WebSession.API + path, "application/json", sent);
        assertThat(open.statusCode()).as("%s: %s", body, open.body()).isEqualTo(400);
        assertThat(behind.statusCode()).as("%s: %s", body, behind.body()).isEqualTo(400);
      }
    }
    assertThat(Trap.sprung()).isZero();
  }

  /** By a version that let them in, or by SQL. */
  @Test
  default void areRefusedInWhatWasStoredBefore() {
    String list = listOfAll("admin");
    try {
      for (String query :
          List.of(
              "{\"taskAssigneeExpression\": \"%s\"}",
              "{\"orQueries\": [{\"taskAssigneeExpression\": \"%s\"}]}",
              "{\"taskAssigneeExpression\": \"${currentUser()}\","
                  + " \"orQueries\": [{\"name\": \"a\", \"dueBeforeExpression\": \"%s\"}]}")) {
        for (String expression : List.of(Trap.EXPRESSION, "${1/0}", "${", "plain text", "")) {
          store(list, query.formatted(expression));
          for (EngineApi api : apis("admin")) {
            for (String way : List.of("list", "count", "singleResult")) {
              String path = "/filter/%s/%s".formatted(list, way);
              refusedWhenRead(expression, api.call("GET", path, Map.of()));
              refusedWhenRead(expression, api.call("POST", path, Map.of("name", "a")));
            }
            refusedWhenRead(
                expression, api.call("GET", "/filter/%s?itemCount=true".formatted(list), Map.of()));
          }
        }
      }
    } finally {
      engine().getFilterService().deleteFilter(list);
    }
    assertThat(Trap.sprung()).isZero();
  }

  /** Or one such list would keep all others from being counted. */
  @Test
  default void areTakenOutOfWhatWasStoredBeforeAsTheProductStarts() {
    String list = listOfAll("admin");
    try {
      store(
          list,
          """
          {"taskAssigneeExpression": "${now()}", "name": "no such task",
           "orQueries": [{"dueBeforeExpression": "%s", "followUpAfterExpression": "${now()}"}]}
          """
              .formatted(Trap.EXPRESSION));

      setUp().run();

      for (EngineApi api : apis("admin")) {
        JsonNode query = api.call("GET", "/filter/" + list, Map.of()).ok().path("query");
        assertThat(query.path("orQueries").path(0).has("followUpAfterExpression")).isTrue();
        assertThat(query.toString()).doesNotContain("getClass", "assigneeExpression");
        api.call("GET", "/filter/%s/count".formatted(list), Map.of()).ok();
        api.call("GET", "/filter?itemCount=true", Map.of()).ok();
      }
    } finally {
      engine().getFilterService().deleteFilter(list);
    }
    assertThat(Trap.sprung()).isZero();
  }

  /** A word of one kind where one of another belongs is none. */
  @Test
  default void areWordsOfTheirFieldsKind() {
    for (EngineApi api : apis("admin")) {
      Map<String, Object> query = Map.of("assigneeExpression", "${now()}");
      refused("assigneeExpression", api.call("POST", "/filter/create", stored(query)));
    }
  }

  /** In every text that a request and an answer have, on its way through all steps. */
  @Test
  default void areTextToWhoeverReadsThem() {
    String text = Trap.EXPRESSION + " #{1/0} ${1/0}";
    TestFilm film = TestFilm.create(port());
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");
    request.put("reason", text);
    Case change =
        Case.started(film, "line1", "budget-change", request)
            .answered("exec1", "userTask_decideBudgetChange", "RETURN", text);
    change
        .answered("line1", "userTask_amendBudgetChange", resubmitted(request))
        .answered("exec1", "userTask_decideBudgetChange", "APPROVE", text);

    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(film.desk("line1").approval(change.key()).toString()).contains(Trap.EXPRESSION);
    assertThat(Trap.sprung()).isZero();
  }

  @Test
  default void leaveTheListsOfTheProductAsTheyWere() {
    TestFilm film = TestFilm.create(port());
    Case change =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "8000.00"))
            .answered("exec1", "userTask_decideBudgetChange", "RETURN", "Why?");
    String task = change.task("userTask_amendBudgetChange");

    for (EngineApi api : apis("line1")) {
      String list =
          stream(api.call("GET", "/filter", Map.of()).ok())
              .filter(filter -> filter.path("name").asText().equals("Assigned to me"))
              .map(filter -> filter.path("id").asText())
              .findFirst()
              .orElseThrow();
      JsonNode tasks = api.call("GET", "/filter/%s/list".formatted(list), Map.of()).ok();
      assertThat(stream(tasks).map(one -> one.path("id").asText())).contains(task);
      assertThat(stream(tasks)).allMatch(one -> one.path("assignee").asText().equals("line1"));
    }
  }

  /** The words that the Tasklist offers for lists of one's own. */
  @Test
  default void leaveAnAdministratorTheWordsOfLists() {
    for (EngineApi api : apis("admin")) {
      Map<String, Object> query =
          Map.of(
              "assigneeExpression",
              "${ currentUser() }",
              "orQueries",
              List.of(
                  Map.of(
                      "candidateGroupsExpression", "${currentUserGroups()}",
                      "dueBeforeExpression", "${dateTime().plusWeeks(2).minusDays(1)}",
                      "createdAfterExpression", "#{now()}")));
      String list = api.call("POST", "/filter/create", stored(query)).ok().path("id").asText();
      try {
        String path = "/filter/" + list;
        api.call("PUT", path, stored(api.call("GET", path, Map.of()).ok().path("query"))).ok();
        assertThat(api.call("GET", path + "/list", Map.of()).ok()).isEmpty();
        assertThat(api.call("GET", path + "/count", Map.of()).ok().path("count").asInt()).isZero();
      } finally {
        api.call("DELETE", "/filter/" + list, Map.of());
      }
    }
  }

  private static void refused(String field, Answer answer) {
    assertThat(answer.status()).as("%s: %s", field, answer).isEqualTo(400);
    assertThat(answer.field()).as("%s", answer).isEqualTo(field);
  }

  private static void refusedWhenRead(String expression, Answer answer) {
    assertThat(answer.status()).as("%s: %s", expression, answer).isEqualTo(400);
    assertThat(answer.contentType()).contains("problem+json");
  }

  private static Map<String, Object> stored(Object query) {
    return Map.of("resourceType", "Task", "name", "A list", "query", query, "properties", Map.of());
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private String listOfAll(String owner) {
    Filter list = engine().getFilterService().newTaskFilter("A list of " + owner);
    list.setQuery(engine().getTaskService().createTaskQuery());
    return engine().getFilterService().saveFilter(list).getId();
  }

  private void store(String list, String query) {
    JdbcClient.create(dataSource())
        .sql("update ACT_RU_FILTER set QUERY_ = :query where ID_ = :list")
        .param("query", query)
        .param("list", list)
        .update();
  }
}
