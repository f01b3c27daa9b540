package film.finalsay.engine.form;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that somebody drew into a form, kept from going back and forth in a text for
 * ever: what it has not found after so many looks is not there.
 */
public final class HeldPattern {

  private static final int MOST_LOOKS = 1_000_000;
  private static final int LONGEST = 1000;

  private final Pattern pattern;

  private HeldPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Empty if it is none, or longer than anybody reads. */
  public static Optional<HeldPattern> of(String expression) {
    try {
      return expression.length() > LONGEST
          ? Optional.empty()
          : Optional.of(new HeldPattern(Pattern.compile(expression)));
    } catch (PatternSyntaxException unreadable) {
      return Optional.empty();
    }
  }

  boolean isIn(String text) {
    try {
      return pattern.matcher(new Looks(text, new int[1])).find();
    } catch (GivenUp | StackOverflowError endless) {
      return false;
    }
  }

  /** A text that counts how often it is looked at. */
  private record Looks(CharSequence text, int[] count) implements CharSequence {

    @Override
    public char charAt(int index) {
      if (++count[0] > MOST_LOOKS) {
        throw new GivenUp();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Looks(text.subSequence(start, end), count);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private static final class GivenUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GivenUp() {
      super(null, null, false, false);
    }
  }
}
