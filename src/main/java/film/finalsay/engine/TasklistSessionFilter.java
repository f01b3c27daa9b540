package film.finalsay.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets whoever works in the Tasklist open what its forms link to (a script, say) without a second
 * login. Reading only: what changes something asks for its own credentials.
 */
public class TasklistSessionFilter extends OncePerRequestFilter {

  private final Logins logins;

  public TasklistSessionFilter(Logins logins) {
    this.logins = logins;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    boolean reads = "GET".equals(request.getMethod());
    if (reads && session != null && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream()
          .findFirst()
          .map(UserAuthentication::getIdentityId)
          .ifPresent(
              person -> SecurityContextHolder.getContext().setAuthentication(logins.of(person)));
    }
    chain.doFilter(request, response);
  }
}
