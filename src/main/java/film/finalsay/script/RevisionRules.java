package film.finalsay.script;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.script.reading.Scene;
import film.finalsay.script.reading.SceneChange;
import film.finalsay.script.reading.Script;
import film.finalsay.script.reading.ScriptDifference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a revision set of a locked script has to keep to: the numbers stand, because the schedule,
 * the breakdown and every department go by them.
 */
final class RevisionRules {

  private static final int MOST_NAMED = 10;

  private RevisionRules() {}

  /**
   * @param locked every number that was ever used, in order
   * @param current the script that is revised, with its locked numbers
   * @throws BusinessRuleException (invalid) naming {@code document} and the scenes
   */
  static void require(List<LockedScene> locked, Script current, Script revised) {
    refuse(
        "the script is locked, so every scene has its number; without one are %s.",
        headings(revised.unnumbered()));
    Map<String, Scene> now = revised.byName();
    List<String> numbers = locked.stream().map(LockedScene::number).toList();
    refuse(
        "drops %s; a scene that is cut stays as OMITTED under its number.",
        numbers.stream().filter(one -> !now.containsKey(one)));
    refuse(
        "uses %s again, which are omitted; a new scene has a new number.",
        locked.stream()
            .filter(LockedScene::omitted)
            .map(LockedScene::number)
            .filter(one -> !now.get(one).omitted()));
    refuse(
        "has text under %s, which are OMITTED.",
        revised.scenes().stream()
            .filter(scene -> scene.omitted() && !scene.lines().isEmpty())
            .map(Scene::number));
    refuse(
        "moves %s; where a scene was it stays as OMITTED, and where it goes it has a new number.",
        moved(numbers, revised));
    refuse(
        "gives numbers that do not fit their place to %s; between 72 and 73 a new scene is 72A,"
            + " then 72B, or A73.",
        misplaced(Set.copyOf(numbers), revised));
    refuse("renumbers %s; the numbers of a locked script stay.", renumbered(current, revised, now));
  }

  /**
   * What keeps the numbers of a draft from being locked.
   *
   * @throws BusinessRuleException (conflict) naming the scenes
   */
  static void requireLockable(ScriptDraft draft, Script script) {
    List<Scene> unnumbered = script.unnumbered();
    if (unnumbered.size() == script.scenes().size()) {
      return;
    }
    if (!unnumbered.isEmpty()) {
      throw conflict(
          "%s numbers some scenes and not others; without a number are %s.",
          draft.label(), named(headings(unnumbered).toList()));
    }
    SceneNumber last = null;
    for (Scene scene : script.scenes()) {
      SceneNumber number =
          SceneNumber.of(scene.number())
              .orElseThrow(
                  () ->
                      conflict(
                          "Scene %s of %s has a number of another form than 72, 72A or A73.",
                          scene.number(), draft.label()));
      if (last != null && last.compareTo(number) >= 0) {
        throw conflict(
            "The scene numbers of %s do not rise: scene %s stands too late.",
            draft.label(), scene.number());
      }
      last = number;
    }
  }

  /** Locked scenes stay in their order. */
  private static Stream<String> moved(List<String> locked, Script revised) {
    Map<String, Integer> places = new HashMap<>();
    locked.forEach(number -> places.put(number, places.size()));
    List<String> moved = new ArrayList<>();
    int last = -1;
    for (Scene scene : revised.scenes()) {
      int place = places.getOrDefault(scene.number(), last);
      if (place < last) {
        moved.add(scene.number());
      }
      last = Math.max(last, place);
    }
    return moved.stream();
  }

  /** What is new has the number of its place. */
  private static Stream<String> misplaced(Set<String> locked, Script revised) {
    List<String> wrong = new ArrayList<>();
    SceneNumber last = null;
    String lastName = null;
    for (Scene scene : revised.scenes()) {
      SceneNumber number = SceneNumber.of(scene.number()).orElse(null);
      if (number == null || (last != null && last.compareTo(number) >= 0)) {
        // of two that do not rise, the new one is wrong
        boolean isNew = !locked.contains(scene.number());
        wrong.add(isNew || lastName == null ? scene.number() : lastName);
      }
      last = number == null || (last != null && last.compareTo(number) > 0) ? last : number;
      lastName = scene.number();
    }
    return wrong.stream().distinct();
  }

  /**
   * The numbers may all be there and yet stand on other scenes: then the text of a locked scene is
   * found under another number, and under its own number is something else.
   */
  private static Stream<String> renumbered(Script current, Script revised, Map<String, Scene> now) {
    return ScriptDifference.between(current, revised, false).scenes().stream()
        .filter(SceneChange::renumbered)
        .filter(one -> !one.before().omitted() && !one.after().omitted())
        .filter(one -> one.before().likeness(one.after()) >= 600)
        .filter(
            one -> {
              Scene underItsNumber = now.get(one.before().number());
              return !underItsNumber.omitted() && !isPartOf(underItsNumber, one.before());
            })
        .map(one -> "%s (now %s)".formatted(one.before().number(), one.after().number()));
  }

  private static boolean isPartOf(Scene part, Scene whole) {
    return part.shareIn(whole) >= 400 || part.lines().equals(whole.lines());
  }

  private static Stream<String> headings(List<Scene> scenes) {
    return scenes.stream().map(scene -> "\"" + scene.heading() + "\"");
  }

  /**
   * @param why with a place for the scenes
   * @param wrong by number, or by heading in quotes; none if nothing is wrong
   */
  private static void refuse(String why, Stream<String> wrong) {
    List<String> scenes = wrong.toList();
    if (!scenes.isEmpty()) {
      String what = scenes.size() == 1 ? "scene " : "scenes ";
      boolean byHeading = scenes.stream().allMatch(one -> one.startsWith("\""));
      throw invalid("document", why, (byHeading ? "" : what) + named(scenes));
    }
  }

  private static String named(List<String> scenes) {
    String named = scenes.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return scenes.size() <= MOST_NAMED
        ? named
        : named + " and %d more".formatted(scenes.size() - MOST_NAMED);
  }
}
