package film.finalsay.script;

import static film.finalsay.sql.Sql.insert;

import film.finalsay.register.Case;
import film.finalsay.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Repository;

@Repository
class ScriptRepository {

  private static final String SELECT =
      """
      select s.film_id, s.number, s.label, s.draft_date as date, s.colour, s.format, s.pages,
             s.pages_basis, s.sha256, f.file_name, f.media_type, d.size_bytes as size,
             case when s.state <> 'PENDING' then s.state
                  when u.label <> s.label then 'RETURNED'
                  when a.state in ('REJECTED', 'WITHDRAWN') then a.state
                  else s.state end as state,
             s.approval_key, s.submitted_by, s.submitted_at, s.approved_at
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

  private MappedQuerySpec<ScriptDraft> drafts(String where, Map<String, ?> values) {
    return jdbc.sql(SELECT + where).params(values).query(Sql.rows(ScriptDraft.class));
  }

  Optional<ScriptDraft> find(String filmId, String label) {
    return drafts(
            "where s.film_id = :film and s.label = :label", Map.of("film", filmId, "label", label))
        .optional();
  }

  Optional<ScriptDraft> find(String filmId, int number) {
    return drafts(
            "where s.film_id = :film and s.number = :number",
            Map.of("film", filmId, "number", number))
        .optional();
  }

  /** The draft that a request is about. */
  ScriptDraft of(Case request) {
    return find(request.film().id(), request.content().text("draft")).orElseThrow();
  }

  /** The draft that came before another. */
  Optional<ScriptDraft> findBefore(ScriptDraft draft) {
    return drafts(
            "where s.film_id = :film and s.number < :number order by s.number desc limit 1",
            Map.of("film", draft.filmId(), "number", draft.number()))
        .optional();
  }

  /** The draft of the same approval that came back with notes last. */
  Optional<ScriptDraft> findReturnedBefore(ScriptDraft draft) {
    return drafts(
            """
            where s.approval_key = :approval and s.number <> :number and s.label <> u.label
            order by s.submitted_at desc, s.number desc limit 1
            """,
            Map.of("approval", draft.approvalKey(), "number", draft.number()))
        .optional();
  }

  Optional<ScriptDraft> findApproved(String filmId) {
    return drafts("where s.film_id = :film and s.state = 'APPROVED'", Map.of("film", filmId))
        .optional();
  }

  /** The draft that was approved last and is no more, unless it is in approval again. */
  Optional<ScriptDraft> findOverturned(String filmId) {
    return drafts(
            """
            where s.film_id = :film and s.state = 'OVERTURNED'
            order by s.approved_at desc, s.number desc limit 1
            """,
            Map.of("film", filmId))
        .optional();
  }

  /** The latest first. */
  List<ScriptDraft> findAll(String filmId, int limit, long offset) {
    return drafts(
            """
            where s.film_id = :film
            order by s.submitted_at desc, s.label limit :limit offset :offset
            """,
            Map.of("film", filmId, "limit", limit, "offset", offset))
        .list();
  }

  int nextNumber(String filmId) {
    return Sql.last(jdbc, "script_draft", "number", filmId) + 1;
  }

  void save(ScriptDraft draft) {
    insert(jdbc, "script_draft")
        .set("film_id", draft.filmId())
        .set("number", draft.number())
        .set("label", draft.label())
        .set("draft_date", draft.date())
        .set("colour", draft.colour())
        .set("format", draft.format())
        .set("pages", draft.pages())
        .set("pages_basis", draft.pagesBasis())
        .set("sha256", draft.document().sha256())
        .set("state", draft.state())
        .set("approval_key", draft.approvalKey())
        .set("submitted_by", draft.submittedBy())
        .set("submitted_at", draft.submittedAt())
        .set("approved_at", draft.approvedAt())
        .save("film_id", "label");
  }

  void saveSubmission(String approvalKey, String label, String summary) {
    insert(jdbc, "script_submission")
        .set("approval_key", approvalKey)
        .set("label", label)
        .set("summary", summary)
        .save("approval_key");
  }
}
