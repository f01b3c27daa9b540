package film.finalsay.greenlight.committee;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.RecordedAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds a vote, from the asking to the count. */
@Service
@Transactional
public class Rounds {

  /** Clocks of two nodes differ, and a timer is set a moment before the round is on record. */
  private static final Duration TOLERANCE = Duration.ofMinutes(10);

  private final CommitteeRepository rounds;
  private final Votes votes;
  private final Committees committees;
  private final ApprovalRegister register;
  private final RecordedAnswers answers;
  private final Ledger ledger;
  private final Clock clock;

  Rounds(
      CommitteeRepository rounds,
      Votes votes,
      Committees committees,
      ApprovalRegister register,
      RecordedAnswers answers,
      Ledger ledger,
      Clock clock) {
    this.rounds = rounds;
    this.votes = votes;
    this.committees = committees;
    this.register = register;
    this.answers = answers;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Who is asked, and by when.
   *
   * @param voters each in one seat
   */
  public record Convened(List<String> voters, Instant due) {}

  /** Whether a committee votes before the executive producer decides. */
  @Transactional(readOnly = true)
  public boolean hasCommittee(String processInstanceId) {
    return committees.frozen(register.carriedBy(processInstanceId)).isPresent();
  }

  /**
   * Opens a round.
   *
   * @throws BusinessRuleException (conflict) if it could not come to a result, or nobody decide
   *     after it
   */
  public Convened convene(String processInstanceId) {
    Approval approval = register.lockCarriedBy(processInstanceId);
    Committee committee = votes.committee(approval);
    List<Decision> decisions = register.decisions(approval.key());
    Eligibility eligible =
        committees.eligible(committee, approval.filmId(), approval.requester(), decisions);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Round round =
        new Round(
            approval.key(),
            rounds.findRounds(approval.key()).size() + 1,
            decisions.size(),
            now,
            committee.due(now),
            eligible.voters().stream().map(Seat::number).collect(Collectors.toSet()),
            null);
    rounds.insert(round);
    List<String> voters = eligible.voters().stream().map(Seat::person).toList();
    ledger.append(
        approval.filmId(),
        Event.of(Happening.COMMITTEE_CONVENED)
            .on(approval.key())
            .with("round", round.number())
            .with("voters", String.join(",", voters))
            .with("due", round.dueAt()));
    return new Convened(voters, round.dueAt());
  }

  /**
   * Records the votes that were not given until the deadline.
   *
   * @throws BusinessRuleException (conflict) while it lies ahead, or no round is open
   */
  public void recordMissing(String processInstanceId) {
    Approval approval = register.lockCarriedBy(processInstanceId);
    Round round = votes.open(approval);
    if (clock.instant().plus(TOLERANCE).isBefore(round.dueAt())) {
      throw conflict("There is time to vote until %s.", round.dueAt());
    }
    for (Vote vote : votes.of(approval, round)) {
      if (vote.outcome() == null) {
        answers.recordSilence(
            processInstanceId,
            Steps.CAST_VOTE,
            Steps.CAST_VOTE_NAME,
            Role.COMMITTEE_MEMBER,
            Outcome.VOTE_MISSING,
            "%s (%s)".formatted(vote.seat().person(), vote.seat().title()));
      }
    }
  }

  /**
   * Counts the round that is open.
   *
   * @throws BusinessRuleException (conflict) if none is, or somebody may still vote
   */
  public Tally count(String processInstanceId) {
    Approval approval = register.lockCarriedBy(processInstanceId);
    Round round = votes.open(approval);
    List<Vote> cast = votes.of(approval, round);
    if (!isOver(approval, round, cast)) {
      throw conflict(
          "The votes on %s are not counted before all are in, or until %s.",
          approval.key(), round.dueAt());
    }
    Tally tally = votes.tally(approval, cast);
    rounds.count(round, tally, clock.instant());
    ledger.append(
        approval.filmId(),
        Event.of(Happening.VOTES_COUNTED)
            .on(approval.key())
            .with("round", round.number())
            .with("for", tally.votesFor())
            .with("against", tally.votesAgainst())
            .with("abstained", tally.abstained())
            .with("missing", tally.missing())
            .with("result", tally.result()));
    return tally;
  }

  /** All are in, or those that are not are on record as missing. */
  private boolean isOver(Approval approval, Round round, List<Vote> cast) {
    List<Decision> all = register.decisions(approval.key());
    long missing =
        all.subList(round.decisionsBefore(), all.size()).stream()
            .filter(decision -> decision.outcome() == Outcome.VOTE_MISSING)
            .count();
    return cast.stream().filter(vote -> vote.outcome() == null).count() == missing;
  }
}
