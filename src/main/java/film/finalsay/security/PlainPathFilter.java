package film.finalsay.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Turns away a path that could be read in two ways before anybody reads it. Spring Security does
 * the same, but only after a filter that stumbles over a servlet's own part of the path in another
 * spelling.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PlainPathFilter extends OncePerRequestFilter {

  private final StrictHttpFirewall firewall = new StrictHttpFirewall();
  private final RequestRejectedHandler rejections;

  PlainPathFilter(RequestRejectedHandler rejections) {
    this.rejections = rejections;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      firewall.getFirewalledRequest(request);
      ServletRequestPathUtils.parseAndCache(request);
    } catch (RequestRejectedException ambiguous) {
      rejections.handle(request, response, ambiguous);
      return;
    } catch (IllegalArgumentException otherSpelling) {
      rejections.handle(request, response, new RequestRejectedException("another spelling"));
      return;
    }
    chain.doFilter(request, response);
  }
}
