package film.finalsay.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import film.finalsay.approval.BusinessRuleException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of each form that comes with the product, each limit of each field holds. */
class ShippedFormsTest {

  private static final Object NO_PLAIN_VALUE = new byte[] {1};

  static Stream<Path> forms() throws IOException {
    return Files.list(Path.of("forms"))
        .filter(file -> file.toString().matches(".*\\.(form|html)"))
        .filter(file -> !file.toString().contains("preview"))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatIsBeyondALimitIsRefusedByTheLabelOfItsField(Path file) throws IOException {
    String content = Files.readString(file);
    FormFields form = content.startsWith("{") ? CamundaForm.read(content) : FormPage.read(content);

    for (FormField field : form.all()) {
      for (Object beyond : beyond(field)) {
        BusinessRuleException refusal = tried(field, beyond);
        assertThat(refusal).as("%s = %s", field.name(), beyond).isNotNull();
        assertThat(refusal.field()).isEqualTo(field.name());
        assertThat(refusal).hasMessageStartingWith(refusal.label() + ": ");
        assertThat(refusal.label())
            .isEqualTo(field.label() == null ? refusal.label() : field.label())
            .matches("[A-Z].*[^?*:]");
      }
    }
  }

  private static List<Object> beyond(FormField field) {
    List<Object> beyond = new ArrayList<>();
    Limits limits = field.limits();
    if (field.required()) {
      beyond.add(null);
      beyond.add(" ");
    }
    if (field.kind() != FieldKind.ANY) {
      beyond.add(NO_PLAIN_VALUE);
    }
    if (limits.maxLength() != null && field.kind() == FieldKind.TEXT) {
      beyond.add("x".repeat(limits.maxLength() + 1));
    }
    if (limits.max() != null) {
      beyond.add(limits.max().add(BigDecimal.ONE));
    }
    if (limits.min() != null) {
      beyond.add(limits.min().subtract(BigDecimal.ONE));
    }
    if (field.options().drawn() != null) {
      beyond.add("NO_ANSWER_OF_THESE");
    }
    return beyond;
  }

  private static BusinessRuleException tried(FormField field, Object value) {
    Map<String, Object> sent = new HashMap<>();
    sent.put(field.name(), value);
    return catchThrowableOfType(
        BusinessRuleException.class, () -> field.check(FormFieldsTest.answer(sent, false)));
  }
}
