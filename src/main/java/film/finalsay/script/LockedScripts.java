package film.finalsay.script;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.sql.Sql.insert;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Film;
import film.finalsay.script.reading.Scene;
import film.finalsay.script.reading.Script;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The scripts that are locked for shooting, and the scene numbers that stand in them. */
@Repository
class LockedScripts {

  private final JdbcClient jdbc;

  LockedScripts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts a request to lock a script on file, in place of what was on file for it. */
  void file(String approvalKey, ScriptDraft draft, String note) {
    insert(jdbc, "script_lock")
        .set("approval_key", approvalKey)
        .set("film_id", draft.filmId())
        .set("draft", draft.number())
        .set("note", note)
        .save("approval_key");
  }

  /**
   * @param since null if it is unlocked again
   */
  void lock(String approvalKey, Instant since) {
    jdbc.sql("update script_lock set locked_at = :at where approval_key = :key")
        .param("at", SqlTime.of(since))
        .param("key", approvalKey)
        .update();
  }

  /** The request by which a film's script was locked. */
  Optional<String> lockedBy(String filmId) {
    return jdbc.sql(
            """
            select approval_key from script_lock
            where film_id = :film and locked_at is not null order by locked_at desc limit 1
            """)
        .param("film", filmId)
        .query(String.class)
        .optional();
  }

  /**
   * @throws BusinessRuleException (conflict) if the script is locked
   */
  void requireUnlocked(Film film) {
    requireUnlocked(
        film,
        "The script of %s is locked for shooting (%s): what changes now comes as a revision set, by"
            + " script-revision.");
  }

  /**
   * @param why with places for the film and for the request that locked its script
   */
  void requireUnlocked(Film film, String why) {
    lockedBy(film.id())
        .ifPresent(
            lock -> {
              throw conflict(why, film.inWords(), lock);
            });
  }

  /**
   * @throws BusinessRuleException (conflict) if the script is not locked
   */
  void requireLocked(Film film) {
    if (lockedBy(film.id()).isEmpty()) {
      throw conflict(
          "The script of %s is not locked: until it is, a new draft goes through script-approval.",
          film.inWords());
    }
  }

  /** Every number that was ever used, in the order of the script. */
  List<LockedScene> scenes(String filmId) {
    return jdbc.sql("select * from script_locked_scene where film_id = :film order by place")
        .param("film", filmId)
        .query(Sql.rows(LockedScene.class))
        .list();
  }

  /**
   * Fixes the numbers of the scenes: those that the script gives or, if it gives none at all, those
   * that counting gives.
   */
  void fix(String filmId, Script script) {
    replace(
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
    Map<String, Scene> there = script.byName();
    replace(
        filmId,
        scenes(filmId).stream().map(one -> restored(one, there.get(one.number()))).toList());
  }

  private static LockedScene restored(LockedScene locked, Scene there) {
    return there == null
        ? new LockedScene(locked.number(), locked.heading(), true)
        : new LockedScene(locked.number(), there.heading(), there.omitted());
  }

  private void replace(String filmId, List<LockedScene> scenes) {
    jdbc.sql("delete from script_locked_scene where film_id = :film")
        .param("film", filmId)
        .update();
    Sql.insertAll(
        jdbc,
        "script_locked_scene",
        IntStream.range(0, scenes.size())
            .mapToObj(i -> new Row(filmId, i + 1, scenes.get(i)))
            .toList());
  }

  private record Row(String filmId, int place, LockedScene scene) {}
}
