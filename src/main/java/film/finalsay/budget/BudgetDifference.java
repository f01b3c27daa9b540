package film.finalsay.budget;

import film.finalsay.approval.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What differs between two versions as they were budgeted, whatever was posted on them.
 *
 * @param accounts those of the later version in its order, then those that only the earlier one has
 */
public record BudgetDifference(Budget before, Budget after, List<AccountDifference> accounts) {

  /** What became of an account. */
  public enum Change {
    ADDED,
    REMOVED,
    /** Of its amount, its section or its name. */
    CHANGED,
    UNCHANGED
  }

  /**
   * @param before null if the account was added
   * @param after null if the account was removed
   */
  public record AccountDifference(Account before, Account after) {

    /** The account as it is now, or as it was if it is gone. */
    public Account account() {
      return after == null ? before : after;
    }

    public Change change() {
      if (before == null) {
        return Change.ADDED;
      }
      if (after == null) {
        return Change.REMOVED;
      }
      boolean same =
          before.budgeted().equals(after.budgeted())
              && before.section() == after.section()
              && Objects.equals(before.description(), after.description());
      return same ? Change.UNCHANGED : Change.CHANGED;
    }

    public Money moneyBefore() {
      return before == null ? Money.zero(after.budgeted().currency()) : before.budgeted();
    }

    public Money moneyAfter() {
      return after == null ? Money.zero(before.budgeted().currency()) : after.budgeted();
    }

    public Money difference() {
      return moneyAfter().minus(moneyBefore());
    }
  }

  public static BudgetDifference between(Budget before, Budget after) {
    Map<String, Account> left = new LinkedHashMap<>();
    before.accounts().forEach(account -> left.put(account.number(), account));
    List<AccountDifference> accounts = new ArrayList<>();
    for (Account account : after.accounts()) {
      accounts.add(new AccountDifference(left.remove(account.number()), account));
    }
    left.values().forEach(account -> accounts.add(new AccountDifference(account, null)));
    return new BudgetDifference(before, after, List.copyOf(accounts));
  }

  /** The accounts in which something differs. */
  public List<AccountDifference> changed() {
    return accounts.stream().filter(account -> account.change() != Change.UNCHANGED).toList();
  }
}
