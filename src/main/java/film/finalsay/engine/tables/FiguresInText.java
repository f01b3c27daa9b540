package film.finalsay.engine.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The figures that a sentence states, in digits or, of a period, in words.
 *
 * @param unread whether it has digits that are no figure as the table has them
 */
record FiguresInText(List<BigDecimal> figures, boolean unread) {

  private static final Pattern DIGITS = Pattern.compile("\\d+(?:[.,'’]\\d+)*");
  private static final Pattern FIGURE =
      Pattern.compile("(?:\\d{1,3}(?:[,'’]\\d{3})+|\\d+)(?:\\.\\d+)?");
  private static final List<String> WORDS =
      List.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");
  private static final Pattern PERIOD =
      Pattern.compile(
          "(?i)\\b(%s)(?=\\s+(?:hour|day|week|month)s?\\b)".formatted(String.join("|", WORDS)));
  private static final Pattern HALF = Pattern.compile("(?i)\\bhalf(?=\\s+of\\b)");

  static FiguresInText of(String sentence) {
    List<BigDecimal> figures = new ArrayList<>();
    List<String> digits = DIGITS.matcher(sentence).results().map(found -> found.group()).toList();
    digits.stream()
        .filter(found -> FIGURE.matcher(found).matches())
        .map(found -> new BigDecimal(found.replaceAll("[,'’]", "")))
        .forEach(figures::add);
    boolean unread = figures.size() < digits.size();
    PERIOD
        .matcher(sentence)
        .results()
        .map(found -> WORDS.indexOf(found.group(1).toLowerCase(Locale.ROOT)) + 1)
        .map(BigDecimal::valueOf)
        .forEach(figures::add);
    HALF.matcher(sentence).results().forEach(half -> figures.add(BigDecimal.valueOf(50)));
    return new FiguresInText(figures, unread);
  }

  /** Small numbers as a sentence has them. */
  static String inWords(long count) {
    return count >= 1 && count <= WORDS.size() ? WORDS.get((int) count - 1) : String.valueOf(count);
  }

  boolean allAmong(List<BigDecimal> known) {
    return !unread
        && figures.stream()
            .allMatch(figure -> known.stream().anyMatch(one -> one.compareTo(figure) == 0));
  }
}
