package film.finalsay.script.reading;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import film.finalsay.approval.Rising;
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

  private final List<ScriptLine> before;
  private final List<ScriptLine> after;
  private final List<ScriptLine> saidBefore;
  private final List<ScriptLine> saidAfter;
  private final List<LineChange> changes = new ArrayList<>();

  private LineDiff(List<ScriptLine> before, List<ScriptLine> after) {
    this.before = before;
    this.after = after;
    this.saidBefore = before.stream().map(Wording::of).toList();
    this.saidAfter = after.stream().map(Wording::of).toList();
  }

  /** A part of both versions. */
  private record Part(int old, int oldEnd, int now, int nowEnd) {

    int oldSize() {
      return oldEnd - old;
    }

    int nowSize() {
      return nowEnd - now;
    }
  }

  static List<LineChange> between(List<ScriptLine> before, List<ScriptLine> after) {
    LineDiff diff = new LineDiff(before, after);
    diff.compare(new Part(0, before.size(), 0, after.size()), true);
    return diff.changes;
  }

  private void compare(Part whole, boolean divide) {
    int old = whole.old();
    int now = whole.now();
    int oldEnd = whole.oldEnd();
    int nowEnd = whole.nowEnd();
    while (old < oldEnd && now < nowEnd && saidBefore.get(old).equals(saidAfter.get(now))) {
      old++;
      now++;
    }
    while (oldEnd > old
        && nowEnd > now
        && saidBefore.get(oldEnd - 1).equals(saidAfter.get(nowEnd - 1))) {
      oldEnd--;
      nowEnd--;
    }
    Part part = new Part(old, oldEnd, now, nowEnd);
    if (part.oldSize() == 0 || part.nowSize() == 0) {
      replace(part);
    } else if (part.oldSize() + part.nowSize() <= MOST_EXACT) {
      exactly(part);
    } else if (divide) {
      divided(part);
    } else {
      replace(part);
    }
  }

  private void exactly(Part part) {
    List<ScriptLine> old = saidBefore.subList(part.old(), part.oldEnd());
    List<ScriptLine> now = saidAfter.subList(part.now(), part.nowEnd());
    for (AbstractDelta<ScriptLine> delta : DiffUtils.diff(old, now).getDeltas()) {
      int fromOld = part.old() + delta.getSource().getPosition();
      int fromNow = part.now() + delta.getTarget().getPosition();
      replace(
          new Part(
              fromOld,
              fromOld + delta.getSource().size(),
              fromNow,
              fromNow + delta.getTarget().size()));
    }
  }

  private void divided(Part part) {
    Map<ScriptLine, Integer> placesInOld = placesOfSingles(saidBefore, part.old(), part.oldEnd());
    Map<ScriptLine, Integer> placesInNow = placesOfSingles(saidAfter, part.now(), part.nowEnd());
    List<Integer> inOld = new ArrayList<>();
    List<Integer> inNow = new ArrayList<>();
    for (int i = part.now(); i < part.nowEnd(); i++) {
      Integer there = placesInOld.get(saidAfter.get(i));
      if (there != null && placesInNow.containsKey(saidAfter.get(i))) {
        inOld.add(there);
        inNow.add(i);
      }
    }
    boolean[] rising = Rising.longest(inOld);
    int fromOld = part.old();
    int fromNow = part.now();
    for (int i = 0; i < inOld.size(); i++) {
      if (rising[i]) {
        compare(new Part(fromOld, inOld.get(i), fromNow, inNow.get(i)), false);
        fromOld = inOld.get(i) + 1;
        fromNow = inNow.get(i) + 1;
      }
    }
    compare(new Part(fromOld, part.oldEnd(), fromNow, part.nowEnd()), false);
  }

  private static Map<ScriptLine, Integer> placesOfSingles(
      List<ScriptLine> lines, int from, int end) {
    Map<ScriptLine, Integer> places = new HashMap<>();
    for (int i = from; i < end; i++) {
      places.merge(lines.get(i), i, (first, second) -> -1);
    }
    places.values().removeIf(place -> place < 0);
    return places;
  }

  /** What both begin and end with is set aside again, now wherever its lines are broken. */
  private void replace(Part part) {
    SameWords same =
        SameWords.of(
            saidBefore.subList(part.old(), part.oldEnd()),
            saidAfter.subList(part.now(), part.nowEnd()));
    before
        .subList(part.old() + same.headOfOld(), part.oldEnd() - same.tailOfOld())
        .forEach(line -> changes.add(new LineChange(false, line)));
    after
        .subList(part.now() + same.headOfNow(), part.nowEnd() - same.tailOfNow())
        .forEach(line -> changes.add(new LineChange(true, line)));
  }
}
