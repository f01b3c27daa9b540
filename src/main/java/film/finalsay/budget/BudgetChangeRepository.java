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

  void save(String approvalKey, BudgetChange change) {
    int updated =
        statement(
            """
            update budget_change set kind = :kind, from_account = :from, to_account = :to,
                   amount_minor = :amount, reason = :reason
            where approval_key = :key
            """,
            approvalKey,
            change);
    if (updated == 0) {
      statement(
          """
          insert into budget_change (approval_key, kind, from_account, to_account, amount_minor, reason)
          values (:key, :kind, :from, :to, :amount, :reason)
          """,
          approvalKey,
          change);
    }
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

  private int statement(String sql, String approvalKey, BudgetChange change) {
    return jdbc.sql(sql)
        .param("key", approvalKey)
        .param("kind", change.kind().name())
        .param("from", change.fromAccount())
        .param("to", change.toAccount())
        .param("amount", change.amount().minor())
        .param("reason", change.reason())
        .update();
  }
}
