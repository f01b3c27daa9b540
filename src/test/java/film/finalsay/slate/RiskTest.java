package film.finalsay.slate;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.Money;
import film.finalsay.film.Phase;
import film.finalsay.slate.SlateFilm.Wait;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RiskTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void theOrderIsWhatTheSlateSays() {
    List<SlateFilm> expected =
        List.of(
            film("STOPPED", 1000, 1001L, 1000L, NOON, true, 0),
            film("TWOLATE", 1000, null, null, null, false, 2),
            film("LATE", 1000, null, null, null, false, 1),
            film("NOPLAN", 1000, 950L, null, null, false, 0),
            film("SHORT", 1000, 901L, 900L, null, false, 0),
            film("OVER20", 1000, 1200L, 1200L, null, false, 0),
            film("OVER10", 10000, 11000L, 11000L, NOON, false, 0),
            film("WAITSLONG", 1000, null, null, NOON, false, 0),
            film("WAITS", 1000, 1000L, 1000L, NOON.plusSeconds(1), false, 0),
            film("A", 1000, 1000L, 1000L, null, false, 0),
            film("B", 1000, null, null, null, false, 0),
            film("UNDER", 1000, 900L, 900L, NOON, false, 0));
    List<SlateFilm> shuffled = new ArrayList<>(expected);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.sort(Risk.HIGHEST_FIRST);

    assertThat(shuffled)
        .extracting(SlateFilm::film)
        .containsExactlyElementsOf(expected.stream().map(SlateFilm::film).toList());
  }

  @Test
  void aShareIsRoundedAwayFromZeroSoThatNothingOverIsTakenForOnBudget() {
    SlateFilm film = film("F", 1_000_000, 1_000_001L, null, null, false, 0);
    assertThat(film.variance()).isEqualTo(new Money(-1, USD));
    assertThat(film.variancePercent()).isEqualTo(new BigDecimal("-0.01"));
    assertThat(film("F", 0, 5L, null, null, false, 0).variancePercent())
        .isEqualByComparingTo("-100");
    assertThat(film("F", 1000, null, null, null, false, 0).variancePercent()).isNull();
  }

  @Test
  void exactlyWhatIsSecuredIsNotAboveIt() {
    assertThat(film("F", 1000, 900L, 900L, null, false, 0).efcAboveSecured()).isFalse();
    assertThat(film("F", 1000, 901L, 900L, null, false, 0).efcAboveSecured()).isTrue();
    assertThat(film("F", 1000, null, null, null, false, 0).efcAboveSecured()).isFalse();
  }

  @Test
  void whatIsLeftOfTheContingencyIsAShareOfWhatWasBudgeted() {
    assertThat(film("F", 1000, null, null, null, false, 0).contingencyLeftPercent())
        .isEqualByComparingTo("25");
  }

  @Test
  void currenciesAreNeverAdded() {
    SlateFilm yen = film("Y", 7, 3L, null, null, false, 0, JPY);
    assertThat(
            SlateTotal.of(
                List.of(
                    yen,
                    film("A", 1000, 1100L, 900L, null, false, 0),
                    film("B", 500, null, 50L, null, false, 0))))
        .containsExactly(
            new SlateTotal(
                JPY,
                1,
                new Money(7, JPY),
                1,
                new Money(3, JPY),
                new Money(4, JPY),
                new Money(25, JPY),
                Money.zero(JPY),
                new Money(2, JPY)),
            new SlateTotal(
                USD,
                2,
                new Money(1500, USD),
                1,
                new Money(1100, USD),
                new Money(-100, USD),
                new Money(50, USD),
                new Money(950, USD),
                new Money(4, USD)));
  }

  private static SlateFilm film(
      String id, long budget, Long efc, Long secured, Instant waiting, boolean stop, int late) {
    return film(id, budget, efc, secured, waiting, stop, late, USD);
  }

  private static SlateFilm film(
      String id,
      long budget,
      Long efc,
      Long secured,
      Instant waiting,
      boolean stop,
      int late,
      Currency currency) {
    return new SlateFilm(
        id,
        id,
        Phase.PRODUCTION,
        0,
        0,
        0,
        currency,
        new Money(budget, currency),
        null,
        null,
        efc == null ? null : new Money(efc, currency),
        new Money(100, currency),
        new Money(25, currency),
        secured == null ? null : new Money(secured, currency),
        new Money(2, currency),
        Map.of(),
        waiting == null ? null : new Wait(id + "-BC-1", "Decide", List.of("producer"), waiting, 0),
        stop,
        late,
        late);
  }
}
