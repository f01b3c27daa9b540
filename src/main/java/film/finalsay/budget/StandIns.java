package film.finalsay.budget;

import film.finalsay.approval.Role;
import film.finalsay.film.Interest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who decides in place of a role whose every holder has an interest in the matter: the next higher
 * one that somebody without an interest holds.
 */
final class StandIns {

  private static final List<Role> BY_AUTHORITY =
      List.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);

  private final Map<Role, StandIn> byRole = new EnumMap<>(Role.class);

  /**
   * @param why a sentence
   */
  private record StandIn(Role role, String why) {}

  /**
   * @param requester who asks, and so decides nothing of it either
   * @param team the roles that each person holds today
   * @param recused by person, the interest that stands in the way
   */
  StandIns(String requester, Map<String, Set<Role>> team, Map<String, Interest> recused) {
    for (Role role : BY_AUTHORITY) {
      List<String> interested = holders(role, team).filter(recused::containsKey).toList();
      if (!interested.isEmpty() && !canDecide(role, requester, team, recused)) {
        next(role, requester, team, recused)
            .ifPresent(
                next -> byRole.put(role, new StandIn(next, because(role, interested, recused))));
      }
    }
  }

  /** The ruling as the role that stands in takes it; the same if none has to. */
  Ruling apply(Ruling ruling) {
    StandIn standIn = byRole.get(ruling.decidedBy());
    return standIn == null ? ruling : ruling.atLeast(standIn.role(), standIn.why());
  }

  private static Optional<Role> next(
      Role role, String requester, Map<String, Set<Role>> team, Map<String, Interest> recused) {
    return BY_AUTHORITY.stream()
        .filter(higher -> higher.compareTo(role) > 0)
        .filter(higher -> canDecide(higher, requester, team, recused))
        .findFirst();
  }

  private static boolean canDecide(
      Role role, String requester, Map<String, Set<Role>> team, Map<String, Interest> recused) {
    return holders(role, team)
        .anyMatch(person -> !person.equals(requester) && !recused.containsKey(person));
  }

  private static Stream<String> holders(Role role, Map<String, Set<Role>> team) {
    return team.entrySet().stream()
        .filter(member -> member.getValue().contains(role))
        .map(Map.Entry::getKey)
        .sorted();
  }

  private static String because(Role role, List<String> interested, Map<String, Interest> recused) {
    return "Not for the %s: %s."
        .formatted(
            role.title(),
            interested.stream()
                .map(
                    person ->
                        "%s has an interest in it (%s)"
                            .formatted(person, recused.get(person).inWords()))
                .collect(Collectors.joining(", ")));
  }
}
