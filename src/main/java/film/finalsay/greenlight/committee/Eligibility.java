package film.finalsay.greenlight.committee;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.LoginName;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may vote in which seat, and who is left for the final say: the one place where that is told.
 *
 * @param voters the seats that are asked
 * @param finalSay the executive producers who may decide after them
 */
record Eligibility(List<Seat> voters, Set<String> finalSay) {

  /**
   * @param team the roles that each person holds today
   * @param barred who asks, and who has an interest in it
   * @param decisions what was answered on it so far
   */
  static Eligibility of(
      Committee committee,
      Map<String, Set<Role>> team,
      Set<String> barred,
      List<Decision> decisions) {
    Set<String> barredNow = new HashSet<>();
    barred.stream().map(LoginName::folded).forEach(barredNow::add);
    decisions.stream()
        .filter(decision -> decision.outcome().isPreparation())
        .map(decision -> LoginName.folded(decision.person()))
        .forEach(barredNow::add);
    List<Seat> voters =
        committee.seats().stream()
            .filter(seat -> holds(team, seat.person(), Role.COMMITTEE_MEMBER))
            .filter(seat -> !barredNow.contains(LoginName.folded(seat.person())))
            .filter(seat -> !answeredElsewhere(decisions, seat.person(), Steps.CAST_VOTE))
            .toList();
    Set<String> voting =
        voters.stream().map(seat -> LoginName.folded(seat.person())).collect(Collectors.toSet());
    Set<String> finalSay =
        team.keySet().stream()
            .filter(person -> holds(team, person, Role.EXECUTIVE_PRODUCER))
            .filter(person -> !barredNow.contains(LoginName.folded(person)))
            .filter(person -> !voting.contains(LoginName.folded(person)))
            .filter(person -> !answeredElsewhere(decisions, person, Steps.DECIDE))
            .collect(Collectors.toSet());
    return new Eligibility(voters, finalSay);
  }

  /**
   * @throws BusinessRuleException (conflict) saying why the committee cannot begin with its work
   */
  static void requireSeats(Committee committee, Map<String, Set<Role>> team) {
    if (committee.seats().isEmpty()) {
      throw conflict("The greenlight committee has no seats, so nobody could vote.");
    }
    Map<String, Seat> byPerson = new HashMap<>();
    for (Seat seat : committee.seats()) {
      Seat other = byPerson.put(LoginName.folded(seat.person()), seat);
      if (other != null) {
        throw conflict(
            "In the greenlight committee %s holds two seats, %d and %d; each person has one vote.",
            seat.person(), other.number(), seat.number());
      }
      if (!holds(team, seat.person(), Role.COMMITTEE_MEMBER)) {
        throw conflict(
            "%s, who holds seat %d (%s) of the greenlight committee, is not on the film's team as committee"
                + " member today.",
            seat.person(), seat.number(), seat.title());
      }
    }
  }

  /**
   * @throws BusinessRuleException (conflict) saying why no vote could come to a result, or nobody
   *     decide after it
   */
  void requireSuffices(Committee committee) {
    if (voters.size() < committee.quorum()) {
      throw conflict(
          "The greenlight committee cannot reach its quorum of %d: %s can vote, and %s.",
          committee.quorum(),
          voters.isEmpty() ? "nobody" : "only " + seats(voters),
          others(committee));
    }
    if (committee.majority() == Majority.TWO_THIRDS
        && voters.size() < Majority.FEWEST_FOR_TWO_THIRDS) {
      throw conflict(
          "The greenlight committee decides by two thirds, which takes at least %d votes; only %d can be cast.",
          Majority.FEWEST_FOR_TWO_THIRDS, voters.size());
    }
    if (finalSay.isEmpty()) {
      throw conflict(
          "Nobody is left for the final say: an executive producer has it who neither asks nor votes and has"
              + " no interest in it, and there is none on the film's team today.");
    }
  }

  private String others(Committee committee) {
    List<Seat> others = new ArrayList<>(committee.seats());
    others.removeAll(voters);
    return others.isEmpty()
        ? "there are no more seats"
        : seats(others)
            + " cannot, having asked for it, worked on it or an interest in it, or not being on the team";
  }

  private static String seats(List<Seat> seats) {
    return seats.stream()
        .map(seat -> "%s (%s)".formatted(seat.person(), seat.title()))
        .collect(Collectors.joining(", "));
  }

  private static boolean holds(Map<String, Set<Role>> team, String person, Role role) {
    return team.getOrDefault(person, Set.of()).contains(role);
  }

  /**
   * Each pair of eyes is another person's; who approved on conditions may decide anew, having also
   * said what became of them.
   */
  private static boolean answeredElsewhere(List<Decision> decisions, String person, String step) {
    List<Decision> own =
        decisions.stream()
            .filter(decision -> LoginName.same(person, decision.person()))
            .filter(decision -> !decision.outcome().isConsultation())
            .toList();
    boolean onConditions =
        own.stream().anyMatch(decision -> decision.outcome() == Outcome.APPROVE_WITH_CONDITIONS);
    return own.stream()
        .filter(decision -> !decision.step().equals(step))
        .anyMatch(decision -> !onConditions || !Steps.CONDITIONS.contains(decision.step()));
  }
}
