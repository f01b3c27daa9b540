package film.finalsay.cost;

import film.finalsay.film.Film;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cost report beside a budget, added up.
 *
 * @param budgetVersion the version it stands beside
 * @param accounts in the order of the chart
 * @param sections sums by section, in the order of the chart
 */
public record CostStatement(
    CostReport report,
    int budgetVersion,
    boolean budgetLocked,
    List<AccountCost> accounts,
    Map<String, CostFigures> sections,
    CostFigures total) {

  static CostStatement of(
      Film film,
      CostReport report,
      int budgetVersion,
      boolean budgetLocked,
      List<AccountCost> accounts) {
    Map<String, CostFigures> sections = new LinkedHashMap<>();
    for (AccountCost account : accounts) {
      sections.merge(account.section(), account.figures(), CostFigures::plus);
    }
    return new CostStatement(
        report,
        budgetVersion,
        budgetLocked,
        accounts,
        sections,
        CostFigures.sum(film.currency(), accounts));
  }
}
