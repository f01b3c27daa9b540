package film.finalsay.budget;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of a film's budget. */
@Service
@Transactional
public class Budgets implements FilmBudgets {

  private final BudgetRepository budgets;
  private final BudgetLineage lineage;
  private final BreakdownRepository breakdowns;
  private final PostingRepository postings;
  private final Clock clock;

  Budgets(
      BudgetRepository budgets,
      BudgetLineage lineage,
      BreakdownRepository breakdowns,
      PostingRepository postings,
      Clock clock) {
    this.budgets = budgets;
    this.lineage = lineage;
    this.breakdowns = breakdowns;
    this.postings = postings;
    this.clock = clock;
  }

  /** What is under the accounts of a version. */
  @Transactional(readOnly = true)
  public Breakdown breakdown(Budget budget) {
    return breakdowns.find(budget);
  }

  /** The rates and the fringes of a version alone. */
  @Transactional(readOnly = true)
  public Breakdown terms(Budget budget) {
    return new Breakdown(breakdowns.rates(budget), breakdowns.fringes(budget), List.of());
  }

  /**
   * The lines under one account, with the version's rates and fringes.
   *
   * @throws BusinessRuleException (not found) if the version has no such account
   */
  @Transactional(readOnly = true)
  public Breakdown detail(Budget budget, String account) {
    if (budget.find(account).isEmpty()) {
      throw BusinessRuleException.notFound(
          "Version %d of the budget has no account \"%s\".".formatted(budget.number(), account));
    }
    return new Breakdown(
        breakdowns.rates(budget), breakdowns.fringes(budget), breakdowns.details(budget, account));
  }

  /** The version as it was budgeted, as CSV that imports back identically. */
  @Transactional(readOnly = true)
  public String export(Budget budget) {
    return BudgetExport.written(budget, breakdowns.find(budget));
  }

  /** The same, told from what is there now and not from what was written down when it came. */
  @Transactional(readOnly = true)
  public String currentSha256(Budget budget) {
    return BudgetExport.sha256(budget, breakdowns.find(budget));
  }

  /**
   * What differs between two versions as they were budgeted.
   *
   * @throws BusinessRuleException (not found) if there is no such version
   */
  @Transactional(readOnly = true)
  public BudgetDifference difference(Film film, int from, int to) {
    return BudgetDifference.between(byNumber(film, from), byNumber(film, to));
  }

  /** Tells whether two versions say the same, whatever was posted on them. */
  @Transactional(readOnly = true)
  public String contentSha256(Budget budget) {
    return budgets.contentSha256(budget).orElseGet(() -> currentSha256(budget));
  }

  /**
   * The version that counts: the locked one; while none is locked, the one with approved changes,
   * or else the newest draft.
   *
   * @throws BusinessRuleException (not found) if the film has no budget yet
   */
  @Transactional(readOnly = true)
  public Budget current(Film film) {
    return budgets
        .findCurrent(film)
        .orElseThrow(
            () ->
                BusinessRuleException.notFound("%s has no budget yet.".formatted(film.inWords())));
  }

  /**
   * @throws BusinessRuleException (not found) if there is no such version
   */
  @Transactional(readOnly = true)
  public Budget byNumber(Film film, int number) {
    return budgets
        .find(film, number)
        .orElseThrow(
            () ->
                BusinessRuleException.notFound(
                    "%s has no budget version %d.".formatted(film.inWords(), number)));
  }

  @Transactional(readOnly = true)
  public Optional<Budget> find(Film film, int number) {
    return budgets.find(film, number);
  }

  /** Whether this version is that one, or came from it by approved increases alone. */
  @Transactional(readOnly = true)
  public boolean continues(Budget budget, int earlier) {
    return lineage.of(budget).contains(earlier);
  }

  /** The version that counts, if it is locked; empty while none is. */
  @Transactional(readOnly = true)
  public Optional<Budget> locked(Film film) {
    return Optional.of(current(film)).filter(budget -> budget.state() == BudgetState.LOCKED);
  }

  /** The version that counts, if it continues that one, or else that one. */
  @Transactional(readOnly = true)
  public Budget continuing(Film film, int earlier) {
    Budget current = current(film);
    return continues(current, earlier) ? current : byNumber(film, earlier);
  }

  @Transactional(readOnly = true)
  public List<Budget> all(Film film, int limit, long offset) {
    return budgets.numbers(film.id(), limit, offset).stream()
        .map(number -> byNumber(film, number))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<BudgetSummary> version(Film film, int number) {
    return budgets
        .find(film, number)
        .map(
            budget ->
                new BudgetSummary(
                    budget.number(),
                    budget.state() == BudgetState.LOCKED,
                    budget.total(),
                    budget.missing(),
                    lineage.raisedTo(film.id(), number).orElse(null),
                    lineage.supersededBy(film.id(), number).orElse(null),
                    changedInstead(film, budget)));
  }

  private Integer changedInstead(Film film, Budget budget) {
    Budget counting = current(film);
    return counting.changed() && counting.number() != budget.number() ? counting.number() : null;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<BudgetFigures> figures(Film film) {
    return budgets
        .findCurrent(film)
        .map(
            budget ->
                new BudgetFigures(
                    budget.number(),
                    budget.state() == BudgetState.LOCKED,
                    budget.accounts().stream().map(Budgets::figures).toList()));
  }

  @Override
  @Transactional(readOnly = true)
  public Money newMoneySince(Film film, Instant since) {
    return postings.newMoneySince(film, since);
  }

  private static AccountFigures figures(Account account) {
    return new AccountFigures(
        account.number(),
        account.description(),
        account.section().name(),
        account.contingency(),
        account.budgeted(),
        account.changes(),
        account.overage());
  }

  @Override
  public void lock(Film film, int number, String approvalKey) {
    if (byNumber(film, number).state() == BudgetState.SUPERSEDED) {
      throw BusinessRuleException.conflict(
          "Version %d of the budget of %s is superseded; it is not locked again."
              .formatted(number, film.inWords()));
    }
    budgets.lock(film.id(), number, approvalKey, clock.instant());
  }
}
