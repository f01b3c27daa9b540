package film.finalsay.cost.web;

import film.finalsay.cost.web.StatementView.AccountView;
import film.finalsay.cost.web.StatementView.FiguresView;
import film.finalsay.cost.web.StatementView.SectionView;
import film.finalsay.web.Spreadsheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A cost report for a spreadsheet: its accounts, then its sections, then the film. */
final class CostReportCsv {

  private CostReportCsv() {}

  static String written(StatementView statement) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader(
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
                "reason")
            .get();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (AccountView account : statement.accounts()) {
        print(
            printer,
            "account",
            account.account(),
            account.description(),
            account.section(),
            account.figures(),
            account.reason());
      }
      for (SectionView section : statement.sections()) {
        print(printer, "section", null, null, section.section(), section.figures(), null);
      }
      print(printer, "film", null, null, null, statement.total(), null);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return text.toString();
  }

  private static void print(
      CSVPrinter printer,
      String row,
      String account,
      String description,
      String section,
      FiguresView figures,
      String reason)
      throws IOException {
    printer.printRecord(
        row,
        account,
        Spreadsheet.harmless(description),
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
        Spreadsheet.harmless(reason));
  }
}
