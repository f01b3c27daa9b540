package film.finalsay.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Does something in the engine as the product itself, whoever is logged in: what they see in the
 * engine is not what the product goes by.
 */
public final class AsProduct {

  private AsProduct() {}

  public static <T> T get(IdentityService identity, Supplier<T> work) {
    Authentication login = identity.getCurrentAuthentication();
    try {
      identity.clearAuthentication();
      return work.get();
    } finally {
      identity.setAuthentication(login);
    }
  }

  public static void run(IdentityService identity, Runnable work) {
    get(
        identity,
        () -> {
          work.run();
          return null;
        });
  }
}
