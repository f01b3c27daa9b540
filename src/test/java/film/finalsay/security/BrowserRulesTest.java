package film.finalsay.security;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.WebSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser may be made to do here, and what it is told about every answer. */
@FinalSayTest
class BrowserRulesTest {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String SETUP = "/camunda/api/admin/setup/default/user/create";

  private final HttpClient browser = HttpClient.newHttpClient();
  private final IdentityService identity;

  @LocalServerPort int port;

  BrowserRulesTest(IdentityService identity) {
    this.identity = identity;
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "/api/films, Sec-Fetch-Site, cross-site",
    "/api/films, Sec-Fetch-Site, same-site",
    "/api/films, Sec-Fetch-Site, anything",
    "/api/films, Origin, https://evil.example",
    "/api/films, Origin, http://localhost",
    "/api/films, Origin, null",
    "/api/films, Origin, file://",
    "/api/films, Origin, nonsense at all",
    "/engine-rest/task/count, Sec-Fetch-Site, cross-site",
    "/engine-rest/task/count, Origin, https://evil.example",
    "/camunda/api/engine/engine/default/task/create, Sec-Fetch-Site, cross-site",
    "/camunda/api/engine/engine/default/task/create, Origin, https://evil.example",
    "/camunda/api/admin/auth/user/default/login/tasklist, Sec-Fetch-Site, cross-site",
    "/upload.html, Sec-Fetch-Site, cross-site"
  })
  void whatAnotherSiteAsksForIsRefused(String path, String header, String value) {
    HttpResponse<String> answer = send(post(path, "{}").header(header, value));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(WebSession.json(answer).path("detail").asText()).contains("another site");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void whatAnotherSiteAsksForChangesNothing() {
    String film = "{\"id\": \"FORGED\", \"title\": \"Forged\", \"currency\": \"USD\"}";

    send(post("/api/films", film).header("Sec-Fetch-Site", "cross-site"));
    assertThat(Desk.of(port, "admin").get("/api/films/FORGED").status()).isEqualTo(404);

    assertThat(send(post("/api/films", film).header("Sec-Fetch-Site", "same-origin")).statusCode())
        .isEqualTo(201);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "/api/films, Sec-Fetch-Site, same-origin",
    "/api/films, Sec-Fetch-Site, none",
    "/api/films, Origin, own",
    "/api/films, User-Agent, curl",
    "/engine-rest/task/count, Origin, own",
    "/engine-rest/task/count, Origin, file://",
    "/engine-rest/task/count, User-Agent, curl"
  })
  void whatOurOwnPagesScriptsAndTheModelerAskForIsNotKeptFromThem(
      String path, String header, String value) {
    String sent = value.equals("own") ? "http://localhost:" + port : value;

    HttpResponse<String> answer = send(post(path, "{}").header(header, sent));

    assertThat(answer.body()).doesNotContain("another site");
    assertThat(answer.statusCode()).isIn(200, 204, 400);
  }

  @Test
  void readingMayComeFromALinkAnywhere() {
    assertThat(
            send(request("/api/films").header("Sec-Fetch-Site", "cross-site").GET()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void noOtherSiteIsEverAllowedIn() {
    HttpResponse<String> answer =
        send(
            request("/engine-rest/task")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase().startsWith("access-control-"));
  }

  @ParameterizedTest(name = "{0} answers {1}")
  @CsvSource({
    "/api/films, 200",
    "/api/no-such-thing, 403",
    "/engine-rest/task?maxResults=1, 200",
    "/engine-rest/no-such-thing, 403",
    "/camunda/api/engine/engine/default/task, 401",
    "/camunda/app/tasklist/default/, 200",
    "/camunda/app/admin/default/setup/, 401",
    "/upload.html, 200",
    "/swagger-ui/index.html, 200",
    "/v3/api-docs, 200",
    "/no-such-page, 403",
    "/%2e%2e/etc, 400"
  })
  void everyAnswerSaysHowItMayBeUsed(String path, int status) {
    HttpResponse<String> answer = send(request(path).GET());

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status != 400) {
      assertHeader(answer, "X-Content-Type-Options", "nosniff");
      assertHeader(answer, "X-Frame-Options", "DENY");
      assertHeader(answer, "Referrer-Policy", "same-origin");
      assertThat(answer.headers().allValues("Content-Security-Policy"))
          .singleElement()
          .asString()
          .contains("frame-ancestors 'none'");
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .as("over plain HTTP")
          .isEmpty();
    }
    if (SecurityHeadersFilter.isApi(path)) {
      assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }
  }

  @Test
  void withoutALoginTheHeadersAreThereToo() {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/films")).GET());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertHeader(answer, "X-Content-Type-Options", "nosniff");
    assertHeader(answer, "Cache-Control", "no-store");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void aLoginGetsASessionOfItsOwn() {
    WebSession forged = new WebSession(port);
    forged.get(TASKLIST);
    String before = forged.cookie("JSESSIONID");

    assertThat(forged.login("producer1", "producer1").statusCode()).isEqualTo(200);

    String after = forged.cookie("JSESSIONID");
    assertThat(after).isNotEqualTo(before);
    WebSession thief = new WebSession(port);
    thief.keepCookie("JSESSIONID", before);
    assertThat(thief.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
    HttpResponse<String> tasks = forged.get("/camunda/api/engine/engine/default/task");
    assertThat(tasks.statusCode()).isEqualTo(200);
    assertThat(tasks.headers().allValues("Cache-Control")).containsExactly("no-store");
  }

  @Test
  void nobodyMakesThemselvesAdministratorEvenWhereThereIsNone() {
    identity.deleteMembership("admin", "camunda-admin");
    try {
      WebSession visitor = new WebSession(port);
      visitor.get(TASKLIST);
      Map<String, Object> first =
          Map.of("profile", Map.of("id", "mallory"), "credentials", Map.of("password", "mallory"));

      assertThat(visitor.get("/camunda/app/admin/default/setup/").statusCode()).isEqualTo(401);
      assertThat(visitor.postJson(SETUP, first).statusCode()).isEqualTo(401);
      assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
    } finally {
      identity.createMembership("admin", "camunda-admin");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/h2-console", "/h2-console/", "/h2-console/login.do"})
  void theDatabasesOwnConsoleIsNotThere(String path) {
    assertThat(send(request(path).GET()).statusCode()).isIn(403, 404);
  }

  private static void assertHeader(HttpResponse<String> answer, String name, String value) {
    assertThat(answer.headers().allValues(name)).as(name).containsExactly(value);
  }

  private HttpRequest.Builder post(String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  /** As a browser that has kept the administrator's login. */
  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
