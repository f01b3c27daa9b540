package film.finalsay.personnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.approval.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is owed for a fee and its guarantee, to the cent. */
class FeeBasisTest {

  private static final Currency USD = Currency.getInstance("USD");

  @ParameterizedTest
  @CsvSource({
    "FLAT,          4000.00, 1, 4000.00",
    "WEEKLY,        4000.01, 6, 24000.06",
    "DAILY,            0.01, 9999, 99.99",
    "SCALE,         1204.00, 3, 3612.00",
    "SCALE_PLUS_10, 1204.00, 3, 3973.20",
    "SCALE_PLUS_10,    0.04, 1, 0.04",
    "SCALE_PLUS_10,    0.05, 1, 0.06",
    "SCALE_PLUS_10,    0.01, 5, 0.06",
  })
  void theGuaranteeIsPaidWholeAndHalvesGoUp(
      FeeBasis basis, BigDecimal fee, int units, BigDecimal owed) {
    assertThat(basis.guaranteed(Money.of(fee, USD), units)).isEqualTo(Money.of(owed, USD));
  }

  @Test
  void whatIsBeyondAnyBudgetIsNoMoney() {
    Money most = new Money(Money.MAX_MINOR, USD);
    assertThatThrownBy(() -> FeeBasis.WEEKLY.guaranteed(most, 2))
        .isInstanceOf(ArithmeticException.class);
  }
}
