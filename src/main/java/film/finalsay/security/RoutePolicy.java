package film.finalsay.security;

import film.finalsay.engine.http.EngineRoutes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** The one place where it is decided who may use which route, over whichever API. */
@Component
class RoutePolicy implements AuthorizationManager<RequestAuthorizationContext> {

  private static final String AUTHORITY = "ROLE_";

  private final Routes routes = Routes.read();
  private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

  @Override
  @SuppressWarnings("removal") // the successor's default calls this method
  public AuthorizationDecision check(
      Supplier<Authentication> login, RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    boolean open =
        routes.of(request.getMethod(), EngineRoutes.route(request)).stream()
            .anyMatch(found -> letsIn(found, login));
    return new AuthorizationDecision(open);
  }

  /** For whom the policy keeps the route of a request; empty if for nobody. */
  Set<String> whoMay(HttpServletRequest request) {
    return routes.of(request.getMethod(), EngineRoutes.route(request)).stream()
        .flatMap(found -> found.route().who().stream())
        .map(Route.Audience::word)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean letsIn(Routes.Found found, Supplier<Authentication> whoeverAsks) {
    if (found.route().needsNoLogin()) {
      return true;
    }
    Authentication login = whoeverAsks.get();
    return trust.isAuthenticated(login)
        && (found.login() == null || found.login().equals(login.getName()))
        && found.route().letsIn(groups(login));
  }

  private static List<String> groups(Authentication login) {
    return login.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(authority -> authority.startsWith(AUTHORITY))
        .map(authority -> authority.substring(AUTHORITY.length()))
        .toList();
  }
}
