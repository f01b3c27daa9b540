package film.finalsay.cut;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is agreed of a final cut, at its limits. */
class FinalCutTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

  @ParameterizedTest
  @CsvSource({
    "5399999, false",
    "5400000, true",
    "6600000, true",
    "6600001, false",
  })
  void aContractedRunningTimeHoldsToTheMillisecond(long milliseconds, boolean allowed) {
    assertThat(agreed(90, 110).allows(milliseconds)).isEqualTo(allowed);
  }

  @Test
  void whatTheContractsDoNotSayIsAllowed() {
    assertThat(agreed(null, null).allows(1)).isTrue();
    assertThat(agreed(null, 110).allows(1)).isTrue();
    assertThat(agreed(90, null).allows(1)).isFalse();
    assertThat(agreed(null, null).contractedInWords()).isEmpty();
    assertThat(agreed(null, 110).contractedInWords()).isEqualTo("at most 110 minutes");
    assertThat(agreed(90, null).contractedInWords()).isEqualTo("at least 90 minutes");
  }

  @Test
  void theDirectorsDaysAreCountedFromTheFirst() {
    FinalCut begun = agreed(null, null).beginning(DAY);
    assertThat(begun.openFrom()).isEqualTo("2027-05-10");
    assertThat(begun.hasBegun(DAY)).isTrue();
    assertThat(begun.hasBegun(DAY.minusDays(1))).isFalse();
    assertThat(agreed(null, null).openFrom()).isNull();
  }

  private static FinalCut agreed(Integer shortest, Integer longest) {
    return new FinalCut("NOVA", null, FinalCut.USUAL_DAYS, null, null, shortest, longest);
  }
}
