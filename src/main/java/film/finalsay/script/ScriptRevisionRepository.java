package film.finalsay.script;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScriptRevisionRepository {

  private final JdbcClient jdbc;

  ScriptRevisionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String approvalKey, String filmId, int base, String colour) {
    jdbc.sql(
            """
            insert into script_revision (approval_key, film_id, base, colour)
            values (:key, :film, :base, :colour)
            """)
        .param("key", approvalKey)
        .param("film", filmId)
        .param("base", base)
        .param("colour", colour)
        .update();
  }

  /** The number of the draft that a set revises. */
  int base(String approvalKey) {
    return jdbc.sql("select base from script_revision where approval_key = :key")
        .param("key", approvalKey)
        .query(Integer.class)
        .single();
  }

  /** A revision set that is under way or was approved: the lock that it goes by has to stand. */
  Optional<String> standing(String filmId) {
    return jdbc.sql(
            """
            select r.approval_key from script_revision r
            join approval a on a.approval_key = r.approval_key
            where r.film_id = :film and a.state not in ('REJECTED', 'WITHDRAWN')
            order by a.requested_at limit 1
            """)
        .param("film", filmId)
        .query(String.class)
        .optional();
  }

  /** How many sets were ever approved: the colour of one that was taken back stays used. */
  int everApproved(String filmId) {
    return jdbc.sql(
            """
            select count(*) from script_revision r
            join approval a on a.approval_key = r.approval_key
            where r.film_id = :film and a.state in ('APPROVED', 'REOPENED', 'VOID')
            """)
        .param("film", filmId)
        .query(Integer.class)
        .single();
  }
}
