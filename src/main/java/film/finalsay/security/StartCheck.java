package film.finalsay.security;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Outside the demo, nothing starts with a door that anybody can open. Asked before anything else is
 * built, so that the database has not been touched when the answer is no.
 */
@Configuration
@Profile("!default")
class StartCheck {

  private static final int SHORTEST_PASSWORD = 12;
  private static final int FEWEST_DIFFERENT_SIGNS = 5;

  @Bean
  static BeanFactoryPostProcessor safeToStart(Environment environment) {
    return beans -> {
      List<String> faults = faults(environment);
      if (!faults.isEmpty()) {
        throw new UnsafeStartException(faults);
      }
    };
  }

  static List<String> faults(Environment environment) {
    List<String> faults = new ArrayList<>();
    administrator(environment, faults);
    origin(environment, faults);
    if (environment.acceptsProfiles(Profiles.of("oidc"))) {
      for (String name : List.of("issuer", "client-id", "client-secret")) {
        if (value(environment, "final-say.oidc." + name).isBlank()) {
          faults.add(
              "FINALSAY_OIDC_%s is missing."
                  .formatted(name.toUpperCase(Locale.ROOT).replace('-', '_')));
        }
      }
      if (value(environment, "final-say.origin").isBlank()) {
        faults.add(
            "FINALSAY_ORIGIN is missing; single sign-on has to know where people come back to.");
      }
    }
    return faults;
  }

  private static void administrator(Environment environment, List<String> faults) {
    String id = value(environment, "camunda.bpm.admin-user.id");
    String password = value(environment, "camunda.bpm.admin-user.password");
    if (id.isBlank()) {
      faults.add("FINALSAY_ADMIN_ID is missing; it names the first administrator.");
    }
    if (password.isBlank()) {
      faults.add("FINALSAY_ADMIN_PASSWORD is missing; it is the first administrator's.");
    } else if (isEasilyGuessed(id, password)) {
      faults.add(
          "FINALSAY_ADMIN_PASSWORD is too easily guessed; it needs %d signs or more, not all the"
                  .formatted(SHORTEST_PASSWORD)
              + " same few, and not the administrator's id in it.");
    }
  }

  private static boolean isEasilyGuessed(String id, String password) {
    return password.length() < SHORTEST_PASSWORD
        || password.chars().distinct().count() < FEWEST_DIFFERENT_SIGNS
        || (!id.isBlank()
            && password.toLowerCase(Locale.ROOT).contains(id.toLowerCase(Locale.ROOT)));
  }

  /** The engine's web applications compare it sign by sign with what browsers send. */
  private static void origin(Environment environment, List<String> faults) {
    String origin = value(environment, "final-say.origin");
    if (!origin.isBlank() && !isAsBrowsersSendIt(origin)) {
      faults.add(
          "FINALSAY_ORIGIN has to be scheme and host, with a port only if it is not the usual one,"
              + " as in https://approvals.example.com; it is \"%s\".".formatted(origin));
    }
  }

  private static boolean isAsBrowsersSendIt(String origin) {
    try {
      URI uri = URI.create(origin);
      boolean usualPort = uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
      return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && origin.equals(origin.toLowerCase(Locale.ROOT))
          && origin.equals(uri.getScheme() + "://" + uri.getAuthority())
          && uri.getUserInfo() == null
          && !usualPort;
    } catch (IllegalArgumentException nonsense) {
      return false;
    }
  }

  private static String value(Environment environment, String name) {
    return environment.getProperty(name, "");
  }
}
