package film.finalsay.film.web;

import film.finalsay.film.Viewer;
import org.springframework.security.core.Authentication;

/** Who is asking, taken from the login. */
public final class Viewers {

  private static final String ADMINISTRATOR = "ROLE_administrator";

  private Viewers() {}

  public static Viewer of(Authentication login) {
    return new Viewer(login.getName(), has(login, ADMINISTRATOR));
  }

  private static boolean has(Authentication login, String authority) {
    return login.getAuthorities().stream()
        .anyMatch(granted -> granted.getAuthority().equals(authority));
  }
}
