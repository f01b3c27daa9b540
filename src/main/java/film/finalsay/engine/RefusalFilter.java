package film.finalsay.engine;

import film.finalsay.approval.Refusal;
import film.finalsay.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets both REST APIs of the engine answer a refusal as what it is, with its reason, instead of a
 * 500: over HTTP to a script, and in the Tasklist to a person.
 */
@Component
class RefusalFilter extends OncePerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Pattern TASK =
      Pattern.compile(".*/task/([^/]+)/(?:complete|submit-form|claim|unclaim)/*");

  private final Problems problems;
  private final TaskService tasks;

  RefusalFilter(Problems problems, TaskService tasks) {
    this.problems = problems;
    this.tasks = tasks;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !EngineRoutes.isEngineApi(request) || SAFE.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    Optional<Refusal> refusal = refusal(request, answer.getStatus());
    if (refusal.isPresent()) {
      answer.resetBuffer();
      problems.write(refusal.get(), answer);
    }
    answer.copyBodyToResponse();
  }

  private Optional<Refusal> refusal(HttpServletRequest request, int status) {
    if (status < HttpServletResponse.SC_BAD_REQUEST) {
      return Optional.empty();
    }
    if (request.getAttribute(RefusalInterceptor.REFUSAL) instanceof Refusal refusal) {
      return Optional.of(refusal);
    }
    return status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR && isTaskGone(request)
        ? Optional.of(Refusal.conflict("Somebody else was faster; this step is over."))
        : Optional.empty();
  }

  /**
   * While a task is being taken away by another answer, the engine can stumble over what is left of
   * it.
   */
  private boolean isTaskGone(HttpServletRequest request) {
    Matcher task = TASK.matcher(EngineRoutes.path(request));
    return task.matches() && tasks.createTaskQuery().taskId(task.group(1)).count() == 0;
  }
}
