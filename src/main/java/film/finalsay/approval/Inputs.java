package film.finalsay.approval;

import static film.finalsay.approval.BusinessRuleException.invalid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody sent, read field by field. Callers differ in the types they send (a form sends
 * text, a script a JSON number), so each field is read by meaning; whatever cannot be meant is
 * refused by name.
 */
public final class Inputs {

  private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");

  private final Map<String, ?> values;
  private final Set<String> asked = new TreeSet<>();

  private Inputs(Map<String, ?> values) {
    this.values = values;
  }

  public static Inputs of(Map<String, ?> values) {
    return new Inputs(values);
  }

  public Map<String, ?> all() {
    return values;
  }

  /** A field of whatever type; null if it is missing. */
  public Object any(String field) {
    asked.add(field);
    return values.get(field);
  }

  /**
   * Call it once every field is read: what nobody asked for was sent to mean something, and would
   * do nothing.
   *
   * @throws BusinessRuleException (invalid) naming the first such field
   */
  public void requireNothingElse() {
    requireNothingBesides(asked);
  }

  /**
   * The same for what is not always read whole.
   *
   * @param known the fields that there are
   */
  public void requireNothingBesides(Collection<String> known) {
    values.keySet().stream()
        .filter(field -> !known.contains(field))
        .sorted()
        .findFirst()
        .ifPresent(
            unknown -> {
              throw BusinessRuleException.unknownField(unknown, known);
            });
  }

  /**
   * A text of one line, such as a name.
   *
   * @param maxLength in characters
   * @throws BusinessRuleException (invalid) if it is missing, not a text, blank, too long, or of
   *     several lines
   */
  public String text(String field, int maxLength) {
    return needed(field, optionalText(field, maxLength));
  }

  /**
   * @return the text without blanks around it; empty if it is missing or blank
   */
  public Optional<String> optionalText(String field, int maxLength) {
    return sent(field, maxLength, PlainText::flawOfLine, "write it in one line of plain text");
  }

  /** The same for a text that may have several lines. */
  public String lines(String field, int maxLength) {
    return needed(field, optionalLines(field, maxLength));
  }

  /**
   * @return the text without blanks around it; empty if it is missing or blank
   */
  public Optional<String> optionalLines(String field, int maxLength) {
    return sent(field, maxLength, PlainText::flawOf, "leave it out");
  }

  /**
   * A reason, a comment, or whatever else is written at length, in as many lines as it takes.
   *
   * @throws BusinessRuleException (invalid) if it is missing, not a text, blank, or has more than
   *     {@link PlainText#LONG} characters as people count them
   */
  public String longText(String field) {
    return needed(field, optionalLongText(field));
  }

  /**
   * @return the text without blanks around it; empty if it is missing or blank
   */
  public Optional<String> optionalLongText(String field) {
    Optional<String> text = optionalLines(field, PlainText.LONG_UNITS);
    text.filter(longer -> longer.length() > PlainText.LONG)
        .ifPresent(longer -> requireAtMost(PlainText.LONG, field, PlainText.length(longer)));
    return text;
  }

  private Optional<String> sent(
      String field, int most, Function<String, Optional<String>> flaw, String instead) {
    Object value = any(field);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String) && !(value instanceof Integer) && !(value instanceof Long)) {
      throw invalid(field, "has to be a text.");
    }
    Optional<String> sent = Optional.of(value.toString().strip()).filter(text -> !text.isEmpty());
    sent.ifPresent(text -> requireAtMost(most, field, text.length()));
    sent.flatMap(flaw)
        .ifPresent(
            character -> {
              throw invalid(field, "contains the character %s; %s.", character, instead);
            });
    return sent;
  }

  private static String needed(String field, Optional<String> text) {
    return text.orElseThrow(() -> invalid(field, "is missing; a text is needed."));
  }

  private static void requireAtMost(int most, String field, int length) {
    if (length > most) {
      throw invalid(field, "has %d characters; at most %d fit.", length, most);
    }
  }

  /**
   * @return an amount above zero
   * @throws BusinessRuleException (invalid) if it is missing, not a number, not positive, too
   *     large, or has more decimals than the currency
   */
  public Money money(String field, Currency currency) {
    return optionalMoney(field, currency)
        .orElseThrow(() -> invalid(field, "is missing; an amount is needed."));
  }

  public Optional<Money> optionalMoney(String field, Currency currency) {
    return decimal(field).map(value -> money(field, value, currency));
  }

  /**
   * @return a whole number from 1 to 9999
   */
  public Optional<Integer> optionalOrdinal(String field) {
    return decimal(field)
        .map(
            value -> {
              try {
                int number = value.intValueExact();
                if (number >= 1 && number <= 9999) {
                  return number;
                }
              } catch (ArithmeticException notWhole) {
                // refused below, with every other number that is none
              }
              throw invalid(field, "has to be a whole number from 1 to 9999.");
            });
  }

  public Optional<LocalDate> optionalDate(String field) {
    return optionalText(field, 40)
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeParseException notADate) {
                throw invalid(field, "has to be a day as YYYY-MM-DD, as in 2027-01-31.");
              }
            });
  }

  /**
   * @throws BusinessRuleException (invalid) if it is missing or none of the constants' names
   */
  public <E extends Enum<E>> E oneOf(String field, Class<E> type) {
    String allowed =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    String text =
        optionalText(field, 100)
            .orElseThrow(() -> invalid(field, "is missing; allowed are " + allowed + "."));
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(() -> invalid(field, "has to be one of " + allowed + "."));
  }

  /**
   * @throws BusinessRuleException (invalid) if it is neither, or missing
   */
  public boolean yesOrNo(String field) {
    if (any(field) instanceof Boolean yes) {
      return yes;
    }
    throw invalid(field, "has to be true or false.");
  }

  private Money money(String field, BigDecimal value, Currency currency) {
    if (value.signum() <= 0) {
      throw invalid(field, "has to be more than zero.");
    }
    if (value.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
      throw invalid(
          field,
          "has more decimals than %s has; at most %d are allowed.",
          currency.getCurrencyCode(),
          currency.getDefaultFractionDigits());
    }
    try {
      return Money.of(value, currency);
    } catch (ArithmeticException outOfRange) {
      throw invalid(
          field,
          "is beyond any budget; at most %s is allowed.",
          new Money(Money.MAX_MINOR, currency).inWords());
    }
  }

  private Optional<BigDecimal> decimal(String field) {
    Object value = any(field);
    if (value == null || (value instanceof String text && text.isBlank())) {
      return Optional.empty();
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      throw invalid(field, "has to be a number.");
    }
    String text =
        value instanceof Number number
            ? new BigDecimal(number.toString()).toPlainString()
            : value.toString().strip();
    if (!(value instanceof Number || value instanceof String)
        || !PLAIN_DECIMAL.matcher(text).matches()) {
      throw invalid(
          field,
          "has to be a plain decimal number such as 8000.00, of at most 20 digits on either side of"
              + " the point and without thousands marks.");
    }
    return Optional.of(new BigDecimal(text));
  }
}
