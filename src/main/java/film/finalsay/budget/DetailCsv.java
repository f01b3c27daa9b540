package film.finalsay.budget;

import film.finalsay.approval.Refusal;
import java.util.List;

/**
 * Reads what is under the accounts of a version that is there already, from a file with the columns
 * {@code account,detail,description,quantity,unit,rate,currency,total,fringes} or some of them.
 */
final class DetailCsv {

  private DetailCsv() {}

  /**
   * @param rates that are fixed for the version; the file may name more
   * @throws Refusal (invalid) naming the line and what is wrong with it
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
        throw line.wrong(
            Column.DETAIL,
            "is missing; every line here is one of detail, a fringe, or the rate of a currency");
      }
    }
    if (file.lines().isEmpty()) {
      throw BudgetLine.at(file.headerLine(), "there is no line of detail under the header");
    }
    return details.of(budget.accounts());
  }
}
