package film.finalsay.approval;

import static film.finalsay.approval.BusinessRuleException.forbidden;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Who may answer at a step: what counts is the role a person holds on this film's team today. */
public final class Authority {

  private Authority() {}

  /**
   * The role in which a person may answer at a step: the lowest of theirs that suffices, so that
   * the record does not claim more authority than was needed.
   *
   * @param roles the person's roles on this film's team today
   * @throws BusinessRuleException (forbidden) if none of the roles suffices, or the step is in
   *     somebody else's hand
   */
  public static Role roleFor(
      HumanStep step, Approval approval, String person, Collection<Role> roles) {
    if (step.isPreparation()
        && step.assignee() != null
        && !Objects.equals(step.assignee(), person)) {
      throw forbidden("\"%s\" of %s is assigned to somebody else.", step.name(), approval.key());
    }
    return lowestSufficing(step.groups(), roles)
        .or(
            () ->
                step.isPreparation() && step.isInHandAsGiven()
                    ? submitter(roles)
                    : Optional.empty())
        .orElseThrow(
            () ->
                forbidden(
                    "\"%s\" of %s is for %s on the team of %s; you do not hold such a role there today.",
                    step.name(),
                    approval.key(),
                    String.join(" or ", step.groups()),
                    approval.filmId()));
  }

  /** Whether one of these roles suffices for what a step decides. */
  public static boolean mayAnswer(HumanStep step, Collection<Role> roles) {
    return lowestSufficing(step.groups(), roles).isPresent();
  }

  /**
   * Whose step it is that a role answers at: its own if it is asked, else the highest that it may
   * answer for. Whoever answers for a producer has not answered as what they are.
   */
  public static Role askedRole(HumanStep step, Role role) {
    return step.groups().stream()
        .flatMap(group -> Role.ofId(group).stream())
        .filter(role::mayActFor)
        .max(Comparator.naturalOrder())
        .orElse(role);
  }

  /**
   * Whoever was given it to prepare may, in any role in which one may ask: roles change meanwhile.
   * Taking it gives no role.
   */
  private static Optional<Role> submitter(Collection<Role> roles) {
    return roles.stream().filter(Role::maySubmit).max(Comparator.naturalOrder());
  }

  private static Optional<Role> lowestSufficing(Set<String> groups, Collection<Role> roles) {
    return roles.stream()
        .filter(
            role ->
                groups.stream()
                    .flatMap(group -> Role.ofId(group).stream())
                    .anyMatch(role::mayActFor))
        .min(Comparator.naturalOrder());
  }
}
