package film.finalsay.engine;

import film.finalsay.approval.Refusal;
import film.finalsay.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes, on both REST APIs of the engine, the routes that change a task without answering it: who
 * may work a task could write an answer for somebody else there, or take it out of their hand.
 */
@Component
class ClosedRoutesFilter extends OncePerRequestFilter {

  private static final Pattern CLOSED =
      Pattern.compile(".*/task/[^/]+/(resolve|delegate|bpmnError|bpmnEscalation)/*");

  private final Problems problems;

  ClosedRoutesFilter(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !CLOSED.matcher(EngineRoutes.path(request)).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    problems.write(
        Refusal.forbidden("A task is answered by completing it; this route is closed."), response);
  }
}
