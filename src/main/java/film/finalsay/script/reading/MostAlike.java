package film.finalsay.script.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds scenes that were rewritten: those most alike by words, heading and number come first.
 * Compared are those that share a number, a heading, a neighbour or something rare and no others,
 * so that the effort grows with the length of the scripts and not with its square.
 */
final class MostAlike {

  private static final int RARE = 12;
  private static final int MOST_BY_VOTES = 24;

  private final ScenePairs pairs;

  /** The scenes of the earlier script that are not found yet. */
  private final Map<Object, List<Integer>> byKey = new HashMap<>();

  private MostAlike(ScenePairs pairs) {
    this.pairs = pairs;
    for (int i = 0; i < pairs.before().size(); i++) {
      if (pairs.isFreeBefore(i)) {
        for (Object key : pairs.before(i).keys()) {
          byKey.computeIfAbsent(key, one -> new ArrayList<>(2)).add(i);
        }
      }
    }
  }

  static void match(ScenePairs pairs) {
    new MostAlike(pairs).match();
  }

  /**
   * @param away from where the scene would be if it had stayed beside its neighbour
   */
  private record Alike(int i, int j, int score, int away) {}

  private void match() {
    List<Alike> found = new ArrayList<>();
    for (int j = 0; j < pairs.after().size(); j++) {
      if (pairs.isFreeAfter(j)) {
        for (int i : candidates(j)) {
          int score = score(i, j);
          if (score > 0) {
            found.add(new Alike(i, j, score, Math.abs(i - pairs.expected(j))));
          }
        }
      }
    }
    found.sort(
        Comparator.comparingInt(Alike::score)
            .reversed()
            .thenComparingInt(Alike::away)
            .thenComparingInt(Alike::j));
    found.forEach(one -> pairs.matchIfFree(one.i(), one.j()));
  }

  /** What shares most of what is rare, what has the same heading near by, and what lies beside. */
  private Set<Integer> candidates(int j) {
    Map<Integer, Integer> votes = new HashMap<>();
    for (Object key : pairs.after(j).keys()) {
      List<Integer> sharing = byKey.getOrDefault(key, List.of());
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
        .limit(MOST_BY_VOTES)
        .forEach(vote -> candidates.add(vote.getKey()));
    int expected = pairs.expected(j);
    candidates.addAll(
        nearest(byKey.getOrDefault(pairs.after(j).headingKey(), List.of()), expected));
    for (int i = expected - 3; i <= expected + 3; i++) {
      if (pairs.isFreeBefore(i)) {
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

  /**
   * @return 0 if they are too different to be the same
   */
  private int score(int i, int j) {
    ComparedScene old = pairs.before(i);
    ComparedScene now = pairs.after(j);
    int likeness = old.words().likeness(now.words());
    boolean sameHeading = old.hasHeadingOf(now);
    boolean sameNumber = old.hasNumberOf(now) && pairs.numbersStandAt(j);
    boolean alike =
        (likeness >= 350 && !old.words().isEmpty())
            || (sameHeading && likeness >= 150)
            || (sameNumber && likeness >= 200);
    return alike ? likeness + (sameHeading ? 250 : 0) + (sameNumber ? 200 : 0) : 0;
  }
}
