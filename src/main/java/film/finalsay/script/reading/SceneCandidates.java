package film.finalsay.script.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The scenes of the earlier script that one of the later could be: those that share a number, a
 * heading, a neighbour or something rare. No others are compared, so the effort grows with the
 * length of the scripts and not with its square.
 */
final class SceneCandidates {

  private static final int RARE = 12;
  private static final int MOST_BY_VOTES = 24;

  private final ScenePairs pairs;
  private final Map<String, List<Integer>> byKey = new HashMap<>();

  SceneCandidates(ScenePairs pairs) {
    this.pairs = pairs;
    for (int i = 0; i < pairs.before().size(); i++) {
      if (pairs.isFreeBefore(i)) {
        for (String key : pairs.before(i).keys()) {
          byKey.computeIfAbsent(key, one -> new ArrayList<>(2)).add(i);
        }
      }
    }
  }

  /** What shares most of what is rare, what has the same heading near by, and what lies beside. */
  Set<Integer> of(int j) {
    Map<Integer, Integer> votes = new HashMap<>();
    for (String key : pairs.after(j).keys()) {
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
}
