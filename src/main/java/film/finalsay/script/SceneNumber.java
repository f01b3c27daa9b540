package film.finalsay.script;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scene number as production numbers scenes: 72, behind it 72A and 72B, and before 73 also A73. A
 * scene between 72A and 72B is 72AA or A72B.
 */
record SceneNumber(String before, int number, String after) implements Comparable<SceneNumber> {

  private static final Pattern FORM = Pattern.compile("([A-Z]{0,3})([0-9]{1,4})([A-Z]{0,3})");

  /** What comes before a scene stands in front of it, in the order of its letters. */
  private static final Comparator<SceneNumber> ORDER =
      Comparator.comparingInt(SceneNumber::number)
          .thenComparing(SceneNumber::after)
          .thenComparing(one -> one.before().isEmpty())
          .thenComparing(SceneNumber::before);

  /** Empty if it is of another form. */
  static Optional<SceneNumber> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new SceneNumber(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3)))
        : Optional.empty();
  }

  @Override
  public int compareTo(SceneNumber other) {
    return ORDER.compare(this, other);
  }
}
