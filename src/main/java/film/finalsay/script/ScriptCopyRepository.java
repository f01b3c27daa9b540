package film.finalsay.script;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScriptCopyRepository {

  private final JdbcClient jdbc;

  ScriptCopyRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ScriptCopy> find(String filmId, int draft, int copy) {
    return jdbc.sql(
            """
            select * from script_issue
            where film_id = :film and draft = :draft and copy_number = :copy
            """)
        .param("film", filmId)
        .param("draft", draft)
        .param("copy", copy)
        .query(ScriptCopyRepository::copy)
        .optional();
  }

  /** By copy number. */
  List<ScriptCopy> findAll(String filmId, int draft, int limit, long offset) {
    return jdbc.sql(
            """
            select * from script_issue where film_id = :film and draft = :draft
            order by copy_number limit :limit offset :offset
            """)
        .param("film", filmId)
        .param("draft", draft)
        .param("limit", limit)
        .param("offset", offset)
        .query(ScriptCopyRepository::copy)
        .list();
  }

  int nextCopy(String filmId, int draft) {
    return jdbc.sql(
            """
            select coalesce(max(copy_number), 0) + 1 from script_issue
            where film_id = :film and draft = :draft
            """)
        .param("film", filmId)
        .param("draft", draft)
        .query(Integer.class)
        .single();
  }

  void insert(String filmId, ScriptCopy copy) {
    jdbc.sql(
            """
            insert into script_issue (film_id, draft, copy_number, person, name, department,
                                      issued_on, issued_by, state)
            values (:film, :draft, :copy, :person, :name, :department, :on, :by, :state)
            """)
        .param("film", filmId)
        .param("draft", copy.draft())
        .param("copy", copy.copy())
        .param("person", copy.person(), Types.VARCHAR)
        .param("name", copy.name(), Types.VARCHAR)
        .param("department", copy.department(), Types.VARCHAR)
        .param("on", copy.issuedOn())
        .param("by", copy.issuedBy())
        .param("state", copy.state().name())
        .update();
  }

  void end(String filmId, ScriptCopy copy) {
    jdbc.sql(
            """
            update script_issue set state = :state, ended_on = :on, ended_by = :by
            where film_id = :film and draft = :draft and copy_number = :copy
            """)
        .param("film", filmId)
        .param("draft", copy.draft())
        .param("copy", copy.copy())
        .param("state", copy.state().name())
        .param("on", copy.endedOn())
        .param("by", copy.endedBy())
        .update();
  }

  private static ScriptCopy copy(ResultSet row, int number) throws SQLException {
    return new ScriptCopy(
        row.getInt("draft"),
        row.getInt("copy_number"),
        row.getString("person"),
        row.getString("name"),
        row.getString("department"),
        row.getObject("issued_on", LocalDate.class),
        row.getString("issued_by"),
        ScriptCopy.State.valueOf(row.getString("state")),
        row.getObject("ended_on", LocalDate.class),
        row.getString("ended_by"));
  }
}
