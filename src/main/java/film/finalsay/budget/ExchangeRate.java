package film.finalsay.budget;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate that is fixed for one version of a budget.
 *
 * @param currency another than the film's
 * @param rate what one unit of it is in the film's currency: more than zero, at most 8 decimals,
 *     without zeros at its end
 */
public record ExchangeRate(Currency currency, BigDecimal rate) {

  public static final int DECIMALS = 8;

  private static final BigDecimal MAX = BigDecimal.valueOf(1_000_000);
  private static final Pattern SENT =
      Pattern.compile("([A-Z]{3})[ :=]\\s*(\\d{1,7}(?:\\.\\d{1,8})?)");

  public ExchangeRate {
    rate = Detail.plain(rate);
  }

  /**
   * @param sent as in {@code GBP 1.2750}
   * @throws BusinessRuleException (invalid) naming {@code rate}
   */
  public static ExchangeRate read(String sent, Currency film) {
    Matcher matcher = SENT.matcher(sent.strip());
    return Optional.of(matcher)
        .filter(Matcher::matches)
        .flatMap(matches -> known(matches.group(1)))
        .map(currency -> new ExchangeRate(currency, new BigDecimal(matcher.group(2))))
        .filter(rate -> rate.isUsableFor(film))
        .orElseThrow(
            () ->
                invalid(
                    "rate",
                    "has to be another currency than %1$s and what one unit of it is in %1$s, as in \"GBP 1.2750\".",
                    film.getCurrencyCode()));
  }

  /** A currency that money is counted in; gold and test codes are none. */
  public static Optional<Currency> known(String code) {
    try {
      return Optional.of(Currency.getInstance(code))
          .filter(currency -> currency.getDefaultFractionDigits() >= 0);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  public boolean isUsableFor(Currency film) {
    return !currency.equals(film) && rate.signum() > 0 && rate.compareTo(MAX) <= 0;
  }

  /**
   * Rounded to the nearest minor unit, halves away from zero.
   *
   * @throws ArithmeticException if it is beyond {@link Money#MAX_MINOR}
   */
  public Money convert(Money amount, Currency film) {
    return Money.of(
        amount
            .value()
            .multiply(rate)
            .setScale(film.getDefaultFractionDigits(), RoundingMode.HALF_UP),
        film);
  }
}
