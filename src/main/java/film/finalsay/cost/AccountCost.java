package film.finalsay.cost;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.approval.Money;
import film.finalsay.film.FilmBudgets.AccountFigures;

/**
 * One account of a cost report.
 *
 * @param section as the top sheet has it: {@code ATL}, {@code PRODUCTION}, {@code POST}, {@code
 *     OTHER}
 * @param onReport false for an account that the budget got after the report; its costs are zero
 * @param reason why its estimated final cost changed; null if nobody said
 */
public record AccountCost(
    String account,
    String description,
    String section,
    boolean onReport,
    @JsonUnwrapped CostFigures figures,
    String reason) {

  /** An account of a budget as it stands, with what it costs. */
  static AccountCost of(
      AccountFigures account,
      boolean onReport,
      Money actual,
      Money commitments,
      Money etc,
      String reason) {
    return new AccountCost(
        account.number(),
        account.description(),
        account.section(),
        onReport,
        new CostFigures(
            account.budgeted(),
            account.changes(),
            account.overage(),
            actual,
            commitments,
            etc,
            Money.zero(etc.currency())),
        reason);
  }

  /** The same costs beside a budget as it stands at another time. */
  AccountCost beside(Money budgeted, Money changes, Money overages) {
    return with(figures.beside(budgeted, changes, overages));
  }

  /** The same beside what approvals bind the film to pay from it. */
  AccountCost committed(Money approved) {
    return with(figures.committed(approved));
  }

  private AccountCost with(CostFigures others) {
    return new AccountCost(account, description, section, onReport, others, reason);
  }

  /** As a form names it: {@code 3500 TRANSPORTATION}. */
  String inWords() {
    return account + " " + description;
  }
}
