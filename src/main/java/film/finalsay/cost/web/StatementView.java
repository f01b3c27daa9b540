package film.finalsay.cost.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.cost.AccountCost;
import film.finalsay.cost.CostFigures;
import film.finalsay.cost.CostReport;
import film.finalsay.cost.CostStatement;
import film.finalsay.web.Csv;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * A cost report beside a budget; a negative variance is over.
 *
 * @param budgetVersion the version it stands beside
 */
record StatementView(
    String film,
    int number,
    LocalDate weekEnding,
    Currency currency,
    int budgetVersion,
    boolean budgetLocked,
    String importedBy,
    Instant importedAt,
    CostFigures total,
    List<SectionView> sections,
    List<AccountCost> accounts) {

  record SectionView(String section, @JsonUnwrapped CostFigures figures) {

    static SectionView of(Map.Entry<String, CostFigures> section) {
      return new SectionView(section.getKey(), section.getValue());
    }
  }

  static StatementView of(CostStatement statement) {
    CostReport report = statement.report();
    return new StatementView(
        report.filmId(),
        report.number(),
        report.weekEnding(),
        report.efc().currency(),
        statement.budgetVersion(),
        statement.budgetLocked(),
        report.importedBy(),
        report.importedAt(),
        statement.total(),
        statement.sections().entrySet().stream().map(SectionView::of).toList(),
        statement.accounts());
  }

  /** For a spreadsheet: its accounts, then its sections, then the film. */
  Csv written() {
    Csv csv =
        new Csv(
            "row",
            "account",
            "description",
            "section",
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
            "approvedCommitments",
            "reason");
    for (AccountCost one : accounts) {
      write(
          csv,
          "account",
          one.account(),
          one.description(),
          one.section(),
          one.figures(),
          one.reason());
    }
    for (SectionView one : sections) {
      write(csv, "section", null, null, one.section(), one.figures(), null);
    }
    write(csv, "film", null, null, null, total, null);
    return csv;
  }

  private static void write(
      Csv csv,
      String row,
      String account,
      String description,
      String section,
      CostFigures figures,
      String reason) {
    csv.line(
        row,
        account,
        description,
        section,
        figures.budget(),
        figures.approvedChanges(),
        figures.approvedOverages(),
        figures.currentBudget(),
        figures.actual(),
        figures.commitments(),
        figures.costToDate(),
        figures.etc(),
        figures.efc(),
        figures.variance(),
        figures.varianceAfterOverages(),
        figures.approvedCommitments(),
        reason);
  }
}
