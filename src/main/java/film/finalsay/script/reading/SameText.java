package film.finalsay.script.reading;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** The same number for the same text. */
  private final int[] idsBefore;

  private final int[] idsAfter;

  private SameText(ScenePairs pairs) {
    this.pairs = pairs;
    Map<SceneText, Integer> ids = new HashMap<>();
    this.idsBefore = ids(pairs.before(), ids);
    this.idsAfter = ids(pairs.after(), ids);
  }

  static void match(ScenePairs pairs) {
    new SameText(pairs).match();
  }

  private static int[] ids(List<ComparedScene> scenes, Map<SceneText, Integer> known) {
    int[] ids = new int[scenes.size()];
    for (int i = 0; i < ids.length; i++) {
      Integer there = known.putIfAbsent(scenes.get(i).text(), known.size());
      ids[i] = there == null ? known.size() - 1 : there;
    }
    return ids;
  }

  private void match() {
    Map<Integer, List<Integer>> placesBefore = places(idsBefore);
    Map<Integer, List<Integer>> placesAfter = places(idsAfter);
    placesAfter.forEach(
        (id, there) -> {
          List<Integer> here = placesBefore.getOrDefault(id, List.of());
          if (here.size() == 1 && there.size() == 1) {
            pairs.match(here.get(0), there.get(0));
          }
        });
    if (!pairs.numbersMoved()) {
      underTheSameNumber();
    }
    inOrder();
    placesAfter.forEach(
        (id, there) -> oneAfterTheOther(placesBefore.getOrDefault(id, List.of()), there));
  }

  private static Map<Integer, List<Integer>> places(int[] ids) {
    Map<Integer, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      places.computeIfAbsent(ids[i], id -> new ArrayList<>(1)).add(i);
    }
    return places;
  }

  private void underTheSameNumber() {
    Map<String, Integer> byNumber = pairs.byNumber();
    for (int j = 0; j < idsAfter.length; j++) {
      Integer i = byNumber.get(pairs.after(j).number());
      if (i != null && idsBefore[i] == idsAfter[j]) {
        pairs.matchIfFree(i, j);
      }
    }
  }

  private void inOrder() {
    List<Integer> places = new ArrayList<>();
    List<Integer> scenes = new ArrayList<>();
    for (int j = 0; j < idsAfter.length; j++) {
      if (!pairs.isFreeAfter(j)) {
        places.add(pairs.of(j));
        scenes.add(j);
      }
    }
    boolean[] rising = Rising.longest(places);
    int fromBefore = 0;
    int fromAfter = 0;
    for (int k = 0; k < rising.length; k++) {
      if (rising[k]) {
        inOrder(fromBefore, places.get(k), fromAfter, scenes.get(k));
        fromBefore = places.get(k) + 1;
        fromAfter = scenes.get(k) + 1;
      }
    }
    inOrder(fromBefore, idsBefore.length, fromAfter, idsAfter.length);
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
    for (AbstractDelta<Integer> delta :
        DiffUtils.diff(
                here.stream().map(scene -> idsBefore[scene]).toList(),
                there.stream().map(scene -> idsAfter[scene]).toList())
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
