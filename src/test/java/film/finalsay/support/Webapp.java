package film.finalsay.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** One person's session with the engine's web applications, as a browser keeps it. */
public final class Webapp {

  /** The engine's API behind them. */
  public static final String API = "/camunda/api/engine/engine/default";

  private static final String TOKEN = "XSRF-TOKEN";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String base;

  private Webapp(int port) {
    base = "http://localhost:" + port;
  }

  /** A browser in which nobody has logged in. */
  public static Webapp withoutLogin(int port) {
    return new Webapp(port);
  }

  /** Logs in somebody whose password is the id. */
  public static Webapp login(int port, String person) {
    Webapp webapp = new Webapp(port);
    webapp.send("GET", "/camunda/app/welcome/default/", null, new byte[0]);
    String form = "username=%s&password=%s".formatted(person, person);
    HttpResponse<String> answer =
        webapp.send(
            "POST",
            "/camunda/api/admin/auth/user/default/login/welcome",
            "application/x-www-form-urlencoded",
            form.getBytes(StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new AssertionError(person + " could not log in: " + answer.body());
    }
    // the session is a new one now; its token against forged requests comes with the next page
    webapp.send("GET", "/camunda/app/welcome/default/", null, new byte[0]);
    return webapp;
  }

  public HttpResponse<String> send(String method, String path, String contentType, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(TOKEN))
        .forEach(token -> request.setHeader("X-" + TOKEN, token.getValue()));
    try {
      return browser.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
