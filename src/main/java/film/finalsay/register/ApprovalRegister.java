package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Money;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.approval.RunningProcesses;
import film.finalsay.approval.Scope;
import film.finalsay.approval.TableRuling;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.Declaration.Trait;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every approval: filed under its number, amended when it comes back, and found with its answers.
 */
@Service
@Transactional
public class ApprovalRegister {

  private final ApprovalRepository approvals;
  private final Films films;
  private final ApprovalEntries entries;
  private final Recusals recusals;
  private final RequestKinds kinds;
  private final Cases cases;
  private final RunningProcesses processes;
  private final Clock clock;

  ApprovalRegister(
      ApprovalRepository approvals,
      Films films,
      ApprovalEntries entries,
      Recusals recusals,
      RequestKinds kinds,
      Cases cases,
      RunningProcesses processes,
      Clock clock) {
    this.approvals = approvals;
    this.films = films;
    this.entries = entries;
    this.recusals = recusals;
    this.kinds = kinds;
    this.cases = cases;
    this.processes = processes;
    this.clock = clock;
  }

  /**
   * Files a request for approval. Call it with the film locked, and {@link #requested} when what is
   * asked for is on file.
   *
   * @param amount null where no money moves
   * @throws BusinessRuleException (forbidden) if the requester holds no role on the film in which
   *     one may ask; (conflict) if the process carries a request, the caller's key has been used
   *     for one, or another is open of a kind of which there is one at a time
   */
  public Approval file(ApprovalKind kind, Film film, Filing filing, String subject, Money amount) {
    Role role = films.submitterRole(filing.requester(), film, kinds.of(kind).declared().askedBy());
    requireNew(kind, film, filing);
    requireNoneOpen(kind, film);
    Approval approval =
        new Approval(
            films.nextKey(film, kind, kinds.of(kind).declared().letters()),
            kind,
            film.id(),
            filing.processInstanceId(),
            subject,
            filing.requester(),
            role,
            ApprovalState.PENDING,
            amount,
            clock.instant(),
            null);
    approvals.insert(approval, filing.callerKey());
    return approval;
  }

  /**
   * Enters in the ledger what is asked for, whole, and who does not decide it.
   *
   * @param asked the roles whose answers are needed, each from another person
   * @throws BusinessRuleException (conflict) if it cannot today, without who asks and who has an
   *     interest in it
   */
  public void requested(Approval approval, List<Role> asked) {
    recusals.requireDeciders(approval, asked, Set.of());
    entries.requested(approval);
    recusals.enter(approval);
  }

  /**
   * @param asked roles whose answers are needed besides those that were given
   * @throws BusinessRuleException (conflict) if the team cannot give them today, each from another
   *     person and without who asks, has answered already or has an interest in it
   */
  @Transactional(readOnly = true)
  public void requireAnswerable(Approval approval, List<Role> asked) {
    Set<String> answered =
        Answers.sinceLastSubmission(approvals.decisions(approval.key())).stream()
            .filter(decision -> !decision.outcome().isConsultation())
            .map(Decision::person)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    recusals.requireDeciders(approval, asked, answered);
  }

  /**
   * The request with new content; its number and its history stay. Call {@link #amended} when the
   * content is on file.
   *
   * @throws BusinessRuleException (conflict) unless it has just been resubmitted
   */
  public Approval amend(Approval approval, String subject, Money amount) {
    List<Decision> decisions = approvals.decisions(approval.key());
    if (decisions.isEmpty() || decisions.get(decisions.size() - 1).outcome() != Outcome.RESUBMIT) {
      throw conflict("%s has not been resubmitted, so it cannot be amended.", approval.key());
    }
    Approval amended = approval.amended(subject, amount);
    approvals.update(amended);
    return amended;
  }

  /**
   * Enters in the ledger what is asked for from now on, whole, and who does not decide it.
   *
   * @throws BusinessRuleException (conflict) as for {@link #requested}
   */
  public void amended(Approval approval, List<Role> asked) {
    recusals.requireDeciders(approval, asked, Set.of());
    List<Decision> decisions = approvals.decisions(approval.key());
    entries.amended(approval, decisions.get(decisions.size() - 1));
    recusals.enter(approval);
  }

  /**
   * Enters in the ledger who decides, and why.
   *
   * @param because a sentence
   */
  public void ruled(Approval approval, Role decidedBy, Set<Role> consents, String because) {
    entries.ruled(approval, decidedBy, consents, because);
  }

  /** Enters in the ledger what a decision table said on the way of a process that was drawn. */
  void ruled(Approval approval, TableRuling ruling) {
    if (approval.kind().equals(ApprovalKind.GENERAL)) {
      entries.ruled(approval, ruling);
    }
  }

  /** Of this process itself, and of none by which it is called. */
  boolean isFiled(String processInstanceId) {
    return approvals.findByProcess(processInstanceId).isPresent();
  }

  /** Its own, or else that of the nearest of the processes by which it is called. */
  Optional<Approval> found(String processInstanceId) {
    return approvals
        .findByProcess(processInstanceId)
        .or(
            () ->
                processes.callers(processInstanceId).stream()
                    .flatMap(caller -> approvals.findByProcess(caller).stream())
                    .findFirst());
  }

  /** An approval with all that is on file about it. */
  public Case request(Approval approval) {
    return cases.of(approval);
  }

  /**
   * The approval that a process carries, or works on for the one by which it is called.
   *
   * @throws BusinessRuleException (conflict) if there is none
   */
  public Approval carriedBy(String processInstanceId) {
    return found(processInstanceId).orElseThrow(ApprovalRegister::nothingFiled);
  }

  /**
   * @throws BusinessRuleException (not found) if there is none
   */
  @Transactional(readOnly = true)
  public Approval byKey(String key) {
    return approvals.find(key).orElseThrow(() -> notFound("There is no approval %s.", key));
  }

  @Transactional(readOnly = true)
  public List<Approval> ofFilm(String filmId, int limit, long offset) {
    return approvals.findByFilm(filmId, limit, offset);
  }

  /** The approvals of several films that are open, the oldest first. */
  @Transactional(readOnly = true)
  public List<Approval> open(Collection<String> filmIds) {
    return approvals.findOpen(filmIds);
  }

  /** A film's approvals that were given from a time on, and before another, the oldest first. */
  @Transactional(readOnly = true)
  public List<Approval> approvedBetween(String filmId, Instant from, Instant before) {
    return approvals.findApproved(filmId, from, before);
  }

  /** The kinds for whose decision a role that is for this is enough. */
  public Set<ApprovalKind> kindsAbout(Scope matter) {
    return kinds.all().stream()
        .filter(kind -> kinds.of(kind).matter().filter(matter::equals).isPresent())
        .collect(Collectors.toSet());
  }

  /** A film's approvals of a kind that are open or approved, the oldest first. */
  @Transactional(readOnly = true)
  public List<Approval> standing(String filmId, ApprovalKind kind) {
    return approvals.findStanding(filmId).stream()
        .filter(approval -> approval.kind().equals(kind))
        .toList();
  }

  /** Whether it was approved, whatever has become of it since. */
  @Transactional(readOnly = true)
  public boolean wasApproved(Approval approval) {
    return approval.state() == ApprovalState.APPROVED
        || approval.state() == ApprovalState.REOPENED
        || approvals.sealOf(approval.key()).isPresent();
  }

  /** In the order in which they were given. */
  @Transactional(readOnly = true)
  public List<Decision> decisions(String key) {
    return approvals.decisions(key);
  }

  /** A film's requests of a kind as they are on file, in whatever state, the oldest first. */
  @Transactional(readOnly = true)
  public List<Case> filed(Film film, ApprovalKind kind) {
    return approvals.findByKind(film.id(), kind).stream().map(cases::of).toList();
  }

  /** Those on whatever several processes carry, in the order in which they were given. */
  List<Decision> decisionsOn(Approval approval, Set<String> processInstanceIds) {
    return processInstanceIds.equals(Set.of(approval.processInstanceId()))
        ? decisions(approval.key())
        : approvals.decisionsOn(processInstanceIds);
  }

  /** Those of several approvals that have any, by approval; each in the order they were given. */
  @Transactional(readOnly = true)
  public Map<String, List<Decision>> decisions(Collection<String> keys) {
    return approvals.decisions(keys).stream().collect(Collectors.groupingBy(Decision::approvalKey));
  }

  /**
   * The approval that a process carries, held against every other answer until the transaction ends
   * by the lock of its film.
   */
  public Approval lockCarriedBy(String processInstanceId) {
    return lockFound(processInstanceId).orElseThrow(ApprovalRegister::nothingFiled);
  }

  /** The same; empty if there is none, or none any more. */
  Optional<Approval> lockFound(String processInstanceId) {
    // what is read before the lock would have to be read again
    processes.film(processInstanceId).ifPresent(films::hold);
    return found(processInstanceId)
        .map(
            carried -> {
              films.hold(carried.filmId());
              return carriedBy(carried.processInstanceId());
            });
  }

  private static BusinessRuleException nothingFiled() {
    return conflict("No request for approval has been filed by this process.");
  }

  /**
   * @throws BusinessRuleException (conflict) if another is open of a kind of which there is one at
   *     a time
   */
  void requireNoneOpen(ApprovalKind kind, Film film) {
    if (!kinds.of(kind).is(Trait.ONE_AT_A_TIME)) {
      return;
    }
    standing(film.id(), kind).stream()
        .filter(other -> !other.state().isFinal())
        .findFirst()
        .ifPresent(
            other -> {
              throw conflict(
                  "%s is open already: \"%s\". It is settled or withdrawn before the next of its kind.",
                  other.key(), other.subject());
            });
  }

  private void requireNew(ApprovalKind kind, Film film, Filing filing) {
    if (isFiled(filing.processInstanceId())) {
      throw conflict("This process carries an approval already.");
    }
    if (filing.callerKey() == null) {
      return;
    }
    approvals
        .findByCallerKey(film.id(), kind, filing.callerKey())
        .ifPresent(
            filed -> {
              throw conflict(
                  "What you call \"%s\" has been filed already, as %s.",
                  filing.callerKey(), filed.key());
            });
  }
}
