package film.finalsay.engine.login;

import film.finalsay.approval.Fingerprint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What somebody proved who they are with, kept in the session that they got for it: a session ends
 * with that. The login form of the web applications tells nobody when it begins a session, so a
 * listener to sessions has to see it.
 */
@Component
class LoginProof implements HttpSessionAttributeListener {

  private static final String PROOF = LoginProof.class.getName();

  /** Notes for the rest of this request what the right password was checked against. */
  static void given(String kept) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(PROOF, digest(kept), RequestAttributes.SCOPE_REQUEST);
    }
  }

  static void keep(HttpServletRequest request, String kept) {
    request.getSession().setAttribute(PROOF, digest(kept));
  }

  /**
   * @param kept what a person can prove who they are with today; null if with nothing
   */
  static boolean stands(HttpSession session, String kept) {
    return kept != null && digest(kept).equals(session.getAttribute(PROOF));
  }

  @Override
  public void attributeAdded(HttpSessionBindingEvent added) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (added.getValue() instanceof Authentications && request != null) {
      added
          .getSession()
          .setAttribute(PROOF, request.getAttribute(PROOF, RequestAttributes.SCOPE_REQUEST));
    }
  }

  private static String digest(String kept) {
    return Fingerprint.of(kept.getBytes(StandardCharsets.UTF_8));
  }
}
