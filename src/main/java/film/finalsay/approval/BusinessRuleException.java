package film.finalsay.approval;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Something was asked that the rules do not allow. It names what was wrong and what is allowed, in
 * words for the person who asked; nothing has changed when it is thrown out of a transaction.
 */
public final class BusinessRuleException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MAX_NAMED = 100;

  /** Why it was refused, in the order of the HTTP status it becomes. */
  public enum Kind {
    /** What was sent is wrong. */
    INVALID,
    /** This person may not do it. */
    FORBIDDEN,
    /** There is no such thing, or not for this person. */
    NOT_FOUND,
    /** It does not fit the state things are in. */
    CONFLICT
  }

  private final Kind kind;
  private final String field;
  private final String label;
  private final String reason;

  private BusinessRuleException(Kind kind, String field, String label, String reason) {
    super(label == null ? reason : label + ": " + reason);
    this.kind = kind;
    this.field = field;
    this.label = label;
    this.reason = reason;
  }

  private BusinessRuleException(Kind kind, String reason) {
    this(kind, null, null, reason);
  }

  /**
   * @param field the variable or parameter that is wrong
   * @param reason what is wrong with it and what is allowed
   * @param values what stands in the reason's places; without any it is taken as it is
   */
  public static BusinessRuleException invalid(String field, String reason, Object... values) {
    return new BusinessRuleException(
        Kind.INVALID, field, FieldLabel.of(field), inWords(reason, values));
  }

  /** The same by what people read beside the field. */
  public BusinessRuleException labelled(String words) {
    return new BusinessRuleException(kind, field, words, reason);
  }

  /**
   * A field that was sent and that there is not.
   *
   * @param known the fields that there are
   */
  public static BusinessRuleException unknownField(String field, Collection<String> known) {
    String name = field.length() <= MAX_NAMED ? field : field.substring(0, MAX_NAMED) + "…";
    return new BusinessRuleException(
        Kind.INVALID,
        name,
        name,
        "is no field of this; the fields are %s."
            .formatted(known.stream().sorted().collect(Collectors.joining(", "))));
  }

  public static BusinessRuleException forbidden(String message, Object... values) {
    return new BusinessRuleException(Kind.FORBIDDEN, inWords(message, values));
  }

  public static BusinessRuleException notFound(String message, Object... values) {
    return new BusinessRuleException(Kind.NOT_FOUND, inWords(message, values));
  }

  public static BusinessRuleException conflict(String message, Object... values) {
    return new BusinessRuleException(Kind.CONFLICT, inWords(message, values));
  }

  private static String inWords(String message, Object... values) {
    return values.length == 0 ? message : message.formatted(values);
  }

  public Kind kind() {
    return kind;
  }

  /**
   * @return the field that is wrong; null unless the kind is {@link Kind#INVALID}
   */
  public String field() {
    return field;
  }

  /** The field in words, with which the message begins; null if there is no field. */
  public String label() {
    return label;
  }

  /** Says what is wrong, in words that follow the label. */
  public String reason() {
    return reason;
  }
}
