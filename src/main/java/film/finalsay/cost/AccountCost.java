package film.finalsay.cost;

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
    CostFigures figures,
    String reason) {

  AccountCost with(CostFigures others) {
    return new AccountCost(account, description, section, onReport, others, reason);
  }

  /** As a form names it: {@code 3500 TRANSPORTATION}. */
  String inWords() {
    return account + " " + description;
  }
}
