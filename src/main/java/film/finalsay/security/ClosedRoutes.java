package film.finalsay.security;

import film.finalsay.engine.login.TryLaterException;
import film.finalsay.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Says in words what the policy does not open. */
@Component
class ClosedRoutes implements AccessDeniedHandler {

  private static final String CHALLENGE = "Basic realm=\"Final Say\", charset=\"UTF-8\"";

  private final RoutePolicy policy;
  private final Problems problems;

  ClosedRoutes(RoutePolicy policy, Problems problems) {
    this.policy = policy;
    this.problems = problems;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    Set<String> others = policy.whoMay(request);
    problems.writeClosedRoute(
        others.isEmpty()
            ? "Nobody may do this. A request starts at its beginning, and a task is answered by completing it."
            : "You may not do this here; it is for: %s.".formatted(String.join(", ", others)),
        response);
  }

  /** Where whoever has not logged in is asked for a name and a password. */
  AuthenticationEntryPoint askingForBasic() {
    return (request, response, notLoggedIn) -> {
      if (notLoggedIn instanceof TryLaterException later) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(later.seconds()));
        problems.writeTryLater(later.getMessage(), response);
        return;
      }
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
      problems.writeLoginNeeded(response);
    };
  }

  /** Where the page has its own login, which a browser's prompt would hide. */
  AuthenticationEntryPoint silent() {
    return (request, response, notLoggedIn) -> problems.writeLoginNeeded(response);
  }

  /** Where there is no login. */
  AuthenticationEntryPoint closed() {
    return (request, response, notLoggedIn) ->
        problems.writeClosedRoute("There is nothing open here.", response);
  }
}
