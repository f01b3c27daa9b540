package film.finalsay.schedule.change;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.ShippedTable;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decides a schedule change: every row of the table, at its edges. */
class ScheduleChangeAuthorityTest {

  private static final ShippedTable TABLE = new ShippedTable("schedule-change-authority");

  @ParameterizedTest(name = "{0} days, {1}, money {2}, wrap {3}, delivery {4} -> {5}, {6}")
  @CsvSource({
    "0, 0,        false, false, false, producer,              ''",
    "1, 0,        false, false, false, co-executive-producer, ''",
    "1, 10000,    false, false, false, co-executive-producer, ''",
    "0, 10000,    false, false, false, co-executive-producer, ''",
    "0, 0.01,     true,  false, false, co-executive-producer, 'financier'",
    "1, 10000,    true,  false, false, co-executive-producer, 'financier'",
    "0, 0,        false, true,  false, co-executive-producer, 'completion-guarantor'",
    "1, 10000,    true,  true,  false, co-executive-producer, 'financier,completion-guarantor'",
    "2, 0,        false, false, false, executive-producer,    ''",
    "2, 10000,    true,  false, false, executive-producer,    'financier'",
    "2, 0,        false, true,  false, executive-producer,    'completion-guarantor'",
    "2, 10000.01, true,  true,  false, executive-producer,    'financier,completion-guarantor'",
    "1, 10000.01, false, false, false, executive-producer,    ''",
    "0, 10000.01, true,  false, false, executive-producer,    'financier'",
    "1, 10000.01, false, true,  false, executive-producer,    'completion-guarantor'",
    "0, 10000.01, true,  true,  false, executive-producer,    'financier,completion-guarantor'",
    "0, 0,        false, false, true,  executive-producer,    'distributor,completion-guarantor'",
    "2, 99999,    true,  true,  true,  executive-producer,    'financier,distributor,completion-guarantor'",
  })
  void theTableNames(
      String days,
      String cost,
      boolean money,
      boolean wrapMoves,
      boolean deliveryMoves,
      String decidedBy,
      String consents) {
    assertThat(
            TABLE.rows(
                Map.of(
                    "days", days,
                    "cost", cost,
                    "money", money,
                    "wrapMoves", wrapMoves,
                    "deliveryMoves", deliveryMoves)))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row)
                  .containsEntry("decidedBy", decidedBy)
                  .containsEntry("consents", consents);
              assertThat(row.get("because").toString()).endsWith(".");
            });
  }
}
