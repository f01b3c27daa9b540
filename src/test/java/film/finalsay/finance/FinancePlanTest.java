package film.finalsay.finance;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.Money;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmFinance.SourceKind;
import film.finalsay.film.FilmFinance.SourceState;
import film.finalsay.film.FilmFinance.SourceSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is secured, deferred and pending, at the edges of the day and of the cent. */
class FinancePlanTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

  @ParameterizedTest(name = "{0} {1} until {2}")
  @CsvSource({
    "EQUITY,        CONFIRMED,           , 100.00,   0.00,   0.00",
    "PRESALE,       CONFIRMED, 2027-03-02, 100.00,   0.00,   0.00",
    "PRESALE,       CONFIRMED, 2027-03-01, 100.00,   0.00,   0.00",
    "PRESALE,       CONFIRMED, 2027-02-28,   0.00,   0.00,   0.00",
    "TAX_INCENTIVE, PENDING,             ,   0.00,   0.00, 100.00",
    "GRANT,         PENDING,   2027-03-01,   0.00,   0.00, 100.00",
    "GAP,           PENDING,   2027-02-28,   0.00,   0.00,   0.00",
    "DEFERRAL,      CONFIRMED,           ,   0.00, 100.00,   0.00",
    "DEFERRAL,      CONFIRMED, 2027-02-28,   0.00,   0.00,   0.00",
    "DEFERRAL,      PENDING,             ,   0.00,   0.00, 100.00"
  })
  void aSourceCountsAs(
      SourceKind kind,
      SourceState state,
      LocalDate until,
      String secured,
      String deferred,
      String pending) {
    PlanSummary plan =
        plan(DAY, new SourceSummary("One", kind, usd("100"), state, "", until, null));

    assertThat(plan.secured().plain()).isEqualTo(secured);
    assertThat(plan.deferred().plain()).isEqualTo(deferred);
    assertThat(plan.pending().plain()).isEqualTo(pending);
  }

  @ParameterizedTest(name = "budget {0}, secured {1}, deferred {2}, pending {3}")
  @CsvSource({
    "1000, 1000,    0,    0, 1000.00,   0.00,   0.00",
    "1000, 999.99,  0,    0, 1000.00,   0.01,   0.01",
    "1000, 900,   100,    0,  900.00,   0.00,   0.00",
    "1000, 700,   100,  150,  900.00, 200.00,  50.00",
    "1000, 700,   100,  500,  900.00, 200.00,   0.00",
    "1000, 5000,    0,    0, 1000.00,   0.00,   0.00",
    "1000, 0,    1500,    0,    0.00,   0.00,   0.00"
  })
  void besideABudget(
      String budget,
      String secured,
      String deferred,
      String pending,
      String needed,
      String unsecured,
      String gap) {
    PlanSummary plan =
        plan(
            DAY,
            source(SourceKind.EQUITY, secured, SourceState.CONFIRMED),
            source(SourceKind.DEFERRAL, deferred, SourceState.CONFIRMED),
            source(SourceKind.GRANT, pending, SourceState.PENDING));

    assertThat(plan.cashNeeded(usd(budget)).plain()).isEqualTo(needed);
    assertThat(plan.unsecured(usd(budget)).plain()).isEqualTo(unsecured);
    assertThat(plan.gap(usd(budget)).plain()).isEqualTo(gap);
  }

  @Test
  void aPlanIsTheSumOfItsSources() {
    SourceSummary[] sources = {
      new SourceSummary("A", SourceKind.EQUITY, usd("0.10"), SourceState.CONFIRMED, "", null, null),
      new SourceSummary("B", SourceKind.PRESALE, usd("0.20"), SourceState.CONFIRMED, "", DAY, null)
    };

    assertThat(plan(DAY, sources).secured().plain()).isEqualTo("0.30");
    assertThat(plan(DAY.plusDays(1), sources).secured().plain()).isEqualTo("0.10");
  }

  private static SourceSummary source(SourceKind kind, String amount, SourceState state) {
    return new SourceSummary("One", kind, usd(amount), state, "", null, null);
  }

  private static PlanSummary plan(LocalDate day, SourceSummary... sources) {
    return new PlanSummary(1, USD, day, List.of(sources), "producer1", Instant.EPOCH);
  }

  private static Money usd(String amount) {
    return Money.of(new BigDecimal(amount), USD);
  }
}
