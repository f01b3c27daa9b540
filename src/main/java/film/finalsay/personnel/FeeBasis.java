package film.finalsay.personnel;

import film.finalsay.approval.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a fee is paid for. */
public enum FeeBasis {
  /** For all of it: there is one unit. */
  FLAT,
  WEEKLY,
  DAILY,
  /** The least that the union lets a day or a week be paid. */
  SCALE,
  /** The same with a tenth on top, for the agent. */
  SCALE_PLUS_10;

  private static final BigDecimal WITH_A_TENTH = new BigDecimal("1.1");

  /**
   * What is owed without fringes, halves of the smallest unit up.
   *
   * @param units guaranteed, from 1
   * @throws ArithmeticException beyond any budget
   */
  Money guaranteed(Money fee, int units) {
    BigDecimal all = fee.value().multiply(BigDecimal.valueOf(units));
    BigDecimal owed = this == SCALE_PLUS_10 ? all.multiply(WITH_A_TENTH) : all;
    return Money.of(
        owed.setScale(fee.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP),
        fee.currency());
  }
}
