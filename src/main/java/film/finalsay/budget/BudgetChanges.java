package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmCosts;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Settlements;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Budget changes from request to effect. The film is locked throughout, so its money moves in turn.
 */
@Service
@Transactional
public class BudgetChanges {

  private final BudgetChangeRepository changes;
  private final BudgetChangeRules rules;
  private final Budgets budgets;
  private final BudgetPostings postings;
  private final Films films;
  private final FilmCosts costs;
  private final ApprovalRegister register;
  private final Settlements settlements;

  BudgetChanges(
      BudgetChangeRepository changes,
      BudgetChangeRules rules,
      Budgets budgets,
      BudgetPostings postings,
      Films films,
      FilmCosts costs,
      ApprovalRegister register,
      Settlements settlements) {
    this.changes = changes;
    this.rules = rules;
    this.budgets = budgets;
    this.postings = postings;
    this.films = films;
    this.costs = costs;
    this.register = register;
    this.settlements = settlements;
  }

  /** A request as it is on file, with what it was weighed by. */
  public record Filed(Approval approval, Weighed weighed) {}

  /**
   * Files what was asked for.
   *
   * @throws BusinessRuleException if this person may not ask, a field is wrong, the budget does not
   *     allow it, another cure comes first, or nobody could decide it
   */
  public Filed file(Inputs inputs, Filing filing) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    films.submitterRole(filing.requester(), film);
    Weighed weighed = rules.weigh(inputs, film, filing.requester(), null);
    BudgetChange change = weighed.change();
    Approval approval =
        register.file(
            ApprovalKind.BUDGET_CHANGE,
            film,
            filing,
            change.subject(weighed.budget()),
            change.amount());
    putOnFile(approval, weighed);
    register.requested(approval);
    return new Filed(approval, weighed);
  }

  /**
   * Weighs what somebody would ask for, and files nothing.
   *
   * @param inPlaceOf the open request that it would replace, by its key; null for a new one
   * @throws BusinessRuleException as {@link #file} or {@link #amend} would; (not found) if the film
   *     has no such request
   */
  @Transactional(readOnly = true)
  public Weighed weigh(Inputs inputs, Film film, String person, String inPlaceOf) {
    films.submitterRole(person, film);
    if (inPlaceOf == null) {
      return rules.weigh(inputs, film, person, null);
    }
    Approval filed = register.byKey(inPlaceOf);
    if (!filed.kind().equals(ApprovalKind.BUDGET_CHANGE) || !filed.filmId().equals(film.id())) {
      throw BusinessRuleException.notFound("There is no approval %s.".formatted(inPlaceOf));
    }
    filed.requireOpen();
    return rules.weigh(inputs, film, filed.requester(), filed);
  }

  /** Replaces what was asked for by what is asked for now; the number and the history stay. */
  public Filed amend(Inputs inputs, String processInstanceId) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    Weighed weighed = rules.weigh(inputs, film, approval.requester(), approval);
    BudgetChange change = weighed.change();
    Approval amended = register.amend(approval, change.subject(weighed.budget()), change.amount());
    putOnFile(amended, weighed);
    register.amended(amended);
    return new Filed(amended, weighed);
  }

  /**
   * Puts on file what the authority table said, by which the effect is measured in the end. What
   * the process brings from the table is held against what the table says of the request as it is
   * on file: a process can be moved, and its variables changed.
   *
   * @param said what the process goes by
   * @return who decides: whom the table names, or the executive producer where only they may
   * @throws BusinessRuleException (conflict) if that is not what the table says
   */
  public Ruling rule(String processInstanceId, Ruling said) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    Weighed weighed = rules.weighed(approval, film);
    if (!weighed.said().equals(said)) {
      throw BusinessRuleException.conflict(
          "The process lets the %s decide %s; the authority table says: %s"
              .formatted(said.decidedBy().title(), approval.key(), weighed.said().because()));
    }
    Ruling ruled = weighed.ruling();
    changes.save(approval.key(), ruled);
    register.ruled(approval, ruled.decidedBy(), ruled.consents(), ruled.because());
    return ruled;
  }

  /**
   * @param role in which the answer is given
   * @throws BusinessRuleException if this answer may not be given on this request
   */
  @Transactional(readOnly = true)
  public void requireMayAnswer(Approval approval, Role role, Outcome outcome, String comment) {
    Film film = films.byInput(approval.filmId());
    if (outcome == Outcome.APPROVE) {
      requireItsBudget(approval, budgets.current(film));
    }
    rules.requireMayAnswer(onFile(approval, film), film, role, outcome, comment);
  }

  /**
   * Approves and applies in one transaction. What is applied is what is on file, and only with
   * every answer that the table asked for, and if the budget still allows it.
   *
   * @throws BusinessRuleException (conflict) if any of that is not so; nothing is applied then
   */
  public void apply(String processInstanceId) {
    Approval open = register.carriedBy(processInstanceId);
    Film film = films.lock(open.filmId());
    Ruling ruling =
        ruling(open)
            .orElseThrow(
                () ->
                    BusinessRuleException.conflict(
                        "%s takes no effect: the authority table has not said who decides it."
                            .formatted(open.key())));
    BudgetChange change = onFile(open, film);
    rules.requireSpendable(film);
    Budget budget = budgets.current(film);
    requireStillFits(open, change, budget, film);
    boolean stopped = costs.hardStop(film).isPresent();
    Approval approval =
        settlements.approve(
            processInstanceId, ApprovalKind.BUDGET_CHANGE, ruling.decidedBy(), ruling.consents());
    requireApprovedInStop(approval, film);
    postings.post(change, budget, approval);
    settlements.tookEffect(approval, change.inLedger());
    if (stopped) {
      costs.approvedInHardStop(film, approval.key());
    }
  }

  /** What is on file for an approval. */
  @Transactional(readOnly = true)
  public BudgetChange onFile(Approval approval, Film film) {
    return changes.find(approval.key(), film.currency()).orElseThrow();
  }

  /** What an open request is weighed by now. */
  @Transactional(readOnly = true)
  public Weighed weighed(Approval approval, Film film) {
    return rules.weighed(approval, film);
  }

  /**
   * Up to how much, in all, those who decide a request may decide on its source account; empty if
   * there is no limit within what the account has.
   */
  @Transactional(readOnly = true)
  public Optional<Money> limit(Weighed weighed, Film film) {
    return rules.limit(weighed, film);
  }

  /** The whole of what is asked for, as texts by name. */
  @Transactional(readOnly = true)
  public Map<String, String> subject(Approval approval, Film film) {
    BudgetChange change = onFile(approval, film);
    Map<String, String> subject = new HashMap<>(change.inLedger());
    subject.put("film", approval.filmId());
    subject.put("version", String.valueOf(changes.version(approval.key())));
    subject.put("reason", change.reason());
    if (!change.underspendsTried().isEmpty()) {
      subject.put("underspendsTried", String.join(",", change.underspendsTried()));
    }
    if (change.overridesOrderOfCover()) {
      subject.put("overrideReason", change.overrideReason());
    }
    return subject;
  }

  /** What the authority table said of it; empty until it has been asked. */
  @Transactional(readOnly = true)
  public Optional<Ruling> ruling(Approval approval) {
    return changes.ruling(approval.key());
  }

  private void putOnFile(Approval approval, Weighed weighed) {
    changes.save(approval, weighed.change(), weighed.budget().number(), weighed.tableVersion());
  }

  private void requireItsBudget(Approval approval, Budget budget) {
    int madeOn = changes.version(approval.key());
    if (!budgets.continues(budget, madeOn)) {
      throw BusinessRuleException.conflict(
          "%s was made on version %d of the budget, and version %d counts now; return it."
              .formatted(approval.key(), madeOn, budget.number()));
    }
  }

  /** A stop that came into force after a lower role approved holds that approval up too. */
  private void requireApprovedInStop(Approval approval, Film film) {
    register.decisions(approval.key()).stream()
        .filter(decision -> decision.outcome() == Outcome.APPROVE)
        .reduce((earlier, later) -> later)
        .map(Decision::role)
        .ifPresent(role -> rules.requireNotStopped(film, role));
  }

  private void requireStillFits(Approval approval, BudgetChange change, Budget budget, Film film) {
    requireItsBudget(approval, budget);
    try {
      change.requireFits(budget, film.zero());
    } catch (BusinessRuleException fitsNoMore) {
      throw BusinessRuleException.conflict(
          "The budget does not allow %s any more: %s"
              .formatted(approval.key(), fitsNoMore.getMessage()));
    }
  }
}
