package film.finalsay.budget;

import com.fasterxml.jackson.annotation.JsonProperty;
import film.finalsay.approval.Money;
import film.finalsay.film.FilmBudgets.AccountFigures;

/**
 * One account of a budget version, with what approved changes did to it.
 *
 * @param number as the chart of accounts has it: {@code 3500}
 * @param contingency whether this is the budget's contingency account
 * @param budgeted as the version was drawn up
 * @param changes sum of the approved transfers and contingency drawdowns, negative if money left it
 * @param overage approved overspend, which stands beside the budget and does not change it
 */
public record Account(
    @JsonProperty("account") String number,
    String description,
    Section section,
    boolean contingency,
    Money budgeted,
    @JsonProperty("approvedChanges") Money changes,
    @JsonProperty("approvedOverage") Money overage) {

  @JsonProperty
  public Money balance() {
    return budgeted.plus(changes);
  }

  AccountFigures figures() {
    return new AccountFigures(
        number, description, section.name(), contingency, budgeted, changes, overage);
  }

  public Account plus(Money newMoney, Money moved, Money overspent) {
    return new Account(
        number,
        description,
        section,
        contingency,
        budgeted.plus(newMoney),
        changes.plus(moved),
        overage.plus(overspent));
  }

  /** As a form names it: {@code 3500 TRANSPORTATION}. */
  public String inWords() {
    return number + " " + description;
  }
}
