package film.finalsay.greenlight.conditions;

import film.finalsay.approval.Role;
import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConditionRepository {

  private final JdbcClient jdbc;

  ConditionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String approvalKey, Condition condition) {
    jdbc.sql(
            """
            insert into greenlight_condition
              (approval_key, number, set_number, wording, owner_role, owner_person, evidence_asked,
               due, state)
            values (:approval, :number, :set, :wording, :role, :person, :evidence, :due, :state)
            """)
        .param("approval", approvalKey)
        .param("number", condition.number())
        .param("set", condition.set())
        .param("wording", condition.wording())
        .param("role", condition.owner().id())
        .param("person", condition.ownerPerson())
        .param("evidence", condition.evidenceAsked())
        .param("due", condition.due())
        .param("state", condition.state().name())
        .update();
  }

  void update(String approvalKey, Condition condition) {
    Evidence shown = condition.evidence();
    Move move = condition.lastMove();
    jdbc.sql(
            """
            update greenlight_condition set state = :state, due = :due, reported_by = :reporter,
                   reported_at = :reportedAt, evidence_sha256 = :sha256,
                   evidence_reference = :reference, evidence_words = :words, moved_by = :mover,
                   moved_at = :movedAt, moved_because = :because
            where approval_key = :approval and number = :number
            """)
        .param("approval", approvalKey)
        .param("number", condition.number())
        .param("state", condition.state().name())
        .param("due", condition.due())
        .param("reporter", shown == null ? null : shown.person())
        .param("reportedAt", SqlTime.of(shown == null ? null : shown.reportedAt()))
        .param("sha256", shown == null ? null : shown.sha256())
        .param("reference", shown == null ? null : shown.reference())
        .param("words", shown == null ? null : shown.words())
        .param("mover", move == null ? null : move.person())
        .param("movedAt", SqlTime.of(move == null ? null : move.at()))
        .param("because", move == null ? null : move.because())
        .update();
  }

  Optional<Condition> find(String approvalKey, int number) {
    return jdbc.sql(
            "select * from greenlight_condition where approval_key = :key and number = :number")
        .param("key", approvalKey)
        .param("number", number)
        .query(ConditionRepository::condition)
        .optional();
  }

  /** In their order, those of earlier sets among them. */
  List<Condition> find(String approvalKey, int limit, long offset) {
    return jdbc.sql(
            """
            select * from greenlight_condition where approval_key = :key
            order by number limit :limit offset :offset
            """)
        .param("key", approvalKey)
        .param("limit", limit)
        .param("offset", offset)
        .query(ConditionRepository::condition)
        .list();
  }

  /** Those that count: the ones set last. */
  List<Condition> findLastSet(String approvalKey) {
    return jdbc.sql(
            """
            select * from greenlight_condition where approval_key = :key and set_number =
              (select max(set_number) from greenlight_condition where approval_key = :key)
            order by number
            """)
        .param("key", approvalKey)
        .query(ConditionRepository::condition)
        .list();
  }

  void hold(String filmId, String approvalKey, String visionBefore) {
    jdbc.sql(
            """
            insert into greenlit_on_conditions (film_id, approval_key, vision_before)
            values (:film, :approval, :vision)
            """)
        .param("film", filmId)
        .param("approval", approvalKey)
        .param("vision", visionBefore)
        .update();
  }

  void release(String filmId) {
    jdbc.sql("delete from greenlit_on_conditions where film_id = :film")
        .param("film", filmId)
        .update();
  }

  /**
   * By which approval a film is greenlit on conditions.
   *
   * @param visionBefore null if it had none
   */
  record Hold(String approvalKey, String visionBefore) {}

  /** The film's last greenlight, if it was opened again or became void and none was given since. */
  Optional<String> findOverturned(String filmId) {
    return jdbc.sql(
            """
            select approval_key, state from approval
            where film_id = :film and kind = 'GREENLIGHT'
              and state in ('APPROVED', 'REOPENED', 'VOID') and sealed_sha256 is not null
            order by settled_at desc limit 1
            """)
        .param("film", filmId)
        .query((row, n) -> Map.entry(row.getString("approval_key"), row.getString("state")))
        .optional()
        .filter(last -> !last.getValue().equals("APPROVED"))
        .map(Map.Entry::getKey);
  }

  Optional<Hold> findHold(String filmId) {
    return jdbc.sql("select * from greenlit_on_conditions where film_id = :film")
        .param("film", filmId)
        .query((row, n) -> new Hold(row.getString("approval_key"), row.getString("vision_before")))
        .optional();
  }

  private static Condition condition(ResultSet row, int n) throws SQLException {
    Instant reportedAt = SqlTime.instant(row, "reported_at");
    Instant movedAt = SqlTime.instant(row, "moved_at");
    return new Condition(
        row.getInt("number"),
        row.getInt("set_number"),
        row.getString("wording"),
        Role.ofId(row.getString("owner_role")).orElseThrow(),
        row.getString("owner_person"),
        row.getString("evidence_asked"),
        row.getObject("due", LocalDate.class),
        ConditionState.valueOf(row.getString("state")),
        reportedAt == null
            ? null
            : new Evidence(
                row.getString("reported_by"),
                reportedAt,
                row.getString("evidence_sha256"),
                row.getString("evidence_reference"),
                row.getString("evidence_words")),
        movedAt == null
            ? null
            : new Move(row.getString("moved_by"), movedAt, row.getString("moved_because")));
  }
}
