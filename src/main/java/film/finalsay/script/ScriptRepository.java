package film.finalsay.script;

import film.finalsay.film.Document;
import film.finalsay.script.reading.ScriptFormat;
import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScriptRepository {

  private static final String SELECT =
      """
      select s.*, f.file_name, f.media_type, d.size_bytes,
             case when s.state <> 'PENDING' then s.state
                  when u.label <> s.label then 'RETURNED'
                  when a.state in ('REJECTED', 'WITHDRAWN') then a.state
                  else s.state end as standing
      from script_draft s
      join approval a on a.approval_key = s.approval_key
      join script_submission u on u.approval_key = s.approval_key
      join film_document f on f.film_id = s.film_id and f.sha256 = s.sha256
      join document d on d.sha256 = s.sha256
      """;

  private final JdbcClient jdbc;

  ScriptRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ScriptDraft> find(String filmId, String label) {
    return jdbc.sql(SELECT + "where s.film_id = :film and s.label = :label")
        .param("film", filmId)
        .param("label", label)
        .query(ScriptRepository::draft)
        .optional();
  }

  Optional<ScriptDraft> find(String filmId, int number) {
    return jdbc.sql(SELECT + "where s.film_id = :film and s.number = :number")
        .param("film", filmId)
        .param("number", number)
        .query(ScriptRepository::draft)
        .optional();
  }

  /** The draft that came before another. */
  Optional<ScriptDraft> findBefore(String filmId, int number) {
    return jdbc.sql(
            SELECT
                + "where s.film_id = :film and s.number < :number order by s.number desc limit 1")
        .param("film", filmId)
        .param("number", number)
        .query(ScriptRepository::draft)
        .optional();
  }

  /** The draft of the same approval that came back with notes last. */
  Optional<ScriptDraft> findReturnedBefore(ScriptDraft draft) {
    return jdbc.sql(
            SELECT
                + """
                where s.approval_key = :approval and s.number <> :number and s.label <> u.label
                order by s.submitted_at desc, s.number desc limit 1
                """)
        .param("approval", draft.approvalKey())
        .param("number", draft.number())
        .query(ScriptRepository::draft)
        .optional();
  }

  int nextNumber(String filmId) {
    return jdbc.sql("select coalesce(max(number), 0) + 1 from script_draft where film_id = :film")
        .param("film", filmId)
        .query(Integer.class)
        .single();
  }

  Optional<ScriptDraft> findApproved(String filmId) {
    return jdbc.sql(SELECT + "where s.film_id = :film and s.state = 'APPROVED'")
        .param("film", filmId)
        .query(ScriptRepository::draft)
        .optional();
  }

  /** The draft that was approved last and is no more, unless it is in approval again. */
  Optional<ScriptDraft> findOverturned(String filmId) {
    return jdbc.sql(
            SELECT
                + """
                where s.film_id = :film and s.state = 'OVERTURNED'
                order by s.approved_at desc, s.number desc limit 1
                """)
        .param("film", filmId)
        .query(ScriptRepository::draft)
        .optional();
  }

  /** The latest first. */
  List<ScriptDraft> findAll(String filmId, int limit, long offset) {
    return jdbc.sql(
            SELECT
                + """
                where s.film_id = :film
                order by s.submitted_at desc, s.label limit :limit offset :offset
                """)
        .param("film", filmId)
        .param("limit", limit)
        .param("offset", offset)
        .query(ScriptRepository::draft)
        .list();
  }

  void save(ScriptDraft draft) {
    int updated =
        statement(
            """
        update script_draft set draft_date = :date, colour = :colour, format = :format,
               pages = :pages, pages_basis = :basis, sha256 = :sha256, state = :state, approval_key = :approval,
               submitted_by = :by, submitted_at = :at, approved_at = :approvedAt
        where film_id = :film and label = :label
        """,
            draft);
    if (updated == 0) {
      statement(
          """
          insert into script_draft (film_id, number, label, draft_date, colour, format, pages,
                                    pages_basis, sha256, state, approval_key, submitted_by,
                                    submitted_at, approved_at)
          values (:film, :number, :label, :date, :colour, :format, :pages, :basis, :sha256, :state,
                  :approval, :by, :at, :approvedAt)
          """,
          draft);
    }
  }

  void saveSubmission(String approvalKey, String label, String summary) {
    int updated =
        jdbc.sql(
                """
                update script_submission set label = :label, summary = :summary
                where approval_key = :key
                """)
            .param("key", approvalKey)
            .param("label", label)
            .param("summary", summary)
            .update();
    if (updated == 0) {
      jdbc.sql(
              """
              insert into script_submission (approval_key, label, summary)
              values (:key, :label, :summary)
              """)
          .param("key", approvalKey)
          .param("label", label)
          .param("summary", summary)
          .update();
    }
  }

  private int statement(String sql, ScriptDraft draft) {
    return jdbc.sql(sql)
        .param("film", draft.filmId())
        .param("number", draft.number())
        .param("label", draft.label())
        .param("date", draft.date())
        .param("colour", draft.colour(), Types.VARCHAR)
        .param("format", draft.format() == null ? null : draft.format().name(), Types.VARCHAR)
        .param("pages", draft.pages(), Types.INTEGER)
        .param(
            "basis", draft.pagesBasis() == null ? null : draft.pagesBasis().name(), Types.VARCHAR)
        .param("sha256", draft.document().sha256())
        .param("state", draft.state().name())
        .param("approval", draft.approvalKey())
        .param("by", draft.submittedBy())
        .param("at", SqlTime.of(draft.submittedAt()))
        .param("approvedAt", SqlTime.of(draft.approvedAt()))
        .update();
  }

  private static ScriptDraft draft(ResultSet row, int number) throws SQLException {
    Instant approvedAt = SqlTime.instant(row, "approved_at");
    String format = row.getString("format");
    String basis = row.getString("pages_basis");
    return new ScriptDraft(
        row.getString("film_id"),
        row.getInt("number"),
        row.getString("label"),
        row.getObject("draft_date", LocalDate.class),
        row.getString("colour"),
        format == null ? null : ScriptFormat.valueOf(format),
        row.getObject("pages", Integer.class),
        basis == null ? null : PagesBasis.valueOf(basis),
        new Document(
            row.getString("sha256"),
            row.getString("file_name"),
            row.getString("media_type"),
            row.getLong("size_bytes")),
        DraftState.valueOf(row.getString("standing")),
        row.getString("approval_key"),
        row.getString("submitted_by"),
        SqlTime.instant(row, "submitted_at"),
        approvedAt);
  }
}
