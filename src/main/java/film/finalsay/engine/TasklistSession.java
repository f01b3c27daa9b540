package film.finalsay.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
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

  /** How long a person's applications stand, which takes ten queries to find out. */
  static final Duration APPLICATIONS_STAND = Duration.ofMinutes(1);

  private final ProcessEngine engine;
  private final Logins logins;
  private final Clock clock;

  TasklistSession(ProcessEngine engine, Logins logins, Clock clock) {
    this.engine = engine;
    this.logins = logins;
    this.clock = clock;
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

  /**
   * Gives the web applications the groups and films of today; who is gone, and so has no more
   * groups, is logged out.
   */
  void refresh(HttpSession session, Authentication login) {
    Authentications authentications = AuthenticationUtil.getAuthsFromSession(session);
    Logins.Standing standing = logins.standing(login);
    if (authentications.getAuthenticationForProcessEngine(engine.getName())
            instanceof UserAuthentication known
        && stands(known, standing)) {
      return;
    }
    UserAuthentication now =
        AuthenticationUtil.createAuthentication(
            engine, login.getName(), standing.groups(), standing.films());
    synchronized (authentications) {
      if (now == null) {
        authentications.removeByEngineName(engine.getName());
      } else {
        now.setCacheValidationTime(Date.from(clock.instant().plus(APPLICATIONS_STAND)));
        authentications.addOrReplace(now);
      }
    }
  }

  private boolean stands(UserAuthentication known, Logins.Standing today) {
    return today.groups().equals(known.getGroupIds())
        && today.films().equals(known.getTenantIds())
        && known.getCacheValidationTime() != null
        && clock.instant().isBefore(known.getCacheValidationTime().toInstant());
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
