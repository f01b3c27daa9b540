package film.finalsay.budget;

import film.finalsay.approval.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A version as it was budgeted, without what was posted on it later, in the one form that imports
 * back identically. Two versions say the same if and only if their exports are the same.
 */
final class BudgetExport {

  private static final String[] COLUMNS = {
    "account",
    "description",
    "section",
    "total",
    "detail",
    "quantity",
    "unit",
    "rate",
    "currency",
    "fringes"
  };

  /** The first columns, which are all where there is nothing under the accounts. */
  private static final int TOP_SHEET = 4;

  private BudgetExport() {}

  /**
   * @return SHA-256 of accounts, details, fringes, currency and rates in their order
   */
  static String sha256(Budget budget, Breakdown breakdown) {
    return Fingerprint.of(
        Map.of(
            "currency", budget.currency().getCurrencyCode(),
            "content", written(budget, breakdown)));
  }

  static String written(Budget budget, Breakdown breakdown) {
    int width = breakdown.isEmpty() ? TOP_SHEET : COLUMNS.length;
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(Arrays.copyOf(COLUMNS, width)).get();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (String[] line : lines(budget, breakdown)) {
        printer.printRecord((Object[]) Arrays.copyOf(line, width));
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return text.toString();
  }

  /** In the order of the columns; a cell that is empty may be null, the first of a line not. */
  private static List<String[]> lines(Budget budget, Breakdown breakdown) {
    List<String[]> lines = new ArrayList<>();
    for (ExchangeRate rate : breakdown.rates()) {
      String code = rate.currency().getCurrencyCode();
      lines.add(line("", null, null, null, null, null, null, plain(rate.rate()), code, null));
    }
    for (Fringe fringe : breakdown.fringes()) {
      String cutoff = fringe.cutoff() == null ? null : fringe.cutoff().plain();
      String percent = plain(fringe.percent()) + "%";
      lines.add(line("", null, null, cutoff, null, null, null, percent, null, fringe.name()));
    }
    Map<String, List<Detail>> details = breakdown.byAccount();
    for (Account account : budget.accounts()) {
      lines.add(
          line(
              account.number(),
              account.description(),
              account.section().name(),
              account.budgeted().plain()));
      for (Detail detail : details.getOrDefault(account.number(), List.of())) {
        Currency own = detail.amount().currency();
        lines.add(
            line(
                detail.account(),
                detail.description(),
                null,
                detail.amount().plain(),
                detail.number(),
                plain(detail.quantity()),
                detail.unit(),
                plain(detail.rate()),
                own.equals(budget.currency()) ? null : own.getCurrencyCode(),
                String.join("+", detail.fringes())));
      }
    }
    return lines;
  }

  private static String[] line(String... cells) {
    return cells;
  }

  private static String plain(BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
