package film.finalsay.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people reach this product, as in {@code https://approvals.example.com}. Told by {@code
 * final-say.origin}; where it is not told, each request's own host counts.
 */
@Component
class OurOrigin {

  private final String told;

  OurOrigin(@Value("${final-say.origin:}") String told) {
    this.told = told.isBlank() ? null : normal(told.strip());
  }

  /**
   * @param origin as a browser sends it
   */
  boolean is(String origin, HttpServletRequest request) {
    try {
      return normal(origin).equals(told == null ? of(request) : told);
    } catch (IllegalArgumentException nonsense) {
      return false;
    }
  }

  boolean isEncrypted(HttpServletRequest request) {
    return request.isSecure() || (told != null && told.startsWith("https:"));
  }

  private static String of(HttpServletRequest request) {
    return normal(
        request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort());
  }

  private static String normal(String origin) {
    URI uri = URI.create(origin.toLowerCase(Locale.ROOT));
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "An origin is a scheme and a host, as in https://approvals.example.com, not " + origin);
    }
    int usual = uri.getScheme().equals("https") ? 443 : 80;
    return uri.getScheme()
        + "://"
        + uri.getHost()
        + ":"
        + (uri.getPort() == -1 ? usual : uri.getPort());
  }
}
