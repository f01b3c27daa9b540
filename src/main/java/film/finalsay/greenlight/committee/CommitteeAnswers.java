package film.finalsay.greenlight.committee;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.Outcome;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may vote, and what the final say may be once the votes are counted: nothing that was vetoed,
 * and an override only with its reason.
 */
@Service
@Transactional
public class CommitteeAnswers {

  private static final Set<Outcome> APPROVING =
      EnumSet.of(Outcome.APPROVE, Outcome.APPROVE_WITH_CONDITIONS);

  private final Votes votes;
  private final Committees committees;
  private final Ledger ledger;

  CommitteeAnswers(Votes votes, Committees committees, Ledger ledger) {
    this.votes = votes;
    this.committees = committees;
    this.ledger = ledger;
  }

  /**
   * Whether somebody may vote like this, or have the final say like this.
   *
   * @throws BusinessRuleException if not
   */
  @Transactional(readOnly = true)
  public void requireMayAnswer(GivenAnswer answer) {
    Optional<Committee> committee = committees.frozen(answer.approval());
    if (committee.isEmpty()) {
      return;
    }
    if (answer.outcome().isVote()) {
      requireSeat(answer);
    } else if (answer.step().id().equals(Steps.DECIDE)) {
      requireMayDecide(answer);
    }
  }

  /**
   * Stands before the effect: where there is a committee, it has been heard on what is asked for
   * now, and has not vetoed it.
   *
   * @throws BusinessRuleException (conflict) if that is not so
   */
  @Transactional(readOnly = true)
  public void requireHeard(Approval approval) {
    if (committees.frozen(approval).isPresent()) {
      requireNotVetoed(approval, requireCounted(approval));
      requireNobodyBarred(approval);
    }
  }

  /** Enters in the ledger that the final say was another one than the committee's. */
  public void answered(GivenAnswer answer) {
    if (!answer.step().id().equals(Steps.DECIDE)) {
      return;
    }
    votes
        .standing(answer.approval())
        .filter(tally -> isOverride(tally, answer.outcome()))
        .ifPresent(
            tally ->
                ledger.append(
                    answer.approval().filmId(),
                    Event.of(Happening.COMMITTEE_OVERRIDDEN)
                        .on(answer.approval().key())
                        .by(answer.person(), answer.role())
                        .with("result", tally.result())
                        .with("decision", answer.outcome())
                        .with("because", answer.comment())));
  }

  private void requireSeat(GivenAnswer answer) {
    Round round = votes.open(answer.approval());
    boolean theirs =
        votes.of(answer.approval(), round).stream()
            .filter(vote -> vote.outcome() == null)
            .anyMatch(vote -> vote.seat().person().equals(answer.person()));
    if (!theirs || !answer.person().equals(answer.about())) {
      throw forbidden(
          "You have no vote to cast on %s: each seat votes once in a round, for itself.",
          answer.approval().key());
    }
  }

  private void requireMayDecide(GivenAnswer answer) {
    Tally tally = requireCounted(answer.approval());
    if (!APPROVING.contains(answer.outcome())) {
      return;
    }
    requireNotVetoed(answer.approval(), tally);
    requireNobodyBarred(answer.approval());
    if (isOverride(tally, answer.outcome()) && answer.comment().isEmpty()) {
      throw invalid(
          "comment",
          "is missing; the committee's vote was \"%s\", and whoever overrides it writes why.",
          tally.result().inWords());
    }
  }

  /** An interest that comes to light after the count takes the count its worth. */
  private void requireNobodyBarred(Approval approval) {
    if (!votes.isCountStillRight(approval)) {
      throw conflict(
          "Somebody who voted on %s has an interest in it that was not known when the votes were counted: return it, so that the committee votes anew.",
          approval.key());
    }
  }

  private Tally requireCounted(Approval approval) {
    return votes
        .standing(approval)
        .orElseThrow(
            () ->
                conflict(
                    "The committee's votes on %s as it is now have not been counted.",
                    approval.key()));
  }

  private static void requireNotVetoed(Approval approval, Tally tally) {
    if (tally.result() == Result.VETOED) {
      throw conflict(
          "%s was vetoed in the committee; it can be returned or rejected, and not approved.",
          approval.key());
    }
  }

  /** Going against the committee: approving what it has not carried, rejecting what it has. */
  private static boolean isOverride(Tally tally, Outcome outcome) {
    return switch (outcome) {
      case APPROVE, APPROVE_WITH_CONDITIONS -> tally.result() != Result.CARRIED;
      case REJECT -> tally.result() == Result.CARRIED;
      default -> false;
    };
  }
}
