package film.finalsay.budget.web;

import film.finalsay.budget.Account;
import film.finalsay.budget.Breakdown;
import film.finalsay.budget.Budget;
import film.finalsay.budget.BudgetState;
import film.finalsay.budget.ExchangeRate;
import film.finalsay.budget.Fringe;
import film.finalsay.budget.Section;
import film.finalsay.budget.lock.BudgetStandings.Standing;
import java.util.List;

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
    String currency,
    String total,
    String controlTotal,
    String missing,
    boolean addsUp,
    String contentSha256,
    List<RateView> rates,
    List<FringeView> fringes,
    List<AccountView> accounts) {

  /** What one unit of another currency is in the film's. */
  record RateView(String currency, String rate) {

    static RateView of(ExchangeRate rate) {
      return new RateView(rate.currency().getCurrencyCode(), rate.rate().toPlainString());
    }
  }

  /**
   * @param cutoff how much of one line it is paid on; null for all
   */
  record FringeView(String name, String percent, String cutoff) {

    static FringeView of(Fringe fringe) {
      return new FringeView(
          fringe.name(),
          fringe.percent().toPlainString(),
          fringe.cutoff() == null ? null : fringe.cutoff().plain());
    }
  }

  record AccountView(
      String account,
      String description,
      Section section,
      boolean contingency,
      String budgeted,
      String approvedChanges,
      String balance,
      String approvedOverage) {

    static AccountView of(Account account) {
      return new AccountView(
          account.number(),
          account.description(),
          account.section(),
          account.contingency(),
          account.budgeted().plain(),
          account.changes().plain(),
          account.balance().plain(),
          account.overage().plain());
    }
  }

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
        budget.currency().getCurrencyCode(),
        budget.total().plain(),
        budget.controlTotal() == null ? null : budget.controlTotal().plain(),
        budget.missing().plain(),
        budget.missing().minor() == 0,
        contentSha256,
        terms.rates().stream().map(RateView::of).toList(),
        terms.fringes().stream().map(FringeView::of).toList(),
        budget.accounts().stream().map(AccountView::of).toList());
  }
}
