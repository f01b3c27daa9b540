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

  private BusinessRuleException(Kind kind, String field, String message) {
    super(message);
    this.kind = kind;
    this.field = field;
  }

  /**
   * @param field the variable or parameter that is wrong
   * @param message what is wrong with it and what is allowed
   */
  public static BusinessRuleException invalid(String field, String message) {
    return new BusinessRuleException(Kind.INVALID, field, field + ": " + message);
  }

  /**
   * A field that was sent and that there is not.
   *
   * @param known the fields that there are
   */
  public static BusinessRuleException unknownField(String field, Collection<String> known) {
    String name = field.length() <= MAX_NAMED ? field : field.substring(0, MAX_NAMED) + "…";
    return invalid(
        name,
        "is no field of this; the fields are %s."
            .formatted(known.stream().sorted().collect(Collectors.joining(", "))));
  }

  public static BusinessRuleException forbidden(String message) {
    return new BusinessRuleException(Kind.FORBIDDEN, null, message);
  }

  public static BusinessRuleException notFound(String message) {
    return new BusinessRuleException(Kind.NOT_FOUND, null, message);
  }

  public static BusinessRuleException conflict(String message) {
    return new BusinessRuleException(Kind.CONFLICT, null, message);
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
}
