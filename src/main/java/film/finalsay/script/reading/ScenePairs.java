package film.finalsay.script.reading;

import film.finalsay.approval.Rising;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Which scenes of two scripts are the same, as far as it is found, and what that says of the rest.
 * A scene of the earlier script is {@code i}, one of the later {@code j}, by their places from 0.
 */
final class ScenePairs {

  private static final int NONE = -1;

  private final List<ComparedScene> before;
  private final List<ComparedScene> after;
  private final int[] ofBefore;
  private final int[] ofAfter;

  private ScenePairs(List<Scene> before, List<Scene> after) {
    this.before = before.stream().map(ComparedScene::of).toList();
    this.after = after.stream().map(ComparedScene::of).toList();
    this.ofBefore = new int[before.size()];
    this.ofAfter = new int[after.size()];
    Arrays.fill(ofBefore, NONE);
    Arrays.fill(ofAfter, NONE);
  }

  /**
   * Once numbers are locked, they say which scene is which. Before, they move with every scene that
   * comes or goes: then the same text is the same scene; of what is left, those most alike, by
   * words, heading and number, are the same; at last, if no number has moved so far, the same
   * number is.
   */
  static ScenePairs of(List<Scene> before, List<Scene> after, boolean numbersLocked) {
    ScenePairs pairs = new ScenePairs(before, after);
    if (!numbersLocked) {
      SameText.match(pairs);
      MostAlike.match(pairs);
    }
    if (numbersLocked || !pairs.numbersMoved()) {
      pairs.matchSameNumbers((i, j) -> true);
    }
    if (!numbersLocked) {
      pairs.matchSameHeadings();
    }
    return pairs;
  }

  /** Written anew from beginning to end, but still in the same place under the same heading. */
  private void matchSameHeadings() {
    int i = 0;
    for (int j = 0; j < after.size(); j++) {
      if (!isFreeAfter(j)) {
        i = of(j) + 1;
      } else if (isFreeBefore(i)
          && before(i).hasHeadingOf(after(j))
          && !before(i).isNumberedOtherThan(after(j))) {
        match(i++, j);
      }
    }
  }

  List<ComparedScene> before() {
    return before;
  }

  List<ComparedScene> after() {
    return after;
  }

  ComparedScene before(int i) {
    return before.get(i);
  }

  ComparedScene after(int j) {
    return after.get(j);
  }

  void match(int i, int j) {
    ofBefore[i] = j;
    ofAfter[j] = i;
  }

  void matchIfFree(int i, int j) {
    if (isFreeBefore(i) && isFreeAfter(j)) {
      match(i, j);
    }
  }

  /** Whether it lies in the earlier script, and is not found in the later. */
  boolean isFreeBefore(int i) {
    return i >= 0 && i < ofBefore.length && ofBefore[i] == NONE;
  }

  boolean isFreeAfter(int j) {
    return ofAfter[j] == NONE;
  }

  /**
   * @return which of the earlier script it is; -1 for none
   */
  int of(int j) {
    return ofAfter[j];
  }

  /**
   * @return where a scene of the earlier script is in the later; -1 for nowhere
   */
  int placeOf(int i) {
    return ofBefore[i];
  }

  /** The scenes of the later script that are found, and in the order in which they were. */
  List<Integer> inOrder() {
    int[] found = IntStream.range(0, ofAfter.length).filter(j -> !isFreeAfter(j)).toArray();
    boolean[] rising = Rising.longest(Arrays.stream(found).map(this::of).boxed().toList());
    return IntStream.range(0, found.length).filter(k -> rising[k]).mapToObj(k -> found[k]).toList();
  }

  /**
   * Those that have the same number are the same.
   *
   * @param also what has to hold besides
   */
  void matchSameNumbers(BiPredicate<Integer, Integer> also) {
    Map<String, Integer> byNumber = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      byNumber.put(before(i).number(), i);
    }
    byNumber.remove(null);
    for (int j = 0; j < after.size(); j++) {
      Integer i = byNumber.get(after(j).number());
      if (i != null && also.test(i, j)) {
        matchIfFree(i, j);
      }
    }
  }

  boolean numbersMoved() {
    return IntStream.range(0, ofAfter.length).anyMatch(j -> !isFreeAfter(j) && numberMoved(j));
  }

  /**
   * Whether the number still says something here: that of the nearest that is found did not move.
   */
  boolean numbersStandAt(int j) {
    int near = nearestFound(j);
    return near == NONE || !numberMoved(near);
  }

  private boolean numberMoved(int found) {
    return before(ofAfter[found]).isNumberedOtherThan(after(found));
  }

  /** Where the scene would be if it had stayed beside the nearest that is found. */
  int expected(int j) {
    int near = nearestFound(j);
    return near == NONE ? j : ofAfter[near] + (j - near);
  }

  private int nearestFound(int j) {
    for (int away = 1; away <= 50; away++) {
      if (j - away >= 0 && !isFreeAfter(j - away)) {
        return j - away;
      }
      if (j + away < ofAfter.length && !isFreeAfter(j + away)) {
        return j + away;
      }
    }
    return NONE;
  }
}
