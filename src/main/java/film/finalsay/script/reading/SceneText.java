package film.finalsay.script.reading;

import java.util.List;

/**
 * What a scene says. It has an order so that a map finds it soon among texts of the same hash, too.
 */
record SceneText(String heading, List<ScriptLine> lines) implements Comparable<SceneText> {

  static SceneText of(Scene scene) {
    return new SceneText(
        Wording.ofHeading(scene.heading()), scene.lines().stream().map(Wording::of).toList());
  }

  @Override
  public int compareTo(SceneText other) {
    int order = heading.compareTo(other.heading);
    order = order == 0 ? Integer.compare(lines.size(), other.lines.size()) : order;
    for (int i = 0; order == 0 && i < lines.size(); i++) {
      order = lines.get(i).compareTo(other.lines.get(i));
    }
    return order;
  }
}
