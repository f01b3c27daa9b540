package film.finalsay.budget.reading;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.budget.Detail;
import film.finalsay.budget.ExchangeRate;
import film.finalsay.budget.Fringe;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the lines of no account: the fringes ({@code fringes} and a {@code rate} in percent; {@code
 * total} is the cutoff) and the rates of other currencies ({@code currency} and {@code rate}).
 */
final class BudgetTerms {

  private static final int MAX_TERMS = 100;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern FRINGE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z .&/-]{0,19}");

  private final Currency film;
  private final Amounts amounts;
  private final Map<Currency, ExchangeRate> rates = new LinkedHashMap<>();
  private final Map<String, Fringe> fringes = new LinkedHashMap<>();

  /**
   * @param given rates that are fixed already
   */
  BudgetTerms(Currency film, Amounts amounts, List<ExchangeRate> given) {
    this.film = film;
    this.amounts = amounts;
    given.forEach(rate -> rates.put(rate.currency(), rate));
  }

  List<ExchangeRate> rates() {
    return List.copyOf(rates.values());
  }

  List<Fringe> fringes() {
    return List.copyOf(fringes.values());
  }

  static boolean isFringe(String name) {
    return FRINGE.matcher(name).matches();
  }

  /**
   * @return false if the line is none of these
   */
  boolean take(BudgetLine line) {
    if (line.has(Column.FRINGES)) {
      addFringe(line);
    } else if (line.has(Column.CURRENCY)) {
      addRate(line);
    }
    return line.has(Column.FRINGES) || line.has(Column.CURRENCY);
  }

  /**
   * @throws BusinessRuleException (invalid) naming the line, if it is in a currency or bears a
   *     fringe without a rate
   */
  void requireFor(BudgetLine line, Detail detail) {
    Currency own = detail.amount().currency();
    if (!own.equals(film) && !rates.containsKey(own)) {
      throw line.wrong(
          Column.CURRENCY, "is %s, and this version has no rate for it", own.getCurrencyCode());
    }
    for (String name : detail.fringes()) {
      if (!fringes.containsKey(name)) {
        throw line.wrong(Column.FRINGES, "has \"%s\", and the file has no such fringe", name);
      }
    }
  }

  private void addFringe(BudgetLine line) {
    requireOnly(line, "fringe", Column.FRINGES, Column.RATE, Column.TOTAL, Column.DESCRIPTION);
    String name = line.cell(Column.FRINGES);
    if (!isFringe(name)) {
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
    if (fringes.putIfAbsent(name, new Fringe(name, percent, cutoff)) != null) {
      throw line.wrong(Column.FRINGES, "%s is there twice", name);
    }
    requireNotTooMany(line, fringes);
  }

  private void addRate(BudgetLine line) {
    requireOnly(line, "rate", Column.CURRENCY, Column.RATE, Column.DESCRIPTION);
    ExchangeRate rate =
        new ExchangeRate(
            currency(line), amounts.quantity(line, Column.RATE, ExchangeRate.DECIMALS));
    if (!rate.isUsableFor(film)) {
      throw line.wrong(
          Column.RATE,
          "has to be what one unit of another currency is in %s, as in 1.2750",
          film.getCurrencyCode());
    }
    ExchangeRate earlier = rates.putIfAbsent(rate.currency(), rate);
    if (earlier != null && !earlier.equals(rate)) {
      throw line.wrong(
          Column.RATE,
          "is %s for %s, which is fixed at %s already",
          rate.rate().toPlainString(),
          rate.currency().getCurrencyCode(),
          earlier.rate().toPlainString());
    }
    requireNotTooMany(line, rates);
  }

  private static void requireNotTooMany(BudgetLine line, Map<?, ?> defined) {
    if (defined.size() > MAX_TERMS) {
      throw line.wrong("is one more than the %d that a budget may have", MAX_TERMS);
    }
  }

  private static void requireOnly(BudgetLine line, String what, Column... columns) {
    if (!line.hasOnly(columns)) {
      throw line.wrong(
          "a %s has only %s",
          what, String.join(", ", Arrays.stream(columns).map(Column::header).toList()));
    }
  }

  static Currency currency(BudgetLine line) {
    return ExchangeRate.known(line.cell(Column.CURRENCY))
        .orElseThrow(() -> line.wrong(Column.CURRENCY, "has to be a currency's code, as in USD"));
  }
}
