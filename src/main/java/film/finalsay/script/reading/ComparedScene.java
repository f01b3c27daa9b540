package film.finalsay.script.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tells a scene from others. What it is looked up by is of types that have an order: so a map
 * finds it soon among those of the same hash, too.
 *
 * @param number null if the script gives none
 * @param heading as it is compared
 * @param lines the same
 */
record ComparedScene(String number, String heading, List<ScriptLine> lines, SceneWords words) {

  static ComparedScene of(Scene scene) {
    return new ComparedScene(
        scene.number(),
        Wording.ofHeading(scene.heading()),
        scene.lines().stream().map(Wording::of).toList(),
        SceneWords.of(scene));
  }

  /** All that it says. */
  String text() {
    return lines.stream()
        .map(line -> line.element().ordinal() + line.text())
        .collect(Collectors.joining("\n", heading + "\n", ""));
  }

  /** What other scenes can have in common with it. */
  Set<Object> keys() {
    Set<Object> keys = new HashSet<>(lines);
    words.different().forEach(keys::add);
    keys.add(headingKey());
    if (number != null) {
      keys.add("number " + number);
    }
    return keys;
  }

  String headingKey() {
    return "heading " + heading;
  }

  boolean hasHeadingOf(ComparedScene other) {
    return heading.equals(other.heading);
  }

  boolean hasNumberOf(ComparedScene other) {
    return number != null && number.equals(other.number);
  }

  /** Whether both have a number, and not the same. */
  boolean isNumberedOtherThan(ComparedScene other) {
    return number != null && other.number != null && !number.equals(other.number);
  }
}
