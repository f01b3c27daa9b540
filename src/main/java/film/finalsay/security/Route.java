package film.finalsay.security;

import film.finalsay.approval.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of the written policy.
 *
 * @param methods of HTTP
 * @param path with {@code {name}} for one part, {@code {me}} for the caller's own id, and {@code
 *     **} for all that follows
 * @param who is let in
 * @param why it is there, in a few words
 */
public record Route(List<String> methods, String path, List<Audience> who, String why) {

  static final String ME = "me";

  /**
   * Whoever is called by one word in the policy.
   *
   * @param word as the policy writes it
   * @param groups of which one is enough; empty if a login is, or not even that
   */
  public record Audience(String word, Set<String> groups) {

    private static final String NOBODY = "nobody";
    private static final String PERSON = "person";
    private static final Set<String> OFFICES = Set.of("administrator", "modeller");

    static Audience of(String word) {
      return new Audience(word, groupsOf(word));
    }

    private static Set<String> groupsOf(String word) {
      Stream<Role> roles = Arrays.stream(Role.values());
      return switch (word) {
        case NOBODY, PERSON -> Set.of();
        case "team" -> roles.map(Role::id).collect(Collectors.toUnmodifiableSet());
        case "submitter" ->
            roles.filter(Role::maySubmit).map(Role::id).collect(Collectors.toUnmodifiableSet());
        default -> {
          if (!OFFICES.contains(word) && Role.ofId(word).isEmpty()) {
            throw new IllegalArgumentException("there is nobody called " + word);
          }
          yield Set.of(word);
        }
      };
    }

    boolean needsNoLogin() {
      return NOBODY.equals(word);
    }

    boolean includes(Collection<String> groupsOfAPerson) {
      return groups.isEmpty() || groupsOfAPerson.stream().anyMatch(groups::contains);
    }
  }

  /** Whether somebody who has not logged in may use it. */
  public boolean needsNoLogin() {
    return who.stream().anyMatch(Audience::needsNoLogin);
  }

  /** Whether somebody in these groups may use it, be they none. */
  public boolean letsIn(Collection<String> groups) {
    return who.stream().anyMatch(audience -> audience.includes(groups));
  }

  /** Whether it is about the caller alone. */
  public boolean isOnesOwn() {
    return path.contains("{" + ME + "}");
  }
}
