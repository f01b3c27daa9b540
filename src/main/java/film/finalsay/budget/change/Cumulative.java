package film.finalsay.budget.change;

import film.finalsay.approval.Money;

/**
 * How much was asked for before a request on the same film, source account and kind. The limits of
 * the authority table are for all of it together, so that splitting a request does not lower its
 * level. A request counts from when it was filed, or amended last, until it is rejected or
 * withdrawn.
 *
 * @param approved sum of the approved ones
 * @param pending sum of the open ones
 * @param drawn what approved requests have drawn from the film's contingency, whatever this one
 *     does
 */
public record Cumulative(Money approved, Money pending, Money drawn) {

  public Money before() {
    return approved.plus(pending);
  }

  /** With the request itself. */
  public Money with(BudgetChange change) {
    return before().plus(change.amount());
  }
}
