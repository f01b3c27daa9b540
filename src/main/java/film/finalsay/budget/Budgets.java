package film.finalsay.budget;

import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Money;
import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
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
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  Budgets(BudgetRepository budgets, Films films, Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.budgets = budgets;
    this.films = films;
    this.clock = clock;
  }

  /**
   * Imports a top sheet as a new draft version. A control total that the accounts do not reach is
   * no error: the version says what is missing.
   *
   * @param controlTotal null if there is none
   * @throws Refusal (invalid) naming the line, or (forbidden) if this person prepares no budgets
   *     here
   */
  public Budget importTopSheet(String filmId, byte[] csv, Money controlTotal, String person) {
    Film film = films.lock(filmId);
    Role role = films.submitterRole(person, film);
    Budget budget =
        new Budget(
            film.id(),
            budgets.nextNumber(film.id()),
            BudgetState.DRAFT,
            film.currency(),
            controlTotal,
            BudgetCsv.read(csv, film.currency()));
    budgets.insert(budget, null, person, clock.instant());
    ledger.append(
        film.id(),
        Event.of(Happening.BUDGET_IMPORTED)
            .by(person, role)
            .with("version", budget.number())
            .with("total", budget.total().plain())
            .with("topSheetSha256", Fingerprint.of(csv)));
    return budget;
  }

  /**
   * The version that counts: the newest locked one, or, while none is locked, the newest draft.
   *
   * @throws Refusal (not found) if the film has no budget yet
   */
  @Transactional(readOnly = true)
  public Budget current(Film film) {
    return budgets
        .findCurrent(film)
        .orElseThrow(() -> Refusal.notFound("%s has no budget yet.".formatted(film.inWords())));
  }

  /**
   * @throws Refusal (not found) if there is no such version
   */
  @Transactional(readOnly = true)
  public Budget byNumber(Film film, int number) {
    return budgets
        .find(film, number)
        .orElseThrow(
            () ->
                Refusal.notFound("%s has no budget version %d.".formatted(film.inWords(), number)));
  }

  /** Whether this version is that one, or came from it by approved increases alone. */
  @Transactional(readOnly = true)
  public boolean continues(Budget budget, int earlier) {
    Integer number = budget.number();
    while (number != null && number > earlier) {
      number = budgets.raisedFrom(budget.filmId(), number).orElse(null);
    }
    return number != null && number == earlier;
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
                    budgets.raisedTo(film.id(), number).orElse(null)));
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
    return budgets.newMoneySince(film, since);
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
    budgets.lock(film.id(), number, approvalKey, clock.instant());
  }
}
