package film.finalsay.script.reading;

import java.util.Comparator;

/**
 * One line as it is printed, without the marks of its format. It has an order so that a map finds
 * it soon among lines of the same hash, too.
 *
 * @param text never blank
 */
public record ScriptLine(Element element, String text) implements Comparable<ScriptLine> {

  private static final Comparator<ScriptLine> ORDER =
      Comparator.comparing(ScriptLine::element).thenComparing(ScriptLine::text);

  @Override
  public int compareTo(ScriptLine other) {
    return ORDER.compare(this, other);
  }
}
