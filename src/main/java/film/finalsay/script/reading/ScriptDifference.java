package film.finalsay.script.reading;

import film.finalsay.script.reading.SceneChange.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What differs between two drafts, scene by scene.
 *
 * @param scenes in the order of the later draft; one that is gone stands where it stood
 * @param opening the lines that changed before the first scene heading
 */
public record ScriptDifference(List<SceneChange> scenes, List<LineChange> opening) {

  /** How many scenes; one that was moved and changed counts as both. */
  public record Counts(
      int added, int omitted, int changed, int moved, int unchanged, int renumbered) {}

  /**
   * @param numbersLocked whether a scene is known by its number, and by nothing else
   */
  public static ScriptDifference between(Script before, Script after, boolean numbersLocked) {
    ScenePairs pairs = ScenePairs.of(before.scenes(), after.scenes(), numbersLocked);
    Set<Integer> inOrder = Set.copyOf(pairs.inOrder());
    Map<Integer, List<SceneChange>> gone = gone(before, after, pairs, inOrder);
    List<SceneChange> changes = new ArrayList<>(gone.getOrDefault(-1, List.of()));
    TextPlaces was = new TextPlaces(before.scenes());
    for (int j = 0; j < after.scenes().size(); j++) {
      Scene now = after.scenes().get(j);
      changes.add(
          pairs.isFreeAfter(j)
              ? added(now, was)
              : kept(before.scenes().get(pairs.of(j)), now, !inOrder.contains(j)));
      changes.addAll(gone.getOrDefault(j, List.of()));
    }
    return new ScriptDifference(
        List.copyOf(changes), LineDiff.between(before.opening(), after.opening()));
  }

  public Counts counts() {
    return new Counts(
        count(Change.ADDED),
        count(Change.OMITTED),
        count(Change.CHANGED),
        (int) scenes.stream().filter(SceneChange::moved).count(),
        count(Change.UNCHANGED),
        (int) scenes.stream().filter(SceneChange::renumbered).count());
  }

  /** Without those in which nothing changed but perhaps the number. */
  public List<SceneChange> changed() {
    return scenes.stream().filter(one -> one.change() != Change.UNCHANGED).toList();
  }

  public boolean isEmpty() {
    return opening.isEmpty()
        && scenes.stream().allMatch(one -> one.change() == Change.UNCHANGED && !one.renumbered());
  }

  /** The pages of the later draft on which a scene lies that is not as it was. */
  public SortedSet<Integer> changedPages() {
    SortedSet<Integer> pages = new TreeSet<>();
    if (!opening.isEmpty()) {
      pages.add(1);
    }
    for (SceneChange one : changed()) {
      if (one.after() != null) {
        for (int page = one.after().firstPage(); page <= one.after().lastPage(); page++) {
          pages.add(page);
        }
      }
    }
    return pages;
  }

  private int count(Change change) {
    return (int) scenes.stream().filter(one -> one.change() == change).count();
  }

  /** The scenes that are gone, by the scene after which they stood; -1 for the beginning. */
  private static Map<Integer, List<SceneChange>> gone(
      Script before, Script after, ScenePairs pairs, Set<Integer> inOrder) {
    Map<Integer, List<SceneChange>> gone = new HashMap<>();
    TextPlaces is = new TextPlaces(after.scenes());
    int last = -1;
    for (int i = 0; i < before.scenes().size(); i++) {
      if (inOrder.contains(pairs.placeOf(i))) {
        last = pairs.placeOf(i);
      } else if (pairs.isFreeBefore(i)) {
        Scene was = before.scenes().get(i);
        Change change = was.omitted() ? Change.UNCHANGED : Change.OMITTED;
        List<LineChange> lines = LineDiff.between(was.lines(), List.of());
        gone.computeIfAbsent(last, one -> new ArrayList<>())
            .add(new SceneChange(change, was, null, false, lines, is.mostOf(was)));
      }
    }
    return gone;
  }

  private static SceneChange added(Scene now, TextPlaces was) {
    Change change = now.omitted() ? Change.UNCHANGED : Change.ADDED;
    List<LineChange> lines = LineDiff.between(List.of(), now.lines());
    return new SceneChange(change, null, now, false, lines, was.mostOf(now));
  }

  private static SceneChange kept(Scene was, Scene now, boolean moved) {
    List<LineChange> lines = LineDiff.between(was.lines(), now.lines());
    Change change = moved ? Change.MOVED : Change.UNCHANGED;
    if (now.omitted() != was.omitted()) {
      change = now.omitted() ? Change.OMITTED : Change.ADDED;
    } else if (!lines.isEmpty() || !Wording.isSameHeading(was, now)) {
      change = Change.CHANGED;
    }
    return new SceneChange(change, was, now, moved, lines, null);
  }
}
