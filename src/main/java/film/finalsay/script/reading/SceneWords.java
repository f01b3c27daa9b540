package film.finalsay.script.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The words of a scene, each with the one before it in its line, to tell how much two scenes have
 * in common: single words any two scenes share.
 */
final class SceneWords {

  private static final int LEAST = 100;

  private final int[] sorted;

  private SceneWords(int[] sorted) {
    this.sorted = sorted;
  }

  static SceneWords of(Scene scene) {
    return new SceneWords(
        scene.lines().stream()
            .map(ScriptLine::text)
            .flatMapToInt(SceneWords::words)
            .sorted()
            .toArray());
  }

  private static IntStream words(String text) {
    IntStream.Builder words = IntStream.builder();
    String lower = text.toLowerCase(Locale.ROOT);
    int previous = 0;
    int hash = 0;
    boolean inWord = false;
    for (int i = 0; i <= lower.length(); i++) {
      if (i < lower.length() && Character.isLetterOrDigit(lower.charAt(i))) {
        hash = 31 * hash + lower.charAt(i);
        inWord = true;
      } else if (inWord) {
        words.add(31 * 31 * previous + hash);
        previous = hash;
        hash = 0;
        inWord = false;
      }
    }
    return words.build();
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  /** Each once. */
  IntStream different() {
    return Arrays.stream(sorted).distinct();
  }

  /**
   * From 0 for nothing in common to 1000 for the same, equally often. Two of too different a length
   * to be alike are not looked at.
   */
  int likeness(SceneWords other) {
    int both = sorted.length + other.sorted.length;
    if (both == 0) {
      return 1000;
    }
    long most = 2000L * Math.min(sorted.length, other.sorted.length) / both;
    return most < LEAST ? 0 : (int) (2000L * common(other) / both);
  }

  /** How much of this is in the other, from 0 to 1000. */
  int within(SceneWords other) {
    return sorted.length == 0 ? 1000 : (int) (1000L * common(other) / sorted.length);
  }

  private int common(SceneWords other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < sorted.length && j < other.sorted.length) {
      if (sorted[i] == other.sorted[j]) {
        common++;
        i++;
        j++;
      } else if (sorted[i] < other.sorted[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }
}
