package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.unmoved;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import film.finalsay.support.WebSession;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the doors do beside letting people in, over both of the engine's APIs. */
@FinalSayTest
class RoutesJourneyTest {

  private static final String DECIDE = "userTask_decideBudgetChange";

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest", WebSession.API})
  void whoHasATaskInHandGivesItBackAndNobodyElseTakesItFromThem(String api) {
    TestFilm film = TestFilm.create(port);
    String task = asked(film).task(DECIDE);
    String unclaim = api + "/task/%s/unclaim".formatted(task);

    assertThat(
            send("producer1", api + "/task/%s/claim".formatted(task), "{\"userId\":\"producer1\"}"))
        .isEqualTo(204);
    assertThat(send("coexec1", unclaim, "")).isEqualTo(403);
    assertThat(assigneeOf(film, task)).isEqualTo("producer1");
    assertThat(send("producer1", unclaim, "")).isEqualTo(204);
    assertThat(assigneeOf(film, task)).isEqualTo("null");
    assertThat(send("producer1", unclaim, "")).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest", WebSession.API})
  void aTaskThatIsOverIsAConflictAndOneOfAnotherFilmIsNone(String api) {
    TestFilm film = TestFilm.without(port, "producer2");
    String over = asked(film).task(DECIDE);
    String open = asked(film).task(DECIDE);
    film.desk("producer1").complete(over, Map.of("decision", "APPROVE")).ok();

    for (String way : new String[] {"complete", "submit-form", "claim"}) {
      String body = way.equals("claim") ? "{\"userId\":\"producer2\"}" : "{\"variables\":{}}";
      String path = api + "/task/%s/" + way;
      assertThat(send("producer1", path.formatted(over), body)).as(way).isEqualTo(409);
      assertThat(send("producer2", path.formatted(over), body)).as(way).isEqualTo(404);
      assertThat(send("producer2", path.formatted(open), body)).as(way).isEqualTo(404);
      assertThat(send("producer1", path.formatted("no-such"), body)).as(way).isEqualTo(404);
    }
    assertThat(assigneeOf(film, open)).isEqualTo("null");
  }

  @ParameterizedTest
  @CsvSource({
    "start, startInstructions, []",
    "start, startInstructions, null",
    "submit-form, startInstructions, []",
    "start, skipCustomListeners, true",
    "start, skipCustomListeners, false",
    "submit-form, skipIoMappings, true",
    "start, SkipIoMappings, 1"
  })
  void aRequestStartsAtItsBeginningWithAllItsListeners(String way, String field, String value) {
    TestFilm film = TestFilm.create(port);
    String path = "/engine-rest/process-definition/key/budget-change/" + way;
    String body =
        """
        {"variables": {"film": {"value": "%s"}}, "%s": %s}"""
            .formatted(film.id(), field, value);

    Answer answer = refused(film, 400, () -> film.desk("line1").postJson(path, body));

    assertThat(answer.field()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
  void aHeaderMakesNoOtherRequestOfIt(String header) throws Exception {
    TestFilm film = TestFilm.create(port);
    String task = asked(film).task(DECIDE);
    String login =
        Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:%d/engine-rest/task/%s".formatted(port, task)))
            .header("Authorization", "Basic " + login)
            .header(header, "DELETE")
            .header("Content-Type", "application/json")
            .GET()
            .build();

    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(assigneeOf(film, task)).isEqualTo("null");
  }

  @Test
  void aBrowserIsAskedForAPasswordByTheApisAndNotBehindTheTasklist() throws Exception {
    for (String path : new String[] {"/engine-rest/task", "/api/films"}) {
      assertThat(challenge(path)).as(path).startsWith("Basic");
    }
    assertThat(challenge(WebSession.API + "/task")).isEmpty();
  }

  @Test
  void aNoteOnATaskIsForThatTaskAlone() {
    TestFilm film = TestFilm.create(port);
    TestFilm other = TestFilm.create(port);
    String task = asked(film).task(DECIDE);
    String process =
        other
            .desk("admin")
            .get("/engine-rest/task/" + asked(other).task(DECIDE))
            .ok()
            .path("processInstanceId")
            .asText();
    String path = "/engine-rest/task/%s/comment/create".formatted(task);

    film.desk("producer1").post(path, Map.of("message", "Seen.")).ok();
    Answer answer =
        refused(
            other,
            400,
            () ->
                film.desk("producer1")
                    .post(path, Map.of("message", "Forged.", "processInstanceId", process)));

    assertThat(answer.field()).isEqualTo("processInstanceId");
    assertThat(
            other
                .desk("admin")
                .get("/engine-rest/process-instance/%s/comment".formatted(process))
                .ok())
        .isEmpty();
  }

  @Test
  void onesOwnNameIsOnesOwnToChange() {
    String path = "/engine-rest/user/director1/profile";
    Map<String, String> name = Map.of("id", "director1", "firstName", "Dana", "lastName", "Reyes");

    assertThat(Desk.of(port, "director1").put(path, name).status()).isEqualTo(204);
    Answer answer = Desk.of(port, "exec1").put(path, Map.of("id", "director1", "lastName", "X"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("type")).endsWith(":closed-route");
    assertThat(Desk.of(port, "exec1").get(path).text("lastName")).isEqualTo("Reyes");
  }

  @Test
  void nobodyDeletesADeploymentNotEvenAnAdministrator() {
    TestFilm film = TestFilm.create(port);
    Desk admin = film.desk("admin");
    String deployment = admin.get("/engine-rest/deployment").ok().path(0).path("id").asText();

    Answer answer =
        unmoved(
            film,
            () -> admin.delete("/engine-rest/deployment/%s?cascade=true".formatted(deployment)));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(admin.get("/engine-rest/deployment/" + deployment).status()).isEqualTo(200);
  }

  private static Case asked(TestFilm film) {
    return Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "8000.00"));
  }

  private int send(String person, String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String type = json.isEmpty() ? null : "application/json";
    return path.startsWith("/camunda")
        ? WebSession.loggedIn(port, person).send("POST", path, type, body).statusCode()
        : Desk.of(port, person).raw("POST", path, type, body).statusCode();
  }

  private static String assigneeOf(TestFilm film, String task) {
    return film.desk("admin").get("/engine-rest/task/" + task).ok().path("assignee").asText();
  }

  private String challenge(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method("GET", BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    return answer.headers().firstValue("WWW-Authenticate").orElse("");
  }
}
