package film.finalsay.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.BusinessRuleException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** A refusal as problem details (RFC 9457), the same over every API. */
@Component
public class Problems {

  private static final String TYPE = "urn:final-say:problem:";

  private final ObjectMapper json;

  Problems(ObjectMapper json) {
    this.json = json;
  }

  /** The refusal with its kind, its field if there is one, and its reason. */
  public ProblemDetail of(BusinessRuleException refusal) {
    ProblemDetail problem =
        switch (refusal.kind()) {
          case INVALID -> problem(HttpStatus.BAD_REQUEST, "invalid-input", "Invalid input");
          case FORBIDDEN -> problem(HttpStatus.FORBIDDEN, "not-yours", "Not allowed for you");
          case NOT_FOUND -> problem(HttpStatus.NOT_FOUND, "not-found", "Not found");
          case CONFLICT -> problem(HttpStatus.CONFLICT, "conflict", "Conflict");
        };
    problem.setDetail(refusal.getMessage());
    if (refusal.field() != null) {
      problem.setProperty("field", refusal.field());
    }
    return problem;
  }

  /** Answers that a route is not for whoever asked, or for nobody. */
  public void writeClosedRoute(String reason, HttpServletResponse response) throws IOException {
    write(problem(HttpStatus.FORBIDDEN, "closed-route", "Closed route"), reason, response);
  }

  /** Answers that a route needs a login. */
  public void writeLoginNeeded(HttpServletResponse response) throws IOException {
    write(
        problem(HttpStatus.UNAUTHORIZED, "login-needed", "Login needed"),
        "This needs a login, and the right password.",
        response);
  }

  /** Answers that a login is not even looked at now, be its password right or wrong. */
  public void writeTryLater(String reason, HttpServletResponse response) throws IOException {
    write(problem(HttpStatus.TOO_MANY_REQUESTS, "try-later", "Try again later"), reason, response);
  }

  /**
   * Answers with an error of the engine's own.
   *
   * @param details for the Modeler, such as where a model is wrong; may be missing
   */
  public void write(
      HttpStatus status, String reason, JsonNode details, HttpServletResponse response)
      throws IOException {
    ProblemDetail problem = problem(status, type(status), status.getReasonPhrase());
    if (details.isObject()) {
      problem.setProperty("details", details);
    }
    write(problem, reason, response);
  }

  private static String type(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> "invalid-input";
      case UNAUTHORIZED -> "login-needed";
      case FORBIDDEN -> "not-yours";
      case NOT_FOUND -> "not-found";
      case CONFLICT -> "conflict";
      default -> status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    };
  }

  /** Answers with the refusal; {@code message} repeats it where the Tasklist looks for it. */
  public void write(BusinessRuleException refusal, HttpServletResponse response)
      throws IOException {
    write(of(refusal), refusal.getMessage(), response);
  }

  private void write(ProblemDetail problem, String reason, HttpServletResponse response)
      throws IOException {
    problem.setDetail(reason);
    problem.setProperty("message", reason);
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    byte[] body = json.writeValueAsBytes(problem);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static ProblemDetail problem(HttpStatus status, String type, String title) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create(TYPE + type));
    problem.setTitle(title);
    return problem;
  }
}
