package film.finalsay.security;

import static film.finalsay.approval.BusinessRuleException.forbidden;

import film.finalsay.engine.login.SingleSignOnDoor;
import film.finalsay.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends whoever opens the Tasklist or its neighbours without a login to the provider, closes their
 * own login form, and ends the whole session when they log out.
 */
final class SingleSignOnFilter extends OncePerRequestFilter {

  static final String LOGIN = "/oauth2/authorization/" + OidcProvider.ID;

  private static final String WANTED = SingleSignOnFilter.class.getName() + ".wanted";
  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final Pattern PAGE =
      Pattern.compile("/camunda/?|/camunda/app(/(tasklist|cockpit|admin|welcome)(/default)?)?/?");
  private static final Pattern LOGIN_FORM =
      Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/.*");
  private static final Pattern LOGOUT =
      Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout/*");

  private final SingleSignOnDoor door;
  private final Problems problems;

  SingleSignOnFilter(SingleSignOnDoor door, Problems problems) {
    this.door = door;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = path(request);
    if (LOGIN_FORM.matcher(path).matches()) {
      problems.write(forbidden("People log in by single sign-on here; reload the page."), response);
    } else if (isPage(request, path) && !door.isLoggedIn(request)) {
      request.getSession().setAttribute(WANTED, path);
      response.sendRedirect(request.getContextPath() + LOGIN);
    } else {
      chain.doFilter(request, response);
      HttpSession session = request.getSession(false);
      if (session != null && LOGOUT.matcher(path).matches() && !door.isLoggedIn(request)) {
        session.invalidate();
      }
    }
  }

  /** Which page somebody wanted before they were sent to log in. */
  static String wanted(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(WANTED) instanceof String page ? page : TASKLIST;
  }

  private static boolean isPage(HttpServletRequest request, String path) {
    return "GET".equals(request.getMethod()) && PAGE.matcher(path).matches();
  }

  private static String path(HttpServletRequest request) {
    return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
  }
}
