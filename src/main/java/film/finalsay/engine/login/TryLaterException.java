package film.finalsay.engine.login;

import org.springframework.security.core.AuthenticationException;

/** A login that is not even looked at now, be the password right or wrong. */
public final class TryLaterException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final long seconds;

  TryLaterException(String message, long seconds) {
    super(message);
    this.seconds = seconds;
  }

  /** How long to wait before it is worth trying again. */
  public long seconds() {
    return seconds;
  }
}
