package film.finalsay.approval;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/**
 * An exact amount: minor units (cents) of a currency. Never a double.
 *
 * @param minor the amount in the currency's minor unit; negative for money that leaves
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /**
   * The largest single amount that is taken as meant: 99 trillion minor units, a thousand times a
   * studio's year. Sums of such amounts may be larger.
   */
  public static final long MAX_MINOR = 99_999_999_999_999L;

  /**
   * @param value at most as many decimals as the currency has
   * @throws ArithmeticException if it has more decimals, or is beyond {@link #MAX_MINOR}
   */
  public static Money of(BigDecimal value, Currency currency) {
    long minor = value.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
    if (Math.abs(minor) > MAX_MINOR) {
      throw new ArithmeticException("amount out of range");
    }
    return new Money(minor, currency);
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  public Money negated() {
    return new Money(-minor, currency);
  }

  public boolean isNegative() {
    return minor < 0;
  }

  /** In whole units with all decimals of the currency: {@code 8000.00}. */
  public BigDecimal value() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
  }

  /** As an API writes it: {@code 8000.00}. */
  public String plain() {
    return value().toPlainString();
  }

  /** As a form shows it: {@code USD 8,000.00}. */
  public String inWords() {
    return String.format(
        Locale.ROOT,
        "%s %,." + currency.getDefaultFractionDigits() + "f",
        currency.getCurrencyCode(),
        value());
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
    }
    return other;
  }
}
