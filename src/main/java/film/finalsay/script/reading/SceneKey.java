package film.finalsay.script.reading;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/**
 * Something that scenes can have in common. Of one type with an order, so that also those of the
 * same hash are found soon.
 *
 * @param element of a line; null otherwise
 * @param word its hash; 0 otherwise
 */
record SceneKey(Kind kind, Element element, int word, String text) implements Comparable<SceneKey> {

  private static final Comparator<SceneKey> ORDER =
      Comparator.comparing(SceneKey::kind)
          .thenComparing(SceneKey::element, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(SceneKey::word)
          .thenComparing(SceneKey::text);

  enum Kind {
    LINE,
    HEADING,
    WORD,
    NUMBER
  }

  static Set<SceneKey> allOf(ComparedScene scene) {
    Set<SceneKey> keys = new HashSet<>();
    scene.text().lines().forEach(line -> keys.add(ofLine(line)));
    keys.add(ofHeading(scene.text().heading()));
    for (int word : scene.words().different()) {
      keys.add(ofWord(word));
    }
    if (scene.number() != null) {
      keys.add(ofNumber(scene.number()));
    }
    return keys;
  }

  static SceneKey ofHeading(String heading) {
    return new SceneKey(Kind.HEADING, null, 0, heading);
  }

  private static SceneKey ofLine(ScriptLine line) {
    return new SceneKey(Kind.LINE, line.element(), 0, line.text());
  }

  private static SceneKey ofWord(int word) {
    return new SceneKey(Kind.WORD, null, word, "");
  }

  private static SceneKey ofNumber(String number) {
    return new SceneKey(Kind.NUMBER, null, 0, number);
  }

  @Override
  public int compareTo(SceneKey other) {
    return ORDER.compare(this, other);
  }
}
