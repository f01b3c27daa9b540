package film.finalsay.engine;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * One login for everything: the APIs ask the same people for the same passwords as the Tasklist.
 */
@Component
public class EngineAuthenticationProvider implements AuthenticationProvider {

  private final IdentityService identity;
  private final Logins logins;

  EngineAuthenticationProvider(IdentityService identity, Logins logins) {
    this.identity = identity;
    this.logins = logins;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String person = attempt.getName();
    String password = String.valueOf(attempt.getCredentials());
    if (person.isBlank() || !identity.checkPassword(person, password)) {
      throw new BadCredentialsException("Unknown login or wrong password.");
    }
    return logins.of(person);
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
