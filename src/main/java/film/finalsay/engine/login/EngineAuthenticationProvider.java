package film.finalsay.engine.login;

import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * One login for everything: the APIs ask the same people for the same passwords as the Tasklist.
 */
@Component
public class EngineAuthenticationProvider implements AuthenticationProvider {

  private final PasswordCheck passwords;
  private final Logins logins;

  EngineAuthenticationProvider(PasswordCheck passwords, Logins logins) {
    this.passwords = passwords;
    this.logins = logins;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String person = attempt.getName();
    PasswordCheck.Verdict verdict =
        passwords.of(person, String.valueOf(attempt.getCredentials()), address(attempt));
    return switch (verdict.outcome()) {
      case GOOD -> logins.of(person);
      case WRONG -> throw new BadCredentialsException("Unknown login or wrong password.");
      case WAITING ->
          throw tryLater(
              "Too many wrong passwords for this login. Try again in %d seconds.", verdict.pause());
      case BUSY ->
          throw tryLater(
              "Too many people are logging in at this moment. Try again in %d seconds.",
              verdict.pause());
    };
  }

  private static String address(Authentication attempt) {
    return attempt.getDetails() instanceof WebAuthenticationDetails request
        ? request.getRemoteAddress()
        : "";
  }

  private static TryLaterException tryLater(String message, Duration pause) {
    long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
    return new TryLaterException(message.formatted(seconds), seconds);
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
