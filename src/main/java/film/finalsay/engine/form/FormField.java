package film.finalsay.engine.form;

import film.finalsay.approval.BusinessRuleException;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that a form asks for.
 *
 * @param label as people read it
 * @param hide conditions in FEEL, under each of which the form does not ask for it
 * @param parts the fields of its rows, or of which it is made up
 */
record FormField(
    String name,
    String label,
    FieldKind kind,
    boolean required,
    Limits limits,
    Options options,
    List<String> hide,
    FormFields parts) {

  static FormField any(String name) {
    return new FormField(
        name, null, FieldKind.ANY, false, Limits.NONE, Options.UNKNOWN, List.of(), FormFields.NONE);
  }

  /**
   * @throws BusinessRuleException (invalid) naming the field as people read it
   */
  void check(Answer answer) {
    if (answer.amends() && !answer.says(name)) {
      return;
    }
    Object value = answer.value(name);
    if (isMissing(value)) {
      if (kind == FieldKind.PARTS) {
        checkRows(List.of(Map.of()), answer);
      } else if (required && !answer.hides(this)) {
        throw wrong("is missing; " + options.asked(kind, answer::onRecord));
      }
    } else {
      check(read(value), answer);
    }
  }

  private Object read(Object value) {
    try {
      return kind.read(value);
    } catch (ClassCastException | IllegalArgumentException | DateTimeException notMeant) {
      throw wrong("has to be %s.".formatted(kind.inWords()));
    }
  }

  private void check(Object read, Answer answer) {
    if (kind == FieldKind.ROWS || kind == FieldKind.PARTS) {
      checkRows((List<?>) read, answer);
    }
    if (required && Boolean.FALSE.equals(read)) {
      throw wrong("has to be ticked.");
    }
    limits
        .flaw(kind, read)
        .or(() -> options.flaw(read, answer::onRecord))
        .ifPresent(
            flaw -> {
              throw wrong(flaw);
            });
  }

  private void checkRows(List<?> rows, Answer answer) {
    for (int i = 0; i < rows.size(); i++) {
      Map<?, ?> row = (Map<?, ?>) rows.get(i);
      String place = kind == FieldKind.ROWS ? "%s[%d].".formatted(name, i) : name + ".";
      String within =
          kind == FieldKind.ROWS ? "%s %d, ".formatted(inWords(), i + 1) : inWords() + ", ";
      try {
        parts.requireAsked(row.keySet().stream().map(String::valueOf).toList(), "form");
        parts.check(new Answer.Row(row, answer));
      } catch (BusinessRuleException refusal) {
        throw BusinessRuleException.invalid(place + refusal.field(), refusal.reason())
            .labelled(within + refusal.label());
      }
    }
  }

  private static boolean isMissing(Object value) {
    return value == null
        || value instanceof String text && text.isBlank()
        || value instanceof Collection<?> several && several.isEmpty();
  }

  private BusinessRuleException wrong(String reason) {
    BusinessRuleException refusal = BusinessRuleException.invalid(name, reason);
    return label == null ? refusal : refusal.labelled(label);
  }

  private String inWords() {
    return Optional.ofNullable(label).orElseGet(() -> wrong("").label());
  }
}
