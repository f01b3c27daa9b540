package film.finalsay.budget;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * One version of a film's budget.
 *
 * @param number from 1, unique for the film
 * @param changed whether an approved change took effect on it, or made it
 * @param controlTotal what the sum is said to be; null if nobody said
 * @param accounts in the order of the chart, never empty
 */
public record Budget(
    String filmId,
    int number,
    BudgetState state,
    boolean changed,
    Currency currency,
    Money controlTotal,
    List<Account> accounts) {

  public boolean isLocked() {
    return state == BudgetState.LOCKED;
  }

  /** The sum of the balances; transfers and contingency drawdowns leave it as it is. */
  public Money total() {
    return accounts.stream().map(Account::balance).reduce(Money.zero(currency), Money::plus);
  }

  /** What a section was budgeted at, whatever was posted on its accounts later. */
  public Money budgeted(Section section) {
    return accounts.stream()
        .filter(account -> account.section() == section)
        .map(Account::budgeted)
        .reduce(Money.zero(currency), Money::plus);
  }

  /** What all accounts were budgeted at. */
  public Money budgeted() {
    return accounts.stream().map(Account::budgeted).reduce(Money.zero(currency), Money::plus);
  }

  /**
   * What the accounts fall short of the control total, negative if they exceed it; zero without
   * one.
   */
  public Money missing() {
    return controlTotal == null ? Money.zero(currency) : controlTotal.minus(total());
  }

  public Optional<Account> find(String accountNumber) {
    return accounts.stream().filter(account -> account.number().equals(accountNumber)).findFirst();
  }

  /**
   * @throws BusinessRuleException (invalid) naming the field if this version has no such account
   */
  public Account account(String field, String accountNumber) {
    return find(accountNumber)
        .orElseThrow(
            () ->
                invalid(
                    field,
                    "version %d of the budget of %s has no account \"%s\".",
                    number,
                    filmId,
                    accountNumber));
  }

  /** The same with an account in the place of the one of its number. */
  public Budget with(Account other) {
    return new Budget(
        filmId,
        number,
        state,
        changed,
        currency,
        controlTotal,
        accounts.stream()
            .map(account -> account.number().equals(other.number()) ? other : account)
            .toList());
  }

  public Optional<Account> contingency() {
    return accounts.stream().filter(Account::contingency).findFirst();
  }
}
