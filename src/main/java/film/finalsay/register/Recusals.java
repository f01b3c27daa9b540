package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.LoginName;
import film.finalsay.approval.PairsOfEyes;
import film.finalsay.approval.Role;
import film.finalsay.film.Films;
import film.finalsay.film.Interest;
import film.finalsay.film.Interests;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Whoever has an interest in a matter does not decide it, in whatever role; another does. To
 * prepare, and to be heard, is not to decide.
 */
@Component
class Recusals {

  private final Interests interests;
  private final Cases cases;
  private final Films films;
  private final ApprovalEntries entries;

  Recusals(Interests interests, Cases cases, Films films, ApprovalEntries entries) {
    this.interests = interests;
    this.cases = cases;
    this.films = films;
    this.entries = entries;
  }

  /** By person, the interest that stands in the way. */
  Map<String, Interest> of(Approval approval) {
    return of(cases.of(approval));
  }

  Map<String, Interest> of(Case request) {
    Map<String, Interest> recused = new TreeMap<>();
    Set<String> accounts = request.kind().accounts(request);
    for (ApprovalKind matter : request.kind().matters(request)) {
      interests.in(request.film().id(), matter, accounts).forEach(recused::putIfAbsent);
    }
    request
        .kind()
        .stakes(request)
        .forEach(
            (person, why) ->
                recused.putIfAbsent(person, Interest.paid(request.film().id(), person, why)));
    request
        .kind()
        .drafters(request)
        .forEach(
            (person, what) ->
                recused.putIfAbsent(person, Interest.drafted(request.film().id(), person, what)));
    return recused;
  }

  /**
   * @throws BusinessRuleException (forbidden) if this person has an interest in what the step
   *     decides
   */
  void require(Approval approval, HumanStep step, String person) {
    if (step.isPreparation() || step.isConsultation()) {
      return;
    }
    of(approval).values().stream()
        .filter(interest -> LoginName.same(interest.person(), person))
        .findFirst()
        .ifPresent(
            interest -> {
              throw forbidden(
                  "You have an interest in %s (%s): another person has to answer here.",
                  approval.key(), interest.inWords());
            });
  }

  /** Enters in the ledger who of the team is recused, and why. */
  void enter(Approval approval) {
    Set<String> team = films.holdersOfRoles(approval.filmId()).keySet();
    of(approval)
        .forEach(
            (person, interest) -> {
              if (team.contains(person)) {
                entries.recused(approval, interest);
              }
            });
  }

  /**
   * @param asked the roles whose answers are needed, each from another person
   * @param answered who has answered already
   * @throws BusinessRuleException (conflict) if the team cannot give them today, without who asks
   *     and who has an interest
   */
  void requireDeciders(Approval approval, List<Role> asked, Set<String> answered) {
    requireDeciders(cases.of(approval), asked, answered);
  }

  /** The same of a request that need not be on file. */
  void requireDeciders(Case request, List<Role> asked, Set<String> answered) {
    Approval approval = request.approval();
    Map<String, Set<Role>> team = films.holdersOfRoles(approval.filmId(), request.kind().matter());
    Map<String, Interest> recused = of(request);
    Set<String> excluded = new HashSet<>(recused.keySet());
    excluded.add(approval.requester());
    excluded.addAll(answered);
    for (int count = 1; count <= asked.size(); count++) {
      if (!PairsOfEyes.suffice(asked.subList(0, count), team, excluded)) {
        throw conflict(
            "The %s would have to answer, and on the team of %s only you, or somebody who has to answer"
                    .formatted(asked.get(count - 1).title(), approval.filmId())
                + " another step, could do so today."
                + Interests.recusedInWords(recused, team.keySet()));
      }
    }
  }
}
