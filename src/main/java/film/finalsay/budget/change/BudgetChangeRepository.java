package film.finalsay.budget.change;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Money;
import film.finalsay.authority.Ruling;
import film.finalsay.film.Film;
import film.finalsay.sql.Sql;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests as they were filed. Call what writes with the film locked. */
@Repository
class BudgetChangeRepository {

  private static final String OPEN = "('PENDING', 'RETURNED', 'CONDITIONAL')";

  private final JdbcClient jdbc;

  BudgetChangeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes room for what is on file for a request from now on. */
  void remove(String approvalKey) {
    jdbc.sql("delete from budget_change where approval_key = :key")
        .param("key", approvalKey)
        .update();
  }

  /**
   * Puts a request on file as the last one filed. Who decides it is open.
   *
   * @param version the version of the budget that it was made on
   * @param tableVersion the version of the authority table that it started under
   */
  void insert(Approval approval, BudgetChange change, int version, int tableVersion) {
    Sql.insert(jdbc, "budget_change")
        .set("approval_key", approval.key())
        .set("film_id", approval.filmId())
        .set("version", version)
        .set("source_account", change.sourceAccount())
        .set(change)
        .set("table_version", tableVersion)
        .set("place", Sql.last(jdbc, "budget_change", "place", approval.filmId()) + 1)
        .run();
  }

  void save(String approvalKey, Ruling ruling) {
    jdbc.sql(
            """
            update budget_change set decided_by = :decidedBy, consents = :consents, because = :because
            where approval_key = :key
            """)
        .params(ruling.byName())
        .param("key", approvalKey)
        .update();
  }

  /**
   * A request with all that is on file of it.
   *
   * @param version the version of the budget that it was made on
   * @param tableVersion the version of the authority table that it started under; null for the
   *     latest
   * @param decidedBy null until the authority table was asked
   */
  record OnFile(
      BudgetChange change,
      int version,
      Integer tableVersion,
      String decidedBy,
      String consents,
      String because,
      long place) {}

  Optional<OnFile> find(String approvalKey) {
    return jdbc.sql(
            """
            select c.*, f.currency from budget_change c join film f on f.id = c.film_id
            where c.approval_key = :key
            """)
        .param("key", approvalKey)
        .query(Sql.rows(OnFile.class))
        .optional();
  }

  Optional<Ruling> ruling(String approvalKey) {
    return find(approvalKey)
        .filter(filed -> filed.decidedBy() != null)
        .map(filed -> Ruling.of(filed.decidedBy(), filed.consents(), filed.because()));
  }

  /**
   * What was asked for together with a change on the same account.
   *
   * @param exceptKey a request that is not counted; null to count all
   * @param before the place up to which they count
   */
  Cumulative together(BudgetChange change, String filmId, String exceptKey, long before) {
    return jdbc.sql(
            """
            select (select coalesce(sum(t.amount_minor), 0) from approved_change t
                    where t.film_id = :film and t.kind = :kind and t.source_account = :source)
                   - coalesce(sum(case when a.state = 'APPROVED' then c.amount_minor end), 0)
                     as approved_minor,
                   (select coalesce(sum(o.amount_minor), 0)
                    from approval b join budget_change o on o.approval_key = b.approval_key
                    where b.film_id = :film and b.state in %s and o.kind = :kind
                      and o.source_account = :source and o.place < :before and o.approval_key <> :key)
                     as pending_minor,
                   (select coalesce(sum(t.amount_minor), 0) from approved_change t
                    where t.film_id = :film and t.kind = 'CONTINGENCY') as drawn_minor
            from budget_change c join approval a on a.approval_key = c.approval_key
            where c.film_id = :film and c.kind = :kind and c.source_account = :source
              and c.place >= :before
            """
                .formatted(OPEN))
        .param("film", filmId)
        .param("kind", change.kind().name())
        .param("source", change.sourceAccount())
        .param("key", exceptKey == null ? "" : exceptKey)
        .param("before", before)
        .query(Sql.rows(Cumulative.class, change.amount().currency()))
        .single();
  }

  /** Counts a request among the approved ones. Call it once, as it takes effect. */
  void countApproved(BudgetChange change, String filmId) {
    int counted =
        jdbc.sql(
                """
                update approved_change set amount_minor = amount_minor + :amount
                where film_id = :film and kind = :kind and source_account = :source
                """)
            .param("film", filmId)
            .param("kind", change.kind().name())
            .param("source", change.sourceAccount())
            .param("amount", change.amount().minor())
            .update();
    if (counted == 0) {
      Sql.insert(jdbc, "approved_change")
          .set("film_id", filmId)
          .set("kind", change.kind())
          .set("source_account", change.sourceAccount())
          .set("amount_minor", change.amount())
          .run();
    }
  }

  private record Held(String sourceAccount, Money held) {}

  /**
   * What open requests hold: money that is to leave an account.
   *
   * @param exceptKey a request that is not counted; null to count all
   * @return by account number, where anything is held
   */
  Map<String, Money> heldByAccount(Film film, String exceptKey) {
    return jdbc
        .sql(
            """
            select c.source_account, sum(c.amount_minor) as held_minor
            from approval a join budget_change c on c.approval_key = a.approval_key
            where a.film_id = :film and a.state in %s
              and c.kind in ('TRANSFER', 'CONTINGENCY') and c.approval_key <> :except
            group by c.source_account
            """
                .formatted(OPEN))
        .param("film", film.id())
        .param("except", exceptKey == null ? "" : exceptKey)
        .query(Sql.rows(Held.class, film.currency()))
        .stream()
        .collect(Collectors.toMap(Held::sourceAccount, Held::held));
  }
}
