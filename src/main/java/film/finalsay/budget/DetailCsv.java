package film.finalsay.budget;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import java.util.List;

/**
 * Reads what is under the accounts of a version that is there already, from a file with the columns
 * {@code account,detail,description,quantity,unit,rate,currency,total,fringes} or some of them.
 */
final class DetailCsv {

  private DetailCsv() {}

  /**
   * @param rates that are fixed for the version; the file may name more
   * @throws BusinessRuleException (invalid) naming the line and what is wrong with it
   */
  static Breakdown read(byte[] sent, Budget budget, List<ExchangeRate> rates) {
    BudgetLines file = BudgetLines.read(sent);
    for (Column column : List.of(Column.ACCOUNT, Column.DETAIL, Column.DESCRIPTION, Column.TOTAL)) {
      if (!file.columns().contains(column)) {
        throw BudgetLine.at(
            file.headerLine(),
            "the header has no column \"%s\"; it is \"account,detail,description,total\", and may have"
                    .formatted(column.header())
                + " quantity, unit, rate, currency and fringes");
      }
    }
    Amounts amounts = new Amounts(file.mayHaveDecimalCommas());
    DetailLines details = new DetailLines(budget.currency(), amounts, rates);
    for (BudgetLine line : file.lines()) {
      if (!details.take(line)) {
        requireAgrees(line, budget, amounts);
      }
    }
    if (file.lines().isEmpty()) {
      throw BudgetLine.at(file.headerLine(), "there is no line of detail under the header");
    }
    return details.of(budget.accounts());
  }

  /** An account over its detail adds nothing: it has to be there, and have the total it had. */
  private static void requireAgrees(BudgetLine line, Budget budget, Amounts amounts) {
    if (!line.has(Column.ACCOUNT)) {
      throw line.wrong(
          Column.DETAIL,
          "is missing; every line here is one of detail, the account over it, a fringe, or the rate"
              + " of a currency");
    }
    Account account =
        budget
            .find(line.cell(Column.ACCOUNT))
            .orElseThrow(
                () ->
                    line.wrong(
                        Column.ACCOUNT,
                        "is %s, and the budget has no such account"
                            .formatted(line.cell(Column.ACCOUNT))));
    if (line.hasOnly(Column.ACCOUNT, Column.DESCRIPTION)) {
      return;
    }
    Money total = amounts.money(line, Column.TOTAL, budget.currency());
    if (!total.equals(account.budgeted())) {
      throw line.wrong(
          Column.TOTAL,
          "is %s, and account %s has %s; if this is a line of its detail, its \"detail\" is missing"
              .formatted(total.inWords(), account.number(), account.budgeted().inWords()));
    }
  }
}
