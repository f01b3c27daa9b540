package film.finalsay.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final Currency KWD = Currency.getInstance("KWD");

  @Test
  void isExactInTheMinorUnitOfItsCurrency() {
    assertThat(Money.of(new BigDecimal("8000.1"), USD).minor()).isEqualTo(800_010);
    assertThat(Money.of(new BigDecimal("8000"), JPY).minor()).isEqualTo(8_000);
    assertThat(Money.of(new BigDecimal("8000.125"), KWD).minor()).isEqualTo(8_000_125);
  }

  @Test
  void refusesWhatTheCurrencyCannotExpress() {
    assertThatThrownBy(() -> Money.of(new BigDecimal("0.001"), USD))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of(new BigDecimal("0.5"), JPY))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of(new BigDecimal("1000000000000"), USD))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void readsAsPeopleAndAsMachinesWriteIt() {
    Money money = Money.of(new BigDecimal("2736022"), USD);
    assertThat(money.inWords()).isEqualTo("USD 2,736,022.00");
    assertThat(money.plain()).isEqualTo("2736022.00");
    assertThat(new Money(5, JPY).inWords()).isEqualTo("JPY 5");
    assertThat(new Money(-5, USD).plain()).isEqualTo("-0.05");
  }

  @Test
  void currenciesDoNotMix() {
    assertThatThrownBy(() -> Money.zero(USD).plus(Money.zero(JPY)))
        .hasMessageContaining("do not mix");
  }
}
