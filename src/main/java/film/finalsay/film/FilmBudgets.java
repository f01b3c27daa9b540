package film.finalsay.film;

import film.finalsay.approval.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rest of the product may ask of a film's budgets. */
public interface FilmBudgets {

  /**
   * @param number from 1
   * @param missing what the accounts fall short of the control total, negative if over; zero if the
   *     version adds up
   * @param raisedTo the version by which an approved increase replaced this one; null if none did
   * @param supersededBy the version that was locked in its place; null if none was
   * @param changedInstead the version that counts, if it is another and changes were approved on
   *     it; null otherwise
   */
  record BudgetSummary(
      int number,
      boolean locked,
      Money total,
      Money missing,
      Integer raisedTo,
      Integer supersededBy,
      Integer changedInstead) {

    public boolean addsUp() {
      return missing.minor() == 0;
    }
  }

  /**
   * One account of a budget.
   *
   * @param section as the top sheet has it: {@code ATL}, {@code PRODUCTION}, {@code POST}, {@code
   *     OTHER}
   * @param changes sum of the approved transfers and contingency drawdowns, negative if money left
   * @param overage approved overspend, which stands beside the budget
   */
  record AccountFigures(
      String number,
      String description,
      String section,
      boolean contingency,
      Money budgeted,
      Money changes,
      Money overage) {}

  /**
   * @param accounts in the order of the chart
   */
  record BudgetFigures(int version, boolean locked, List<AccountFigures> accounts) {}

  /**
   * What the version that counts comes to.
   *
   * @param total the sum of its accounts as they stand now
   * @param contingency what its contingency was budgeted at; zero without one
   * @param contingencyLeft what is left of it
   */
  record BudgetTotal(int version, Money total, Money contingency, Money contingencyLeft) {}

  /** An increase that was approved. */
  record NewMoney(Instant approvedAt, Money amount) {}

  Optional<BudgetSummary> version(Film film, int number);

  /** What each of these films has, by film; without those that have no budget. */
  Map<String, BudgetTotal> totals(Collection<Film> films);

  /** The approved increases of these films, by film. */
  Map<String, List<NewMoney>> newMoney(Collection<Film> films);

  /** The version that counts now; empty while the film has no budget. */
  Optional<BudgetFigures> figures(Film film);

  /**
   * What an employer pays on top of a wage from an account: each fringe that any line of the
   * version that counts has there, up to its cutoff.
   *
   * @return zero if the account has none, or is not there
   */
  Money fringesOn(Film film, String account, Money wage);

  /** The sum of the increases that were approved after an instant. */
  Money newMoneySince(Film film, Instant since);

  /**
   * Locks a version in place of the one that was locked before; a locked one stays locked.
   *
   * @throws film.finalsay.approval.BusinessRuleException (conflict) if another was locked in its
   *     place
   */
  void lock(Film film, int number, String approvalKey);
}
