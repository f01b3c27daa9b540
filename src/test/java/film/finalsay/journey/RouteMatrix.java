package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.approval.Role;
import film.finalsay.security.Route;
import film.finalsay.security.Routes;
import film.finalsay.support.Desk;
import film.finalsay.support.WebSession;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every route there is, knocked at by one person of each kind, with ids that are none and bodies
 * that ask for nothing, so that nothing happens behind an open door. The written policy is compared
 * with what the server does: line by line, not by the code that reads it for the server.
 */
final class RouteMatrix {

  private static final String ENGINE = "/engine-rest";

  /** What the engine has and does not document, what other products have, and other spellings. */
  private static final List<String> MORE =
      List.of(
          "GET /engine-rest/case-definition",
          "POST /engine-rest/case-definition/{id}/create",
          "GET /engine-rest/case-instance",
          "POST /engine-rest/case-instance/{id}/complete",
          "POST /engine-rest/case-execution/{id}/manual-start",
          "GET /engine-rest/history/case-instance",
          "GET /engine-rest/optimize/task-instance/completed",
          "GET /engine-rest/optimize/variable-update",
          "DELETE /engine-rest/process-definition/key/{key}/delete",
          "PATCH /engine-rest/task/{id}",
          "OPTIONS /engine-rest/task",
          "OPTIONS /engine-rest/task/{id}/complete",
          "GET /engine-rest/engine/another/task",
          "GET /engine-rest/openapi.json",
          "GET /engine-rest/application.wadl",
          "GET /engine-rest",
          "GET /camunda/api/engine/engine",
          "GET /camunda/api/engine/engine/another/task",
          "POST /camunda/api/admin/setup/default/user/create",
          "GET /camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated",
          "GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics",
          "POST /camunda/api/cockpit/plugin/base/default/process-instance/count",
          "GET /camunda/api/tasklist/plugin/any/default/any",
          "GET /camunda/app/admin/default/",
          "GET /camunda/api/admin/auth/user/default",
          "POST /camunda/api/admin/auth/user/default",
          "GET /h2-console",
          "GET /actuator/env",
          "GET /error",
          "GET /application.yaml",
          "GET /upload.html",
          "POST /upload.html",
          "GET /no-such-page");

  /** {@code asked} is what is called, {@code written} what the policy would call it. */
  private record Knock(String method, String asked, String written) {}

  private record Caller(
      String name, String person, List<String> groups, Desk desk, WebSession webapp) {}

  private final int port;
  private final Map<String, Route> policy = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  RouteMatrix(int port) {
    this.port = port;
    for (Route route : Routes.read().all()) {
      for (String method : route.methods()) {
        if (!route.isOnesOwn()) {
          policy.put(key(method, route.path()), route);
        }
      }
    }
  }

  /**
   * @param one of how many routes is tried by each person, over one of the engine's APIs; 0 tries
   *     all over all
   * @return how many pairs of route and caller were tried
   */
  int compare(int one) {
    List<List<Knock>> routes = routes();
    callers().parallelStream().forEach(caller -> compare(caller, routes, one));
    assertThat(wrong).as("%d of %s", wrong.size(), counts).isEmpty();
    int pairs = counts.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf("Routes x callers: %d pairs, %s%n", pairs, counts);
    return pairs;
  }

  private void compare(Caller caller, List<List<Knock>> routes, int one) {
    Random random = new Random(caller.name().hashCode());
    for (List<Knock> copies : routes) {
      if (one == 0) {
        copies.forEach(knock -> compare(knock, caller, send(knock, caller)));
      } else if (random.nextInt(one) == 0) {
        Knock knock = copies.get(random.nextInt(copies.size()));
        compare(knock, caller, send(knock, caller));
      }
    }
  }

  private static HttpResponse<String> send(Knock knock, Caller caller) {
    boolean asks = knock.method().equals("POST") || knock.method().equals("PUT");
    byte[] body = asks ? "{}".getBytes(StandardCharsets.UTF_8) : new byte[0];
    String type = asks ? "application/json" : null;
    return knock.asked().startsWith("/camunda")
        ? caller.webapp().send(knock.method(), knock.asked(), type, body)
        : caller.desk().raw(knock.method(), knock.asked(), type, body);
  }

  private synchronized void compare(Knock knock, Caller caller, HttpResponse<String> answer) {
    Route route = policy.get(key(knock.method(), knock.written()));
    boolean open =
        route != null
            && (route.needsNoLogin() || (caller.person() != null && route.letsIn(caller.groups())));
    boolean refused = isRefused(answer);
    counts.merge(open ? "open" : "closed", 1, Integer::sum);
    if (open == refused || (!open && answer.statusCode() < 400)) {
      wrong.add(
          "%s by %s: written %s, answered %d %s"
              .formatted(
                  knock,
                  caller.name(),
                  open ? "open" : "closed",
                  answer.statusCode(),
                  answer.body().substring(0, Math.min(150, answer.body().length()))));
    }
  }

  private static boolean isRefused(HttpResponse<String> answer) {
    return (answer.statusCode() == 403 && answer.body().contains(":closed-route"))
        || (answer.statusCode() == 401 && answer.body().contains(":login-needed"));
  }

  private List<Caller> callers() {
    Desk admin = Desk.of(port, "admin");
    List<Caller> callers = new ArrayList<>();
    callers.add(
        new Caller("nobody", null, List.of(), Desk.withoutLogin(port), new WebSession(port)));
    callers.add(hired(admin, "extra", "person"));
    Stream.concat(
            Arrays.stream(Role.values()).map(Role::id), Stream.of("modeller", "administrator"))
        .forEach(group -> callers.add(hired(admin, group, group)));
    return callers;
  }

  /** Somebody in this one group. */
  private Caller hired(Desk admin, String name, String group) {
    String person = "only" + name.replace("-", "");
    int status =
        admin
            .post(
                ENGINE + "/user/create",
                Map.of(
                    "profile",
                    Map.of("id", person, "firstName", "Only", "lastName", name),
                    "credentials",
                    Map.of("password", person)))
            .status();
    assertThat(status).as("hiring %s", person).isEqualTo(204);
    if (group.equals("person")) {
      return loggedIn(name, person, List.of());
    }
    String id = group.equals("administrator") ? "camunda-admin" : group;
    assertThat(admin.put(ENGINE + "/group/%s/members/%s".formatted(id, person), Map.of()).status())
        .isEqualTo(204);
    return loggedIn(name, person, List.of(group));
  }

  private Caller loggedIn(String name, String person, List<String> groups) {
    return new Caller(
        name, person, groups, Desk.of(port, person), WebSession.loggedIn(port, person));
  }

  /** Each route with the ways in which it can be asked. */
  private List<List<Knock>> routes() {
    List<List<Knock>> routes = new ArrayList<>();
    for (OpenApi.Operation operation : OpenApi.operations()) {
      String method = operation.method();
      String path = operation.path();
      String written = ENGINE + path;
      routes.add(
          path.equals("/engine")
              ? List.of(knock(method, written, written))
              : List.of(
                  knock(method, written, written),
                  knock(method, ENGINE + "/engine/default" + path, written),
                  knock(method, WebSession.API + path, written)));
    }
    Stream.concat(operations(ourApi()).stream(), MORE.stream())
        .forEach(
            operation -> {
              String path = operation.split(" ")[1];
              String written = path.startsWith("/camunda/app/") ? "/camunda/app/**" : path;
              routes.add(List.of(knock(operation.split(" ")[0], path, written)));
            });
    return routes;
  }

  private static Knock knock(String method, String asked, String written) {
    return new Knock(method, asked.replaceAll("\\{[^}]+}", "none"), written);
  }

  private JsonNode ourApi() {
    return Desk.withoutLogin(port).get("/v3/api-docs").ok();
  }

  private static List<String> operations(JsonNode api) {
    List<String> operations = new ArrayList<>();
    api.path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> operations.add(method.toUpperCase() + " " + path.getKey())));
    return operations;
  }

  /** Two paths are the same, however their parameters are called. */
  private static String key(String method, String path) {
    return method + " " + path.replaceAll("\\{[^}]+}", "{}");
  }
}
