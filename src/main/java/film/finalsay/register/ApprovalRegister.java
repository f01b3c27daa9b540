package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Money;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every approval and every answer given on it; nothing is settled without the answers it needs. */
@Service
@Transactional
public class ApprovalRegister {

  private static final Set<Outcome> APPROVING =
      EnumSet.of(Outcome.APPROVE, Outcome.APPROVE_WITH_CONDITIONS);

  private final ApprovalRepository approvals;
  private final Films films;
  private final Clock clock;

  ApprovalRegister(ApprovalRepository approvals, Films films, Clock clock) {
    this.approvals = approvals;
    this.films = films;
    this.clock = clock;
  }

  /**
   * Files a request for approval. Call it with the film locked.
   *
   * @param amount null where no money moves
   * @throws Refusal (forbidden) if the requester holds no role on the film in which one may ask
   */
  public Approval file(
      ApprovalKind kind,
      Film film,
      String processInstanceId,
      String requester,
      String subject,
      Money amount) {
    Role role = films.submitterRole(requester, film);
    if (approvals.findByProcess(processInstanceId).isPresent()) {
      throw Refusal.conflict("This process carries an approval already.");
    }
    Approval approval =
        new Approval(
            films.nextKey(film, kind),
            kind,
            film.id(),
            processInstanceId,
            subject,
            requester,
            role,
            ApprovalState.PENDING,
            amount,
            clock.instant(),
            null);
    approvals.insert(approval);
    return approval;
  }

  /** The request with new content; its number and its history stay. */
  public Approval amend(Approval approval, String subject, Money amount) {
    Approval amended = approval.amended(subject, amount);
    approvals.update(amended);
    return amended;
  }

  /** Records that a role that was asked gave no answer until its deadline. */
  public void recordSilence(String processInstanceId, String step, String stepName, Role role) {
    record(lockCarriedBy(processInstanceId), step, stepName, null, role, Outcome.SILENCE, "");
  }

  /**
   * The last step before an approval takes effect: what it needs must have been given since it was
   * last submitted, and its conditions, if it has any, be confirmed.
   *
   * @param decidedBy the role that had to approve; higher authority counts for it
   * @param consents the roles that had to consent
   * @throws Refusal (conflict) if it is settled already, or an answer that it needs is not on
   *     record
   */
  public Approval approve(String processInstanceId, Role decidedBy, Set<Role> consents) {
    Approval approval = carriedBy(processInstanceId);
    requireOnRecord(approval, APPROVING, decidedBy, "approval");
    if (approval.state() == ApprovalState.CONDITIONAL) {
      requireOnRecord(approval, EnumSet.of(Outcome.CONFIRM), decidedBy, "confirmation");
    }
    consents.forEach(
        role -> requireOnRecord(approval, EnumSet.of(Outcome.CONSENT), role, "consent"));
    return settle(approval, ApprovalState.APPROVED);
  }

  /**
   * @throws Refusal (conflict) if it is settled already, or nobody has said no
   */
  public Approval reject(String processInstanceId) {
    return settle(
        processInstanceId, ApprovalState.REJECTED, EnumSet.of(Outcome.REJECT, Outcome.REFUSE));
  }

  /**
   * @throws Refusal (conflict) if it is settled already, or nobody has withdrawn it
   */
  public Approval withdraw(String processInstanceId) {
    return settle(processInstanceId, ApprovalState.WITHDRAWN, EnumSet.of(Outcome.WITHDRAW));
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

  /**
   * The approval that a process carries, held against every other answer until the transaction
   * ends.
   */
  Approval lockCarriedBy(String processInstanceId) {
    approvals.lockByProcess(processInstanceId);
    return carriedBy(processInstanceId);
  }

  void record(
      Approval approval,
      String step,
      String stepName,
      String person,
      Role role,
      Outcome outcome,
      String comment) {
    Approval after = approval.after(outcome);
    approvals.insert(
        new Decision(
            approval.key(), step, stepName, person, role, outcome, comment, clock.instant()));
    approvals.update(after);
  }

  private void requireOnRecord(Approval approval, Set<Outcome> outcomes, Role role, String what) {
    boolean given =
        standing(approval).stream()
            .filter(decision -> outcomes.contains(decision.outcome()))
            .anyMatch(decision -> decision.role().mayActFor(role));
    if (!given) {
      throw Refusal.conflict(
          "%s takes no effect: the %s of the %s is not on record."
              .formatted(approval.key(), what, role.title()));
    }
  }

  private Approval settle(String processInstanceId, ApprovalState end, Set<Outcome> ways) {
    Approval approval = carriedBy(processInstanceId);
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
    Approval settled = approval.settled(end, clock.instant());
    approvals.update(settled);
    return settled;
  }

  private List<Decision> standing(Approval approval) {
    return Answers.sinceLastSubmission(approvals.decisions(approval.key()));
  }
}
