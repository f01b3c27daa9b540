package film.finalsay.engine.login;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.engine.AsProduct;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * Lets the engine act where no request of its own API asks it to: for the person whose doing it
 * follows from, with their rights, or for the product itself.
 */
@Component
public class ActingFor {

  private final IdentityService identity;
  private final Logins logins;

  ActingFor(IdentityService identity, Logins logins) {
    this.identity = identity;
    this.logins = logins;
  }

  /**
   * @param person who has logged in, as the caller knows from the login
   */
  public void person(String person, Runnable work) {
    product(
        () -> {
          logins.enter(logins.of(person));
          work.run();
        });
  }

  public void product(Runnable work) {
    try {
      AsProduct.run(identity, work);
    } catch (RuntimeException failure) {
      throw refusalIn(failure).orElse(failure);
    }
  }

  /** The engine wraps what a step refuses. */
  private static Optional<RuntimeException> refusalIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BusinessRuleException refusal) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }
}
