package film.finalsay.approval;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Nobody decides their own request, at any level; who prepared it is as good as who asked for it.
 * And each pair of eyes is another person's: who has decided at one step decides at no other. To be
 * consulted is neither.
 */
public final class SeparationOfDuties {

  /** What whoever sets conditions may have said before, and still close them. */
  private static final Set<Outcome> ON_CONDITIONS =
      EnumSet.of(
          Outcome.APPROVE_WITH_CONDITIONS,
          Outcome.RETURN,
          Outcome.RETURN_PACKAGE,
          Outcome.CONFIRM,
          Outcome.WAIVE,
          Outcome.EXTEND);

  private SeparationOfDuties() {}

  /**
   * @param earlier the answers given on this approval so far, in their order
   * @throws Refusal (forbidden) if this person asked for the approval, had a hand in preparing it,
   *     or has answered on it before at another step, or at this one on what lies there now
   */
  public static void require(
      Approval approval, HumanStep step, List<Decision> earlier, String person) {
    if (step.isPreparation()) {
      return;
    }
    if (LoginName.same(person, approval.requester())) {
      throw Refusal.forbidden(
          "You asked for %s yourself: nobody decides their own request.".formatted(approval.key()));
    }
    List<Decision> own =
        earlier.stream().filter(decision -> LoginName.same(person, decision.person())).toList();
    if (own.stream().anyMatch(decision -> decision.outcome().isPreparation())) {
      throw Refusal.forbidden(
          "You had a hand in %s yourself: nobody decides what they prepared."
              .formatted(approval.key()));
    }
    if (step.isConsultation()) {
      return;
    }
    own.stream()
        .filter(decision -> !decision.outcome().isConsultation())
        .filter(decision -> !decision.step().equals(step.id()))
        .filter(decision -> !closesOwnConditions(step, own) && !decidesAnew(step, own))
        .findFirst()
        .ifPresent(
            decision -> {
              throw Refusal.forbidden(
                  "You have answered on %s already, at \"%s\": another person has to answer here."
                      .formatted(approval.key(), decision.stepName()));
            });
    if (!step.isConfirmation() && hasAnsweredHere(step, earlier, person)) {
      throw Refusal.forbidden(
          "You have answered \"%s\" of %s already: another person has to answer this one."
              .formatted(step.name(), approval.key()));
    }
  }

  /** Who approved on conditions says whether they are met: that is one decision, not two. */
  private static boolean closesOwnConditions(HumanStep step, List<Decision> own) {
    return step.isConfirmation()
        && own.stream()
            .allMatch(
                decision ->
                    decision.outcome().isConsultation()
                        || decision.step().equals(step.id())
                        || ON_CONDITIONS.contains(decision.outcome()));
  }

  /** Who approved on conditions, and had it returned whole, decides it again. */
  private static boolean decidesAnew(HumanStep step, List<Decision> own) {
    boolean decided =
        own.stream()
            .anyMatch(
                decision ->
                    decision.step().equals(step.id())
                        && decision.outcome() == Outcome.APPROVE_WITH_CONDITIONS);
    return decided
        && own.stream()
            .filter(decision -> !decision.step().equals(step.id()))
            .allMatch(
                decision ->
                    decision.outcome().isConsultation()
                        || ON_CONDITIONS.contains(decision.outcome()));
  }

  /** Since it was last prepared; what was prepared anew may be looked at anew. */
  private static boolean hasAnsweredHere(HumanStep step, List<Decision> earlier, String person) {
    boolean answered = false;
    for (Decision decision : earlier) {
      if (decision.outcome().isPreparation()) {
        answered = false;
      } else if (decision.step().equals(step.id()) && LoginName.same(person, decision.person())) {
        answered = true;
      }
    }
    return answered;
  }
}
