package film.finalsay.engine.login;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The filters by which each API learns who is logged in, for the security configuration to place.
 */
@Component
public class EngineDoors {

  private final Logins logins;
  private final TasklistSession sessions;

  EngineDoors(Logins logins, TasklistSession sessions) {
    this.logins = logins;
    this.sessions = sessions;
  }

  /**
   * For the engine's REST API, behind the login: tells the engine who is logged in, for the length
   * of one request. An engine that knows nobody checks nothing.
   */
  public Filter engineLogin() {
    return new OncePerRequestFilter() {
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
    };
  }

  /**
   * For the API behind the Tasklist, before it is decided who may: makes the login of the session
   * the login of the request, so that it stands under the same policy as all others.
   */
  public Filter webappLogin() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        Optional<Authentication> login = sessions.login(request);
        if (login.isPresent()) {
          sessions.refresh(request.getSession(), login.get());
          SecurityContextHolder.getContext().setAuthentication(login.get());
        }
        chain.doFilter(request, response);
      }
    };
  }

  /**
   * For our own API, before the login: lets whoever works in the Tasklist open what its forms link
   * to (a script, say) without a second login. Reading only: what changes something asks for its
   * own credentials.
   */
  public Filter tasklistSession() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        boolean reads = "GET".equals(request.getMethod());
        if (reads && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
          sessions.login(request).ifPresent(SecurityContextHolder.getContext()::setAuthentication);
        }
        chain.doFilter(request, response);
      }
    };
  }
}
