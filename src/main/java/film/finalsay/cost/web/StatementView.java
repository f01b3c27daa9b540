package film.finalsay.cost.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.cost.AccountCost;
import film.finalsay.cost.CostFigures;
import film.finalsay.cost.CostReport;
import film.finalsay.cost.CostStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A cost report beside a budget.
 *
 * @param budgetVersion the version it stands beside
 */
record StatementView(
    String film,
    int number,
    LocalDate weekEnding,
    String currency,
    int budgetVersion,
    boolean budgetLocked,
    String importedBy,
    Instant importedAt,
    FiguresView total,
    List<SectionView> sections,
    List<AccountView> accounts) {

  /** Amounts are decimal strings in the currency; a negative variance is over. */
  record FiguresView(
      String budget,
      String approvedChanges,
      String approvedOverages,
      String currentBudget,
      String actual,
      String commitments,
      String costToDate,
      String etc,
      String efc,
      String variance,
      String varianceAfterOverages) {

    static FiguresView of(CostFigures figures) {
      return new FiguresView(
          figures.budget().plain(),
          figures.approvedChanges().plain(),
          figures.approvedOverages().plain(),
          figures.currentBudget().plain(),
          figures.actual().plain(),
          figures.commitments().plain(),
          figures.costToDate().plain(),
          figures.etc().plain(),
          figures.efc().plain(),
          figures.variance().plain(),
          figures.varianceAfterOverages().plain());
    }
  }

  /**
   * @param onReport false for an account that the budget got after the report
   * @param reason why its EFC changed; null if nobody said
   */
  record AccountView(
      String account,
      String description,
      String section,
      boolean onReport,
      @JsonUnwrapped FiguresView figures,
      String reason) {

    static AccountView of(AccountCost account) {
      return new AccountView(
          account.account(),
          account.description(),
          account.section(),
          account.onReport(),
          FiguresView.of(account.figures()),
          account.reason());
    }
  }

  record SectionView(String section, @JsonUnwrapped FiguresView figures) {

    static SectionView of(Map.Entry<String, CostFigures> section) {
      return new SectionView(section.getKey(), FiguresView.of(section.getValue()));
    }
  }

  static StatementView of(CostStatement statement) {
    CostReport report = statement.report();
    return new StatementView(
        report.filmId(),
        report.number(),
        report.weekEnding(),
        report.efc().currency().getCurrencyCode(),
        statement.budgetVersion(),
        statement.budgetLocked(),
        report.importedBy(),
        report.importedAt(),
        FiguresView.of(statement.total()),
        statement.sections().entrySet().stream().map(SectionView::of).toList(),
        statement.accounts().stream().map(AccountView::of).toList());
  }
}
