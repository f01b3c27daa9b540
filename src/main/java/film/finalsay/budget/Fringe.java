package film.finalsay.budget;

import film.finalsay.approval.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an employer pays on top of a wage: {@code FICA 7.65 %}.
 *
 * @param name unique in its version
 * @param percent from 0 to 100, at most 4 decimals, without zeros at its end
 * @param cutoff how much of one detail line it is paid on, in the film's currency; null for all
 */
public record Fringe(String name, BigDecimal percent, Money cutoff) {

  public static final int DECIMALS = 4;

  public Fringe {
    percent = Detail.plain(percent);
  }

  /** Rounded to the nearest minor unit, halves away from zero; a credit has no cutoff. */
  public Money on(Money amount) {
    Money base = cutoff == null || amount.compareTo(cutoff) <= 0 ? amount : cutoff;
    BigDecimal minor =
        BigDecimal.valueOf(base.minor())
            .multiply(percent)
            .movePointLeft(2)
            .setScale(0, RoundingMode.HALF_UP);
    return new Money(minor.longValueExact(), base.currency());
  }
}
