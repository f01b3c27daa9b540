package film.finalsay.engine.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Stands in front of both REST APIs of the engine. It turns away what is no request at all, and
 * lets every error be answered as what it is, with its reason, instead of a 500: over HTTP to a
 * script, and in the Tasklist to a person.
 */
@Component
class RefusalFilter extends OncePerRequestFilter {

  private static final Pattern WORK =
      Pattern.compile("/engine-rest/task/([^/]+)/(?:complete|submit-form|claim|unclaim)/?");
  private static final String UNREADABLE =
      "A value that was sent is of a kind that does not fit there; see the API's documentation.";
  private static final String FAULT =
      "This is the server's fault, and was logged. Nothing has changed.";

  /** An answer that is held back until it is known if it is an error, to be put into words. */
  private static final class Held extends ContentCachingResponseWrapper {

    Held(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void sendError(int status) {
      setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
      setStatus(status);
    }
  }

  private final Problems problems;
  private final FinishedTasks finished;
  private final ObjectMapper json;

  RefusalFilter(Problems problems, FinishedTasks finished, ObjectMapper json) {
    this.problems = problems;
    this.finished = finished;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !EngineRoutes.isEngineApi(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Held answer = new Held(response);
    try {
      chain.doFilter(EngineInput.checked(request), answer);
    } catch (BusinessRuleException refusal) {
      problems.write(refusal, response);
      return;
    }
    if (answer.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
      answer.copyBodyToResponse();
    } else {
      Optional<BusinessRuleException> refusal = refusal(request);
      if (refusal.isPresent()) {
        problems.write(refusal.get(), response);
      } else {
        writeEnginesOwn(answer, status(request, answer), response);
      }
    }
  }

  private Optional<BusinessRuleException> refusal(HttpServletRequest request) {
    BusinessRuleException noted =
        (BusinessRuleException) request.getAttribute(RefusalInterceptor.REFUSAL);
    if (noted != null && noted.kind() != BusinessRuleException.Kind.NOT_FOUND) {
      return Optional.of(noted);
    }
    Matcher work = WORK.matcher(EngineRoutes.route(request));
    BusinessRuleException over =
        work.matches()
            ? finished.refusal(
                work.group(1), SecurityContextHolder.getContext().getAuthentication())
            : null;
    return Optional.ofNullable(over == null ? noted : over);
  }

  /**
   * What the engine stumbled over before it did anything, it could not read: it turns values into
   * its own first, and calls it its fault if they cannot be.
   */
  private static HttpStatus status(HttpServletRequest request, Held answer) {
    HttpStatus status =
        Optional.ofNullable(HttpStatus.resolve(answer.getStatus()))
            .orElse(HttpStatus.INTERNAL_SERVER_ERROR);
    boolean unread = request.getAttribute(RefusalInterceptor.FAULT) == null;
    return status == HttpStatus.INTERNAL_SERVER_ERROR && unread ? HttpStatus.BAD_REQUEST : status;
  }

  private void writeEnginesOwn(Held answer, HttpStatus status, HttpServletResponse response)
      throws IOException {
    JsonNode error = read(answer.getContentAsByteArray());
    boolean unread = answer.getStatus() != status.value();
    String reason = unread ? UNREADABLE : reason(status, error);
    problems.write(status, reason, error.path("details"), response);
  }

  private static String reason(HttpStatus status, JsonNode error) {
    return switch (status) {
      case INTERNAL_SERVER_ERROR -> FAULT;
      case UNAUTHORIZED -> "Unknown login or wrong password.";
      case FORBIDDEN -> "You have no right to do this, or to see it.";
      case METHOD_NOT_ALLOWED -> "This cannot be done there.";
      default -> {
        String message = error.path("message").asText("");
        yield message.isBlank() ? UNREADABLE : message;
      }
    };
  }

  private JsonNode read(byte[] body) throws IOException {
    try {
      JsonNode error = json.readTree(body);
      return error == null ? json.nullNode() : error;
    } catch (JsonProcessingException page) {
      return json.nullNode();
    }
  }
}
