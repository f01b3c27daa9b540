package film.finalsay.engine;

import film.finalsay.approval.Refusal;
import film.finalsay.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
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

  private final Problems problems;

  RefusalFilter(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean engineApi = path.startsWith("/engine-rest") || path.startsWith("/camunda/api");
    return !engineApi || SAFE.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    boolean failed = answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST;
    if (failed && request.getAttribute(RefusalInterceptor.REFUSAL) instanceof Refusal refusal) {
      answer.resetBuffer();
      problems.write(refusal, answer);
    }
    answer.copyBodyToResponse();
  }
}
