package film.finalsay.budget;

import film.finalsay.approval.Money;
import film.finalsay.approval.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads what is under the accounts: the lines of their detail, and, of no account, the fringes
 * ({@code fringes} and a {@code rate} in percent; {@code total} is the cutoff) and the rates of
 * other currencies ({@code currency} and {@code rate}).
 */
final class DetailLines {

  private static final int MAX_DETAILS = 20_000;
  private static final int MAX_DEFINITIONS = 100;
  private static final int MAX_FRINGES_ON_A_LINE = 10;
  private static final int MAX_UNIT = 20;
  private static final int DECIMALS = 6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,39}");
  private static final Pattern FRINGE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z .&/-]{0,19}");

  private final Currency film;
  private final Amounts amounts;
  private final Map<Currency, ExchangeRate> rates = new LinkedHashMap<>();
  private final Map<String, Fringe> fringes = new LinkedHashMap<>();
  private final List<Read> details = new ArrayList<>();

  /** A line with where it was read; what it refers to may stand below it. */
  private record Read(BudgetLine line, Detail detail) {}

  DetailLines(Currency film, Amounts amounts, List<ExchangeRate> given) {
    this.film = film;
    this.amounts = amounts;
    given.forEach(rate -> rates.put(rate.currency(), rate));
  }

  /**
   * @return false if the line is none of these
   */
  boolean take(BudgetLine line) {
    if (line.has(Column.DETAIL)) {
      details.add(new Read(line, detail(line)));
      if (details.size() > MAX_DETAILS) {
        throw line.wrong(
            "is one line more than the %d that the detail of a budget may have"
                .formatted(MAX_DETAILS));
      }
      return true;
    }
    if (line.has(Column.ACCOUNT)) {
      return false;
    }
    if (line.has(Column.FRINGES)) {
      add(line, fringe(line));
      return true;
    }
    if (line.has(Column.CURRENCY)) {
      add(line, rate(line));
      return true;
    }
    return false;
  }

  /**
   * What was read, held against the accounts.
   *
   * @throws Refusal (invalid) naming the line of what belongs to no account, is in a currency or
   *     bears a fringe without a rate, or does not add up to its account
   */
  Breakdown of(List<Account> accounts) {
    Map<String, List<Read>> byAccount = new LinkedHashMap<>();
    accounts.forEach(account -> byAccount.put(account.number(), new ArrayList<>()));
    for (Read read : details) {
      List<Read> lines = byAccount.get(read.detail().account());
      if (lines == null) {
        throw read.line()
            .wrong(
                Column.ACCOUNT,
                "is %s, and the budget has no such account".formatted(read.detail().account()));
      }
      requireRates(read);
      lines.add(read);
    }
    Breakdown breakdown =
        new Breakdown(
            List.copyOf(rates.values()),
            List.copyOf(fringes.values()),
            byAccount.values().stream().flatMap(List::stream).map(Read::detail).toList());
    accounts.forEach(account -> requireSum(account, byAccount.get(account.number()), breakdown));
    return breakdown;
  }

  private void requireRates(Read read) {
    Currency own = read.detail().amount().currency();
    if (!own.equals(film) && !rates.containsKey(own)) {
      throw read.line()
          .wrong(
              Column.CURRENCY,
              "is %s, and this version has no rate for it".formatted(own.getCurrencyCode()));
    }
    for (String name : read.detail().fringes()) {
      if (!fringes.containsKey(name)) {
        throw read.line()
            .wrong(Column.FRINGES, "has \"%s\", and the file has no such fringe".formatted(name));
      }
    }
  }

  private void requireSum(Account account, List<Read> read, Breakdown breakdown) {
    if (read.isEmpty()) {
      return;
    }
    BudgetLine last = read.get(read.size() - 1).line();
    Money sum = sum(last, read.stream().map(Read::detail).toList(), breakdown);
    if (!sum.equals(account.budgeted())) {
      throw last.wrong(
          "the detail of account %s ends here and, with its fringes, is %s; the account has %s, a difference of %s"
              .formatted(
                  account.number(),
                  sum.inWords(),
                  account.budgeted().inWords(),
                  account.budgeted().minus(sum).inWords()));
    }
  }

  private Money sum(BudgetLine last, List<Detail> lines, Breakdown breakdown) {
    try {
      return breakdown.sum(lines, film);
    } catch (ArithmeticException tooMuch) {
      throw last.wrong(
          "the detail of account %s is beyond any budget".formatted(last.cell(Column.ACCOUNT)));
    }
  }

  private Detail detail(BudgetLine line) {
    String account = line.cell(Column.ACCOUNT);
    if (account.isEmpty()) {
      throw line.wrong(Column.ACCOUNT, "is missing; each line of detail belongs to an account");
    }
    String number = line.cell(Column.DETAIL);
    if (!NUMBER.matcher(number).matches()) {
      throw line.wrong(Column.DETAIL, "has to be 1 to 40 digits or letters, as in 3501");
    }
    if (line.has(Column.SECTION)) {
      throw line.wrong(Column.SECTION, "is the account's; leave it out in a line of detail");
    }
    Currency own = line.has(Column.CURRENCY) ? currency(line) : film;
    Detail detail =
        new Detail(
            account,
            number,
            BudgetCsv.description(line),
            line.has(Column.QUANTITY) ? amounts.quantity(line, Column.QUANTITY, DECIMALS) : null,
            unit(line),
            line.has(Column.RATE) ? amounts.rate(line, Column.RATE, own, DECIMALS) : null,
            amounts.money(line, Column.TOTAL, own),
            fringeNames(line));
    requireProduct(line, detail);
    return detail;
  }

  private static void requireProduct(BudgetLine line, Detail detail) {
    if (detail.quantity() == null || detail.rate() == null) {
      return;
    }
    BigDecimal product =
        detail
            .quantity()
            .multiply(detail.rate())
            .setScale(detail.amount().value().scale(), RoundingMode.HALF_UP);
    if (product.compareTo(detail.amount().value()) != 0) {
      throw line.wrong(
          Column.TOTAL,
          "is %s, and %s times %s is %s"
              .formatted(
                  detail.amount().plain(),
                  detail.quantity().toPlainString(),
                  detail.rate().toPlainString(),
                  product.toPlainString()));
    }
  }

  private static String unit(BudgetLine line) {
    String unit = line.cell(Column.UNIT);
    if (unit.length() > MAX_UNIT || (!unit.isEmpty() && !Character.isLetter(unit.charAt(0)))) {
      throw line.wrong(
          Column.UNIT, "has to be a word of at most %d characters".formatted(MAX_UNIT));
    }
    return unit.isEmpty() ? null : unit;
  }

  private static List<String> fringeNames(BudgetLine line) {
    if (!line.has(Column.FRINGES)) {
      return List.of();
    }
    List<String> names =
        Arrays.stream(line.cell(Column.FRINGES).split("\\+")).map(String::strip).toList();
    boolean plain = names.stream().allMatch(name -> FRINGE.matcher(name).matches());
    if (!plain
        || names.size() > MAX_FRINGES_ON_A_LINE
        || names.stream().distinct().count() < names.size()) {
      throw line.wrong(
          Column.FRINGES,
          "has to be the names of at most %d fringes, each once, with a + between them"
              .formatted(MAX_FRINGES_ON_A_LINE));
    }
    return names;
  }

  private Fringe fringe(BudgetLine line) {
    requireOnly(line, "fringe", Column.FRINGES, Column.RATE, Column.TOTAL, Column.DESCRIPTION);
    String name = line.cell(Column.FRINGES);
    if (!FRINGE.matcher(name).matches()) {
      throw line.wrong(
          Column.FRINGES, "has to be a name of at most 20 letters or digits, as in FICA");
    }
    BigDecimal percent = amounts.percent(line, Column.RATE, Fringe.DECIMALS);
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
      throw line.wrong(Column.RATE, "has to be from 0 % to 100 %, as in 7.65%");
    }
    Money cutoff = line.has(Column.TOTAL) ? amounts.money(line, Column.TOTAL, film) : null;
    if (cutoff != null && cutoff.minor() <= 0) {
      throw line.wrong(Column.TOTAL, "is the cutoff of the fringe, and has to be more than zero");
    }
    return new Fringe(name, percent, cutoff);
  }

  private void add(BudgetLine line, Fringe fringe) {
    if (fringes.putIfAbsent(fringe.name(), fringe) != null) {
      throw line.wrong(Column.FRINGES, "%s is there twice".formatted(fringe.name()));
    }
    requireNotTooMany(line, fringes);
  }

  private ExchangeRate rate(BudgetLine line) {
    requireOnly(line, "rate", Column.CURRENCY, Column.RATE, Column.DESCRIPTION);
    ExchangeRate rate =
        new ExchangeRate(
            currency(line), amounts.quantity(line, Column.RATE, ExchangeRate.DECIMALS));
    if (!rate.isUsableFor(film)) {
      throw line.wrong(
          Column.RATE,
          "has to be what one unit of another currency is in %s, as in 1.2750"
              .formatted(film.getCurrencyCode()));
    }
    return rate;
  }

  private void add(BudgetLine line, ExchangeRate rate) {
    ExchangeRate earlier = rates.putIfAbsent(rate.currency(), rate);
    if (earlier != null && !earlier.equals(rate)) {
      throw line.wrong(
          Column.RATE,
          "is %s for %s, which is fixed at %s already"
              .formatted(
                  rate.rate().toPlainString(),
                  rate.currency().getCurrencyCode(),
                  earlier.rate().toPlainString()));
    }
    requireNotTooMany(line, rates);
  }

  private static void requireNotTooMany(BudgetLine line, Map<?, ?> defined) {
    if (defined.size() > MAX_DEFINITIONS) {
      throw line.wrong("is one more than the %d that a budget may have".formatted(MAX_DEFINITIONS));
    }
  }

  private static void requireOnly(BudgetLine line, String what, Column... columns) {
    if (!line.hasOnly(columns)) {
      throw line.wrong(
          "a %s has only %s"
              .formatted(
                  what, String.join(", ", Arrays.stream(columns).map(Column::header).toList())));
    }
  }

  private static Currency currency(BudgetLine line) {
    return ExchangeRate.known(line.cell(Column.CURRENCY))
        .orElseThrow(() -> line.wrong(Column.CURRENCY, "has to be a currency's code, as in USD"));
  }
}
