package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk;
import film.finalsay.support.TestFilm;
import film.finalsay.support.WebSession;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sends what no form and no script would send, by the seed of its number, over both of the engine's
 * APIs and ours: wrong types, nesting, sizes, characters, formats, queries. It is never the
 * server's fault, and it changes nothing.
 */
final class Malformed {

  private static final String ENGINE = "/engine-rest";
  private static final int AT_ONCE = 4;
  private static final int MOST_SHOWN = 20;

  /** Where something is written, with what is usually sent; # is where the nonsense goes. */
  private static final List<String> WRITES =
      List.of(
          "/process-definition/key/budget-change/start {\"variables\": #}",
          "/process-definition/key/budget-change/start {\"variables\": {\"film\": #}}",
          "/process-definition/key/budget-change/start {\"variables\": {\"film\": {\"value\": #}}}",
          "/process-definition/key/budget-change/start {\"variables\": {\"film\": {\"value\": \"FILM\","
              + " \"type\": #}}}",
          "/process-definition/key/budget-change/start {\"variables\": {\"film\": {\"value\": \"FILM\"},"
              + " \"kind\": {\"value\": \"TRANSFER\"}, \"amount\": {\"value\": #}}}",
          "/process-definition/key/budget-change/start {\"variables\": {\"film\": {\"value\": \"FILM\"},"
              + " \"x\": {\"value\": #, \"type\": #, \"valueInfo\": #}}}",
          "/process-definition/key/budget-change/start {\"businessKey\": #, \"caseInstanceId\": #,"
              + " \"withVariablesInReturn\": #}",
          "/process-definition/key/cost-variance/start {\"variables\": {\"film\": {\"value\": \"FILM\"},"
              + " \"account\": {\"value\": #}, \"explainedBy\": {\"value\": #}}}",
          "/process-definition/key/cost-overrun/start {\"variables\": {\"film\": {\"value\": \"FILM\"},"
              + " \"plan\": {\"value\": #}}}",
          "/process-definition/key/budget-change/submit-form {\"variables\": {#: #}}",
          "/process-definition/key/script-approval/start {\"variables\": {\"film\": {\"value\":"
              + " \"FILM\"}, \"document\": {\"value\": #, \"type\": \"File\", \"valueInfo\": #}}}",
          "/process-definition/key/greenlight/start {\"variables\": {\"film\": {\"value\": \"FILM\"},"
              + " \"budgetVersion\": {\"value\": #}, \"scheduleStart\": {\"value\": #, \"type\":"
              + " \"Date\"}}}",
          "/task/TASK/complete {\"variables\": #}",
          "/task/TASK/complete {\"variables\": {\"decision\": #}}",
          "/task/TASK/complete {\"variables\": {\"decision\": {\"value\": #}, \"comment\": {\"value\":"
              + " #}}}",
          "/task/TASK/complete {\"variables\": {\"decision\": {\"value\": #, \"type\": #}}}",
          "/task/TASK/submit-form {\"variables\": {\"decision\": {\"value\": {\"#\": #}}}}",
          "/task/TASK/claim {\"userId\": {\"#\": #}}",
          "/task/TASK/comment/create {\"message\": [#, #]}");

  private static final List<String> ADMINISTRATION =
      List.of(
          "/user/create {\"profile\": #}",
          "/user/create {\"profile\": {\"id\": [#]}, \"credentials\": #}",
          "/group/create {\"id\": [#], \"name\": #}",
          "/filter/create {\"resourceType\": #, \"name\": #, \"query\": #, \"properties\": #}",
          "/authorization/create {\"type\": #, \"permissions\": #, \"userId\": #, \"resourceType\": #}",
          "/deployment/create #",
          "/decision-definition/key/budget-change-authority/evaluate {\"variables\": #}",
          "/decision-definition/key/budget-change-authority/evaluate {\"variables\": {\"share\":"
              + " {\"value\": #, \"type\": #}}}");

  private static final List<String> QUERIES =
      List.of(
          "/task {\"#\": #, \"candidateGroups\": #}",
          "/task {\"nameLike\": #, \"createdBefore\": #, \"priority\": #, \"sorting\": #}",
          "/task {\"processVariables\": #, \"orQueries\": #}",
          "/task {\"processVariables\": [{\"name\": #, \"operator\": #, \"value\": #}]}",
          "/task/count {\"taskVariables\": [{\"name\": \"x\", \"operator\": \"gt\", \"value\": #}]}",
          "/process-instance {\"variables\": #, \"tenantIdIn\": #, \"sorting\": [#]}",
          "/history/task {\"startedAfter\": #, \"finished\": #, \"taskVariables\": #}",
          "/history/process-instance {\"startedAfter\": #, \"executedActivityIdIn\": #}",
          "/history/variable-instance {\"variableName\": #, \"variableValue\": #}",
          "/variable-instance {\"variableValues\": #, \"processInstanceIdIn\": #}",
          "/identity/password-policy {\"password\": #, \"profile\": #}");

  private static final List<String> READS =
      List.of(
          "/task",
          "/task/count",
          "/process-definition",
          "/process-instance",
          "/history/task",
          "/history/process-instance",
          "/history/variable-instance",
          "/history/detail",
          "/history/user-operation",
          "/variable-instance",
          "/filter",
          "/user",
          "/group",
          "/incident",
          "/history/activity-instance",
          "/task/TASK/variables",
          "/task/TASK/form-variables");

  private static final List<String> PARAMETERS =
      List.of(
          "maxResults",
          "firstResult",
          "sortBy",
          "sortOrder",
          "createdBefore",
          "dueAfter",
          "startedAfter",
          "processVariables",
          "taskVariables",
          "variables",
          "tenantIdIn",
          "priority",
          "candidateGroups",
          "processInstanceId",
          "active",
          "finished",
          "latest",
          "deserializeValues",
          "variableNames",
          "followUpBefore",
          "version",
          "nonsense",
          "timestamp",
          "occurredAfter");

  private static final List<String> OURS =
      List.of(
          "POST /api/films {\"id\": #, \"title\": #, \"currency\": #, \"shootingDays\": #}",
          "PUT /api/films/FILM/shooting {\"shootingDays\": {\"#\": #}, \"shootingDaysCompleted\": #}",
          "POST /api/films/FILM/team {\"person\": #, \"role\": #, \"from\": #}",
          "POST /api/films/FILM/budgets #",
          "POST /api/films/FILM/cost-reports?weekEnding=2026-01-03&reason=# #",
          "POST /api/films/FILM/cost-reports?weekEnding=# #",
          "GET /api/films/FILM/cost-reports",
          "POST /api/films/FILM/budgets/1/detail #",
          "GET /api/films/FILM/budgets/1/accounts/#/detail",
          "GET /api/films/FILM/budgets/#/differences/1",
          "POST /api/films/FILM/documents #",
          "GET /api/films/FILM/approvals",
          "GET /api/films/FILM/budgets/#",
          "GET /api/films/#",
          "GET /api/approvals/#");

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/octet-stream",
          "text/csv",
          "nonsense",
          "application/json;charset=utf-16",
          "application/json;charset=nonsense",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "application/hal+json",
          "multipart/form-data; boundary=x",
          "application/x-java-serialized-object",
          "*/*",
          ";;");

  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "[]",
          "7",
          "\"text\"",
          "{",
          "{}}",
          "{\"variables\"",
          "{\"variables\": {}, \"variables\": {}}",
          "\u0000",
          "\uFEFF{}",
          "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
          "--x\r\n\r\n--x--",
          "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a.bpmn\"\r\n\r\n<!DOCTYPE a"
              + " [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><definitions>&b;</definitions>\r\n--x--\r\n",
          "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a.bpmn\"\r\n\r\n<no",
          "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n\u0000\r\n--x--\r\n",
          "\u00AC\u00ED\u0000\u0005sr\u0000\u0011java.util.HashMap");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "7.5",
          "1e308",
          "1e999",
          "-1e999",
          "NaN",
          "Infinity",
          "99999999999999999999999999",
          "0.00000000000000000000000000000001",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"value\": null}",
          "{\"value\": {}}",
          "[{\"value\": []}]",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\udfff\\ud800\"",
          "\"\uD83C\uDFAC\"",
          "\"\u202E\u0300\"",
          "\"Integer\"",
          "\"Object\"",
          "\"Money\"",
          "\"Date\"",
          "\"Bytes\"",
          "\"File\"",
          "\"Xml\"",
          "\"Json\"",
          "\"Null\"",
          "\"2027-13-45\"",
          "\"2027-01-01T00:00:00.000+0000\"",
          "\"99999-01-01T00:00:00.000+0000\"",
          "\"${1/0}\"",
          "\"#{task}\"",
          "\"' or 1=1 --\"",
          "\"%\"",
          "\"rO0ABQ==\"",
          "\"not base 64!\"",
          "\"../../etc/passwd\"",
          "\"asc\"",
          "\"eq\"",
          "\"like\"",
          "{\"objectTypeName\": \"java.net.URL\", \"serializationDataFormat\": \"application/json\"}",
          "{\"objectTypeName\": \"java.util.HashMap\", \"serializationDataFormat\":"
              + " \"application/x-java-serialized-object\"}",
          "{\"filename\": \"a\\u0000b\", \"mimetype\": \"nonsense\", \"encoding\": \"nonsense\"}",
          "{\"filename\": 7}",
          "{\"transient\": \"yes\"}");

  private record Sent(
      boolean behindTheTasklist,
      String person,
      String method,
      String path,
      String type,
      byte[] body) {

    /** Whether a success would have changed something. */
    boolean changes() {
      boolean asks =
          QUERIES.stream().anyMatch(query -> path.startsWith(ENGINE + query.split(" ")[0] + "?"))
              || QUERIES.stream().anyMatch(query -> path.equals(ENGINE + query.split(" ")[0]))
              || path.contains("/evaluate");
      return !method.equals("GET") && !asks;
    }

    String inWords() {
      String text = new String(body, 0, Math.min(300, body.length), StandardCharsets.UTF_8);
      return "%s %s by %s as %s: %s".formatted(method, path, person, type, text);
    }
  }

  private final TestFilm film;
  private final String task;
  private final Map<String, WebSession> sessions;

  Malformed(int port) {
    film = TestFilm.create(port);
    Case change =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "8000.00"));
    task = change.task("userTask_decideBudgetChange");
    sessions =
        List.of("producer1", "admin").stream()
            .collect(
                Collectors.toMap(person -> person, person -> WebSession.loggedIn(port, person)));
  }

  /** Sends so many, and compares what there is before and after. */
  void send(int count) {
    Map<String, String> before = whatThereIs();
    List<String> faults = new ArrayList<>();
    Map<Integer, Integer> answers = new TreeMap<>();
    IntStream.range(0, AT_ONCE)
        .parallel()
        .forEach(
            part -> {
              for (int number = part; number < count; number += AT_ONCE) {
                Sent sent = sent(new Random(number));
                HttpResponse<String> answer = answer(sent);
                synchronized (answers) {
                  answers.merge(answer.statusCode(), 1, Integer::sum);
                  if (isAFault(sent, answer) && faults.size() < MOST_SHOWN) {
                    faults.add(
                        "%d. %s -> %d %s"
                            .formatted(number, sent.inWords(), answer.statusCode(), answer.body()));
                  }
                }
              }
            });
    System.out.printf("Malformed: %d sent, answered %s%n", count, answers);
    assertThat(faults).isEmpty();
    assertThat(whatThereIs()).isEqualTo(before);
    assertThat(answers.keySet()).as("most of it is refused").contains(400, 415);
  }

  /** Every refusal is in words. */
  private static boolean isAFault(Sent sent, HttpResponse<String> answer) {
    boolean inWords =
        answer.headers().firstValue("Content-Type").orElse("").contains("problem+json");
    boolean refused = answer.statusCode() >= 400;
    boolean loggedOut = answer.statusCode() == 401;
    boolean done = sent.changes() && answer.statusCode() < 300;
    return answer.statusCode() >= 500 || done || loggedOut || (refused && !inWords);
  }

  private Map<String, String> whatThereIs() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("film", Standing.of(film).toString());
    Desk admin = film.desk("admin");
    for (String what :
        List.of(
            "user", "group", "filter", "authorization", "deployment", "process-instance", "task")) {
      facts.put(what, admin.get(ENGINE + "/%s/count".formatted(what)).ok().toString());
    }
    facts.put("comments", admin.get(ENGINE + "/task/%s/comment".formatted(task)).ok().toString());
    facts.put("films", admin.get("/api/films?size=200").ok().toString());
    return facts;
  }

  private HttpResponse<String> answer(Sent sent) {
    return sent.behindTheTasklist()
        ? sessions
            .get(sent.person())
            .send(
                sent.method(),
                sent.path().replaceFirst("^" + ENGINE, WebSession.API),
                sent.type(),
                sent.body())
        : film.desk(sent.person()).raw(sent.method(), sent.path(), sent.type(), sent.body());
  }

  private Sent sent(Random random) {
    boolean behind = random.nextInt(3) == 0;
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> written(random, behind, "producer1", pick(random, WRITES));
      case 4 -> written(random, behind, "admin", pick(random, ADMINISTRATION));
      case 5, 6 -> written(random, behind, "producer1", pick(random, QUERIES));
      case 7, 8 ->
          new Sent(
              behind,
              "producer1",
              "GET",
              ENGINE + placed(pick(random, READS)) + "?" + query(random),
              null,
              new byte[0]);
      default -> ours(random);
    };
  }

  private Sent written(Random random, boolean behind, String person, String target) {
    int gap = target.indexOf(' ');
    String body = random.nextInt(6) == 0 ? pick(random, BODIES) : target.substring(gap + 1);
    boolean deployment = target.startsWith("/deployment");
    String usual = deployment ? "multipart/form-data; boundary=x" : "application/json";
    String type = random.nextInt(10) == 0 ? pick(random, TYPES) : usual;
    if (deployment) {
      body = pick(random, BODIES);
    }
    String path = ENGINE + placed(target.substring(0, gap));
    if (random.nextInt(20) == 0) {
      path += "?" + query(random);
    }
    return new Sent(behind, person, "POST", path, type, filled(random, body));
  }

  private Sent ours(Random random) {
    String[] target = pick(random, OURS).split(" ", 3);
    String path = placed(target[1]).replace("#", Desk.encoded(text(random)));
    byte[] body = target.length == 3 ? filled(random, target[2]) : new byte[0];
    String type = random.nextInt(4) == 0 ? pick(random, TYPES) : "application/json";
    boolean csv =
        path.endsWith("/budgets") || path.endsWith("/1/detail") || path.contains("/cost-reports?");
    if (csv && random.nextBoolean()) {
      type = "text/csv";
    }
    if (path.endsWith("/documents")) {
      type = "multipart/form-data; boundary=y";
    }
    if (target[0].equals("GET")) {
      path += "?page=%s&size=%s".formatted(parameter(random), parameter(random));
    }
    return new Sent(false, "producer1", target[0], path, body.length == 0 ? null : type, body);
  }

  private String placed(String path) {
    return path.replace("TASK", task).replace("FILM", film.id());
  }

  /** Every # becomes another piece of nonsense; now and then there is far too much of it. */
  private byte[] filled(Random random, String template) {
    StringBuilder body = new StringBuilder();
    for (char one : template.replace("FILM", film.id()).toCharArray()) {
      if (one == '#') {
        body.append(value(random));
      } else {
        body.append(one);
      }
    }
    return body.toString().replace("\"\"", "\"").getBytes(StandardCharsets.UTF_8);
  }

  private static String value(Random random) {
    return switch (random.nextInt(400)) {
      case 0 -> "\"" + "x".repeat(10 * 1024 * 1024) + "\"";
      case 1, 2, 3 -> "[".repeat(2000) + "]".repeat(2000);
      case 4, 5, 6 -> "{\"a\":".repeat(500) + "1" + "}".repeat(500);
      case 7, 8 -> "9".repeat(5000);
      case 9, 10 -> "\"" + "\u00e9".repeat(5000) + "\"";
      default -> pick(random, VALUES);
    };
  }

  private static String query(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(number -> pick(random, PARAMETERS) + "=" + parameter(random))
        .collect(Collectors.joining("&"));
  }

  private static String parameter(Random random) {
    return random.nextInt(5) == 0
        ? pick(
            random,
            List.of(
                "x_eq_1",
                "x_gt_nonsense",
                "_eq_",
                "x_like_%25",
                "x_eq",
                "x_nonsense_1",
                "%00",
                "%C0%80",
                "2147483648",
                "2147483647",
                ",,,",
                "",
                "asc",
                "created",
                "dueDate"))
        : Desk.encoded(text(random));
  }

  private static String text(Random random) {
    String value = pick(random, VALUES);
    return value.replaceAll("[\"\\\\{}]", "");
  }

  private static <T> T pick(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
