package film.finalsay.script.reading;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds scenes by their text: what is there once is itself. Of several that read alike, such as a
 * car that is cut back to, those with the same number are the same while none has moved, then those
 * that keep their order between the scenes found so far, then one after the other.
 */
final class SameText {

  /** Of both scripts together; to find what keeps its order takes memory with its square. */
  private static final int MOST_IN_ORDER = 600;

  private final ScenePairs pairs;

  private final List<String> textsBefore;
  private final List<String> textsAfter;

  private SameText(ScenePairs pairs) {
    this.pairs = pairs;
    this.textsBefore = pairs.before().stream().map(ComparedScene::text).toList();
    this.textsAfter = pairs.after().stream().map(ComparedScene::text).toList();
  }

  static void match(ScenePairs pairs) {
    new SameText(pairs).match();
  }

  private void match() {
    Map<String, List<Integer>> placesBefore = places(textsBefore);
    Map<String, List<Integer>> placesAfter = places(textsAfter);
    placesAfter.forEach(
        (text, there) -> {
          List<Integer> here = placesBefore.getOrDefault(text, List.of());
          if (here.size() == 1 && there.size() == 1) {
            pairs.match(here.get(0), there.get(0));
          }
        });
    if (!pairs.numbersMoved()) {
      pairs.matchSameNumbers((i, j) -> textsBefore.get(i).equals(textsAfter.get(j)));
    }
    inOrder();
    placesAfter.forEach(
        (text, there) -> oneAfterTheOther(placesBefore.getOrDefault(text, List.of()), there));
  }

  private static Map<String, List<Integer>> places(List<String> texts) {
    return IntStream.range(0, texts.size()).boxed().collect(Collectors.groupingBy(texts::get));
  }

  private void inOrder() {
    int fromBefore = 0;
    int fromAfter = 0;
    for (int j : pairs.inOrder()) {
      inOrder(fromBefore, pairs.of(j), fromAfter, j);
      fromBefore = pairs.of(j) + 1;
      fromAfter = j + 1;
    }
    inOrder(fromBefore, textsBefore.size(), fromAfter, textsAfter.size());
  }

  private void inOrder(int fromBefore, int endBefore, int fromAfter, int endAfter) {
    List<Integer> here =
        IntStream.range(fromBefore, endBefore).filter(pairs::isFreeBefore).boxed().toList();
    List<Integer> there =
        IntStream.range(fromAfter, endAfter).filter(pairs::isFreeAfter).boxed().toList();
    if (here.isEmpty() || there.isEmpty() || here.size() + there.size() > MOST_IN_ORDER) {
      return;
    }
    int i = 0;
    int j = 0;
    for (AbstractDelta<String> delta :
        DiffUtils.diff(
                here.stream().map(textsBefore::get).toList(),
                there.stream().map(textsAfter::get).toList())
            .getDeltas()) {
      while (i < delta.getSource().getPosition()) {
        pairs.match(here.get(i++), there.get(j++));
      }
      i += delta.getSource().size();
      j += delta.getTarget().size();
    }
    while (i < here.size()) {
      pairs.match(here.get(i++), there.get(j++));
    }
  }

  private void oneAfterTheOther(List<Integer> before, List<Integer> after) {
    List<Integer> here = before.stream().filter(pairs::isFreeBefore).toList();
    List<Integer> there = after.stream().filter(pairs::isFreeAfter).toList();
    for (int k = 0; k < Math.min(here.size(), there.size()); k++) {
      pairs.match(here.get(k), there.get(k));
    }
  }
}
