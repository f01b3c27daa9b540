package film.finalsay.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Who is logged in to the Tasklist and the engine's other web applications. They keep that in the
 * session, with groups and films as they were; {@link #refresh} brings it up to date. There is no
 * public way to either.
 */
@Component
class TasklistSession {

  private final ProcessEngine engine;
  private final Logins logins;

  TasklistSession(ProcessEngine engine, Logins logins) {
    this.engine = engine;
    this.logins = logins;
  }

  /** The person of this request's session; empty if nobody is logged in with it. */
  Optional<Authentication> login(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable(
                AuthenticationUtil.getAuthsFromSession(session)
                    .getAuthenticationForProcessEngine(engine.getName()))
            .map(login -> logins.of(login.getIdentityId()));
  }

  /** Gives the web applications the groups and films of today; who is gone is logged out. */
  void refresh(HttpSession session, Authentication login) {
    Authentications authentications = AuthenticationUtil.getAuthsFromSession(session);
    Logins.Standing standing = logins.standing(login);
    UserAuthentication now =
        AuthenticationUtil.createAuthentication(
            engine, login.getName(), standing.groups(), standing.films());
    synchronized (authentications) {
      if (now == null) {
        authentications.removeByEngineName(engine.getName());
      } else {
        authentications.addOrReplace(now);
      }
    }
  }

  /** Logs a person in, in a session of a new id. */
  void open(HttpServletRequest request, String person) {
    Logins.Standing standing = logins.standing(logins.of(person));
    AuthenticationUtil.revalidateSession(
        request,
        AuthenticationUtil.createAuthentication(
            engine, person, standing.groups(), standing.films()));
  }
}
