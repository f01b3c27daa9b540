package film.finalsay.budget;

import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A version as it was budgeted, without what was posted on it later, in the one form that imports
 * back identically. Two versions say the same if and only if their exports are the same.
 */
final class BudgetExport {

  private static final String[] TOP_SHEET = {"account", "description", "section", "total"};
  private static final String[] WITH_DETAIL = {
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
    boolean topSheetOnly = breakdown.isEmpty();
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader(topSheetOnly ? TOP_SHEET : WITH_DETAIL).get();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (ExchangeRate rate : breakdown.rates()) {
        print(printer, "", "", "", "", "", "", "", plain(rate.rate()), code(rate), "");
      }
      for (Fringe fringe : breakdown.fringes()) {
        String cutoff = fringe.cutoff() == null ? "" : fringe.cutoff().plain();
        String percent = plain(fringe.percent()) + "%";
        print(printer, "", "", "", cutoff, "", "", "", percent, "", fringe.name());
      }
      Map<String, List<Detail>> details = breakdown.byAccount();
      for (Account account : budget.accounts()) {
        if (topSheetOnly) {
          print(printer, topSheet(account));
        } else {
          String[] line = topSheet(account);
          print(printer, line[0], line[1], line[2], line[3], "", "", "", "", "", "");
        }
        for (Detail detail : details.getOrDefault(account.number(), List.of())) {
          print(printer, line(detail, budget));
        }
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return text.toString();
  }

  private static String[] topSheet(Account account) {
    return new String[] {
      account.number(), account.description(), account.section().name(), account.budgeted().plain()
    };
  }

  private static String[] line(Detail detail, Budget budget) {
    Money amount = detail.amount();
    return new String[] {
      detail.account(),
      detail.description(),
      "",
      amount.plain(),
      detail.number(),
      plain(detail.quantity()),
      detail.unit() == null ? "" : detail.unit(),
      plain(detail.rate()),
      amount.currency().equals(budget.currency()) ? "" : amount.currency().getCurrencyCode(),
      String.join("+", detail.fringes())
    };
  }

  private static void print(CSVPrinter printer, String... cells) throws IOException {
    printer.printRecord((Object[]) cells);
  }

  private static String plain(BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  private static String code(ExchangeRate rate) {
    return rate.currency().getCurrencyCode();
  }
}
