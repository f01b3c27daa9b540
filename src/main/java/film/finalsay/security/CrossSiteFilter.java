package film.finalsay.security;

import static film.finalsay.approval.BusinessRuleException.forbidden;

import film.finalsay.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site makes a browser send: browsers keep the login of HTTP Basic
 * and add it to whatever goes to this host. They also say where a request comes from, and a page
 * cannot lie about that. Scripts say nothing, and are nobody's browser.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CrossSiteFilter extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

  /** How the Camunda Modeler calls itself; a page in a browser is never called that. */
  private static final String DESKTOP = "file://";

  private final OurOrigin origin;
  private final Problems problems;

  CrossSiteFilter(OurOrigin origin, Problems problems) {
    this.origin = origin;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return READING.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isFromHere(request) || isModeler(request)) {
      chain.doFilter(request, response);
    } else {
      problems.write(
          forbidden("A page of another site asked for this; open Final Say itself."), response);
    }
  }

  private boolean isFromHere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return FROM_HERE.contains(site);
    }
    String from = request.getHeader(HttpHeaders.ORIGIN);
    return from == null || origin.is(from, request);
  }

  private static boolean isModeler(HttpServletRequest request) {
    return DESKTOP.equals(request.getHeader(HttpHeaders.ORIGIN))
        && request.getServletPath().startsWith("/engine-rest");
  }
}
