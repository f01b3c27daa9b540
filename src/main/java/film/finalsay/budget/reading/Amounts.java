package film.finalsay.budget.reading;

import film.finalsay.approval.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads amounts as budgeting software and spreadsheets write them: {@code 262500}, {@code
 * $262,500.00}, {@code (500)}, {@code 500-}, a dash for zero. A point is the decimal mark; in a
 * file separated by semicolons a comma may be one, too, and then a number such as {@code 1.234}
 * could mean two things, and is refused.
 */
final class Amounts {

  private static final Pattern WITH_POINT = number(",", "\\.");
  private static final Pattern WITH_COMMA = number("\\.", ",");

  /** In front of the number, or behind it. */
  private static final Pattern CURRENCY =
      Pattern.compile("([A-Z]{3}|US\\$|[$€£¥])\\s*(.*)|(.*?)\\s*([A-Z]{3}|[$€£¥])");

  private static final Set<String> DASHES = Set.of("-", "–", "—");

  /** What people who count in these currencies write before an amount. */
  private static final Map<String, Set<String>> SYMBOLS =
      Map.of(
          "$", Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"),
          "US$", Set.of("USD"),
          "€", Set.of("EUR"),
          "£", Set.of("GBP"),
          "¥", Set.of("JPY", "CNY"));

  private final boolean decimalCommas;

  /**
   * @param decimalCommas whether a comma may be the decimal mark
   */
  Amounts(boolean decimalCommas) {
    this.decimalCommas = decimalCommas;
  }

  /** Digits, in groups of three with the same mark between them or without; then decimals. */
  private static Pattern number(String groupMark, String decimalMark) {
    String decimals = "(?:%s\\d{1,20})?".formatted(decimalMark);
    return Pattern.compile(
        "\\d{1,20}%s|\\d{1,3}([%s'’ \u00A0\u2009\u202F])\\d{3}(?:\\1\\d{3}){0,5}%s"
            .formatted(decimals, groupMark, decimals));
  }

  /**
   * @return negative for a credit
   * @throws film.finalsay.approval.BusinessRuleException (invalid) naming line and column
   */
  Money money(BudgetLine line, Column column, Currency currency) {
    BigDecimal value = number(line, column, currency);
    if (value.scale() > currency.getDefaultFractionDigits()) {
      throw line.wrong(
          column,
          "has %d decimals, and %s has %d",
          value.scale(),
          currency.getCurrencyCode(),
          currency.getDefaultFractionDigits());
    }
    try {
      return Money.of(value, currency);
    } catch (ArithmeticException outOfRange) {
      throw line.wrong(
          column,
          "is beyond any budget; at most %s is allowed",
          new Money(Money.MAX_MINOR, currency).inWords());
    }
  }

  /**
   * A plain number, such as a quantity.
   *
   * @param maxDecimals that it may have
   */
  BigDecimal quantity(BudgetLine line, Column column, int maxDecimals) {
    return rate(line, column, null, maxDecimals);
  }

  /** The same, with the currency beside it or without. */
  BigDecimal rate(BudgetLine line, Column column, Currency currency, int maxDecimals) {
    BigDecimal value = number(line, column, currency).stripTrailingZeros();
    if (value.scale() > maxDecimals || value.precision() - value.scale() > 12) {
      throw line.wrong(
          column,
          "has to be a number of at most 12 digits before the mark and %d behind it",
          maxDecimals);
    }
    return value;
  }

  /** A number that may have a percent sign behind it. */
  BigDecimal percent(BudgetLine line, Column column, int maxDecimals) {
    String text = line.cell(column).replaceAll("\\s*%$", "");
    return quantity(new BudgetLine(line.number(), Map.of(column, text)), column, maxDecimals);
  }

  /**
   * @param currency that may be named beside it; null if none may
   */
  private BigDecimal number(BudgetLine line, Column column, Currency currency) {
    String text = withoutCurrency(line, column, line.cell(column).replace('\u2212', '-'), currency);
    if (DASHES.contains(text)) {
      return BigDecimal.ZERO;
    }
    int negatives = 0;
    if (text.startsWith("(") && text.endsWith(")")) {
      negatives++;
      text = withoutCurrency(line, column, text.substring(1, text.length() - 1), currency);
    }
    if (text.startsWith("-")) {
      negatives++;
      text = withoutCurrency(line, column, text.substring(1), currency);
    } else if (text.endsWith("-")) {
      negatives++;
      text = text.substring(0, text.length() - 1).strip();
    }
    if (negatives > 1) {
      throw line.wrong(column, "is negative twice, and so could mean either; write -500 or (500)");
    }
    BigDecimal value = unsigned(line, column, text, currency);
    return negatives == 1 ? value.negate() : value;
  }

  private BigDecimal unsigned(BudgetLine line, Column column, String text, Currency currency) {
    BigDecimal withPoint = read(WITH_POINT, text, '.');
    BigDecimal withComma = decimalCommas ? read(WITH_COMMA, text, ',') : null;
    if (withPoint != null && withComma != null && withPoint.compareTo(withComma) != 0) {
      throw line.wrong(
          column,
          "could mean %s or %s; write it without thousands marks, or with its decimals",
          withPoint.toPlainString(),
          withComma.toPlainString());
    }
    if (withPoint == null && withComma == null) {
      throw line.wrong(
          column,
          currency == null
              ? "has to be a number, as in 10 or 2.5"
              : "has to be an amount in %s, as in 262500, 262500.00, \"262,500.00\" or (500)%s"
                  .formatted(
                      currency.getCurrencyCode(),
                      decimalCommas ? ", or 262.500,00" : "; the decimal mark is the point"));
    }
    return withPoint != null ? withPoint : withComma;
  }

  /**
   * @return null if it is not written that way
   */
  private static BigDecimal read(Pattern pattern, String text, char decimalMark) {
    if (!pattern.matcher(text).matches()) {
      return null;
    }
    return new BigDecimal(
        text.replaceAll("[^0-9" + decimalMark + "]", "").replace(decimalMark, '.'));
  }

  private static String withoutCurrency(
      BudgetLine line, Column column, String sent, Currency currency) {
    Matcher named = CURRENCY.matcher(sent.strip());
    if (!named.matches()) {
      return sent.strip();
    }
    boolean before = named.group(1) != null;
    requireCurrency(line, column, named.group(before ? 1 : 4), currency);
    return named.group(before ? 2 : 3).strip();
  }

  private static void requireCurrency(
      BudgetLine line, Column column, String named, Currency currency) {
    if (currency == null) {
      throw line.wrong(column, "has to be a number without a currency");
    }
    String code = currency.getCurrencyCode();
    if (!named.equals(code) && !SYMBOLS.getOrDefault(named, Set.of()).contains(code)) {
      throw line.wrong(column, "is marked %s, and is counted in %s here", named, code);
    }
  }
}
