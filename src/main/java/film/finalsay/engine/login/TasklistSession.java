package film.finalsay.engine.login;

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

  /**
   * The person of this request's session; empty if nobody is logged in with it, or not any more:
   * the account was deleted, or has another password.
   */
  Optional<Authentication> login(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    Authentications authentications = AuthenticationUtil.getAuthsFromSession(session);
    var login = authentications.getAuthenticationForProcessEngine(engine.getName());
    if (login == null) {
      return Optional.empty();
    }
    if (!LoginProof.stands(session, logins.proof(login.getIdentityId()))) {
      end(authentications);
      return Optional.empty();
    }
    return Optional.of(logins.of(login.getIdentityId()));
  }

  private void end(Authentications authentications) {
    synchronized (authentications) {
      authentications.removeByEngineName(engine.getName());
    }
  }

  /** Gives the web applications the groups and films of today. */
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
    if (now == null) {
      end(authentications);
      return;
    }
    now.setCacheValidationTime(Date.from(clock.instant().plus(APPLICATIONS_STAND)));
    synchronized (authentications) {
      authentications.addOrReplace(now);
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
    LoginProof.keep(request, logins.proof(person));
  }
}
