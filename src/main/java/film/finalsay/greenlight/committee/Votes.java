package film.finalsay.greenlight.committee;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.LoginName;
import film.finalsay.approval.Outcome;
import film.finalsay.register.ApprovalRegister;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rounds in which a committee was asked, and what it said in each, by the answers on record.
 */
@Service
@Transactional(readOnly = true)
public class Votes {

  private final RoundRepository rounds;
  private final Committees committees;
  private final ApprovalRegister register;

  Votes(RoundRepository rounds, Committees committees, ApprovalRegister register) {
    this.rounds = rounds;
    this.committees = committees;
    this.register = register;
  }

  /** The rounds of a request in their order. */
  public List<Round> rounds(Approval approval) {
    return rounds.find(approval.key());
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
        .findLast(approval.key())
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
        .findLast(approval.key())
        .filter(round -> !round.isCounted())
        .orElseThrow(() -> conflict("No vote is being held on %s.", approval.key()));
  }

  /** Whether the last round would be counted the same, by the interests that are known now. */
  boolean isCountStillRight(Approval approval) {
    Round round = rounds.findLast(approval.key()).orElseThrow();
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
}
