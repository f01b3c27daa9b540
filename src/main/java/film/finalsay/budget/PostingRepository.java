package film.finalsay.budget;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What approved changes did to the accounts of a version. */
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
