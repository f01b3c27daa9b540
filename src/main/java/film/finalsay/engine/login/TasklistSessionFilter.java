package film.finalsay.engine.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets whoever works in the Tasklist open what its forms link to (a script, say) without a second
 * login. Reading only: what changes something asks for its own credentials.
 */
final class TasklistSessionFilter extends OncePerRequestFilter {

  private final TasklistSession session;

  TasklistSessionFilter(TasklistSession session) {
    this.session = session;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean reads = "GET".equals(request.getMethod());
    if (reads && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      session.login(request).ifPresent(SecurityContextHolder.getContext()::setAuthentication);
    }
    chain.doFilter(request, response);
  }
}
