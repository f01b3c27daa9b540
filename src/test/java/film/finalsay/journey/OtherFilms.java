package film.finalsay.journey;

import static film.finalsay.journey.Requests.increase;
import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.security.Route;
import film.finalsay.security.Routes;
import film.finalsay.support.Desk;
import film.finalsay.support.TestFilm;
import film.finalsay.support.WebSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Walks every route of the engine that the policy opens to a film's team for reading, over both
 * APIs: with everything a film has there, as one of its team and as a producer of other films.
 */
final class OtherFilms {

  private static final String ENGINE = "/engine-rest";
  private static final String INSIDER = "producer1";
  private static final String OUTSIDER = "producer2";

  /** What is the same for all films: models, people, lists. */
  private static final List<String> SHARED =
      List.of(
          "/process-definition",
          "/deployment",
          "/user",
          "/identity",
          "/group",
          "/engine",
          "/version",
          "/authorization",
          "/filter");

  /** Without these the outsider's empty hands would prove nothing. */
  private static final List<String> READ_BY_THE_TEAM =
      List.of(
          "/task/{id}",
          "/task/{id}/comment",
          "/task/{id}/form-variables",
          "/task/{id}/deployed-form",
          "/task/{id}/identity-links",
          "/task/{id}/variables",
          "/process-instance/{id}",
          "/process-instance/{id}/variables",
          "/process-instance/{id}/activity-instances",
          "/variable-instance/{id}",
          "/history/process-instance/{id}",
          "/history/activity-instance/{id}",
          "/task",
          "/history/task",
          "/history/user-operation",
          "/history/identity-link-log");

  private final int port;
  private final TestFilm film;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, String> seenInside = new TreeMap<>();
  private int walked;

  OtherFilms(int port) {
    this.port = port;
    film = TestFilm.without(port, OUTSIDER);
  }

  /**
   * @return how many readings were tried as an outsider
   */
  int walk() {
    Case open =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "8000.00"));
    Case.started(film, "line1", "budget-change", increase(film, "4500", "50000.00"))
        .answered("exec1", "userTask_decideBudgetChange", "REJECT", "No.");
    collectIds(open);

    WebSession outside = WebSession.loggedIn(port, OUTSIDER);
    WebSession inside = WebSession.loggedIn(port, INSIDER);
    for (Route route : Routes.read().all()) {
      String path = route.path();
      boolean reads = route.methods().contains("GET") && path.startsWith(ENGINE + "/");
      boolean shared = SHARED.stream().anyMatch(what -> path.startsWith(ENGINE + what));
      if (reads && !shared && route.letsIn(List.of("producer"))) {
        for (String asked : asked(path)) {
          String behindTheTasklist = WebSession.API + asked.substring(ENGINE.length());
          checkOutside(asked, Desk.of(port, OUTSIDER).raw("GET", asked, null, new byte[0]));
          checkOutside(
              behindTheTasklist, outside.send("GET", behindTheTasklist, null, new byte[0]));
          checkInside(path, inside.send("GET", behindTheTasklist, null, new byte[0]));
        }
      }
    }
    assertThat(wrong).isEmpty();
    for (String path : READ_BY_THE_TEAM) {
      assertThat(seenInside).as("the team itself reads").containsEntry(ENGINE + path, "something");
    }
    return walked;
  }

  private void collectIds(Case open) {
    String task = open.task("userTask_decideBudgetChange");
    ids.put("/task/", task);
    film.desk(INSIDER)
        .post(ENGINE + "/task/%s/comment/create".formatted(task), Map.of("message", secret()))
        .ok();
    film.desk(INSIDER).post(ENGINE + "/task/%s/claim".formatted(task), Map.of("userId", INSIDER));
    Desk admin = film.desk("admin");
    String process = admin.get(ENGINE + "/task/" + task).ok().path("processInstanceId").asText();
    ids.put("/process-instance/", process);
    String of = "?processInstanceId=" + process;
    ids.put(
        "/variable-instance/", first(admin, "/variable-instance?processInstanceIdIn=" + process));
    ids.put("/history/activity-instance/", first(admin, "/history/activity-instance" + of));
    ids.put("/history/process-instance/", process);
  }

  private static String first(Desk admin, String list) {
    String id = admin.get(ENGINE + list).ok().path(0).path("id").asText();
    assertThat(id).as(list).isNotEmpty();
    return id;
  }

  /** The path with an id of this film in it; a list both whole and narrowed to this film. */
  private List<String> asked(String path) {
    if (!path.contains("{")) {
      String narrowed =
          path.contains("/user-operation")
              ? "?processInstanceId=" + ids.get("/process-instance/")
              : "?tenantIdIn=" + film.id();
      return List.of(path, path + narrowed);
    }
    return ids.entrySet().stream()
        .filter(id -> path.startsWith(ENGINE + id.getKey() + "{"))
        .map(
            id -> path.replaceFirst("\\{[^}]+}", id.getValue()).replaceFirst("\\{[^}]+}", "amount"))
        .toList();
  }

  /** Nothing by id, and in a list nothing of this film; a count counts nothing of it. */
  private void checkOutside(String asked, HttpResponse<String> answer) {
    walked++;
    boolean list = asked.contains("?") || ids.values().stream().noneMatch(asked::contains);
    boolean shows = answer.body().contains(film.id()) || answer.body().contains(secret());
    boolean counts = asked.contains("/count?") && json(answer.body()).path("count").asInt() > 0;
    boolean found = !list && answer.statusCode() < 400 && !answer.body().equals("[]");
    if ((shows && answer.statusCode() < 400) || counts || found || answer.statusCode() >= 500) {
      wrong.add(asked + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private void checkInside(String path, HttpResponse<String> answer) {
    if (answer.statusCode() == 200 && !answer.body().equals("[]")) {
      seenInside.put(path, "something");
    } else if (answer.statusCode() >= 500) {
      wrong.add("inside " + path + ": " + answer.body());
    } else {
      seenInside.putIfAbsent(path, answer.statusCode() + " " + answer.body());
    }
  }

  private String secret() {
    return "Noted on " + film.id();
  }

  private static JsonNode json(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
