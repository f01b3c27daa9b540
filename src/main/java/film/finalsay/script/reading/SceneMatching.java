package film.finalsay.script.reading;

import java.util.List;

/**
 * Which scene of one script is which of another.
 *
 * <p>Once numbers are locked, they say it. Before, they move with every scene that comes or goes:
 * then the same text is the same scene; of what is left, those most alike, by words, heading and
 * number, are the same; at last, if no number has moved so far, the same number is.
 */
final class SceneMatching {

  private SceneMatching() {}

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
      sameHeadingBetweenTheSame(pairs);
    }
    return pairs;
  }

  /** Written anew from beginning to end, but still in the same place under the same heading. */
  private static void sameHeadingBetweenTheSame(ScenePairs pairs) {
    int i = 0;
    for (int j = 0; j < pairs.after().size(); j++) {
      if (!pairs.isFreeAfter(j)) {
        i = pairs.of(j) + 1;
      } else if (pairs.isFreeBefore(i)
          && pairs.before(i).hasHeadingOf(pairs.after(j))
          && !pairs.before(i).isNumberedOtherThan(pairs.after(j))) {
        pairs.match(i, j);
        i++;
      }
    }
  }
}
