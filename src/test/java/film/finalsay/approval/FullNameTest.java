package film.finalsay.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a name is spelled, it is one person's. */
class FullNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ida Berg | ida  berg | true",
        "Ida Berg | Berg, Ída | true",
        "Ida Berg | IDA-BERG. | true",
        "Ida Berg | Ida Bergmann | false",
        "Ida Berg | Ida | false",
        "Ida Berg | | false",
      })
  void oneNameInAllItsSpellings(String one, String other, boolean same) {
    assertThat(FullName.same(one, other)).isEqualTo(same);
    assertThat(FullName.same(other, one)).isEqualTo(same);
  }
}
