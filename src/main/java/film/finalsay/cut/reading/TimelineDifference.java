package film.finalsay.cut.reading;

import film.finalsay.approval.Rising;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What differs between two timelines at the same rate. A shot is the same if it comes from the same
 * material at an overlapping time of it.
 *
 * @param changes in the order of the later timeline, what was dropped where it was
 * @param framesBefore how long the earlier one runs
 */
public record TimelineDifference(List<ShotChange> changes, long framesBefore, long framesAfter) {

  private static final Comparator<Shot> BY_MATERIAL =
      Comparator.comparing(Shot::sourceIn).thenComparing(Shot::recordIn);

  /** A shot that became longer or shorter may have been moved besides. */
  public enum Change {
    DROPPED,
    ADDED,
    SHORTENED,
    LENGTHENED,
    /** As long as it was, of another time of the same material. */
    SLIPPED,
    /** Seen before what it was seen after, or the other way round. */
    MOVED
  }

  /**
   * @param before null if it was added
   * @param after null if it was dropped
   */
  public record ShotChange(Set<Change> changes, Shot before, Shot after) {

    /** How many frames it became longer; negative for shorter. */
    public long frames() {
      return (after == null ? 0 : after.frames()) - (before == null ? 0 : before.frames());
    }

    private long place() {
      return after == null ? before.recordIn() : after.recordIn();
    }
  }

  private record Pair(int before, int after) {}

  public static TimelineDifference between(Timeline before, Timeline after) {
    List<Pair> pairs = pairs(before.shots(), after.shots());
    Set<Pair> moved = moved(pairs);
    boolean[] keptBefore = new boolean[before.shots().size()];
    boolean[] keptAfter = new boolean[after.shots().size()];
    List<ShotChange> changes = new ArrayList<>();
    for (Pair pair : pairs) {
      keptBefore[pair.before()] = true;
      keptAfter[pair.after()] = true;
      Shot was = before.shots().get(pair.before());
      Shot is = after.shots().get(pair.after());
      Set<Change> what = EnumSet.noneOf(Change.class);
      if (is.frames() != was.frames()) {
        what.add(is.frames() < was.frames() ? Change.SHORTENED : Change.LENGTHENED);
      } else if (is.sourceIn() != was.sourceIn()) {
        what.add(Change.SLIPPED);
      }
      if (moved.contains(pair)) {
        what.add(Change.MOVED);
      }
      if (!what.isEmpty()) {
        changes.add(new ShotChange(what, was, is));
      }
    }
    for (int i = 0; i < keptBefore.length; i++) {
      if (!keptBefore[i]) {
        changes.add(new ShotChange(EnumSet.of(Change.DROPPED), before.shots().get(i), null));
      }
    }
    for (int i = 0; i < keptAfter.length; i++) {
      if (!keptAfter[i]) {
        changes.add(new ShotChange(EnumSet.of(Change.ADDED), null, after.shots().get(i)));
      }
    }
    changes.sort(Comparator.comparing(ShotChange::place));
    return new TimelineDifference(List.copyOf(changes), before.frames(), after.frames());
  }

  /** How many shots changed in each way. */
  public Map<Change, Long> counts() {
    return changes.stream()
        .flatMap(change -> change.changes().stream())
        .collect(
            Collectors.groupingBy(
                change -> change, () -> new EnumMap<>(Change.class), Collectors.counting()));
  }

  /** First those of exactly the same frames, then those of some; in the later one's order. */
  private static List<Pair> pairs(List<Shot> before, List<Shot> after) {
    List<Pair> pairs = new ArrayList<>();
    Map<String, List<Integer>> were = byMaterial(before);
    byMaterial(after)
        .forEach(
            (material, are) ->
                pair(
                    before,
                    after,
                    new ArrayList<>(were.getOrDefault(material, List.of())),
                    are,
                    pairs));
    pairs.sort(Comparator.comparing(Pair::after));
    return pairs;
  }

  private static Map<String, List<Integer>> byMaterial(List<Shot> shots) {
    Map<String, List<Integer>> found = new LinkedHashMap<>();
    for (int i = 0; i < shots.size(); i++) {
      found.computeIfAbsent(shots.get(i).material(), material -> new ArrayList<>()).add(i);
    }
    found
        .values()
        .forEach(
            some ->
                some.sort((one, other) -> BY_MATERIAL.compare(shots.get(one), shots.get(other))));
    return found;
  }

  private static void pair(
      List<Shot> before,
      List<Shot> after,
      List<Integer> were,
      List<Integer> are,
      List<Pair> pairs) {
    Map<List<Long>, Deque<Integer>> same = new HashMap<>();
    were.forEach(
        i -> same.computeIfAbsent(range(before.get(i)), range -> new ArrayDeque<>()).add(i));
    Set<Integer> taken = new HashSet<>();
    List<Integer> others = new ArrayList<>();
    for (int i : are) {
      Deque<Integer> alike = same.get(range(after.get(i)));
      if (alike == null || alike.isEmpty()) {
        others.add(i);
      } else {
        int first = alike.remove();
        taken.add(first);
        pairs.add(new Pair(first, i));
      }
    }
    were.removeIf(taken::contains);
    int was = 0;
    int is = 0;
    while (was < were.size() && is < others.size()) {
      Shot one = before.get(were.get(was));
      Shot other = after.get(others.get(is));
      if (one.overlaps(other)) {
        pairs.add(new Pair(were.get(was++), others.get(is++)));
      } else if (one.sourceIn() < other.sourceIn()) {
        was++;
      } else {
        is++;
      }
    }
  }

  private static List<Long> range(Shot shot) {
    return List.of(shot.sourceIn(), shot.sourceOut(), shot.frames());
  }

  /** Those that are not of the most that kept their order. */
  private static Set<Pair> moved(List<Pair> pairs) {
    boolean[] kept = Rising.longest(pairs.stream().map(Pair::before).toList());
    return IntStream.range(0, pairs.size())
        .filter(i -> !kept[i])
        .mapToObj(pairs::get)
        .collect(Collectors.toSet());
  }
}
