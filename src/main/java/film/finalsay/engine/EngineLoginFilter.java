package film.finalsay.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who is logged in, for the length of one request to its REST API. An engine that
 * knows nobody checks nothing.
 */
public class EngineLoginFilter extends OncePerRequestFilter {

  private final IdentityService identity;

  public EngineLoginFilter(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login == null || !login.isAuthenticated()) {
      throw new IllegalStateException("this filter stands behind the login");
    }
    List<String> groups =
        identity.createGroupQuery().groupMember(login.getName()).list().stream()
            .map(Group::getId)
            .toList();
    try {
      identity.setAuthentication(login.getName(), groups);
      chain.doFilter(request, response);
    } finally {
      identity.clearAuthentication();
    }
  }
}
