package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Money;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every approval and every answer given on it; nothing is settled without the answers it needs. */
@Service
@Transactional
public class ApprovalRegister {

  private static final Set<Outcome> APPROVING =
      EnumSet.of(Outcome.APPROVE, Outcome.APPROVE_WITH_CONDITIONS, Outcome.APPROVE_WITH_DEPENDENTS);
  private static final Set<Outcome> REJECTING =
      EnumSet.of(Outcome.REJECT, Outcome.REFUSE, Outcome.REFUSAL_BY_SILENCE);
  private static final Set<Outcome> CONSENTING =
      EnumSet.of(Outcome.CONSENT, Outcome.CONSENT_BY_SILENCE);
  private static final Set<Outcome> CLOSING = EnumSet.of(Outcome.CONFIRM, Outcome.WAIVE);
  private static final Set<Outcome> AGREEING =
      EnumSet.of(
          Outcome.APPROVE,
          Outcome.APPROVE_WITH_CONDITIONS,
          Outcome.CONSENT,
          Outcome.CONSENT_BY_SILENCE,
          Outcome.CONFIRM);

  private final ApprovalRepository approvals;
  private final QuestionRepository questions;
  private final Subjects subjects;
  private final Films films;
  private final ApprovalEntries entries;
  private final Recusals recusals;
  private final SignedDocuments documents;
  private final Clock clock;

  ApprovalRegister(
      ApprovalRepository approvals,
      QuestionRepository questions,
      Subjects subjects,
      Films films,
      ApprovalEntries entries,
      Recusals recusals,
      SignedDocuments documents,
      Clock clock) {
    this.approvals = approvals;
    this.questions = questions;
    this.subjects = subjects;
    this.films = films;
    this.entries = entries;
    this.recusals = recusals;
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * Files a request for approval. Call it with the film locked, and {@link #requested} when what is
   * asked for is on file.
   *
   * @param amount null where no money moves
   * @throws Refusal (forbidden) if the requester holds no role on the film in which one may ask;
   *     (conflict) if the process carries a request, or the caller's key has been used for one
   */
  public Approval file(ApprovalKind kind, Film film, Filing filing, String subject, Money amount) {
    Role role = films.submitterRole(filing.requester(), film);
    requireNew(kind, film, filing);
    Approval approval =
        new Approval(
            films.nextKey(film, kind),
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

  /** Enters in the ledger what is asked for, whole, and who does not decide it. */
  public void requested(Approval approval) {
    entries.requested(approval);
    recusals.enter(approval);
  }

  /**
   * The same, once it is sure that the team can answer.
   *
   * @param asked the roles whose answers are needed, each from another person
   * @throws Refusal (conflict) if it cannot today, without who asks and who has an interest in it
   */
  public void requested(Approval approval, List<Role> asked) {
    recusals.requireDeciders(approval, asked);
    requested(approval);
  }

  /** Enters in the ledger what is asked for from now on, whole, and who does not decide it. */
  public void amended(Approval approval) {
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

  /**
   * Enters in the ledger what an approval did.
   *
   * @param facts what exactly, by name
   */
  public void tookEffect(Approval approval, Map<String, String> facts) {
    entries.tookEffect(approval, facts);
  }

  private void requireNew(ApprovalKind kind, Film film, Filing filing) {
    if (isFiled(filing.processInstanceId())) {
      throw Refusal.conflict("This process carries an approval already.");
    }
    if (filing.callerKey() == null) {
      return;
    }
    approvals
        .findByCallerKey(film.id(), kind, filing.callerKey())
        .ifPresent(
            filed -> {
              throw Refusal.conflict(
                  "What you call \"%s\" has been filed already, as %s."
                      .formatted(filing.callerKey(), filed.key()));
            });
  }

  /**
   * The request with new content; its number and its history stay. Call {@link #amended} when the
   * content is on file.
   *
   * @throws Refusal (conflict) unless it has just been resubmitted
   */
  public Approval amend(Approval approval, String subject, Money amount) {
    List<Decision> decisions = approvals.decisions(approval.key());
    if (decisions.isEmpty() || decisions.get(decisions.size() - 1).outcome() != Outcome.RESUBMIT) {
      throw Refusal.conflict(
          "%s is amended by resubmitting it, and it has not been.".formatted(approval.key()));
    }
    Approval amended = approval.amended(subject, amount);
    approvals.update(amended);
    return amended;
  }

  /**
   * Records that a role that was asked gave no answer until its deadline.
   *
   * @param outcome what silence means
   * @param comment where that is said; empty if nowhere
   */
  public void recordSilence(
      String processInstanceId,
      String step,
      String stepName,
      Role role,
      Outcome outcome,
      String comment) {
    Approval approval = lockCarriedBy(processInstanceId);
    record(approval, answer(approval, step, stepName, null, role, role, outcome, comment), null);
  }

  /**
   * Since when an open question waits for a role.
   *
   * @throws Refusal (conflict) if the role is asked nothing at this step
   */
  @Transactional(readOnly = true)
  public Instant askedSince(Approval approval, String step, Role role) {
    return questions
        .askedSince(approval.key(), step, role)
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "The %s has nothing to answer at \"%s\" of %s."
                        .formatted(role.title(), step, approval.key())));
  }

  /**
   * The last step before an approval takes effect: what it needs must have been given since it was
   * last submitted, and its conditions, if it has any, be confirmed.
   *
   * @param decidedBy the role that had to approve; higher authority counts for it
   * @param consents the roles that had to consent
   * @throws Refusal (conflict) if it is of another kind or settled already, or an answer that it
   *     needs is not on record
   */
  public Approval approve(
      String processInstanceId, ApprovalKind kind, Role decidedBy, Set<Role> consents) {
    Approval approval = lockCarriedBy(processInstanceId, kind);
    documents.requireIntact(approval);
    EffectGate gate = gate(approval);
    gate.require("approval", APPROVING, decidedBy);
    if (approval.state() == ApprovalState.CONDITIONAL) {
      gate.require("confirmation", CLOSING, decidedBy);
    }
    consents.forEach(role -> gate.require("consent", CONSENTING, role));
    return settle(approval, ApprovalState.APPROVED);
  }

  /**
   * Settles what asked for nothing but an explanation.
   *
   * @param explainedBy the role that had to explain; higher authority counts for it
   * @throws Refusal (conflict) if it is of another kind or settled already, or no explanation of
   *     what it asks about is on record
   */
  public Approval explained(String processInstanceId, ApprovalKind kind, Role explainedBy) {
    Approval approval = lockCarriedBy(processInstanceId, kind);
    EffectGate gate = gate(approval);
    gate.require("explanation", EnumSet.of(Outcome.EXPLAIN), explainedBy);
    return settle(approval, ApprovalState.EXPLAINED);
  }

  /**
   * @throws Refusal (conflict) if it is settled already, or nobody has said no
   */
  public Approval reject(String processInstanceId) {
    return settle(processInstanceId, ApprovalState.REJECTED, REJECTING);
  }

  /**
   * @throws Refusal (conflict) if it is settled already, or nobody has withdrawn it
   */
  public Approval withdraw(String processInstanceId) {
    return settle(processInstanceId, ApprovalState.WITHDRAWN, EnumSet.of(Outcome.WITHDRAW));
  }

  /**
   * Settles what a process asked for that has no effect of ours: by what was answered, or as
   * withdrawn if nobody has decided.
   */
  void conclude(Approval approval) {
    List<Decision> answers = standing(approval);
    if (answers.stream().anyMatch(answer -> REJECTING.contains(answer.outcome()))) {
      settle(approval, ApprovalState.REJECTED);
    } else if (answers.stream().anyMatch(answer -> AGREEING.contains(answer.outcome()))) {
      settle(approval, ApprovalState.APPROVED);
    } else {
      settle(approval, ApprovalState.WITHDRAWN);
    }
  }

  /**
   * Settles what a stopped process asked for: as withdrawn, whatever was answered.
   *
   * @param person who stopped it; null if nobody was logged in
   */
  void abandon(Approval approval, String person) {
    settle(approval, ApprovalState.WITHDRAWN, person);
  }

  /**
   * Settles what somebody only had to take note of.
   *
   * @throws Refusal (conflict) if it is of another kind or settled already
   */
  public Approval acknowledged(String processInstanceId, ApprovalKind kind) {
    return settle(lockCarriedBy(processInstanceId, kind), ApprovalState.ACKNOWLEDGED);
  }

  boolean isFiled(String processInstanceId) {
    return approvals.findByProcess(processInstanceId).isPresent();
  }

  /**
   * The approval that a process carries.
   *
   * @throws Refusal (conflict) if it carries none
   */
  public Approval carriedBy(String processInstanceId) {
    return approvals
        .findByProcess(processInstanceId)
        .orElseThrow(
            () -> Refusal.conflict("No request for approval has been filed by this process."));
  }

  /**
   * @throws Refusal (not found) if there is none
   */
  @Transactional(readOnly = true)
  public Approval byKey(String key) {
    return approvals
        .find(key)
        .orElseThrow(() -> Refusal.notFound("There is no approval %s.".formatted(key)));
  }

  @Transactional(readOnly = true)
  public List<Approval> ofFilm(String filmId, int limit, long offset) {
    return approvals.findByFilm(filmId, limit, offset);
  }

  /** In the order in which they were given. */
  @Transactional(readOnly = true)
  public List<Decision> decisions(String key) {
    return approvals.decisions(key);
  }

  /** Those of several approvals that have any, by approval; each in the order they were given. */
  @Transactional(readOnly = true)
  public Map<String, List<Decision>> decisions(Collection<String> keys) {
    return approvals.decisions(keys).stream().collect(Collectors.groupingBy(Decision::approvalKey));
  }

  /**
   * The approval that a process carries, held against every other answer until the transaction
   * ends. The film comes first, as everywhere, so that nobody waits for each other.
   */
  Approval lockCarriedBy(String processInstanceId) {
    films.lock(carriedBy(processInstanceId).filmId());
    approvals.lockByProcess(processInstanceId);
    return carriedBy(processInstanceId);
  }

  /**
   * @param shown the fingerprint of what the person was shown; null if nobody was
   */
  void record(Approval approval, Decision decision, String shown) {
    Approval after = approval.after(decision.outcome());
    approvals.insert(decision);
    approvals.update(after);
    entries.decided(approval, decision, shown);
  }

  /** An answer given now, on what is asked for as it stands now. */
  Decision answer(
      Approval approval,
      String step,
      String stepName,
      String person,
      Role role,
      Role askedRole,
      Outcome outcome,
      String comment) {
    return new Decision(
        approval.key(),
        step,
        stepName,
        person,
        role,
        askedRole,
        subjects.fingerprint(approval),
        outcome,
        comment,
        clock.instant());
  }

  private Approval settle(String processInstanceId, ApprovalState end, Set<Outcome> ways) {
    Approval approval = lockCarriedBy(processInstanceId);
    boolean said =
        standing(approval).stream().anyMatch(decision -> ways.contains(decision.outcome()));
    if (!said) {
      throw Refusal.conflict(
          "%s is not %s: no such answer is on record."
              .formatted(approval.key(), end.name().toLowerCase(Locale.ROOT)));
    }
    return settle(approval, end);
  }

  private Approval settle(Approval approval, ApprovalState end) {
    return settle(approval, end, null);
  }

  private Approval settle(Approval approval, ApprovalState end, String person) {
    Approval settled = approval.settled(end, clock.instant());
    approvals.update(settled);
    if (end == ApprovalState.APPROVED) {
      approvals.seal(settled.key(), subjects.seal(settled));
    }
    entries.settled(settled, person);
    subjects.settled(settled);
    return settled;
  }

  private Approval lockCarriedBy(String processInstanceId, ApprovalKind kind) {
    Approval approval = lockCarriedBy(processInstanceId);
    if (approval.kind() != kind) {
      throw Refusal.conflict("%s asks for something else.".formatted(approval.key()));
    }
    return approval;
  }

  private EffectGate gate(Approval approval) {
    return new EffectGate(
        approval,
        subjects.fingerprint(approval),
        standing(approval),
        recusals.of(approval).keySet());
  }

  private List<Decision> standing(Approval approval) {
    return Answers.sinceLastSubmission(approvals.decisions(approval.key()));
  }
}
