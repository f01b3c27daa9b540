package film.finalsay.greenlight.committee;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.LoginName;
import film.finalsay.approval.Outcome;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.register.ApprovalRegister;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rounds in which a committee was asked, and what it said in each, by the answers on record:
 * who may vote, and what the final say may be once the votes are counted. Nothing that was vetoed
 * is approved, and nothing overridden without its reason.
 */
@Service
@Transactional(readOnly = true)
public class Votes {

  private final CommitteeRepository rounds;
  private final Committees committees;
  private final ApprovalRegister register;
  private final Ledger ledger;

  Votes(
      CommitteeRepository rounds, Committees committees, ApprovalRegister register, Ledger ledger) {
    this.rounds = rounds;
    this.committees = committees;
    this.register = register;
    this.ledger = ledger;
  }

  /** The rounds of a request in their order. */
  public List<Round> rounds(Approval approval) {
    return rounds.findRounds(approval.key());
  }

  /** The votes of a round, as far as there are any, in the order of the seats. */
  public List<Vote> of(Approval approval, Round round) {
    List<Decision> all = register.decisions(approval.key());
    List<Decision> since = all.subList(Math.min(round.decisionsBefore(), all.size()), all.size());
    int end = 0;
    while (end < since.size() && !since.get(end).outcome().isPreparation()) {
      end++;
    }
    Map<String, Decision> given =
        since.subList(0, end).stream()
            .filter(decision -> decision.step().equals(Steps.CAST_VOTE))
            .filter(decision -> decision.person() != null && decision.outcome().isVote())
            .collect(
                Collectors.toMap(Decision::person, decision -> decision, (first, again) -> first));
    return committee(approval).seats().stream()
        .filter(seat -> round.voters().contains(seat.number()))
        .map(seat -> vote(seat, given.get(seat.person()), round))
        .toList();
  }

  /** What the committee said of the request as it is now; empty until it has been counted. */
  public Optional<Tally> standing(Approval approval) {
    List<Decision> decisions = register.decisions(approval.key());
    return rounds
        .findLastRound(approval.key())
        .filter(Round::isCounted)
        .filter(
            round ->
                decisions.subList(round.decisionsBefore(), decisions.size()).stream()
                    .noneMatch(decision -> decision.outcome() == Outcome.RESUBMIT))
        .map(Round::tally);
  }

  /**
   * The round that is being held.
   *
   * @throws BusinessRuleException (conflict) if none is
   */
  Round open(Approval approval) {
    return rounds
        .findLastRound(approval.key())
        .filter(round -> !round.isCounted())
        .orElseThrow(() -> conflict("No vote is being held on %s.", approval.key()));
  }

  /** Whether the last round would be counted the same, by the interests that are known now. */
  boolean isCountStillRight(Approval approval) {
    Round round = rounds.findLastRound(approval.key()).orElseThrow();
    return tally(approval, of(approval, round)).equals(round.tally());
  }

  /** Whoever has an interest in it has no vote. */
  Tally tally(Approval approval, List<Vote> votes) {
    Set<String> barred = committees.barred(approval.filmId(), approval.requester());
    return Tally.of(
        committee(approval),
        votes.stream()
            .map(vote -> isAmong(barred, vote.seat().person()) ? vote.missing() : vote)
            .toList());
  }

  private static boolean isAmong(Set<String> barred, String person) {
    return barred.stream().anyMatch(who -> LoginName.same(who, person));
  }

  private static Vote vote(Seat seat, Decision given, Round round) {
    return given == null
        ? new Vote(seat, round.isCounted() ? Outcome.VOTE_MISSING : null, "", null)
        : new Vote(seat, given.outcome(), given.comment(), given.decidedAt());
  }

  /**
   * @throws BusinessRuleException (conflict) if it has none
   */
  Committee committee(Approval approval) {
    return committees
        .frozen(approval)
        .orElseThrow(() -> conflict("%s has no committee.", approval.key()));
  }

  /**
   * Whether somebody may vote like this, or have the final say like this.
   *
   * @throws BusinessRuleException if not
   */
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
  public void requireHeard(Approval approval) {
    if (committees.frozen(approval).isPresent()) {
      requireNotVetoed(approval, requireCounted(approval));
      requireNobodyBarred(approval);
    }
  }

  /** Enters in the ledger that the final say was another one than the committee's. */
  @Transactional
  public void answered(GivenAnswer answer) {
    if (!answer.step().id().equals(Steps.DECIDE)) {
      return;
    }
    standing(answer.approval())
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
    Round round = open(answer.approval());
    boolean theirs =
        of(answer.approval(), round).stream()
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
    if (!answer.outcome().agrees()) {
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
    if (!isCountStillRight(approval)) {
      throw conflict(
          "Somebody who voted on %s has an interest in it that was not known when the votes were"
              + " counted: return it, so that the committee votes anew.",
          approval.key());
    }
  }

  private Tally requireCounted(Approval approval) {
    return standing(approval)
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
