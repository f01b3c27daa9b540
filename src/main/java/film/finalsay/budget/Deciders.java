package film.finalsay.budget;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.PairsOfEyes;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Interest;
import film.finalsay.film.Interests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a film's team can give the answers that the authority table asks for. */
final class Deciders {

  private Deciders() {}

  /**
   * @param team the roles that each person holds today
   * @param recused by person, the interest that keeps them from deciding
   * @throws BusinessRuleException (conflict) naming the first role that nobody can answer for
   */
  static void require(
      Ruling ruling,
      String requester,
      Map<String, Set<Role>> team,
      Map<String, Interest> recused,
      Film film) {
    Set<String> excluded = new HashSet<>(recused.keySet());
    excluded.add(requester);
    List<Role> asked = asked(ruling);
    for (int count = 1; count <= asked.size(); count++) {
      if (!PairsOfEyes.suffice(asked.subList(0, count), team, excluded)) {
        throw BusinessRuleException.conflict(
            "%s The %s would have to answer, and on the team of %s only you, or somebody who has to"
                    .formatted(ruling.because(), asked.get(count - 1).title(), film.inWords())
                + " answer another step, could do so today."
                + Interests.recusedInWords(recused, team.keySet()));
      }
    }
  }

  /** Whether each answer can be given by another person. */
  static boolean suffice(Ruling ruling, Map<String, Set<Role>> team) {
    return PairsOfEyes.suffice(asked(ruling), team, Set.of());
  }

  private static List<Role> asked(Ruling ruling) {
    List<Role> asked = new ArrayList<>();
    asked.add(ruling.decidedBy());
    asked.addAll(ruling.consents());
    return asked;
  }
}
