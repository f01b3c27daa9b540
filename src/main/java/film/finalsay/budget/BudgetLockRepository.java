package film.finalsay.budget;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BudgetLockRepository {

  private final JdbcClient jdbc;

  BudgetLockRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A budget change.
   *
   * @param version the one that it was made on
   */
  record FiledChange(String approvalKey, int version, String subject) {}

  /** Puts a request on file, in place of what was on file for it. */
  void save(String approvalKey, String filmId, int version, String note) {
    jdbc.sql("delete from budget_lock where approval_key = :key")
        .param("key", approvalKey)
        .update();
    jdbc.sql(
            """
            insert into budget_lock (approval_key, film_id, version, note)
            values (:key, :film, :version, :note)
            """)
        .param("key", approvalKey)
        .param("film", filmId)
        .param("version", version)
        .param("note", note)
        .update();
  }

  /** In the order in which they were asked for. */
  List<FiledChange> openChanges(String filmId) {
    return changes("a.settled_at is null order by a.requested_at, a.approval_key", filmId);
  }

  /** In the order in which they took effect. */
  List<FiledChange> approvedChanges(String filmId) {
    return changes("a.state = 'APPROVED' order by a.settled_at, a.approval_key", filmId);
  }

  private List<FiledChange> changes(String which, String filmId) {
    return jdbc.sql(
            """
            select a.approval_key, c.version, a.subject from approval a
            join budget_change c on c.approval_key = a.approval_key
            where a.film_id = :film and %s
            """
                .formatted(which))
        .param("film", filmId)
        .query(
            (row, n) ->
                new FiledChange(
                    row.getString("approval_key"), row.getInt("version"), row.getString("subject")))
        .list();
  }
}
