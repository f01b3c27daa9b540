package film.finalsay.security;

import film.finalsay.engine.login.SingleSignOnDoor;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider of single sign-on, and what it calls things.
 *
 * @param personClaim where it says a person's login
 * @param groupsClaim where it lists the groups they are in
 * @param groups our groups, each with those of the provider's that make somebody a member
 * @param patience how long it may take to answer
 */
@ConfigurationProperties("final-say.oidc")
record OidcSettings(
    String issuer,
    String clientId,
    String clientSecret,
    List<String> scopes,
    String personClaim,
    String groupsClaim,
    Map<String, List<String>> groups,
    @DefaultValue("10s") Duration patience) {

  OidcSettings {
    groups =
        groups.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    entry -> entry.getValue().stream().filter(name -> !name.isBlank()).toList()));
    Set<String> unknown = new TreeSet<>(groups.keySet());
    unknown.removeAll(SingleSignOnDoor.groups());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "final-say.oidc.groups: there is no group %s here, there are %s."
              .formatted(unknown, new TreeSet<>(SingleSignOnDoor.groups())));
    }
  }

  /** Our groups for somebody who is in these groups of the provider's. */
  Set<String> oursFor(Collection<String> theirs) {
    return groups.entrySet().stream()
        .filter(group -> group.getValue().stream().anyMatch(theirs::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
