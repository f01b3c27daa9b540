package film.finalsay.engine.login;

import jakarta.servlet.Filter;
import org.springframework.stereotype.Component;

/**
 * The filters by which each API learns who is logged in, for the security configuration to place.
 */
@Component
public class EngineDoors {

  private final Logins logins;
  private final TasklistSession session;

  EngineDoors(Logins logins, TasklistSession session) {
    this.logins = logins;
    this.session = session;
  }

  /** For the engine's REST API, behind the login. */
  public Filter engineLogin() {
    return new EngineLoginFilter(logins);
  }

  /** For the API behind the Tasklist, before it is decided who may. */
  public Filter webappLogin() {
    return new WebappLoginFilter(session);
  }

  /** For our own API, before the login. */
  public Filter tasklistSession() {
    return new TasklistSessionFilter(session);
  }
}
