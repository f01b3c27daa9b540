package film.finalsay.greenlight.committee;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Decision;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.approval.Withheld;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.RecordedAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Votes from the asking to the count, and the final say after it. All of it goes by the answers on
 * record.
 */
@Service
@Transactional
public class Rounds implements Withheld {

  /** Clocks of two nodes differ, and a timer is set a moment before the round is on record. */
  private static final Duration TOLERANCE = Duration.ofMinutes(10);

  private static final Set<Outcome> APPROVING =
      EnumSet.of(Outcome.APPROVE, Outcome.APPROVE_WITH_CONDITIONS);

  private final RoundRepository rounds;
  private final Committees committees;
  private final ApprovalRegister register;
  private final RecordedAnswers answers;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  Rounds(
      RoundRepository rounds,
      Committees committees,
      ApprovalRegister register,
      RecordedAnswers answers,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.rounds = rounds;
    this.committees = committees;
    this.register = register;
    this.answers = answers;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Who is asked, and by when.
   *
   * @param voters each in one seat
   */
  public record Convened(List<String> voters, Instant due) {}

  /**
   * Opens a round.
   *
   * @throws Refusal (conflict) if it could not come to a result, or nobody decide after it
   */
  public Convened convene(String processInstanceId) {
    Approval approval = locked(processInstanceId);
    Committee committee = committee(approval);
    List<Decision> decisions = register.decisions(approval.key());
    Eligibility eligible =
        Eligibility.of(
            committee,
            films.holdersOfRoles(approval.filmId()),
            committees.barred(approval.filmId(), approval.requester()),
            decisions);
    eligible.requireSuffices(committee);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Round round =
        new Round(
            approval.key(),
            rounds.find(approval.key()).size() + 1,
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
   * @throws Refusal (conflict) while it lies ahead, or no round is open
   */
  public void recordMissing(String processInstanceId) {
    Approval approval = locked(processInstanceId);
    Round round = open(approval);
    if (clock.instant().plus(TOLERANCE).isBefore(round.dueAt())) {
      throw Refusal.conflict("There is time to vote until %s.".formatted(round.dueAt()));
    }
    for (Vote vote : votes(approval, round)) {
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
   * @throws Refusal (conflict) if none is, or somebody may still vote
   */
  public Tally count(String processInstanceId) {
    Approval approval = locked(processInstanceId);
    Round round = open(approval);
    List<Vote> votes = votes(approval, round);
    if (!isOver(approval, round, votes)) {
      throw Refusal.conflict(
          "The votes on %s are not counted before all are in, or until %s."
              .formatted(approval.key(), round.dueAt()));
    }
    Tally tally = tally(approval, votes);
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

  /** The rounds of a request in their order. */
  @Transactional(readOnly = true)
  public List<Round> of(Approval approval) {
    return rounds.find(approval.key());
  }

  /** The votes of a round, as far as there are any, in the order of the seats. */
  @Transactional(readOnly = true)
  public List<Vote> votes(Approval approval, Round round) {
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

  private static Vote vote(Seat seat, Decision given, Round round) {
    return given == null
        ? new Vote(seat, round.isCounted() ? Outcome.VOTE_MISSING : null, "", null)
        : new Vote(seat, given.outcome(), given.comment(), given.decidedAt());
  }

  /** What the committee said of the request as it is now; empty until it has been counted. */
  @Transactional(readOnly = true)
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
   * Whether somebody may vote like this, or have the final say like this.
   *
   * @throws Refusal if not
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

  private void requireSeat(GivenAnswer answer) {
    Round round = open(answer.approval());
    boolean theirs =
        votes(answer.approval(), round).stream()
            .filter(vote -> vote.outcome() == null)
            .anyMatch(vote -> vote.seat().person().equals(answer.person()));
    if (!theirs || !answer.person().equals(answer.about())) {
      throw Refusal.forbidden(
          "You have no vote to cast on %s: each seat votes once in a round, for itself."
              .formatted(answer.approval().key()));
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
      throw Refusal.invalid(
          "comment",
          "is missing; the committee's vote was \"%s\", and whoever overrides it writes why."
              .formatted(tally.result().inWords()));
    }
  }

  /** Enters in the ledger that the final say was another one than the committee's. */
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

  /**
   * Stands before the effect: where there is a committee, it has been heard on what is asked for
   * now, and has not vetoed it.
   *
   * @throws Refusal (conflict) if that is not so
   */
  @Transactional(readOnly = true)
  public void requireHeard(Approval approval) {
    if (committees.frozen(approval).isPresent()) {
      requireNotVetoed(approval, requireCounted(approval));
      requireNobodyBarred(approval);
    }
  }

  /** An interest that comes to light after the count takes the count its worth. */
  private void requireNobodyBarred(Approval approval) {
    Round round = rounds.findLast(approval.key()).orElseThrow();
    if (!tally(approval, votes(approval, round)).equals(round.tally())) {
      throw Refusal.conflict(
          "Not everybody who voted on %s is without an interest in it as when it was counted: return it, so that the committee votes anew."
              .formatted(approval.key()));
    }
  }

  /** Whoever has an interest in it has no vote. */
  private Tally tally(Approval approval, List<Vote> votes) {
    Set<String> barred = committees.barred(approval.filmId(), approval.requester());
    return Tally.of(
        committee(approval),
        votes.stream()
            .map(vote -> barred.contains(vote.seat().person()) ? vote.missing() : vote)
            .toList());
  }

  /** Going against the committee: approving what it has not carried, rejecting what it has. */
  static boolean isOverride(Tally tally, Outcome outcome) {
    return switch (outcome) {
      case APPROVE, APPROVE_WITH_CONDITIONS -> tally.result() != Result.CARRIED;
      case REJECT -> tally.result() == Result.CARRIED;
      default -> false;
    };
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Instant> votesSince(Collection<String> approvalKeys) {
    return rounds.openAndHidden(approvalKeys);
  }

  private Tally requireCounted(Approval approval) {
    return standing(approval)
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "The committee's votes on %s as it is now have not been counted."
                        .formatted(approval.key())));
  }

  private static void requireNotVetoed(Approval approval, Tally tally) {
    if (tally.result() == Result.VETOED) {
      throw Refusal.conflict(
          "%s was vetoed in the committee; it can be returned or rejected, and not approved."
              .formatted(approval.key()));
    }
  }

  /** All are in, or those that are not are on record as missing. */
  private boolean isOver(Approval approval, Round round, List<Vote> votes) {
    List<Decision> all = register.decisions(approval.key());
    long missing =
        all.subList(round.decisionsBefore(), all.size()).stream()
            .filter(decision -> decision.outcome() == Outcome.VOTE_MISSING)
            .count();
    return votes.stream().filter(vote -> vote.outcome() == null).count() == missing;
  }

  private Committee committee(Approval approval) {
    return committees
        .frozen(approval)
        .orElseThrow(() -> Refusal.conflict("%s has no committee.".formatted(approval.key())));
  }

  private Round open(Approval approval) {
    return rounds
        .findLast(approval.key())
        .filter(round -> !round.isCounted())
        .orElseThrow(
            () -> Refusal.conflict("No vote is being held on %s.".formatted(approval.key())));
  }

  private Approval locked(String processInstanceId) {
    films.lock(register.carriedBy(processInstanceId).filmId());
    return register.carriedBy(processInstanceId);
  }
}
