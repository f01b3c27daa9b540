package film.finalsay.script;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.script.reading.Scene;
import film.finalsay.script.reading.SceneChange;
import film.finalsay.script.reading.Script;
import film.finalsay.script.reading.ScriptDifference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a revision set of a locked script has to keep to: the numbers stand, because the schedule,
 * the breakdown and every department go by them.
 */
@Component
class RevisionRules {

  private static final int MOST_NAMED = 10;

  /**
   * @param locked every number that was ever used, in order
   * @param current the script that is revised, with its locked numbers
   * @throws BusinessRuleException (invalid) naming {@code document} and the scenes
   */
  void require(List<LockedScene> locked, Script current, Script revised) {
    requireNumbers(revised);
    requireAllThere(locked, revised);
    requireNoReuse(locked, revised);
    requireOmittedEmpty(revised);
    requireOrder(locked, revised);
    requireNoRenumbering(current, revised);
  }

  /**
   * What keeps the numbers of a draft from being locked.
   *
   * @throws BusinessRuleException (conflict) naming the scenes
   */
  void requireLockable(ScriptDraft draft, Script script) {
    List<Scene> unnumbered = script.unnumbered();
    if (unnumbered.size() == script.scenes().size()) {
      return;
    }
    if (!unnumbered.isEmpty()) {
      throw BusinessRuleException.conflict(
          "%s numbers some scenes and not others; without a number are %s."
              .formatted(draft.label(), named(headings(unnumbered))));
    }
    SceneNumber last = null;
    for (Scene scene : script.scenes()) {
      Optional<SceneNumber> number = SceneNumber.of(scene.number());
      if (number.isEmpty()) {
        throw BusinessRuleException.conflict(
            "Scene %s of %s has a number of another form than 72, 72A or A73."
                .formatted(scene.number(), draft.label()));
      }
      if (last != null && last.compareTo(number.get()) >= 0) {
        throw BusinessRuleException.conflict(
            "The scene numbers of %s do not rise: scene %s stands too late."
                .formatted(draft.label(), scene.number()));
      }
      last = number.get();
    }
  }

  private static void requireNumbers(Script revised) {
    List<Scene> unnumbered = revised.unnumbered();
    if (!unnumbered.isEmpty()) {
      throw refused(
          "the script is locked, so every scene has its number; without one are %s.",
          headings(unnumbered));
    }
  }

  private static void requireAllThere(List<LockedScene> locked, Script revised) {
    Set<String> there = numbers(revised);
    List<String> dropped =
        locked.stream().map(LockedScene::number).filter(one -> !there.contains(one)).toList();
    if (!dropped.isEmpty()) {
      throw refused("drops %s; a scene that is cut stays as OMITTED under its number.", dropped);
    }
  }

  private static void requireNoReuse(List<LockedScene> locked, Script revised) {
    Map<String, Scene> scenes =
        revised.scenes().stream().collect(Collectors.toMap(Scene::number, scene -> scene));
    List<String> reused =
        locked.stream()
            .filter(LockedScene::omitted)
            .filter(scene -> !scenes.get(scene.number()).omitted())
            .map(LockedScene::number)
            .toList();
    if (!reused.isEmpty()) {
      throw refused("uses %s again, which are omitted; a new scene has a new number.", reused);
    }
  }

  private static void requireOmittedEmpty(Script revised) {
    List<String> written =
        revised.scenes().stream()
            .filter(scene -> scene.omitted() && !scene.lines().isEmpty())
            .map(Scene::number)
            .toList();
    if (!written.isEmpty()) {
      throw refused("has text under %s, which are OMITTED.", written);
    }
  }

  /** Locked scenes stay in their order, and what is new has the number of its place. */
  private static void requireOrder(List<LockedScene> locked, Script revised) {
    Map<String, Integer> places = new HashMap<>();
    locked.forEach(scene -> places.put(scene.number(), places.size()));
    List<String> moved = new ArrayList<>();
    int last = -1;
    for (Scene scene : revised.scenes()) {
      Integer place = places.get(scene.number());
      if (place != null && place < last) {
        moved.add(scene.number());
      }
      last = place == null ? last : Math.max(last, place);
    }
    if (!moved.isEmpty()) {
      throw refused(
          "moves %s; where a scene was it stays as OMITTED, and where it goes it has a new number.",
          moved);
    }
    requirePlaces(places.keySet(), revised);
  }

  private static void requirePlaces(Set<String> locked, Script revised) {
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
    if (!wrong.isEmpty()) {
      throw refused(
          "gives numbers that do not fit their place to %s; between 72 and 73 a new scene is 72A,"
              + " then 72B, or A73.",
          wrong.stream().distinct().toList());
    }
  }

  /**
   * The numbers may all be there and yet stand on other scenes: then the text of a locked scene is
   * found under another number, and under its own number is something else.
   */
  private static void requireNoRenumbering(Script current, Script revised) {
    Map<String, Scene> now =
        revised.scenes().stream().collect(Collectors.toMap(Scene::number, scene -> scene));
    List<String> renumbered =
        ScriptDifference.between(current, revised, false).scenes().stream()
            .filter(SceneChange::renumbered)
            .filter(one -> !one.before().omitted() && !one.after().omitted())
            .filter(one -> isMostlyTheSame(one.before(), one.after()))
            .filter(
                one -> {
                  Scene underItsNumber = now.get(one.before().number());
                  return !underItsNumber.omitted() && !isPartOf(underItsNumber, one.before());
                })
            .map(one -> "%s (now %s)".formatted(one.before().number(), one.after().number()))
            .toList();
    if (!renumbered.isEmpty()) {
      throw refused("renumbers %s; the numbers of a locked script stay.", renumbered);
    }
  }

  private static boolean isMostlyTheSame(Scene one, Scene other) {
    return one.likeness(other) >= 600;
  }

  private static boolean isPartOf(Scene part, Scene whole) {
    return part.shareIn(whole) >= 400 || Objects.equals(part.lines(), whole.lines());
  }

  private static Set<String> numbers(Script script) {
    return script.scenes().stream().map(Scene::number).collect(Collectors.toSet());
  }

  private static List<String> headings(List<Scene> scenes) {
    return scenes.stream().map(scene -> "\"" + scene.heading() + "\"").toList();
  }

  /**
   * @param why with a place for the scenes
   */
  private static BusinessRuleException refused(String why, Collection<String> scenes) {
    String what = scenes.stream().allMatch(one -> one.startsWith("\"")) ? "" : "scene ";
    return BusinessRuleException.invalid(
        "document",
        why.formatted((scenes.size() == 1 || what.isEmpty() ? what : "scenes ") + named(scenes)));
  }

  private static String named(Collection<String> scenes) {
    String named = scenes.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return scenes.size() <= MOST_NAMED
        ? named
        : named + " and %d more".formatted(scenes.size() - MOST_NAMED);
  }
}
