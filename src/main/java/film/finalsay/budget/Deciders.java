package film.finalsay.budget;

import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a film's team can give the answers that the authority table asks for: each by another
 * person, and none by who asks. A request that nobody could decide would wait for ever.
 */
final class Deciders {

  private Deciders() {}

  /**
   * @param team the roles that each person holds today
   * @throws Refusal (conflict) naming the first role that nobody can answer for
   */
  static void require(Ruling ruling, String requester, Map<String, Set<Role>> team, Film film) {
    List<Role> asked = asked(ruling);
    for (int count = 1; count <= asked.size(); count++) {
      if (!canAll(asked.subList(0, count), team, new HashSet<>(Set.of(requester)))) {
        throw Refusal.conflict(
            "%s The %s would have to answer, and on the team of %s nobody can today but you or who"
                    .formatted(ruling.because(), asked.get(count - 1).title(), film.inWords())
                + " has to answer besides.");
      }
    }
  }

  /** Whether each answer can be given by another person, none of them who asks. */
  static boolean suffice(Ruling ruling, String requester, Map<String, Set<Role>> team) {
    return canAll(asked(ruling), team, new HashSet<>(Set.of(requester)));
  }

  private static List<Role> asked(Ruling ruling) {
    List<Role> asked = new ArrayList<>();
    asked.add(ruling.decidedBy());
    asked.addAll(ruling.consents());
    return asked;
  }

  private static boolean canAll(List<Role> asked, Map<String, Set<Role>> team, Set<String> taken) {
    if (asked.isEmpty()) {
      return true;
    }
    for (Map.Entry<String, Set<Role>> member : team.entrySet()) {
      boolean can = member.getValue().stream().anyMatch(role -> role.mayActFor(asked.get(0)));
      if (can && taken.add(member.getKey())) {
        if (canAll(asked.subList(1, asked.size()), team, taken)) {
          return true;
        }
        taken.remove(member.getKey());
      }
    }
    return false;
  }
}
