package film.finalsay.approval;

import static film.finalsay.approval.BusinessRuleException.forbidden;

import java.time.Instant;
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

  /** What of it agrees to nothing, and so is no decision on what is asked for now. */
  private static final Set<Outcome> SENT_BACK = EnumSet.of(Outcome.RETURN, Outcome.RETURN_PACKAGE);

  private SeparationOfDuties() {}

  /**
   * @param earlier the answers given so far on this approval, and on those of the processes that
   *     belong together with its own, in their order
   * @param asked when the question was put that is to be answered
   * @throws BusinessRuleException (forbidden) if this person asked for the approval, had a hand in
   *     preparing it, or has answered on it before at another step, or at this one on what lies
   *     there now
   */
  public static void require(
      Approval approval, HumanStep step, List<Decision> earlier, Instant asked, String person) {
    if (step.isPreparation()) {
      return;
    }
    if (LoginName.same(person, approval.requester())) {
      throw forbidden(
          "You asked for %s yourself: nobody decides their own request.", approval.key());
    }
    List<Decision> own =
        earlier.stream().filter(decision -> LoginName.same(person, decision.person())).toList();
    own.stream()
        .filter(decision -> decision.outcome().isPreparation())
        .findFirst()
        .ifPresent(
            decision -> {
              throw forbidden(
                  "You had a hand in %s yourself: nobody decides what they prepared.",
                  decision.approvalKey());
            });
    if (step.isConsultation() || closesConditions(approval, step, earlier, person)) {
      return;
    }
    own.stream()
        .filter(decision -> !decision.outcome().isConsultation())
        .filter(decision -> !decision.step().equals(step.id()))
        .filter(decision -> !decidesAnew(step, own))
        .findFirst()
        .ifPresent(
            decision -> {
              throw forbidden(
                  "You have answered on %s already, at \"%s\": another person has to answer here.",
                  decision.approvalKey(), decision.stepName());
            });
    if (hasAnsweredHere(step, earlier, asked, person)) {
      throw forbidden(
          "You have answered \"%s\" of %s already: another person has to answer this one.",
          step.name(), approval.key());
    }
  }

  /**
   * Who approved on conditions says whether they are met, each of them: that is one decision, not
   * two. So does whoever steps in and has agreed to nothing before the conditions were set.
   */
  private static boolean closesConditions(
      Approval approval, HumanStep step, List<Decision> earlier, String person) {
    if (approval.state() != ApprovalState.CONDITIONAL || !step.isConfirmation()) {
      return false;
    }
    boolean set = false;
    for (Decision decision : earlier) {
      Outcome outcome = decision.outcome();
      set = outcome == Outcome.APPROVE_WITH_CONDITIONS || set && outcome != Outcome.RESUBMIT;
      if (LoginName.same(person, decision.person())
          && !outcome.isConsultation()
          && !(set ? ON_CONDITIONS : SENT_BACK).contains(outcome)) {
        return false;
      }
    }
    return true;
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

  /**
   * Since it was last prepared before it was asked; what was prepared anew may be looked at anew,
   * and what is prepared beside an open question does not ask it anew.
   */
  private static boolean hasAnsweredHere(
      HumanStep step, List<Decision> earlier, Instant asked, String person) {
    boolean answered = false;
    for (Decision decision : earlier) {
      if (decision.outcome().isPreparation() && !decision.decidedAt().isAfter(asked)) {
        answered = false;
      } else if (decision.step().equals(step.id()) && LoginName.same(person, decision.person())) {
        answered = true;
      }
    }
    return answered;
  }
}
