package film.finalsay.budget.web;

import film.finalsay.budget.web.BudgetDifferenceController.AccountDifferenceView;
import film.finalsay.budget.web.BudgetDifferenceController.DifferenceView;
import film.finalsay.budget.web.BudgetDifferenceController.FiguresView;
import film.finalsay.budget.web.BudgetDifferenceController.SectionDifferenceView;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The accounts, then a totals line for each section, then one for all. */
final class DifferenceCsv {

  private DifferenceCsv() {}

  static String written(DifferenceView difference) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader(
                "account", "description", "section", "change", "before", "after", "difference")
            .get();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (AccountDifferenceView one : difference.accounts()) {
        printer.printRecord(
            one.account(),
            one.description(),
            one.section(),
            one.change(),
            one.before(),
            one.after(),
            one.difference());
      }
      for (SectionDifferenceView one : difference.sections()) {
        printer.printRecord(
            "",
            "Total " + one.section(),
            one.section(),
            "",
            one.before(),
            one.after(),
            one.difference());
      }
      FiguresView total = difference.total();
      printer.printRecord("", "Total", "", "", total.before(), total.after(), total.difference());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return text.toString();
  }
}
