package film.finalsay.schedule.slip;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.ShippedTable;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who explains a slip: every row of the table, at its edges. */
class SlipTableTest {

  private static final ShippedTable TABLE = new ShippedTable("schedule-slip");

  @ParameterizedTest(name = "{0} days, {1} %, week ends {2} -> {3}, {4}")
  @CsvSource({
    "0,        0,        true,  '',                 ''",
    "0.999999, 4.999999, true,  '',                 ''",
    "1,        4.999999, false, '',                 ''",
    "1,        4.999999, true,  producer,           ''",
    "1.999999, 4.999999, true,  producer,           ''",
    "0.999999, 5,        false, executive-producer, ''",
    "1.999999, 5,        true,  executive-producer, ''",
    "2,        0,        false, executive-producer, ''",
    "2.999999, 100,      true,  executive-producer, ''",
    "3,        0,        false, executive-producer, completion-guarantor",
    "9,        100,      true,  executive-producer, completion-guarantor",
  })
  void theTableNames(
      String days, String percent, boolean weekEnds, String explainedBy, String told) {
    assertThat(
            TABLE.rows(Map.of("daysBehind", days, "percentBehind", percent, "weekEnds", weekEnds)))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("explainedBy", explainedBy).containsEntry("told", told);
              assertThat(row.get("because").toString()).endsWith(".");
            });
  }
}
