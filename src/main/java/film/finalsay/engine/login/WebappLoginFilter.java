package film.finalsay.engine.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the login of the Tasklist's session the login of the request, so that the API behind the
 * web applications stands under the same policy as all others.
 */
final class WebappLoginFilter extends OncePerRequestFilter {

  private final TasklistSession session;

  WebappLoginFilter(TasklistSession session) {
    this.session = session;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Authentication> login = session.login(request);
    if (login.isPresent()) {
      session.refresh(request.getSession(), login.get());
      SecurityContextHolder.getContext().setAuthentication(login.get());
    }
    chain.doFilter(request, response);
  }
}
