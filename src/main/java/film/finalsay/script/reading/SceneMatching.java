package film.finalsay.script.reading;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

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

  /** Of both scripts together; to find what keeps its order takes memory with its square. */
  private static final int MOST_IN_ORDER = 600;

  private static final int NONE = -1;

  private final List<Scene> before;
  private final List<Scene> after;
  private final SceneText[] textsBefore;
  private final SceneText[] textsAfter;

  /** The same number for the same text. */
  private final int[] idsBefore;

  private final int[] idsAfter;
  private final SceneWords[] wordsBefore;
  private final SceneWords[] wordsAfter;
  private final int[] ofBefore;
  private final int[] ofAfter;

  private SceneMatching(List<Scene> before, List<Scene> after) {
    this.before = before;
    this.after = after;
    this.textsBefore = before.stream().map(SceneText::of).toArray(SceneText[]::new);
    this.textsAfter = after.stream().map(SceneText::of).toArray(SceneText[]::new);
    Map<SceneText, Integer> ids = new HashMap<>();
    this.idsBefore = ids(textsBefore, ids);
    this.idsAfter = ids(textsAfter, ids);
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

  /**
   * What is there once is itself. Of several that read alike, such as a car that is cut back to,
   * those with the same number are the same while none has moved, then those that keep their order
   * between the scenes found so far, then one after the other.
   */
  private void sameText() {
    Map<Integer, List<Integer>> placesBefore = places(idsBefore);
    Map<Integer, List<Integer>> placesAfter = places(idsAfter);
    placesAfter.forEach(
        (id, there) -> {
          List<Integer> here = placesBefore.getOrDefault(id, List.of());
          if (here.size() == 1 && there.size() == 1) {
            match(here.get(0), there.get(0));
          }
        });
    if (!numbersMoved()) {
      sameTextUnderTheNumber();
    }
    sameTextInOrder();
    placesAfter.forEach(
        (id, there) -> {
          List<Integer> here = free(placesBefore.getOrDefault(id, List.of()), ofBefore);
          List<Integer> left = free(there, ofAfter);
          for (int k = 0; k < Math.min(here.size(), left.size()); k++) {
            match(here.get(k), left.get(k));
          }
        });
  }

  private static int[] ids(SceneText[] texts, Map<SceneText, Integer> known) {
    int[] ids = new int[texts.length];
    for (int i = 0; i < texts.length; i++) {
      Integer there = known.putIfAbsent(texts[i], known.size());
      ids[i] = there == null ? known.size() - 1 : there;
    }
    return ids;
  }

  private static Map<Integer, List<Integer>> places(int[] ids) {
    Map<Integer, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      places.computeIfAbsent(ids[i], id -> new ArrayList<>(1)).add(i);
    }
    return places;
  }

  private static List<Integer> free(List<Integer> scenes, int[] of) {
    return scenes.stream().filter(scene -> of[scene] == NONE).toList();
  }

  private void sameTextUnderTheNumber() {
    Map<String, Integer> byNumber = byNumber();
    for (int j = 0; j < after.size(); j++) {
      Integer i = byNumber.get(after.get(j).number());
      if (i != null && isFree(i, j) && idsBefore[i] == idsAfter[j]) {
        match(i, j);
      }
    }
  }

  private void sameTextInOrder() {
    List<Integer> places = new ArrayList<>();
    List<Integer> scenes = new ArrayList<>();
    for (int j = 0; j < after.size(); j++) {
      if (ofAfter[j] != NONE) {
        places.add(ofAfter[j]);
        scenes.add(j);
      }
    }
    boolean[] rising = Rising.longest(places);
    int fromBefore = 0;
    int fromAfter = 0;
    for (int k = 0; k < rising.length; k++) {
      if (rising[k]) {
        sameTextInOrder(fromBefore, places.get(k), fromAfter, scenes.get(k));
        fromBefore = places.get(k) + 1;
        fromAfter = scenes.get(k) + 1;
      }
    }
    sameTextInOrder(fromBefore, before.size(), fromAfter, after.size());
  }

  private void sameTextInOrder(int fromBefore, int endBefore, int fromAfter, int endAfter) {
    List<Integer> here = free(range(fromBefore, endBefore), ofBefore);
    List<Integer> there = free(range(fromAfter, endAfter), ofAfter);
    if (here.isEmpty() || there.isEmpty() || here.size() + there.size() > MOST_IN_ORDER) {
      return;
    }
    int i = 0;
    int j = 0;
    for (AbstractDelta<Integer> delta :
        DiffUtils.diff(
                here.stream().map(scene -> idsBefore[scene]).toList(),
                there.stream().map(scene -> idsAfter[scene]).toList())
            .getDeltas()) {
      while (i < delta.getSource().getPosition()) {
        match(here.get(i++), there.get(j++));
      }
      i += delta.getSource().size();
      j += delta.getTarget().size();
    }
    while (i < here.size()) {
      match(here.get(i++), there.get(j++));
    }
  }

  private static List<Integer> range(int from, int end) {
    return IntStream.range(from, end).boxed().toList();
  }

  /**
   * @param away from where the scene would be if it had stayed beside its neighbour
   */
  private record Pair(int i, int j, int score, int away) {}

  private void mostAlike() {
    Map<Key, List<Integer>> index = index();
    List<Pair> pairs = new ArrayList<>();
    for (int j = 0; j < after.size(); j++) {
      if (ofAfter[j] == NONE) {
        for (int i : candidates(j, index)) {
          int score = score(i, j);
          if (score > 0) {
            pairs.add(new Pair(i, j, score, Math.abs(i - expected(j))));
          }
        }
      }
    }
    pairs.sort(
        Comparator.comparingInt(Pair::score)
            .reversed()
            .thenComparingInt(Pair::away)
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

  /** Where the scene would be if it had stayed beside the nearest that is found. */
  private int expected(int j) {
    int near = nearestFound(j);
    return near == NONE ? j : ofAfter[near] + (j - near);
  }

  private int nearestFound(int j) {
    for (int away = 1; away <= 50; away++) {
      if (j - away >= 0 && ofAfter[j - away] != NONE) {
        return j - away;
      }
      if (j + away < ofAfter.length && ofAfter[j + away] != NONE) {
        return j + away;
      }
    }
    return NONE;
  }

  /**
   * Whether the number still says something here: that of the nearest that is found did not move.
   */
  private boolean numbersStandAt(int j) {
    int near = nearestFound(j);
    return near == NONE || !differ(before.get(ofAfter[near]).number(), after.get(near).number());
  }

  /**
   * @return 0 if they are too different to be the same
   */
  private int score(int i, int j) {
    Scene old = before.get(i);
    Scene now = after.get(j);
    int likeness = wordsBefore[i].likeness(wordsAfter[j]);
    boolean sameHeading = textsBefore[i].heading().equals(textsAfter[j].heading());
    boolean sameNumber =
        old.number() != null && old.number().equals(now.number()) && numbersStandAt(j);
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
