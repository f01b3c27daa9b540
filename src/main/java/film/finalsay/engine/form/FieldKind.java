package film.finalsay.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The kinds of answers that fields take. Callers differ in the types they send, so an answer is
 * read by its meaning: a number may come as text and a text as a number, a list as JSON.
 */
enum FieldKind {
  TEXT("a text", sent -> sent instanceof Number number ? decimal(number) : (String) sent),
  NUMBER("a plain decimal number such as 8000.00", FieldKind::decimal),
  CHECK("true or false", sent -> (Boolean) sent),
  ONE("one of the answers that are offered", FieldKind::choice),
  SOME(
      "a list of the answers that are offered, as in [\"one\", \"another\"]",
      sent -> list(sent).stream().map(FieldKind::choice).toList()),
  DAY("a day as YYYY-MM-DD, as in 2027-01-31", sent -> LocalDate.parse(year(sent))),
  TIME("a time as HH:MM, as in 17:30", sent -> DateTimeFormatter.ISO_TIME.parse((String) sent)),
  MOMENT(
      "a day and a time, as in 2027-01-31T17:30",
      sent -> DateTimeFormatter.ISO_DATE_TIME.parse(year(sent))),
  ROWS(
      "a list of rows, each with the fields of the form",
      sent -> list(sent).stream().map(row -> (Map<?, ?>) row).toList()),
  PARTS("an object with the fields of the form", sent -> List.of((Map<?, ?>) json(sent))),
  ANY("anything", sent -> sent);

  private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");
  private static final int LONGEST_LIST = 100_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String inWords;
  private final UnaryOperator<Object> meaning;

  FieldKind(String inWords, UnaryOperator<Object> meaning) {
    this.inWords = inWords;
    this.meaning = meaning;
  }

  String inWords() {
    return inWords;
  }

  /**
   * @throws ClassCastException or {@link IllegalArgumentException}, {@link DateTimeException} if it
   *     cannot be meant
   */
  Object read(Object sent) {
    return meaning.apply(sent);
  }

  private static String choice(Object sent) {
    if (sent instanceof String || sent instanceof Number || sent instanceof Boolean) {
      return sent.toString();
    }
    throw new ClassCastException();
  }

  private static BigDecimal decimal(Object sent) {
    if (sent instanceof Number number) {
      return new BigDecimal(number.toString());
    }
    String text = ((String) sent).strip();
    if (!PLAIN_DECIMAL.matcher(text).matches()) {
      throw new NumberFormatException();
    }
    return new BigDecimal(text);
  }

  /** Of four digits, as no film is shot in another. */
  private static String year(Object sent) {
    String text = (String) sent;
    if (!text.matches("\\d{4}-.*")) {
      throw new DateTimeException(text);
    }
    return text;
  }

  static Collection<?> list(Object sent) {
    return (Collection<?>) json(sent);
  }

  static Object json(Object sent) {
    if (sent instanceof String text && text.length() > LONGEST_LIST) {
      throw new IllegalArgumentException();
    }
    try {
      return sent instanceof String text ? JSON.readValue(text, Object.class) : sent;
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }
}
