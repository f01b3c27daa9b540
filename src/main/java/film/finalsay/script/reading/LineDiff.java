package film.finalsay.script.reading;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines that differ between two versions of a scene. What both begin and end with is set aside;
 * the rest is compared exactly up to {@link #MOST_EXACT} lines. A longer one is first divided at
 * the lines that each version has once, and where even that leaves too much, is replaced as a
 * whole: the effort stays in proportion to the length.
 */
final class LineDiff {

  /** Of both versions together; the comparison takes memory with its square. */
  private static final int MOST_EXACT = 600;

  private final List<LineChange> changes = new ArrayList<>();

  private LineDiff() {}

  static List<LineChange> between(List<ScriptLine> before, List<ScriptLine> after) {
    LineDiff diff = new LineDiff();
    diff.compare(before, after, true);
    return diff.changes;
  }

  private void compare(List<ScriptLine> before, List<ScriptLine> after, boolean divide) {
    int start = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<ScriptLine> old = before.subList(start, before.size() - end);
    List<ScriptLine> now = after.subList(start, after.size() - end);
    if (old.isEmpty() || now.isEmpty()) {
      replace(old, now);
    } else if (old.size() + now.size() <= MOST_EXACT) {
      exactly(old, now);
    } else if (divide) {
      divided(old, now);
    } else {
      replace(old, now);
    }
  }

  private void exactly(List<ScriptLine> old, List<ScriptLine> now) {
    for (AbstractDelta<ScriptLine> delta : DiffUtils.diff(old, now).getDeltas()) {
      replace(delta.getSource().getLines(), delta.getTarget().getLines());
    }
  }

  private void divided(List<ScriptLine> old, List<ScriptLine> now) {
    Map<ScriptLine, Integer> placesInOld = placesOfSingles(old);
    Map<ScriptLine, Integer> placesInNow = placesOfSingles(now);
    List<Integer> inOld = new ArrayList<>();
    List<Integer> inNow = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      Integer there = placesInOld.get(now.get(i));
      if (there != null && placesInNow.containsKey(now.get(i))) {
        inOld.add(there);
        inNow.add(i);
      }
    }
    boolean[] rising = Rising.longest(inOld);
    int fromOld = 0;
    int fromNow = 0;
    for (int i = 0; i < inOld.size(); i++) {
      if (rising[i]) {
        compare(old.subList(fromOld, inOld.get(i)), now.subList(fromNow, inNow.get(i)), false);
        fromOld = inOld.get(i) + 1;
        fromNow = inNow.get(i) + 1;
      }
    }
    compare(old.subList(fromOld, old.size()), now.subList(fromNow, now.size()), false);
  }

  private static Map<ScriptLine, Integer> placesOfSingles(List<ScriptLine> lines) {
    Map<ScriptLine, Integer> places = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      places.merge(lines.get(i), i, (first, second) -> -1);
    }
    places.values().removeIf(place -> place < 0);
    return places;
  }

  private void replace(List<ScriptLine> old, List<ScriptLine> now) {
    old.forEach(line -> changes.add(new LineChange(false, line)));
    now.forEach(line -> changes.add(new LineChange(true, line)));
  }
}
