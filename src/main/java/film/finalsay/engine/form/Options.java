package film.finalsay.engine.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The answers that a field offers.
 *
 * @param drawn those in the form itself; null if they are elsewhere
 * @param variable where the process holds them; null if they are in the form, or worked out by the
 *     browser
 */
record Options(List<Option> drawn, String variable) {

  /** Nobody but the browser knows. */
  static final Options UNKNOWN = new Options(null, null);

  private static final int MOST_NAMED = 20;

  record Option(String value, String label) {

    /** As a form has it, or as a variable that it is filled from. */
    static Option of(Object entry) {
      if (!(entry instanceof Map<?, ?> option)) {
        return new Option(String.valueOf(entry), null);
      }
      Object value = option.containsKey("value") ? option.get("value") : option.get("label");
      return new Option(String.valueOf(value), Objects.toString(option.get("label"), null));
    }

    private String inWords() {
      return label == null || label.equals(value) ? value : "%s (%s)".formatted(value, label);
    }
  }

  /**
   * @param record the variables that are on record
   */
  Optional<String> flaw(Object answer, Function<String, Object> record) {
    List<Option> offered = offered(record);
    if (offered == null) {
      return Optional.empty();
    }
    Collection<?> answers = answer instanceof Collection<?> several ? several : List.of(answer);
    return answers.stream()
        .filter(one -> offered.stream().noneMatch(option -> option.value().equals(one)))
        .findFirst()
        .map(one -> "is none of the answers that are offered; " + allowed(offered));
  }

  /** Says what is needed, in words that follow that it is missing. */
  String asked(FieldKind kind, Function<String, Object> record) {
    List<Option> offered = offered(record);
    return offered == null ? "%s is needed.".formatted(kind.inWords()) : allowed(offered);
  }

  private List<Option> offered(Function<String, Object> record) {
    if (variable == null) {
      return drawn;
    }
    Object held = record.apply(variable);
    List<Option> offered = new ArrayList<>();
    if (held != null) {
      try {
        FieldKind.list(held).forEach(entry -> offered.add(Option.of(entry)));
      } catch (ClassCastException | IllegalArgumentException none) {
        return List.of();
      }
    }
    return offered;
  }

  private static String allowed(List<Option> offered) {
    if (offered.isEmpty()) {
      return "there are none now.";
    }
    return offered.stream()
        .limit(MOST_NAMED)
        .map(Option::inWords)
        .collect(
            Collectors.joining(", ", "allowed are ", offered.size() > MOST_NAMED ? ", …" : "."));
  }
}
