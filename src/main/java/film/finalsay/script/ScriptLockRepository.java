package film.finalsay.script;

import film.finalsay.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScriptLockRepository {

  private final JdbcClient jdbc;

  ScriptLockRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts a request on file, in place of what was on file for it. */
  void save(String approvalKey, String filmId, int draft, String note) {
    jdbc.sql("delete from script_lock where approval_key = :key")
        .param("key", approvalKey)
        .update();
    jdbc.sql(
            """
            insert into script_lock (approval_key, film_id, draft, note)
            values (:key, :film, :draft, :note)
            """)
        .param("key", approvalKey)
        .param("film", filmId)
        .param("draft", draft)
        .param("note", note)
        .update();
  }

  void locked(String approvalKey, Instant when) {
    jdbc.sql("update script_lock set locked_at = :at where approval_key = :key")
        .param("at", SqlTime.of(when))
        .param("key", approvalKey)
        .update();
  }

  void unlocked(String approvalKey) {
    jdbc.sql("update script_lock set locked_at = null where approval_key = :key")
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

  /** In the order of the script. */
  List<LockedScene> scenes(String filmId) {
    return jdbc.sql("select * from script_locked_scene where film_id = :film order by place")
        .param("film", filmId)
        .query(
            (row, n) ->
                new LockedScene(
                    row.getString("number"), row.getString("heading"), row.getBoolean("omitted")))
        .list();
  }

  void replaceScenes(String filmId, List<LockedScene> scenes) {
    jdbc.sql("delete from script_locked_scene where film_id = :film")
        .param("film", filmId)
        .update();
    for (int i = 0; i < scenes.size(); i++) {
      jdbc.sql(
              """
              insert into script_locked_scene (film_id, number, place, heading, omitted)
              values (:film, :number, :place, :heading, :omitted)
              """)
          .param("film", filmId)
          .param("number", scenes.get(i).number())
          .param("place", i + 1)
          .param("heading", scenes.get(i).heading())
          .param("omitted", scenes.get(i).omitted())
          .update();
    }
  }
}
