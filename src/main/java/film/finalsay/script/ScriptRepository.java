package film.finalsay.script;

import film.finalsay.film.Document;
import film.finalsay.film.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

  Optional<ScriptDraft> findApproved(String filmId) {
    return jdbc.sql(SELECT + "where s.film_id = :film and s.state = 'APPROVED'")
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
        update script_draft set sha256 = :sha256, state = :state, approval_key = :approval,
               submitted_by = :by, submitted_at = :at, approved_at = :approvedAt
        where film_id = :film and label = :label
        """,
            draft);
    if (updated == 0) {
      statement(
          """
          insert into script_draft (film_id, label, sha256, state, approval_key, submitted_by,
                                    submitted_at, approved_at)
          values (:film, :label, :sha256, :state, :approval, :by, :at, :approvedAt)
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

  ScriptSubmission submission(String approvalKey) {
    return jdbc.sql("select * from script_submission where approval_key = :key")
        .param("key", approvalKey)
        .query((row, n) -> new ScriptSubmission(row.getString("label"), row.getString("summary")))
        .single();
  }

  private int statement(String sql, ScriptDraft draft) {
    return jdbc.sql(sql)
        .param("film", draft.filmId())
        .param("label", draft.label())
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
    return new ScriptDraft(
        row.getString("film_id"),
        row.getString("label"),
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
