package film.finalsay.engine.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who is logged in, for the length of one request to its REST API. An engine that
 * knows nobody checks nothing.
 */
final class EngineLoginFilter extends OncePerRequestFilter {

  private final Logins logins;

  EngineLoginFilter(Logins logins) {
    this.logins = logins;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login == null || !login.isAuthenticated()) {
      throw new IllegalStateException("this filter stands behind the login");
    }
    try {
      logins.enter(login);
      chain.doFilter(request, response);
    } finally {
      logins.leave();
    }
  }
}
