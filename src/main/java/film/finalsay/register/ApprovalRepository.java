package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Money;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApprovalRepository {

  private static final String SELECT =
      "select a.*, f.currency from approval a join film f on f.id = a.film_id ";

  private final JdbcClient jdbc;

  ApprovalRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Approval approval, String callerKey) {
    Sql.insert(jdbc, "approval")
        .set("approval_key", approval.key())
        .set("kind", approval.kind().name())
        .set("film_id", approval.filmId())
        .set("process_instance_id", approval.processInstanceId())
        .set("subject", approval.subject())
        .set("requester", approval.requester())
        .set("requester_role", approval.requesterRole().id())
        .set("state", approval.state())
        .set("amount_minor", approval.amount())
        .set("requested_at", approval.requestedAt())
        .set("caller_key", callerKey)
        .run();
  }

  void update(Approval approval) {
    jdbc.sql(
            """
            update approval set subject = :subject, state = :state, amount_minor = :amount,
                   settled_at = :settledAt
            where approval_key = :key
            """)
        .param("key", approval.key())
        .param("subject", approval.subject())
        .param("state", approval.state().name())
        .param("amount", approval.amount() == null ? null : approval.amount().minor())
        .param("settledAt", SqlTime.of(approval.settledAt()))
        .update();
  }

  /**
   * @param seal the fingerprint of what was signed; null if nothing was
   */
  void settle(Approval approval, String seal) {
    jdbc.sql(
            """
            update approval set state = :state, settled_at = :settledAt, sealed_sha256 = :seal
            where approval_key = :key
            """)
        .param("key", approval.key())
        .param("state", approval.state().name())
        .param("settledAt", SqlTime.of(approval.settledAt()))
        .param("seal", seal)
        .update();
  }

  /** The fingerprint of what was signed; empty if it was not approved, or before there were any. */
  Optional<String> sealOf(String key) {
    return jdbc.sql("select sealed_sha256 from approval where approval_key = :key")
        .param("key", key)
        .query((row, n) -> Optional.ofNullable(row.getString("sealed_sha256")))
        .single();
  }

  void setVoidBecause(String key, String because) {
    jdbc.sql("update approval set void_because = :because where approval_key = :key")
        .param("because", because)
        .param("key", key)
        .update();
  }

  /** Why an approval is void; empty if it is not. */
  Optional<String> voidBecause(String key) {
    return jdbc.sql("select void_because from approval where approval_key = :key")
        .param("key", key)
        .query((row, n) -> Optional.ofNullable(row.getString("void_because")))
        .single();
  }

  /** Those of a film that are open or approved, the oldest first. */
  List<Approval> findStanding(String filmId) {
    return select(
            """
            where a.film_id = :film
              and a.state in ('PENDING', 'RETURNED', 'CONDITIONAL', 'APPROVED')
            order by a.requested_at, a.approval_key
            """,
            Map.of("film", filmId))
        .list();
  }

  /** The oldest first. */
  List<Approval> findByKind(String filmId, ApprovalKind kind) {
    return select(
            "where a.film_id = :film and a.kind = :kind order by a.requested_at, a.approval_key",
            Map.of("film", filmId, "kind", kind.name()))
        .list();
  }

  /** Those of several films that are open, the oldest first. */
  List<Approval> findOpen(Collection<String> filmIds) {
    return filmIds.isEmpty()
        ? List.of()
        : select(
                """
                where a.film_id in (:films) and a.state in ('PENDING', 'RETURNED', 'CONDITIONAL')
                order by a.requested_at, a.approval_key
                """,
                Map.of("films", filmIds))
            .list();
  }

  /** Those of a film that were approved from a time on, and before another, the oldest first. */
  List<Approval> findApproved(String filmId, Instant from, Instant before) {
    return select(
            """
            where a.film_id = :film and a.state = 'APPROVED'
              and a.settled_at >= :from and a.settled_at < :before
            order by a.settled_at, a.approval_key
            """,
            Map.of("film", filmId, "from", SqlTime.of(from), "before", SqlTime.of(before)))
        .list();
  }

  Optional<Approval> find(String key) {
    return select("where a.approval_key = :key", Map.of("key", key)).optional();
  }

  Optional<Approval> findByProcess(String processInstanceId) {
    return select("where a.process_instance_id = :process", Map.of("process", processInstanceId))
        .optional();
  }

  /** What was filed under a caller's own key. */
  Optional<Approval> findByCallerKey(String filmId, ApprovalKind kind, String callerKey) {
    return select(
            "where a.film_id = :film and a.kind = :kind and a.caller_key = :callerKey",
            Map.of("film", filmId, "kind", kind.name(), "callerKey", callerKey))
        .optional();
  }

  /** The newest first. */
  List<Approval> findByFilm(String filmId, int limit, long offset) {
    return select(
            """
            where a.film_id = :film
            order by a.requested_at desc, a.approval_key desc limit :limit offset :offset
            """,
            Map.of("film", filmId, "limit", limit, "offset", offset))
        .list();
  }

  private JdbcClient.MappedQuerySpec<Approval> select(String which, Map<String, ?> parameters) {
    return jdbc.sql(SELECT + which).params(parameters).query(ApprovalRepository::approval);
  }

  /**
   * @param submission 1 for what was filed first, and one more each time it is amended
   */
  void insert(String key, int submission, Content content) {
    Sql.insert(jdbc, "request_content")
        .set("approval_key", key)
        .set("submission", submission)
        .set("content", content.written())
        .set("labels", content.writtenLabels())
        .set("content_sha256", Fingerprint.of(content.fields()))
        .run();
  }

  /** What is asked for now; empty if it has no content but its subject. */
  Optional<Content> content(String key) {
    return jdbc.sql(
            """
            select content, labels from request_content where approval_key = :key
            order by submission desc limit 1
            """)
        .param("key", key)
        .query((row, n) -> Content.read(row.getString("content"), row.getString("labels")))
        .optional();
  }

  void insert(Decision decision) {
    Sql.insert(jdbc, "decision")
        .set("approval_key", decision.approvalKey())
        .set("step", decision.step())
        .set("step_name", decision.stepName())
        .set("person", decision.person())
        .set("person_role", decision.role().id())
        .set("asked_role", decision.askedRole().id())
        .set("subject_sha256", decision.subject())
        .set("outcome", decision.outcome())
        .set("decision_comment", decision.comment())
        .set("decided_at", decision.decidedAt())
        .run();
  }

  /** In the order in which they were given. */
  List<Decision> decisions(String key) {
    return jdbc.sql("select * from decision where approval_key = :key order by id")
        .param("key", key)
        .query(ApprovalRepository::decision)
        .list();
  }

  /** Those of several approvals, each in the order in which they were given. */
  List<Decision> decisions(Collection<String> keys) {
    return keys.isEmpty()
        ? List.of()
        : jdbc.sql("select * from decision where approval_key in (:keys) order by id")
            .param("keys", keys)
            .query(ApprovalRepository::decision)
            .list();
  }

  /** Those on whatever several processes carry, in the order in which they were given. */
  List<Decision> decisionsOn(Collection<String> processInstanceIds) {
    return jdbc.sql(
            """
            select d.* from decision d join approval a on a.approval_key = d.approval_key
            where a.process_instance_id in (:processes) order by d.id
            """)
        .param("processes", processInstanceIds)
        .query(ApprovalRepository::decision)
        .list();
  }

  private static Approval approval(ResultSet row, int number) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency").trim());
    long minor = row.getLong("amount_minor");
    Money amount = row.wasNull() ? null : new Money(minor, currency);
    return new Approval(
        row.getString("approval_key"),
        new ApprovalKind(row.getString("kind")),
        row.getString("film_id"),
        row.getString("process_instance_id"),
        row.getString("subject"),
        row.getString("requester"),
        Role.ofId(row.getString("requester_role")).orElseThrow(),
        ApprovalState.valueOf(row.getString("state")),
        amount,
        SqlTime.instant(row, "requested_at"),
        SqlTime.instant(row, "settled_at"));
  }

  private static Decision decision(ResultSet row, int number) throws SQLException {
    return new Decision(
        row.getString("approval_key"),
        row.getString("step"),
        row.getString("step_name"),
        row.getString("person"),
        Role.ofId(row.getString("person_role")).orElseThrow(),
        Role.ofId(row.getString("asked_role")).orElseThrow(),
        row.getString("subject_sha256"),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("decision_comment"),
        SqlTime.instant(row, "decided_at"));
  }
}
