package film.finalsay.budget;

import film.finalsay.approval.Money;
import java.util.Currency;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BudgetChangeRepository {

  private final JdbcClient jdbc;

  BudgetChangeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Puts a request on file, in place of what was on file for it. Who decides it is open again.
   *
   * @param version the version of the budget that it was made on
   */
  void save(String approvalKey, BudgetChange change, int version) {
    jdbc.sql("delete from budget_change where approval_key = :key")
        .param("key", approvalKey)
        .update();
    jdbc.sql(
            """
            insert into budget_change
              (approval_key, version, kind, from_account, to_account, amount_minor, reason)
            values (:key, :version, :kind, :from, :to, :amount, :reason)
            """)
        .param("key", approvalKey)
        .param("version", version)
        .param("kind", change.kind().name())
        .param("from", change.fromAccount())
        .param("to", change.toAccount())
        .param("amount", change.amount().minor())
        .param("reason", change.reason())
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

  Optional<BudgetChange> find(String approvalKey, Currency currency) {
    return jdbc.sql("select * from budget_change where approval_key = :key")
        .param("key", approvalKey)
        .query(
            (row, n) ->
                new BudgetChange(
                    ChangeKind.valueOf(row.getString("kind")),
                    row.getString("from_account"),
                    row.getString("to_account"),
                    new Money(row.getLong("amount_minor"), currency),
                    row.getString("reason")))
        .optional();
  }

  /** The version of the budget that a request was made on. */
  int version(String approvalKey) {
    return jdbc.sql("select version from budget_change where approval_key = :key")
        .param("key", approvalKey)
        .query(Integer.class)
        .single();
  }

  Optional<Ruling> ruling(String approvalKey) {
    return jdbc.sql(
            """
            select decided_by, consents, because from budget_change
            where approval_key = :key and decided_by is not null
            """)
        .param("key", approvalKey)
        .query(
            (row, n) ->
                Ruling.of(
                    row.getString("decided_by"),
                    row.getString("consents"),
                    row.getString("because")))
        .optional();
  }
}
