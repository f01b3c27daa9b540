package film.finalsay.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.valuemapper.ValueMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quicker, and otherwise as FEEL is shipped, also in what it refuses and how it says so. */
class QuickFeelTest {

  private static final Map<String, Object> VARIABLES =
      Map.of("inputVariableName", "x", "x", 7, "text", "nova", "cellInput", 7);

  private final ValueMapper values = FeelEngine.defaultValueMapper();
  private final FeelEngine quick = new QuickFeel(values);
  private final FeelEngine shipped =
      new FeelEngine.Builder().valueMapper(values).enableExternalFunctions(false).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x + 1",
        "upper case(text)",
        "max(1, x)",
        "if x > 5 then \"much\" else \"little\"",
        "{a: x, b: a * 2}.b",
        "nobody",
        "nobody + 1",
        "text + x",
        "assert(x, x > 100)",
        "date(\"2027-13-01\")",
        "no function(x)",
        "function(a) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}",
        "if",
        ""
      })
  void anExpressionIsAnsweredAsShipped(String cell) {
    for (int time = 0; time < 2; time++) {
      assertThat(quick.evalExpression(cell, VARIABLES))
          .isEqualTo(shipped.evalExpression(cell, VARIABLES));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7", "< 5", "]5..10]", "not(7)", "\"nova\"", "> nobody", "-", "5, 6, 7", "<", ""})
  void aTestIsAnsweredAsShipped(String cell) {
    for (int time = 0; time < 2; time++) {
      assertThat(quick.evalUnaryTests(cell, VARIABLES))
          .isEqualTo(shipped.evalUnaryTests(cell, VARIABLES));
    }
  }
}
