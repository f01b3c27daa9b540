package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.LoginName;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Stands before every effect. It goes by the answers on record alone, so it does not matter which
 * way a process took to get here: each answer that was needed has to have been given, at a step of
 * that role, on what is asked for now, each by another person, and none by who asked.
 */
final class EffectGate {

  private final Approval approval;
  private final String subject;
  private final List<Decision> answers;
  private final Set<String> heard = new HashSet<>();

  /**
   * @param subject the fingerprint of what is asked for now
   * @param answers those given since it was last submitted
   * @param recused who has an interest in it, and whose answers do not count
   */
  EffectGate(Approval approval, String subject, List<Decision> answers, Set<String> recused) {
    this.approval = approval;
    this.subject = subject;
    this.answers =
        answers.stream()
            .filter(answer -> recused.stream().noneMatch(who -> isBy(answer, who)))
            .toList();
    heard.add(approval.requester());
  }

  /**
   * @param role whose answer it had to be
   * @throws BusinessRuleException (conflict) if none such is on record
   */
  void require(String what, Set<Outcome> outcomes, Role role) {
    Decision given =
        answers.stream()
            .filter(answer -> outcomes.contains(answer.outcome()))
            .filter(answer -> answer.askedRole() == role && answer.role().mayActFor(role))
            .filter(answer -> Objects.equals(answer.subject(), subject))
            .filter(
                answer ->
                    isConfirmation(answer) || heard.stream().noneMatch(who -> isBy(answer, who)))
            .findFirst()
            .orElseThrow(
                () ->
                    conflict(
                        "%s takes no effect: the %s of the %s is not on record.",
                        approval.key(), what, role.title()));
    if (given.person() != null) {
      heard.add(given.person());
    }
  }

  /** Who approved on conditions confirms that they are met, or waives them. */
  private boolean isConfirmation(Decision answer) {
    return (answer.outcome() == Outcome.CONFIRM || answer.outcome() == Outcome.WAIVE)
        && !isBy(answer, approval.requester());
  }

  private static boolean isBy(Decision answer, String person) {
    return LoginName.same(answer.person(), person);
  }
}
