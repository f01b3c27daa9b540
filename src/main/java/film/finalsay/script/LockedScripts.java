package film.finalsay.script;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Film;
import film.finalsay.script.reading.Scene;
import film.finalsay.script.reading.Script;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The scripts that are locked for shooting, and the scene numbers that stand in them. */
@Component
class LockedScripts {

  private final ScriptLockRepository locks;

  LockedScripts(ScriptLockRepository locks) {
    this.locks = locks;
  }

  /** The request by which a film's script was locked. */
  Optional<String> lockedBy(String filmId) {
    return locks.lockedBy(filmId);
  }

  /**
   * @throws BusinessRuleException (conflict) if the script is locked
   */
  void requireUnlocked(Film film) {
    lockedBy(film.id())
        .ifPresent(
            lock -> {
              throw BusinessRuleException.conflict(
                  ("The script of %s is locked for shooting (%s): what changes now comes as a"
                          + " revision set, by script-revision.")
                      .formatted(film.inWords(), lock));
            });
  }

  /**
   * @throws BusinessRuleException (conflict) if the script is not locked
   */
  void requireLocked(Film film) {
    if (lockedBy(film.id()).isEmpty()) {
      throw BusinessRuleException.conflict(
          "The script of %s is not locked: until it is, a new draft goes through script-approval."
              .formatted(film.inWords()));
    }
  }

  /** Every number that was ever used, in the order of the script. */
  List<LockedScene> scenes(String filmId) {
    return locks.scenes(filmId);
  }

  /**
   * Fixes the numbers of the scenes: those that the script gives or, if it gives none at all, those
   * that counting gives.
   */
  void fix(String filmId, Script script) {
    locks.replaceScenes(
        filmId,
        script.scenes().stream()
            .map(scene -> new LockedScene(scene.name(), scene.heading(), scene.omitted()))
            .toList());
  }

  /**
   * The numbers once a revision set is taken back: those of the script that counts again stand as
   * it has them, and what only the set had stays used, as omitted.
   */
  void restore(String filmId, Script script) {
    Map<String, Scene> there =
        script.scenes().stream().collect(Collectors.toMap(Scene::name, scene -> scene));
    locks.replaceScenes(
        filmId,
        locks.scenes(filmId).stream().map(one -> restored(one, there.get(one.number()))).toList());
  }

  private static LockedScene restored(LockedScene locked, Scene there) {
    return there == null
        ? new LockedScene(locked.number(), locked.heading(), true)
        : new LockedScene(locked.number(), there.heading(), there.omitted());
  }

  /** The script with its numbers as they are locked: counted ones are given from then on. */
  static Script numbered(Script script) {
    if (script.unnumbered().isEmpty()) {
      return script;
    }
    return new Script(
        script.format(),
        script.opening(),
        script.scenes().stream().map(LockedScripts::numbered).toList(),
        script.pages(),
        script.measured());
  }

  private static Scene numbered(Scene scene) {
    return new Scene(
        scene.place(),
        scene.name(),
        scene.heading(),
        scene.lines(),
        scene.eighths(),
        scene.measured(),
        scene.firstPage(),
        scene.lastPage());
  }
}
