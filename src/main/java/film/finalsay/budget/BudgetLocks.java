package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Endorsement;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Settlements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Budget locks from request to effect. A version is submitted as long as a request to lock it is
 * pending, so that it is a draft again when that is returned, rejected, withdrawn or stopped.
 */
@Service
@Transactional
public class BudgetLocks {

  private final BudgetLockRepository locks;
  private final LockCheck check;
  private final Budgets budgets;
  private final ChangesLeftBehind leftBehind;
  private final Films films;
  private final ApprovalRegister register;
  private final Settlements settlements;
  private final GreenlightConsents consents;

  BudgetLocks(
      BudgetLockRepository locks,
      LockCheck check,
      Budgets budgets,
      ChangesLeftBehind leftBehind,
      Films films,
      ApprovalRegister register,
      Settlements settlements,
      GreenlightConsents consents) {
    this.locks = locks;
    this.check = check;
    this.budgets = budgets;
    this.leftBehind = leftBehind;
    this.films = films;
    this.register = register;
    this.settlements = settlements;
    this.consents = consents;
  }

  /**
   * A request as it is on file.
   *
   * @param needsEndorsement whether it comes from below a producer, who then endorses it first
   */
  public record Filed(Approval approval, BudgetLock lock, boolean needsEndorsement) {}

  /**
   * Files the request to lock a version.
   *
   * @throws BusinessRuleException if a field is wrong, the version cannot be locked, or this person
   *     may not ask
   */
  public Filed file(Inputs inputs, Filing filing) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    films.submitterRole(filing.requester(), film);
    BudgetLock lock = read(inputs);
    Budget version = version(film, lock);
    check.require(film, version);
    Approval approval =
        register.file(ApprovalKind.BUDGET_LOCK, film, filing, subject(film, lock), version.total());
    locks.save(approval.key(), film.id(), lock);
    Filed filed = new Filed(approval, lock, approval.requesterRole().isBelowProducer());
    register.requested(approval, asked(filed));
    return filed;
  }

  /** Asks for the same or another version from now on; the number and the history stay. */
  public Filed amend(Inputs inputs, String processInstanceId) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    BudgetLock lock = read(inputs);
    Budget version = version(film, lock);
    check.require(film, version);
    Approval amended = register.amend(approval, subject(film, lock), version.total());
    locks.save(amended.key(), film.id(), lock);
    Filed filed =
        new Filed(amended, lock, Endorsement.isNeeded(amended, register.decisions(amended.key())));
    register.amended(amended, asked(filed));
    return filed;
  }

  /**
   * Approves, and in the same transaction locks the version in place of the one before. Only the
   * executive producer's own answer locks a budget, and once it is greenlit, with the consents.
   *
   * @throws BusinessRuleException (conflict) if an answer is not on record, or the version cannot
   *     be locked any more; nothing is locked then
   */
  public void lock(String processInstanceId) {
    Film film = films.lock(register.carriedBy(processInstanceId).filmId());
    Approval approval =
        settlements.approve(
            processInstanceId,
            ApprovalKind.BUDGET_LOCK,
            Role.EXECUTIVE_PRODUCER,
            consents.required(processInstanceId));
    Budget version = byNumber(film, onFile(approval));
    check.require(film, version);
    Optional<Budget> before = lockedBefore(film);
    String left =
        leftBehind.approved(film, version).stream()
            .map(BudgetLockRepository.FiledChange::approvalKey)
            .collect(Collectors.joining(","));
    budgets.lock(film, version.number(), approval.key());
    Map<String, String> facts = new HashMap<>();
    facts.put("lockedBudget", String.valueOf(version.number()));
    facts.put("total", version.total().plain());
    facts.put("contentSha256", budgets.currentSha256(version));
    before.ifPresent(
        superseded -> facts.put("supersededBudget", String.valueOf(superseded.number())));
    if (!left.isEmpty()) {
      facts.put("changesLeftBehind", left);
    }
    settlements.tookEffect(approval, facts);
  }

  /** The request that is on file for an approval. */
  @Transactional(readOnly = true)
  public BudgetLock onFile(Approval approval) {
    return locks.find(approval.key()).orElseThrow();
  }

  /**
   * The whole of what is asked for, as texts by name: the version by its content, too, except while
   * it is back with those who prepare it, who may break it down.
   */
  @Transactional(readOnly = true)
  public Map<String, String> subject(Approval approval) {
    Film film = films.byInput(approval.filmId());
    BudgetLock lock = onFile(approval);
    Budget version = byNumber(film, lock);
    Map<String, String> subject = new HashMap<>();
    subject.put("film", film.id());
    subject.put("version", String.valueOf(lock.version()));
    subject.put("note", lock.note());
    subject.put("total", version.budgeted().plain());
    subject.put(
        "controlTotal", version.controlTotal() == null ? null : version.controlTotal().plain());
    boolean beingPrepared = approval.state() == ApprovalState.RETURNED;
    subject.put("contentSha256", beingPrepared ? null : budgets.currentSha256(version));
    return subject;
  }

  /** The version that a lock would put another in the place of; empty while none is locked. */
  Optional<Budget> lockedBefore(Film film) {
    return Optional.of(budgets.current(film))
        .filter(budget -> budget.state() == BudgetState.LOCKED);
  }

  Budget byNumber(Film film, BudgetLock lock) {
    return budgets.byNumber(film, lock.version());
  }

  private List<Role> asked(Filed filed) {
    return consents.after(Endorsement.rolesAsked(filed.needsEndorsement()), filed.approval());
  }

  private Budget version(Film film, BudgetLock lock) {
    return budgets
        .find(film, lock.version())
        .orElseThrow(
            () ->
                BusinessRuleException.invalid(
                    "version",
                    "%s has no budget version %d.".formatted(film.inWords(), lock.version())));
  }

  private static BudgetLock read(Inputs inputs) {
    int version =
        inputs
            .optionalOrdinal("version")
            .orElseThrow(
                () ->
                    BusinessRuleException.invalid(
                        "version", "is missing; the number of a budget version is needed."));
    return new BudgetLock(version, inputs.optionalLongText("note").orElse(""));
  }

  private static String subject(Film film, BudgetLock lock) {
    return "Lock version %d of the budget of %s".formatted(lock.version(), film.title());
  }
}
