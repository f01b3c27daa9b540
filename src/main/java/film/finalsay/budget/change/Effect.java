package film.finalsay.budget.change;

import film.finalsay.approval.Money;
import film.finalsay.budget.Account;
import film.finalsay.budget.Budget;

/**
 * What an approved change does to the figures, before and after.
 *
 * @param fromBefore balance of the account that the money leaves; null, as {@code fromAfter}, if it
 *     leaves none
 * @param overageBefore approved overage beside the account that overspends
 * @param contingencyBefore balance of the contingency; null, as {@code contingencyAfter}, if none
 *     is budgeted
 */
public record Effect(
    Money fromBefore,
    Money fromAfter,
    Money toBefore,
    Money toAfter,
    Money overageBefore,
    Money overageAfter,
    Money totalBefore,
    Money totalAfter,
    Money contingencyBefore,
    Money contingencyAfter) {

  public static Effect of(BudgetChange change, Budget budget) {
    Money amount = change.amount();
    Money nothing = Money.zero(budget.currency());
    boolean overage = change.kind() == ChangeKind.OVERAGE;
    Money in = overage ? nothing : amount;
    Account to = change.to(budget);
    Account from = change.from(budget);
    Account contingency = budget.contingency().orElse(null);
    return new Effect(
        from == null ? null : from.balance(),
        from == null ? null : from.balance().minus(amount),
        to.balance(),
        to.balance().plus(in),
        to.overage(),
        to.overage().plus(overage ? amount : nothing),
        budget.total(),
        budget.total().plus(change.kind() == ChangeKind.INCREASE ? amount : nothing),
        contingency == null ? null : contingency.balance(),
        contingency == null ? null : after(contingency, from, to, amount, in));
  }

  private static Money after(
      Account contingency, Account from, Account to, Money amount, Money in) {
    Money after = contingency.balance();
    after = contingency.equals(from) ? after.minus(amount) : after;
    return contingency.equals(to) ? after.plus(in) : after;
  }
}
