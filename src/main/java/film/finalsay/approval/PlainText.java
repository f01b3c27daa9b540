package film.finalsay.approval;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that one person writes and others read before they decide. It reads as what it is: nothing
 * in it is there without being seen to act, such as a character that turns the direction of what
 * follows, so that {@code 001} is read where 100 was written.
 */
public final class PlainText {

  /** The most characters of a reason, a comment, or whatever else is written at length. */
  public static final int LONG = 4000;

  /** A character as people count them may be several to the machine; so many, on average. */
  private static final int UNITS_OF_ONE = 4;

  /** What a long text may take up in a database, in UTF-16. */
  public static final int LONG_UNITS = LONG * UNITS_OF_ONE;

  private static final Pattern ONE_CHARACTER = Pattern.compile("\\X");

  /** Control characters, marks of direction, separators of lines, and half characters. */
  private static final String ACTING =
      "\\p{Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\p{Cs}";

  /** A regular expression for a text of one line. */
  public static final String LINE = "[^" + ACTING + "]*";

  /** A regular expression for a text of one or several lines. */
  public static final String LINES = "(?:[\\r\\n\\t]|[^" + ACTING + "])*+";

  private static final Pattern UNSEEN = Pattern.compile("[" + ACTING + "]");
  private static final Pattern UNSEEN_IN_LINES = Pattern.compile("(?![\\r\\n\\t])" + UNSEEN);

  private PlainText() {}

  /**
   * @return the first character that a text of one or several lines must not have, as in "U+202E
   *     (RIGHT-TO-LEFT OVERRIDE)"; empty if there is none
   */
  public static Optional<String> flawOf(String text) {
    return flaw(UNSEEN_IN_LINES, text);
  }

  /** The same for a text of one line, such as a name. */
  public static Optional<String> flawOfLine(String text) {
    return flaw(UNSEEN, text);
  }

  /** What is left of a text that was never checked, to be shown. */
  public static String cleaned(String text) {
    return UNSEEN_IN_LINES.matcher(text).replaceAll("");
  }

  /** The same for a text of one line: a line end becomes a blank. */
  public static String cleanedLine(String text) {
    return UNSEEN.matcher(text.replaceAll("[\\r\\n\\t]+", " ")).replaceAll("");
  }

  /** How many characters a text has for who reads it: an emoji or an accented letter is one. */
  public static int length(String text) {
    Matcher characters = ONE_CHARACTER.matcher(text.replace("\r\n", "\n"));
    int count = 0;
    while (characters.find()) {
      count++;
    }
    return count;
  }

  private static Optional<String> flaw(Pattern unseen, String text) {
    Matcher found = unseen.matcher(text);
    return found.find() ? Optional.of(named(text.codePointAt(found.start()))) : Optional.empty();
  }

  private static String named(int character) {
    return "U+%04X (%s)".formatted(character, Character.getName(character));
  }
}
