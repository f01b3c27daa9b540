package film.finalsay.approval;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A field's name in words, for sentences about it where no form has words for it. */
public final class FieldLabel {

  private static final int LONGEST = 100;
  private static final String PART = "[a-z][A-Za-z0-9]*(\\[\\d{1,6}])?";
  private static final Pattern FIELD = Pattern.compile(PART + "(\\." + PART + ")*");

  private FieldLabel() {}

  /** {@code sources[0].amountLeft} is "Sources 1, amount left"; what is no such name stays. */
  public static String of(String field) {
    if (field.length() > LONGEST || !FIELD.matcher(field).matches()) {
      return field;
    }
    String words =
        Arrays.stream(field.split("\\.")).map(FieldLabel::words).collect(Collectors.joining(", "));
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String words(String part) {
    String[] named = part.split("[\\[\\]]");
    String words = named[0].replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return named.length == 1 ? words : words + " " + (Integer.parseInt(named[1]) + 1);
  }
}
