package film.finalsay.cost;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By how much an account is over, exactly. */
class VarianceFactsTest {

  private static final Currency USD = Currency.getInstance("USD");

  @ParameterizedTest(name = "budget {0}, changes {1}, EFC {2} -> {3}, {4} %")
  @CsvSource({
    "300000.00,      0.00, 315000.00,  -15000.00,   -5.000000",
    "300000.00,      0.00, 315000.01,  -15000.01,   -5.000004",
    "999999999.99,   0.00, 1050000000.00, -50000000.01, -5.000001",
    "100000.00, -50000.00,  60000.00,  -10000.00,  -20.000000",
    "300000.00,      0.00, 200000.00,  100000.00,   33.333334",
    "0.00,           0.00,      0.01,      -0.01, -100.000000",
    "0.00,           0.00,      0.00,       0.00,    0.000000",
    "100.00,      -100.00,      5.00,      -5.00, -100.000000"
  })
  void thePercentIsRoundedAwayFromZero(
      String budget, String changes, String efc, String variance, String percent) {
    Money none = Money.zero(USD);
    CostFigures figures =
        new CostFigures(usd(budget), usd(changes), usd("1000000.00"), none, none, usd(efc), none);

    VarianceFacts facts =
        VarianceFacts.of(new AccountCost("3600", "LOCATIONS", "PRODUCTION", true, figures, null));

    assertThat(facts.variance()).isEqualTo(usd(variance));
    assertThat(facts.percent()).isEqualByComparingTo(percent);
  }

  private static Money usd(String amount) {
    return Money.of(new BigDecimal(amount), USD);
  }
}
