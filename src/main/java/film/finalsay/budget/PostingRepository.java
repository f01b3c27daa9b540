package film.finalsay.budget;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.sql.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What approved changes did to the accounts of a version, one by one and in all. */
@Repository
class PostingRepository {

  private final JdbcClient jdbc;

  PostingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was posted on one version counts on the version that follows it. */
  void carryOver(String filmId, int from, int to) {
    jdbc.sql(
            """
            insert into budget_posting
              (film_id, version, account, approval_key, posting, amount_minor, posted_at)
            select film_id, :to, account, approval_key, posting, amount_minor, posted_at
            from budget_posting where film_id = :film and version = :from
            """)
        .param("film", filmId)
        .param("from", from)
        .param("to", to)
        .update();
    jdbc.sql(
            """
            update budget_account set
              changes_minor = (select b.changes_minor from budget_account b
                where b.film_id = :film and b.version = :from and b.account = budget_account.account),
              overage_minor = (select b.overage_minor from budget_account b
                where b.film_id = :film and b.version = :from and b.account = budget_account.account)
            where film_id = :film and version = :to
            """)
        .param("film", filmId)
        .param("from", from)
        .param("to", to)
        .update();
  }

  /**
   * Moves money on one account, once for each approval: a second posting of the same is an error.
   */
  void post(
      Budget budget,
      Account account,
      String approvalKey,
      Posting posting,
      Money amount,
      Instant now) {
    jdbc.sql(
            """
            insert into budget_posting
              (film_id, version, account, approval_key, posting, amount_minor, posted_at)
            values (:film, :version, :account, :approval, :posting, :amount, :at)
            """)
        .param("film", budget.filmId())
        .param("version", budget.number())
        .param("account", account.number())
        .param("approval", approvalKey)
        .param("posting", posting.name())
        .param("amount", amount.minor())
        .param("at", SqlTime.of(now))
        .update();
    jdbc.sql(
            """
            update budget_account set %1$s = %1$s + :amount
            where film_id = :film and version = :version and account = :account
            """
                .formatted(posting == Posting.CHANGE ? "changes_minor" : "overage_minor"))
        .param("film", budget.filmId())
        .param("version", budget.number())
        .param("account", account.number())
        .param("amount", amount.minor())
        .update();
  }

  /** The sum of the increases that were approved after an instant. */
  Money newMoneySince(Film film, Instant since) {
    return jdbc.sql(
            """
            select coalesce(sum(c.amount_minor), 0) as new_money
            from budget_change c join approval a on a.approval_key = c.approval_key
            where a.film_id = :film and c.kind = 'INCREASE' and a.state = 'APPROVED'
              and a.settled_at > :since
            """)
        .param("film", film.id())
        .param("since", SqlTime.of(since))
        .query((row, n) -> new Money(row.getLong("new_money"), film.currency()))
        .single();
  }
}
