package film.finalsay.engine.form;

import film.finalsay.approval.PlainText;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far an answer may go. Each limit is null if there is none.
 *
 * @param hint what the form says of the field, for whoever does not meet its pattern
 */
record Limits(
    BigDecimal min,
    BigDecimal max,
    Integer decimals,
    Integer minLength,
    Integer maxLength,
    HeldPattern pattern,
    String hint) {

  static final Limits NONE = new Limits(null, null, null, null, null, null, null);

  /** Says what is wrong with it, in words that follow its label; empty if nothing is. */
  Optional<String> flaw(FieldKind kind, Object answer) {
    if (kind == FieldKind.NUMBER) {
      return Optional.ofNullable(flaw((BigDecimal) answer));
    }
    return kind == FieldKind.TEXT
        ? Optional.ofNullable(flaw(inPlainDigits(answer).strip()))
        : Optional.empty();
  }

  private String flaw(BigDecimal number) {
    if (min != null && number.compareTo(min) < 0) {
      return "is %s; at least %s is needed.".formatted(digits(number), digits(min));
    }
    if (max != null && number.compareTo(max) > 0) {
      return "is %s; at most %s is allowed.".formatted(digits(number), digits(max));
    }
    if (decimals != null && number.stripTrailingZeros().scale() > decimals) {
      return decimals == 0
          ? "has to be a whole number."
          : "has more decimals than are asked for; at most %d are allowed.".formatted(decimals);
    }
    return null;
  }

  private String flaw(String text) {
    int length = text.length() > PlainText.LONG_UNITS ? text.length() : PlainText.length(text);
    if (maxLength != null && length > maxLength) {
      return "has %d characters; at most %d fit.".formatted(length, maxLength);
    }
    if (minLength != null && length < minLength) {
      return "has %d characters; at least %d are needed.".formatted(length, minLength);
    }
    if (pattern != null && !pattern.isIn(text)) {
      return "does not have the expected form%s"
          .formatted(hint == null ? "." : ": " + hint.replaceFirst("\\.?$", "."));
    }
    return null;
  }

  private static String inPlainDigits(Object answer) {
    return answer instanceof BigDecimal number ? number.toPlainString() : (String) answer;
  }

  private static String digits(BigDecimal number) {
    String plain = number.toPlainString();
    return plain.length() <= 45 ? plain : number.toString();
  }
}
