package film.finalsay.budget;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.Films;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of a film's budget. */
@Service
@Transactional(readOnly = true)
public class Budgets implements FilmBudgets {

  private final BudgetRepository budgets;
  private final BreakdownRepository breakdowns;
  private final BudgetPostings postings;
  private final Clock clock;

  Budgets(
      BudgetRepository budgets,
      BreakdownRepository breakdowns,
      BudgetPostings postings,
      Clock clock) {
    this.budgets = budgets;
    this.breakdowns = breakdowns;
    this.postings = postings;
    this.clock = clock;
  }

  /**
   * Adds a draft under the next number. Call it with the film locked.
   *
   * @param controlTotal null if nobody said one
   */
  @Transactional
  public Budget add(
      Film film, Money controlTotal, List<Account> accounts, Breakdown breakdown, String person) {
    Budget budget =
        new Budget(
            film.id(),
            budgets.nextNumber(film.id()),
            BudgetState.DRAFT,
            false,
            film.currency(),
            controlTotal,
            accounts);
    budgets.insert(budget, breakdown, null, person, clock.instant());
    return budget;
  }

  /** Puts a breakdown in the place of the one that the version had. */
  @Transactional
  public void replace(Budget budget, Breakdown breakdown) {
    budgets.replace(budget, breakdown);
  }

  /** The rates and the fringes of a version alone. */
  public Breakdown terms(Budget budget) {
    return breakdowns.terms(budget);
  }

  /**
   * The lines under one account, with the version's rates and fringes.
   *
   * @throws BusinessRuleException (not found) if the version has no such account
   */
  public Breakdown detail(Budget budget, String account) {
    if (budget.find(account).isEmpty()) {
      throw notFound("Version %d of the budget has no account \"%s\".", budget.number(), account);
    }
    return breakdowns.find(budget, account);
  }

  /** The version as it was budgeted, as CSV that imports back identically. */
  public String export(Budget budget) {
    return BudgetExport.written(budget, breakdowns.find(budget));
  }

  /**
   * What differs between two versions as they were budgeted.
   *
   * @throws BusinessRuleException (not found) if there is no such version
   */
  public BudgetDifference difference(Film film, int from, int to) {
    return BudgetDifference.between(byNumber(film, from), byNumber(film, to));
  }

  /** Tells whether two versions say the same, whatever was posted on them. */
  public String contentSha256(Budget budget) {
    return budgets.contentSha256(budget).orElseGet(() -> currentSha256(budget));
  }

  /** The same, told from what is there now and not from what was written down when it came. */
  public String currentSha256(Budget budget) {
    return BudgetExport.sha256(budget, breakdowns.find(budget));
  }

  /**
   * The version that counts: the locked one; while none is locked, the one with approved changes,
   * or else the newest draft.
   *
   * @throws BusinessRuleException (not found) if the film has no budget yet
   */
  public Budget current(Film film) {
    return budgets
        .findCurrent(film)
        .orElseThrow(() -> notFound("%s has no budget yet.", film.inWords()));
  }

  /**
   * @throws BusinessRuleException (not found) if there is no such version
   */
  public Budget byNumber(Film film, int number) {
    return find(film, number)
        .orElseThrow(() -> notFound("%s has no budget version %d.", film.inWords(), number));
  }

  public Optional<Budget> find(Film film, int number) {
    return budgets.find(film, number);
  }

  /** The numbers of this version, and of those that it came from by approved increases alone. */
  public Set<Integer> lineage(Budget budget) {
    return budgets.lineage(budget);
  }

  /** The version that an approved increase made of this one. */
  public Optional<Integer> raisedTo(Budget budget) {
    return budgets.raisedTo(budget.filmId(), budget.number());
  }

  /** Whether this version is that one, or came from it by approved increases alone. */
  public boolean continues(Budget budget, int earlier) {
    return budget.number() == earlier || lineage(budget).contains(earlier);
  }

  /** The version that counts, if it is locked; empty while none is. */
  public Optional<Budget> locked(Film film) {
    return Optional.of(current(film)).filter(Budget::isLocked);
  }

  public List<Budget> all(Film film, int limit, long offset) {
    return budgets.numbers(film.id(), limit, offset).stream()
        .map(number -> byNumber(film, number))
        .toList();
  }

  @Override
  public Optional<BudgetSummary> version(Film film, int number) {
    return find(film, number).map(budget -> summary(film, budget));
  }

  private BudgetSummary summary(Film film, Budget budget) {
    Budget counting = current(film);
    boolean changedInstead = counting.changed() && counting.number() != budget.number();
    return new BudgetSummary(
        budget.number(),
        budget.isLocked(),
        budget.total(),
        budget.missing(),
        raisedTo(budget).orElse(null),
        budgets.supersededBy(film.id(), budget.number()).orElse(null),
        changedInstead ? counting.number() : null);
  }

  @Override
  public Optional<BudgetFigures> figures(Film film) {
    return budgets
        .findCurrent(film)
        .map(
            budget ->
                new BudgetFigures(
                    budget.number(),
                    budget.isLocked(),
                    budget.accounts().stream().map(Account::figures).toList()));
  }

  @Override
  public Money fringesOn(Film film, String account, Money wage) {
    return budgets
        .findCurrent(film)
        .map(budget -> breakdowns.find(budget, account).fringesOn(wage))
        .orElse(film.zero());
  }

  @Override
  public Map<String, BudgetTotal> totals(Collection<Film> films) {
    return budgets.totals(Films.ids(films));
  }

  @Override
  public Map<String, List<NewMoney>> newMoney(Collection<Film> films) {
    return postings.newMoney(Films.ids(films));
  }

  @Override
  public Money newMoneySince(Film film, Instant since) {
    return postings.newMoneySince(film, since);
  }

  @Override
  @Transactional
  public void lock(Film film, int number, String approvalKey) {
    if (byNumber(film, number).state() == BudgetState.SUPERSEDED) {
      throw conflict(
          "Version %d of the budget of %s is superseded; it is not locked again.",
          number, film.inWords());
    }
    budgets.lock(film.id(), number, approvalKey, clock.instant());
  }
}
