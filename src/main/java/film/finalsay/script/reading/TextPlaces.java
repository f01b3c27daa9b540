package film.finalsay.script.reading;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a text stands among scenes: what a scene was split from, or went into. */
final class TextPlaces {

  /** A shorter line, such as a name, stands everywhere. */
  private static final int SHORTEST = 12;

  private static final int RARE = 12;

  private final List<Scene> scenes;
  private final Map<String, Set<Integer>> places = new HashMap<>();

  TextPlaces(List<Scene> scenes) {
    this.scenes = scenes;
    for (int i = 0; i < scenes.size(); i++) {
      for (ScriptLine line : scenes.get(i).lines()) {
        String said = Wording.of(line).text();
        if (said.length() >= SHORTEST) {
          places.computeIfAbsent(said, text -> new HashSet<>(2)).add(i);
        }
      }
    }
  }

  /** The scene that has more than half of the text of another; null if none has. */
  Scene mostOf(Scene scene) {
    Map<Integer, Integer> shared = new HashMap<>();
    int all = 0;
    for (ScriptLine line : scene.lines()) {
      String said = Wording.of(line).text();
      int length = said.length();
      if (length >= SHORTEST) {
        all += length;
        Set<Integer> there = places.getOrDefault(said, Set.of());
        if (there.size() <= RARE) {
          there.forEach(one -> shared.merge(one, length, Integer::sum));
        }
      }
    }
    int half = all / 2;
    return shared.entrySet().stream()
        .filter(entry -> entry.getValue() > half)
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(entry -> -entry.getKey(), Comparator.naturalOrder()))
        .map(entry -> scenes.get(entry.getKey()))
        .orElse(null);
  }
}
