package film.finalsay.script.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds scenes that were rewritten: those most alike by words, heading and number come first. */
final class MostAlike {

  private final ScenePairs pairs;

  private MostAlike(ScenePairs pairs) {
    this.pairs = pairs;
  }

  static void match(ScenePairs pairs) {
    new MostAlike(pairs).match();
  }

  /**
   * @param away from where the scene would be if it had stayed beside its neighbour
   */
  private record Alike(int i, int j, int score, int away) {}

  private void match() {
    SceneCandidates candidates = new SceneCandidates(pairs);
    List<Alike> found = new ArrayList<>();
    for (int j = 0; j < pairs.after().size(); j++) {
      if (pairs.isFreeAfter(j)) {
        for (int i : candidates.of(j)) {
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
