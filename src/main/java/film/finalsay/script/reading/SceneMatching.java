package film.finalsay.script.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which scene of one script is which of another.
 *
 * <p>Once numbers are locked, they say it. Before, they move with every scene that comes or goes:
 * then the same text is the same scene; of what is left, those most alike, by words, heading and
 * number, are the same; at last, if no number has moved so far, the same number is.
 *
 * <p>Only scenes that share a number, a heading, a neighbour or something rare are compared, so the
 * effort grows with the length of the scripts and not with its square.
 */
final class SceneMatching {

  private static final int RARE = 12;
  private static final int MOST_CANDIDATES = 24;
  private static final int NONE = -1;

  private final List<Scene> before;
  private final List<Scene> after;
  private final SceneText[] textsBefore;
  private final SceneText[] textsAfter;
  private final SceneWords[] wordsBefore;
  private final SceneWords[] wordsAfter;
  private final int[] ofBefore;
  private final int[] ofAfter;

  private SceneMatching(List<Scene> before, List<Scene> after) {
    this.before = before;
    this.after = after;
    this.textsBefore = before.stream().map(SceneText::of).toArray(SceneText[]::new);
    this.textsAfter = after.stream().map(SceneText::of).toArray(SceneText[]::new);
    this.wordsBefore = before.stream().map(SceneWords::of).toArray(SceneWords[]::new);
    this.wordsAfter = after.stream().map(SceneWords::of).toArray(SceneWords[]::new);
    this.ofBefore = new int[before.size()];
    this.ofAfter = new int[after.size()];
    Arrays.fill(ofBefore, NONE);
    Arrays.fill(ofAfter, NONE);
  }

  /**
   * @return for each scene of the later script its index in the earlier one; -1 for none
   */
  static int[] of(List<Scene> before, List<Scene> after, boolean numbersLocked) {
    SceneMatching matching = new SceneMatching(before, after);
    if (!numbersLocked) {
      matching.sameText();
      matching.mostAlike();
    }
    if (numbersLocked || !matching.numbersMoved()) {
      matching.sameNumber();
    }
    if (!numbersLocked) {
      matching.sameHeadingBetweenTheSame();
    }
    return matching.ofAfter;
  }

  private void match(int i, int j) {
    ofBefore[i] = j;
    ofAfter[j] = i;
  }

  private boolean isFree(int i, int j) {
    return ofBefore[i] == NONE && ofAfter[j] == NONE;
  }

  /** Of several that read alike, those with the same number first, then one after the other. */
  private void sameText() {
    Map<String, Integer> byNumber = byNumber();
    for (int j = 0; j < after.size(); j++) {
      Integer i = byNumber.get(after.get(j).number());
      if (i != null && textsBefore[i].equals(textsAfter[j])) {
        match(i, j);
      }
    }
    Map<SceneText, Deque<Integer>> byText = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      if (ofBefore[i] == NONE) {
        byText.computeIfAbsent(textsBefore[i], text -> new ArrayDeque<>()).add(i);
      }
    }
    for (int j = 0; j < after.size(); j++) {
      Deque<Integer> same = ofAfter[j] == NONE ? byText.get(textsAfter[j]) : null;
      if (same != null && !same.isEmpty()) {
        match(same.poll(), j);
      }
    }
  }

  private record Pair(int i, int j, int score) {}

  private void mostAlike() {
    Map<Key, List<Integer>> index = index();
    List<Pair> pairs = new ArrayList<>();
    for (int j = 0; j < after.size(); j++) {
      if (ofAfter[j] == NONE) {
        for (int i : candidates(j, index)) {
          int score = score(i, j);
          if (score > 0) {
            pairs.add(new Pair(i, j, score));
          }
        }
      }
    }
    pairs.sort(
        Comparator.comparingInt(Pair::score)
            .reversed()
            .thenComparingInt(pair -> Math.abs(pair.i() - pair.j()))
            .thenComparingInt(Pair::j));
    for (Pair pair : pairs) {
      if (isFree(pair.i(), pair.j())) {
        match(pair.i(), pair.j());
      }
    }
  }

  private enum Kind {
    LINE,
    HEADING,
    WORD,
    NUMBER
  }

  /**
   * What scenes have in common. Of one type with an order, so that also those of the same hash are
   * found soon.
   *
   * @param element of a line; null otherwise
   * @param word its hash; 0 otherwise
   */
  private record Key(Kind kind, Element element, int word, String text) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::kind)
            .thenComparing(Key::element, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(Key::word)
            .thenComparing(Key::text);

    static Key of(ScriptLine line) {
      return new Key(Kind.LINE, line.element(), 0, line.text());
    }

    static Key ofHeading(String heading) {
      return new Key(Kind.HEADING, null, 0, heading);
    }

    static Key ofWord(int word) {
      return new Key(Kind.WORD, null, word, "");
    }

    static Key ofNumber(String number) {
      return new Key(Kind.NUMBER, null, 0, number);
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** The free scenes of the earlier script by their lines, words, headings and numbers. */
  private Map<Key, List<Integer>> index() {
    Map<Key, List<Integer>> index = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      if (ofBefore[i] == NONE) {
        for (Key key : keys(before.get(i).number(), textsBefore[i], wordsBefore[i])) {
          index.computeIfAbsent(key, one -> new ArrayList<>(2)).add(i);
        }
      }
    }
    return index;
  }

  private static Set<Key> keys(String number, SceneText text, SceneWords words) {
    Set<Key> keys = new HashSet<>();
    text.lines().forEach(line -> keys.add(Key.of(line)));
    keys.add(Key.ofHeading(text.heading()));
    for (int word : words.different()) {
      keys.add(Key.ofWord(word));
    }
    if (number != null) {
      keys.add(Key.ofNumber(number));
    }
    return keys;
  }

  /** What shares most of what is rare, what has the same heading near by, and what lies beside. */
  private Set<Integer> candidates(int j, Map<Key, List<Integer>> index) {
    Map<Integer, Integer> votes = new HashMap<>();
    for (Key key : keys(after.get(j).number(), textsAfter[j], wordsAfter[j])) {
      List<Integer> sharing = index.getOrDefault(key, List.of());
      if (sharing.size() <= RARE) {
        sharing.forEach(i -> votes.merge(i, 1, Integer::sum));
      }
    }
    Set<Integer> candidates = new HashSet<>();
    votes.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_CANDIDATES)
        .forEach(vote -> candidates.add(vote.getKey()));
    int expected = expected(j);
    nearest(index.getOrDefault(Key.ofHeading(textsAfter[j].heading()), List.of()), expected)
        .forEach(candidates::add);
    for (int near = -3; near <= 3; near++) {
      int i = expected + near;
      if (i >= 0 && i < before.size() && ofBefore[i] == NONE) {
        candidates.add(i);
      }
    }
    return candidates;
  }

  /** The six that are nearest to a place, of any number in their order. */
  private static List<Integer> nearest(List<Integer> sorted, int place) {
    int found = Collections.binarySearch(sorted, place);
    int at = found < 0 ? -found - 1 : found;
    return sorted.subList(Math.max(0, at - 3), Math.min(sorted.size(), at + 3));
  }

  /** Where the scene would be if it had stayed behind the one before it. */
  private int expected(int j) {
    for (int k = j - 1; k >= Math.max(0, j - 50); k--) {
      if (ofAfter[k] != NONE) {
        return ofAfter[k] + (j - k);
      }
    }
    return j;
  }

  /**
   * @return 0 if they are too different to be the same
   */
  private int score(int i, int j) {
    Scene old = before.get(i);
    Scene now = after.get(j);
    int likeness = wordsBefore[i].likeness(wordsAfter[j]);
    boolean sameHeading = textsBefore[i].heading().equals(textsAfter[j].heading());
    boolean sameNumber = old.number() != null && old.number().equals(now.number());
    boolean alike =
        (likeness >= 350 && !wordsBefore[i].isEmpty())
            || (sameHeading && likeness >= 150)
            || (sameNumber && likeness >= 200);
    return alike ? likeness + (sameHeading ? 250 : 0) + (sameNumber ? 200 : 0) : 0;
  }

  private boolean numbersMoved() {
    for (int j = 0; j < after.size(); j++) {
      if (ofAfter[j] != NONE) {
        String old = before.get(ofAfter[j]).number();
        String now = after.get(j).number();
        if (old != null && now != null && !old.equals(now)) {
          return true;
        }
      }
    }
    return false;
  }

  private void sameNumber() {
    Map<String, Integer> byNumber = byNumber();
    for (int j = 0; j < after.size(); j++) {
      Integer i = byNumber.get(after.get(j).number());
      if (i != null && isFree(i, j)) {
        match(i, j);
      }
    }
  }

  private Map<String, Integer> byNumber() {
    Map<String, Integer> byNumber = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).number() != null) {
        byNumber.put(before.get(i).number(), i);
      }
    }
    return byNumber;
  }

  /** Written anew from beginning to end, but still in the same place under the same heading. */
  private void sameHeadingBetweenTheSame() {
    int last = NONE;
    for (int j = 0; j < after.size(); j++) {
      if (ofAfter[j] != NONE) {
        last = ofAfter[j];
        continue;
      }
      int i = last + 1;
      boolean isThere = i < before.size() && ofBefore[i] == NONE;
      if (isThere
          && textsBefore[i].heading().equals(textsAfter[j].heading())
          && !differ(before.get(i).number(), after.get(j).number())) {
        match(i, j);
        last = i;
      }
    }
  }

  private static boolean differ(String one, String other) {
    return one != null && other != null && !Objects.equals(one, other);
  }
}
