package film.finalsay.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * Asks the provider about itself when the first person comes, not when the product starts: it
 * serves scripts and waits for nobody while the provider is down.
 */
final class OidcProvider implements ClientRegistrationRepository {

  static final String ID = "finalsay";

  private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
  private static final Duration REST = Duration.ofSeconds(5);

  private final OidcSettings settings;
  private final String origin;
  private final Clock clock;

  private ClientRegistration known;
  private Instant notBefore = Instant.EPOCH;

  OidcProvider(OidcSettings settings, String origin, Clock clock) {
    this.settings = settings;
    this.origin = origin;
    this.clock = clock;
  }

  @Override
  public ClientRegistration findByRegistrationId(String id) {
    return ID.equals(id) ? ask() : null;
  }

  boolean answers() {
    return ask() != null;
  }

  /**
   * @return null if it does not answer; those who come in the next seconds do not wait for it anew
   */
  private synchronized ClientRegistration ask() {
    if (known == null && !clock.instant().isBefore(notBefore)) {
      try {
        known =
            ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri(origin + "/login/oauth2/code/" + ID)
                .scope(settings.scopes())
                .build();
      } catch (RuntimeException silent) {
        LOG.warn(
            "The provider of single sign-on at {} does not answer: {}",
            settings.issuer(),
            silent.getMessage());
        notBefore = clock.instant().plus(REST);
      }
    }
    return known;
  }
}
