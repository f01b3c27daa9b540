package film.finalsay.drawdown;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.approval.BusinessRuleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the production office may write into the table of terms. */
class DrawdownTermsTest {

  private static final Path TABLE = Path.of("processes/drawdown-terms.dmn");

  private final DrawdownTerms terms = new DrawdownTerms(null, null);

  @ParameterizedTest
  @ValueSource(strings = {"1", "10", "366"})
  void aReportMayBeThisOld(String days) {
    assertThatCode(() -> look(days)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "367", "10.5", ""})
  void noOtherAgeIsOne(String days) {
    assertThatThrownBy(() -> look(days))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageContaining("drawdown-terms");
  }

  @Test
  void everyKindOfSourceThatIsDrawnHasTerms() {
    assertThatThrownBy(() -> look("10", "\"EQUITY\""))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageContaining("has no row for");
    assertThatThrownBy(() -> look("10", "\"DEFERRAL\""))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageContaining("DEFERRAL");
  }

  private void look(String days) throws IOException {
    look(days, "");
  }

  private void look(String days, String kind) throws IOException {
    String model =
        Files.readString(TABLE)
            .replace("<text>10</text>", "<text>%s</text>".formatted(days))
            .replace("<text></text>", "<text>%s</text>".formatted(kind));
    terms.requireSound(DrawdownTerms.TABLE, model.getBytes(StandardCharsets.UTF_8));
  }
}
