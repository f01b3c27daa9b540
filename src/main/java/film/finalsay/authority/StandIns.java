package film.finalsay.authority;

import film.finalsay.approval.Role;
import film.finalsay.film.Interest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who decides in place of a role whose every holder has an interest in the matter: the next higher
 * one that somebody without an interest holds.
 *
 * @param requester who asks, and so decides nothing of it either
 * @param team the roles that each person holds today
 * @param recused by person, the interest that stands in the way
 */
public record StandIns(
    String requester, Map<String, Set<Role>> team, Map<String, Interest> recused) {

  private static final List<Role> BY_AUTHORITY =
      List.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);

  /** The ruling as the role that stands in takes it; the same if none has to. */
  public Ruling apply(Ruling ruling) {
    Role role = ruling.decidedBy();
    List<String> interested = holders(role).filter(recused::containsKey).toList();
    if (interested.isEmpty() || canDecide(role)) {
      return ruling;
    }
    return BY_AUTHORITY.stream()
        .filter(higher -> higher.compareTo(role) > 0 && canDecide(higher))
        .findFirst()
        .map(higher -> ruling.atLeast(higher, because(role, interested)))
        .orElse(ruling);
  }

  private boolean canDecide(Role role) {
    return holders(role)
        .anyMatch(person -> !person.equals(requester) && !recused.containsKey(person));
  }

  private Stream<String> holders(Role role) {
    return team.entrySet().stream()
        .filter(member -> member.getValue().contains(role))
        .map(Map.Entry::getKey)
        .sorted();
  }

  private String because(Role role, List<String> interested) {
    return interested.stream()
        .map(
            person ->
                "%s has an interest in it (%s)".formatted(person, recused.get(person).inWords()))
        .collect(Collectors.joining(", ", "Not for the %s: ".formatted(role.title()), "."));
  }
}
