package film.finalsay.cost;

import static film.finalsay.cost.CostCsv.atLine;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.FilmBudgets.AccountFigures;
import film.finalsay.film.FilmBudgets.BudgetFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the lines of a file against the budget and the report before. */
final class CostLines {

  private CostLines() {}

  /**
   * @param before the accounts of the report before; empty if there is none
   * @param reason for lines whose estimate changes and that give none; null if nobody said
   * @return the accounts in the order of the chart
   * @throws BusinessRuleException (invalid) naming the line or the account unless the file has
   *     every account of the budget, no other, and a reason wherever an estimate changes
   */
  static List<AccountCost> beside(
      BudgetFigures budget, List<CostLine> lines, Map<String, AccountCost> before, String reason) {
    Map<String, CostLine> unmatched = new LinkedHashMap<>();
    lines.forEach(line -> unmatched.put(line.account(), line));
    List<AccountCost> accounts = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (AccountFigures account : budget.accounts()) {
      CostLine line = unmatched.remove(account.number());
      if (line == null) {
        missing.add(account.number() + " " + account.description());
      } else {
        accounts.add(beside(account, line, before.get(account.number()), reason));
      }
    }
    unmatched.values().stream()
        .findFirst()
        .ifPresent(
            line -> {
              throw atLine(
                  line.number(),
                  "version %d of the budget has no account %s"
                      .formatted(budget.version(), line.account()));
            });
    if (!missing.isEmpty()) {
      throw BusinessRuleException.invalid(
          CostCsv.FIELD,
          "line %d: the file ends without account %s; every account of version %d of the budget has to be there."
              .formatted(lines.get(lines.size() - 1).number(), missing.get(0), budget.version()));
    }
    return accounts;
  }

  private static AccountCost beside(
      AccountFigures account, CostLine line, AccountCost before, String reason) {
    boolean changes = before != null && !before.figures().efc().equals(line.efc());
    if (changes && line.reason() == null && reason == null) {
      throw atLine(
          line.number(),
          "\"reason\" is missing; the EFC of account %s changes from %s to %s, and the history tells why"
              .formatted(line.account(), before.figures().efc().inWords(), line.efc().inWords()));
    }
    boolean tells = changes || before == null;
    return new AccountCost(
        account.number(),
        account.description(),
        account.section(),
        true,
        new CostFigures(
            account.budgeted(),
            account.changes(),
            account.overage(),
            line.actual(),
            line.commitments(),
            line.etc()),
        line.reason() == null && tells ? reason : line.reason());
  }
}
