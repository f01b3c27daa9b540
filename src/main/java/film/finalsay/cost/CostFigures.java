package film.finalsay.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import film.finalsay.approval.Money;
import java.util.Currency;
import java.util.List;

/**
 * What an account, a section or a film was given, has cost and will cost.
 *
 * @param budget as the version of the budget was drawn up
 * @param approvedChanges approved transfers and contingency drawdowns, negative if money left
 * @param approvedOverages approved overspend, which stands beside the budget and does not change it
 * @param actual paid to date; negative after credits
 * @param commitments open purchase orders; negative after credits
 * @param etc estimate to complete, beyond what is paid and committed; zero or more
 * @param approvedCommitments what approvals bind the film to pay, such as contracts; it stands
 *     beside the costs and is in none of their sums: the report has it in its own commitments, or
 *     in its estimate, already
 */
@JsonPropertyOrder({
  "budget",
  "approvedChanges",
  "approvedOverages",
  "currentBudget",
  "actual",
  "commitments",
  "costToDate",
  "etc",
  "efc",
  "variance",
  "varianceAfterOverages",
  "approvedCommitments"
})
public record CostFigures(
    Money budget,
    Money approvedChanges,
    Money approvedOverages,
    Money actual,
    Money commitments,
    Money etc,
    Money approvedCommitments) {

  static CostFigures none(Currency currency) {
    Money zero = Money.zero(currency);
    return new CostFigures(zero, zero, zero, zero, zero, zero, zero);
  }

  static CostFigures sum(Currency currency, List<AccountCost> accounts) {
    return accounts.stream().map(AccountCost::figures).reduce(none(currency), CostFigures::plus);
  }

  CostFigures plus(CostFigures other) {
    return new CostFigures(
        budget.plus(other.budget),
        approvedChanges.plus(other.approvedChanges),
        approvedOverages.plus(other.approvedOverages),
        actual.plus(other.actual),
        commitments.plus(other.commitments),
        etc.plus(other.etc),
        approvedCommitments.plus(other.approvedCommitments));
  }

  CostFigures beside(Money given, Money changes, Money overages) {
    return new CostFigures(given, changes, overages, actual, commitments, etc, approvedCommitments);
  }

  CostFigures committed(Money approved) {
    return new CostFigures(
        budget, approvedChanges, approvedOverages, actual, commitments, etc, approved);
  }

  @JsonProperty
  public Money currentBudget() {
    return budget.plus(approvedChanges);
  }

  @JsonProperty
  public Money costToDate() {
    return actual.plus(commitments);
  }

  /** Estimated final cost. */
  @JsonProperty
  public Money efc() {
    return costToDate().plus(etc);
  }

  /** Negative is over. */
  @JsonProperty
  public Money variance() {
    return currentBudget().minus(efc());
  }

  /** What is over beyond the overspend that was approved; negative is over. */
  @JsonProperty
  public Money varianceAfterOverages() {
    return variance().plus(approvedOverages);
  }
}
