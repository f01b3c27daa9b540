package film.finalsay.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
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
  public ProblemDetail of(Refusal refusal) {
    ProblemDetail problem =
        switch (refusal.kind()) {
          case INVALID -> problem(HttpStatus.BAD_REQUEST, "invalid-input", "Invalid input");
          case FORBIDDEN -> problem(HttpStatus.FORBIDDEN, "not-yours", "Not yours to do");
          case NOT_FOUND -> problem(HttpStatus.NOT_FOUND, "not-found", "Not found");
          case CONFLICT -> problem(HttpStatus.CONFLICT, "conflict", "Conflict");
        };
    problem.setDetail(refusal.getMessage());
    if (refusal.field() != null) {
      problem.setProperty("field", refusal.field());
    }
    return problem;
  }

  /** Answers with the refusal; {@code message} repeats it where the Tasklist looks for it. */
  public void write(Refusal refusal, HttpServletResponse response) throws IOException {
    ProblemDetail problem = of(refusal);
    problem.setProperty("message", refusal.getMessage());
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }

  private static ProblemDetail problem(HttpStatus status, String type, String title) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create(TYPE + type));
    problem.setTitle(title);
    return problem;
  }
}
