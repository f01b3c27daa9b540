package film.finalsay.budget;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in budgets as files. */
@Service
@Transactional
public class BudgetImports {

  private final Budgets versions;
  private final BudgetRepository budgets;
  private final BreakdownRepository breakdowns;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  BudgetImports(
      Budgets versions,
      BudgetRepository budgets,
      BreakdownRepository breakdowns,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.versions = versions;
    this.budgets = budgets;
    this.breakdowns = breakdowns;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Budget importTopSheet(String filmId, byte[] csv, Money controlTotal, String person) {
    return importTopSheet(filmId, csv, controlTotal, List.of(), person);
  }

  /**
   * Imports a top sheet as a new draft version. A control total that the accounts do not reach is
   * no error: the version says what is missing. If the file has a grand total, that is the control
   * total, too.
   *
   * @param controlTotal null if there is none
   * @param rates of other currencies, fixed for this version
   * @throws BusinessRuleException (invalid) naming the line, or (forbidden) if this person prepares
   *     no budgets here
   */
  public Budget importTopSheet(
      String filmId, byte[] csv, Money controlTotal, List<ExchangeRate> rates, String person) {
    Film film = films.lock(filmId);
    Role role = films.submitterRole(person, film);
    BudgetFile file = BudgetCsv.read(csv, film.currency(), rates);
    Budget budget =
        new Budget(
            film.id(),
            budgets.nextNumber(film.id()),
            BudgetState.DRAFT,
            false,
            film.currency(),
            agreed(controlTotal, file.grandTotal()),
            file.accounts());
    budgets.insert(budget, file.breakdown(), null, person, clock.instant());
    ledger.append(
        film.id(),
        Event.of(Happening.BUDGET_IMPORTED)
            .by(person, role)
            .with("version", budget.number())
            .with("total", budget.total().plain())
            .with("topSheetSha256", Fingerprint.of(csv))
            .with("contentSha256", versions.contentSha256(budget))
            .with("countingVersion", versions.current(film).number()));
    return budget;
  }

  private static Money agreed(Money controlTotal, Money grandTotal) {
    if (controlTotal != null && grandTotal != null && !controlTotal.equals(grandTotal)) {
      throw BusinessRuleException.invalid(
          "controlTotal",
          "is %s, and the grand total in the file is %s; they have to agree."
              .formatted(controlTotal.inWords(), grandTotal.inWords()));
    }
    return controlTotal != null ? controlTotal : grandTotal;
  }

  /**
   * Imports what is under the accounts of a draft, in place of what was there.
   *
   * @param rates of other currencies, beside those that are fixed for the version already
   * @throws BusinessRuleException (invalid) naming the line, (forbidden) if this person prepares no
   *     budgets here, or (conflict) if the version is no draft, or changes were approved on it
   */
  public Budget importDetail(
      String filmId, int number, byte[] csv, List<ExchangeRate> rates, String person) {
    Film film = films.lock(filmId);
    Role role = films.submitterRole(person, film);
    Budget budget = versions.byNumber(film, number);
    if (budget.state() != BudgetState.DRAFT) {
      throw BusinessRuleException.conflict(
          "Version %d of the budget is %s; only a draft can be broken down."
              .formatted(number, budget.state().name().toLowerCase(Locale.ROOT)));
    }
    if (budget.changed()) {
      throw BusinessRuleException.conflict(
          "Budget changes were approved on version %d of the budget; it stays as it was when they were."
              .formatted(number));
    }
    Breakdown breakdown = DetailCsv.read(csv, budget, allRates(budget, rates));
    budgets.replace(budget, breakdown);
    ledger.append(
        film.id(),
        Event.of(Happening.BUDGET_DETAIL_IMPORTED)
            .by(person, role)
            .with("version", number)
            .with("lines", breakdown.details().size())
            .with("detailSha256", Fingerprint.of(csv))
            .with("contentSha256", versions.contentSha256(budget)));
    return budget;
  }

  private List<ExchangeRate> allRates(Budget budget, List<ExchangeRate> given) {
    List<ExchangeRate> fixed = breakdowns.rates(budget);
    for (ExchangeRate rate : given) {
      boolean other =
          fixed.stream()
              .anyMatch(one -> one.currency().equals(rate.currency()) && !one.equals(rate));
      if (other) {
        throw BusinessRuleException.invalid(
            "rate",
            "version %d has another rate for %s; a rate is fixed for a version."
                .formatted(budget.number(), rate.currency().getCurrencyCode()));
      }
    }
    return Stream.concat(fixed.stream(), given.stream()).distinct().toList();
  }
}
