package film.finalsay.budget.change;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.budget.Account;
import film.finalsay.budget.Budget;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An overspend is met from underspends elsewhere in its section first, and from the contingency
 * only after that. An underspend is what the last cost report leaves of an account's balance, less
 * what open requests hold on it; without a report nobody knows of any.
 */
public record OrderOfCover(List<Underspend> underspends) {

  /**
   * @param free what the account is not going to spend, more than zero
   */
  public record Underspend(Account account, Money free) {

    String inWords() {
      return account.inWords() + " with " + free.inWords() + " free";
    }
  }

  /**
   * @param finalCosts the estimated final cost by account number; empty without a report
   * @param held what open requests hold, by account number; nothing on one that is not there
   */
  static OrderOfCover of(
      BudgetChange change, Budget budget, Map<String, Money> finalCosts, Map<String, Money> held) {
    Account overspent = change.to(budget);
    return new OrderOfCover(
        budget.accounts().stream()
            .filter(account -> account.section() == overspent.section())
            .filter(account -> !account.contingency() && !account.equals(overspent))
            .filter(account -> finalCosts.containsKey(account.number()))
            .map(account -> new Underspend(account, free(account, finalCosts, held)))
            .filter(underspend -> underspend.free().minor() > 0)
            .toList());
  }

  private static Money free(
      Account account, Map<String, Money> finalCosts, Map<String, Money> held) {
    Money left = account.balance().minus(finalCosts.get(account.number()));
    Money taken = held.get(account.number());
    return taken == null ? left : left.minus(taken);
  }

  /** Whether the underspends of the section cover it. */
  private boolean aTransferWouldDo(Money amount) {
    return underspends.stream()
        .map(Underspend::free)
        .reduce(Money::plus)
        .filter(total -> amount.compareTo(total) <= 0)
        .isPresent();
  }

  /**
   * @throws BusinessRuleException (invalid) naming the field, if an underspend of the section was
   *     not tried, or would do where the contingency is asked for
   */
  void require(BudgetChange change) {
    String untried =
        inWords(underspends.stream().filter(underspend -> !change.hasTried(underspend.account())));
    if (!untried.isEmpty()) {
      throw invalid(
          "underspendsTried",
          "an overspend is covered from underspends of its section first; name here those you tried: %s.",
          untried);
    }
    if (change.kind() == ChangeKind.CONTINGENCY
        && aTransferWouldDo(change.amount())
        && !change.overridesOrderOfCover()) {
      throw invalid(
          "kind",
          "a transfer within the section would cover it (%s), so the contingency is not drawn on; only the executive"
              + " producer can override that: ask for it with a reason in overrideReason.",
          inWords());
    }
  }

  /** The underspends in plain figures; empty if there are none. */
  String inWords() {
    return inWords(underspends.stream());
  }

  private static String inWords(Stream<Underspend> some) {
    return some.map(Underspend::inWords).collect(Collectors.joining(", "));
  }
}
