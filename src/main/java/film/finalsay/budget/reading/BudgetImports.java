package film.finalsay.budget.reading;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.budget.Breakdown;
import film.finalsay.budget.Budget;
import film.finalsay.budget.BudgetState;
import film.finalsay.budget.Budgets;
import film.finalsay.budget.ExchangeRate;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in budgets as files. */
@Service
@Transactional
public class BudgetImports {

  private final Budgets budgets;
  private final Films films;
  private final Ledger ledger;

  BudgetImports(Budgets budgets, Films films, Ledger ledger) {
    this.budgets = budgets;
    this.films = films;
    this.ledger = ledger;
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
    BudgetCsv.BudgetFile file = BudgetCsv.read(csv, film.currency(), rates);
    Budget budget =
        budgets.add(
            film,
            agreed(controlTotal, file.grandTotal()),
            file.accounts(),
            file.breakdown(),
            person);
    ledger.append(
        film.id(),
        Event.of(Happening.BUDGET_IMPORTED)
            .by(person, role)
            .with("version", budget.number())
            .with("total", budget.total().plain())
            .with("topSheetSha256", Fingerprint.of(csv))
            .with("contentSha256", budgets.contentSha256(budget))
            .with("countingVersion", budgets.current(film).number()));
    return budget;
  }

  private static Money agreed(Money controlTotal, Money grandTotal) {
    if (controlTotal != null && grandTotal != null && !controlTotal.equals(grandTotal)) {
      throw invalid(
          "controlTotal",
          "is %s, and the grand total in the file is %s; they have to agree.",
          controlTotal.inWords(),
          grandTotal.inWords());
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
    Budget budget = budgets.byNumber(film, number);
    if (budget.state() != BudgetState.DRAFT) {
      throw conflict(
          "Version %d of the budget is %s; only a draft can be broken down.",
          number, budget.state().name().toLowerCase(Locale.ROOT));
    }
    if (budget.changed()) {
      throw conflict(
          "Budget changes were approved on version %d of the budget; it stays as it was when they were.",
          number);
    }
    Breakdown breakdown = DetailLines.read(csv, budget, allRates(budget, rates));
    budgets.replace(budget, breakdown);
    ledger.append(
        film.id(),
        Event.of(Happening.BUDGET_DETAIL_IMPORTED)
            .by(person, role)
            .with("version", number)
            .with("lines", breakdown.details().size())
            .with("detailSha256", Fingerprint.of(csv))
            .with("contentSha256", budgets.contentSha256(budget)));
    return budget;
  }

  private List<ExchangeRate> allRates(Budget budget, List<ExchangeRate> given) {
    List<ExchangeRate> fixed = budgets.terms(budget).rates();
    for (ExchangeRate rate : given) {
      boolean other =
          fixed.stream()
              .anyMatch(one -> one.currency().equals(rate.currency()) && !one.equals(rate));
      if (other) {
        throw invalid(
            "rate",
            "version %d has another rate for %s; a rate is fixed for a version.",
            budget.number(),
            rate.currency().getCurrencyCode());
      }
    }
    return Stream.concat(fixed.stream(), given.stream()).distinct().toList();
  }
}
