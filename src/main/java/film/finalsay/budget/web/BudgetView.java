package film.finalsay.budget.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.approval.Money;
import film.finalsay.budget.Account;
import film.finalsay.budget.Breakdown;
import film.finalsay.budget.Budget;
import film.finalsay.budget.BudgetState;
import film.finalsay.budget.Detail;
import film.finalsay.budget.ExchangeRate;
import film.finalsay.budget.Fringe;
import film.finalsay.budget.lock.BudgetStandings.Standing;
import film.finalsay.web.Page;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * Amounts are decimal strings in the currency.
 *
 * @param total sum of the balances
 * @param controlTotal what the sum was said to be; null if nobody said
 * @param missing what the accounts fall short of the control total, negative if they exceed it
 * @param countingVersion the version that counts, this one or another
 * @param standing why that one counts, and what would make this one
 * @param contentSha256 the same for two versions that say the same, whatever was posted on them
 */
record BudgetView(
    String film,
    int version,
    BudgetState state,
    int countingVersion,
    String standing,
    Currency currency,
    Money total,
    Money controlTotal,
    Money missing,
    boolean addsUp,
    String contentSha256,
    List<ExchangeRate> rates,
    List<Fringe> fringes,
    List<Account> accounts) {

  /**
   * @param currency the line's own
   * @param amount in the film's currency
   */
  record DetailView(@JsonUnwrapped Detail line, Currency currency, Money amount) {}

  /**
   * @param fringes what each fringe comes to on all lines of the account, by name
   */
  record AccountDetailView(
      String account,
      String description,
      Money budgeted,
      Map<String, Money> fringes,
      @JsonUnwrapped Page<DetailView> lines) {}

  /**
   * @param terms the rates and the fringes of the version
   */
  static BudgetView of(Budget budget, Breakdown terms, String contentSha256, Standing standing) {
    return new BudgetView(
        budget.filmId(),
        budget.number(),
        budget.state(),
        standing.countingVersion(),
        standing.inWords(),
        budget.currency(),
        budget.total(),
        budget.controlTotal(),
        budget.missing(),
        budget.missing().minor() == 0,
        contentSha256,
        terms.rates(),
        terms.fringes(),
        budget.accounts());
  }
}
