package film.finalsay.approval;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a team can give the answers that a request needs, each by another person. A request that
 * nobody could decide would wait for ever.
 */
public final class PairsOfEyes {

  private PairsOfEyes() {}

  /**
   * @param asked the roles whose answers are needed, one person each
   * @param team the roles that each person holds today
   * @param excluded who must not answer: who asks, and who has an interest in the matter
   */
  public static boolean suffice(
      List<Role> asked, Map<String, Set<Role>> team, Set<String> excluded) {
    return canAll(
        asked,
        team,
        excluded.stream().map(LoginName::folded).collect(Collectors.toCollection(HashSet::new)));
  }

  private static boolean canAll(List<Role> asked, Map<String, Set<Role>> team, Set<String> taken) {
    if (asked.isEmpty()) {
      return true;
    }
    for (Map.Entry<String, Set<Role>> member : team.entrySet()) {
      boolean can = member.getValue().stream().anyMatch(role -> role.mayActFor(asked.get(0)));
      if (can && taken.add(LoginName.folded(member.getKey()))) {
        if (canAll(asked.subList(1, asked.size()), team, taken)) {
          return true;
        }
        taken.remove(LoginName.folded(member.getKey()));
      }
    }
    return false;
  }
}
