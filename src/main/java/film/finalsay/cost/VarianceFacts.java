package film.finalsay.cost;

import film.finalsay.approval.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * The facts on which the variance table decides who explains. The limits are not here: they stand
 * in {@code cost-report-variance.dmn}.
 *
 * @param variance current budget less estimated final cost; negative is over
 * @param percent of the current budget; negative is over, by 100 where there is no budget
 * @param section of the account
 */
public record VarianceFacts(Money variance, BigDecimal percent, String section) {

  private static final int DECIMALS = 6;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  static VarianceFacts of(AccountCost account) {
    Money variance = account.figures().variance();
    return new VarianceFacts(
        variance, percent(variance, account.figures().currentBudget()), account.section());
  }

  /** As the variance table names them. */
  public Map<String, Object> byName() {
    return Map.of(
        "variance", variance.plain(),
        "variancePercent", percent.toPlainString(),
        "section", section);
  }

  /** Rounded away from zero, so that nothing beyond a limit is taken for being on it. */
  private static BigDecimal percent(Money variance, Money budget) {
    if (budget.minor() <= 0) {
      return WHOLE.multiply(BigDecimal.valueOf(Long.signum(variance.minor())));
    }
    return variance.value().multiply(WHOLE).divide(budget.value(), DECIMALS, RoundingMode.UP);
  }
}
