package film.finalsay.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * What a browser does for the Tasklist, without the browser: it keeps cookies, each host's apart,
 * sends the token against forged requests with what changes something, and follows no redirect
 * unless told to.
 */
public final class WebSession {

  /** The engine's API behind the web applications. */
  public static final String API = "/camunda/api/engine/engine/default";

  public static final String LOGIN_FORM = "/camunda/api/admin/auth/user/default/login/tasklist";

  private static final String WELCOME = "/camunda/app/welcome/default/";
  private static final String WELCOME_FORM = "/camunda/api/admin/auth/user/default/login/welcome";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private static final int MOST_REDIRECTS = 10;

  private final URI base;
  private final String address;
  private final Map<String, Map<String, String>> cookies = new ConcurrentHashMap<>();

  public WebSession(int port) {
    this(port, null);
  }

  /**
   * @param address whence the browser calls, as a proxy in front of the product tells it
   */
  public WebSession(int port, String address) {
    this.address = address;
    this.base = URI.create("http://localhost:" + port);
  }

  /** Somebody whose password is the id, at the door where also those get in who see no app. */
  public static WebSession loggedIn(int port, String person) {
    WebSession session = new WebSession(port);
    session.get(WELCOME);
    HttpResponse<String> answer =
        session.postForm(WELCOME_FORM, Map.of("username", person, "password", person));
    if (answer.statusCode() != 200) {
      throw new AssertionError(person + " could not log in: " + answer.body());
    }
    // the login begins a new session; its token against forged requests comes with the next page
    session.get(WELCOME);
    return session;
  }

  public HttpResponse<String> get(String path) {
    return get(base.resolve(path));
  }

  public HttpResponse<String> get(URI uri) {
    return send(HttpRequest.newBuilder(uri).header("Accept", "text/html, */*").GET());
  }

  /** Goes where redirects lead and answers with the last page. */
  public HttpResponse<String> follow(HttpResponse<String> answer) {
    HttpResponse<String> page = answer;
    for (int i = 0; i < MOST_REDIRECTS && page.statusCode() / 100 == 3; i++) {
      page = get(target(page));
    }
    return page;
  }

  /** Where a redirect leads. */
  public static URI target(HttpResponse<String> redirect) {
    return redirect.uri().resolve(redirect.headers().firstValue("Location").orElseThrow());
  }

  public HttpResponse<String> postJson(String path, Object body) {
    try {
      return post(base.resolve(path), "application/json", JSON.writeValueAsString(body));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public HttpResponse<String> postForm(String path, Map<String, String> fields) {
    return postForm(base.resolve(path), fields);
  }

  public HttpResponse<String> postForm(URI uri, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> Desk.encoded(field.getKey()) + "=" + Desk.encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return post(uri, "application/x-www-form-urlencoded", form);
  }

  /** Opens the Tasklist and fills in its login form. */
  public HttpResponse<String> login(String person, String password) {
    get("/camunda/app/tasklist/default/");
    return postForm(LOGIN_FORM, Map.of("username", person, "password", password));
  }

  /** The value of a cookie of the product's; null if there is none. */
  public String cookie(String name) {
    return cookies.getOrDefault(base.getAuthority(), Map.of()).get(name);
  }

  public void keepCookie(String name, String value) {
    cookies
        .computeIfAbsent(base.getAuthority(), host -> new ConcurrentSkipListMap<>())
        .put(name, value);
  }

  public static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException notJson) {
      throw new AssertionError("no JSON: " + answer.body(), notJson);
    }
  }

  /** Any method, with a body of JSON, as the Tasklist would send it; and what came back, read. */
  public Desk.Answer call(String method, String path, Object body) {
    return call(method, path, "application/json", body);
  }

  /** A query of the Tasklist's, which asks for all that its cards show in one answer. */
  public Desk.Answer query(String path, Object body) {
    return call("POST", path, "application/hal+json, application/json; q=0.5", body);
  }

  /**
   * Any method and body, as a script on one of the pages would send it.
   *
   * @param type of the body; null if it is not told
   */
  public HttpResponse<String> send(String method, String path, String type, byte[] body) {
    HttpRequest.Builder request =
        withToken(HttpRequest.newBuilder(base.resolve(path)))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    return send(request);
  }

  private Desk.Answer call(String method, String path, String accept, Object body) {
    try {
      HttpRequest.Builder request =
          withToken(HttpRequest.newBuilder(base.resolve(path)))
              .header("Content-Type", "application/json")
              .header("Accept", accept)
              .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
      HttpResponse<String> answer = send(request);
      return new Desk.Answer(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          Desk.json(answer.body()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private HttpResponse<String> post(URI uri, String type, String body) {
    return send(
        withToken(HttpRequest.newBuilder(uri))
            .header("Content-Type", type)
            .header("Accept", "application/json, text/html, */*")
            .header("Origin", uri.getScheme() + "://" + uri.getAuthority())
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  private HttpRequest.Builder withToken(HttpRequest.Builder request) {
    String token = cookie("XSRF-TOKEN");
    return token == null ? request : request.header("X-XSRF-TOKEN", token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    String host = request.copy().build().uri().getAuthority();
    Map<String, String> jar = cookies.computeIfAbsent(host, any -> new ConcurrentSkipListMap<>());
    if (address != null) {
      request.header("X-Forwarded-For", address);
    }
    if (!jar.isEmpty()) {
      request.header(
          "Cookie",
          jar.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      for (String header : answer.headers().allValues("Set-Cookie")) {
        String cookie = header.split(";", 2)[0];
        jar.put(
            cookie.substring(0, cookie.indexOf('=')), cookie.substring(cookie.indexOf('=') + 1));
      }
      return answer;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
