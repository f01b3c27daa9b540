package film.finalsay.web;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where an error goes that nobody put into words: its reason is in the log, and not told. */
@RestController
@Hidden
class ErrorAnswer implements ErrorController {

  private final Problems problems;

  ErrorAnswer(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HttpStatus status =
        Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
            .map(HttpStatus::resolve)
            .orElse(HttpStatus.INTERNAL_SERVER_ERROR);
    String reason =
        status.is5xxServerError()
            ? "This is the server's fault, and was logged."
            : "This cannot be answered: %s.".formatted(status.getReasonPhrase());
    problems.write(status, reason, MissingNode.getInstance(), response);
  }
}
