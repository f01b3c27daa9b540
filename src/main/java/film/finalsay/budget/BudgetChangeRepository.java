package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
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
    jdbc.sql(
            """
            insert into budget_change
              (approval_key, film_id, version, kind, from_account, to_account, source_account,
               amount_minor, reason, underspends_tried, override_reason, table_version, place)
            values
              (:key, :film, :version, :kind, :from, :to, :source,
               :amount, :reason, :tried, :override, :table,
               (select coalesce(max(place), 0) + 1 from budget_change where film_id = :film))
            """)
        .param("key", approval.key())
        .param("film", approval.filmId())
        .param("version", version)
        .param("kind", change.kind().name())
        .param("from", change.fromAccount())
        .param("to", change.toAccount())
        .param("source", change.sourceAccount())
        .param("amount", change.amount().minor())
        .param("reason", change.reason())
        .param("tried", String.join(",", change.underspendsTried()))
        .param("override", change.overrideReason())
        .param("table", tableVersion)
        .update();
  }

  void save(String approvalKey, Ruling ruling) {
    jdbc.sql(
            """
            update budget_change set decided_by = :decidedBy, consents = :consents, because = :because
            where approval_key = :key
            """)
        .param("key", approvalKey)
        .param("decidedBy", ruling.decidedBy().id())
        .param("consents", ruling.consentsById())
        .param("because", ruling.because())
        .update();
  }

  /** A request with all that is on file of it. */
  private record OnFile(
      BudgetChange change, int version, Integer tableVersion, Ruling ruling, long place) {}

  Optional<BudgetChange> find(String approvalKey) {
    return onFile(approvalKey).map(OnFile::change);
  }

  /** The version of the budget that a request was made on. */
  int version(String approvalKey) {
    return onFile(approvalKey).orElseThrow().version();
  }

  /** The version of the authority table that a request started under; empty for the latest. */
  Optional<Integer> tableVersion(String approvalKey) {
    return onFile(approvalKey).map(OnFile::tableVersion);
  }

  Optional<Ruling> ruling(String approvalKey) {
    return onFile(approvalKey).map(OnFile::ruling);
  }

  private Optional<OnFile> onFile(String approvalKey) {
    return jdbc.sql(
            """
            select c.*, f.currency from budget_change c join film f on f.id = c.film_id
            where c.approval_key = :key
            """)
        .param("key", approvalKey)
        .query(BudgetChangeRepository::onFile)
        .optional();
  }

  private static OnFile onFile(ResultSet row, int number) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency").trim());
    String decidedBy = row.getString("decided_by");
    return new OnFile(
        new BudgetChange(
            ChangeKind.valueOf(row.getString("kind")),
            row.getString("from_account"),
            row.getString("to_account"),
            new Money(row.getLong("amount_minor"), currency),
            row.getString("reason"),
            accounts(row.getString("underspends_tried")),
            row.getString("override_reason")),
        row.getInt("version"),
        row.getObject("table_version", Integer.class),
        decidedBy == null
            ? null
            : Ruling.of(decidedBy, row.getString("consents"), row.getString("because")),
        row.getLong("place"));
  }

  private static List<String> accounts(String commaSeparated) {
    return commaSeparated == null || commaSeparated.isEmpty()
        ? List.of()
        : Arrays.asList(commaSeparated.split(","));
  }

  /** What was asked for before a request that is on file. */
  Cumulative before(String approvalKey, BudgetChange change, String filmId) {
    return together(change, filmId, approvalKey, onFile(approvalKey).orElseThrow().place());
  }

  /**
   * What has been asked for until now.
   *
   * @param exceptKey an open request that is not counted; null to count all
   */
  Cumulative allExcept(String exceptKey, BudgetChange change, String filmId) {
    return together(change, filmId, exceptKey, Long.MAX_VALUE);
  }

  /**
   * @param exceptKey a request that is not counted; null to count all
   * @param before the place up to which they count
   */
  private Cumulative together(BudgetChange change, String filmId, String exceptKey, long before) {
    Currency currency = change.amount().currency();
    return jdbc.sql(
            """
            select (select coalesce(sum(t.amount_minor), 0) from approved_change t
                    where t.film_id = :film and t.kind = :kind and t.source_account = :source)
                   - coalesce(sum(case when a.state = 'APPROVED' then c.amount_minor end), 0)
                     as approved,
                   (select coalesce(sum(o.amount_minor), 0)
                    from approval b join budget_change o on o.approval_key = b.approval_key
                    where b.film_id = :film and b.state in %s and o.kind = :kind
                      and o.source_account = :source and o.place < :before and o.approval_key <> :key)
                     as pending,
                   (select coalesce(sum(t.amount_minor), 0) from approved_change t
                    where t.film_id = :film and t.kind = 'CONTINGENCY') as drawn
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
        .query(
            (row, n) ->
                new Cumulative(
                    new Money(row.getLong("approved"), currency),
                    new Money(row.getLong("pending"), currency),
                    new Money(row.getLong("drawn"), currency)))
        .single();
  }

  /** Counts a request among the approved ones. Call it once, as it takes effect. */
  void countApproved(BudgetChange change, String filmId) {
    if (addApproved(
            """
            update approved_change set amount_minor = amount_minor + :amount
            where film_id = :film and kind = :kind and source_account = :source
            """,
            change,
            filmId)
        == 0) {
      addApproved(
          """
          insert into approved_change (film_id, kind, source_account, amount_minor)
          values (:film, :kind, :source, :amount)
          """,
          change,
          filmId);
    }
  }

  private int addApproved(String sql, BudgetChange change, String filmId) {
    return jdbc.sql(sql)
        .param("film", filmId)
        .param("kind", change.kind().name())
        .param("source", change.sourceAccount())
        .param("amount", change.amount().minor())
        .update();
  }

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
            select c.source_account, sum(c.amount_minor) as held
            from approval a join budget_change c on c.approval_key = a.approval_key
            where a.film_id = :film and a.state in %s
              and c.kind in ('TRANSFER', 'CONTINGENCY') and c.approval_key <> :except
            group by c.source_account
            """
                .formatted(OPEN))
        .param("film", film.id())
        .param("except", exceptKey == null ? "" : exceptKey)
        .query(
            (row, n) ->
                Map.entry(
                    row.getString("source_account"),
                    new Money(row.getLong("held"), film.currency())))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
