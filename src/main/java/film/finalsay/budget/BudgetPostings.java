package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What approved changes do to the money. Call what writes with the film locked. */
@Repository
public class BudgetPostings {

  /** What a posting does to its account. */
  public enum Posting {
    /** Money in or out: the balance changes. */
    CHANGE,
    /** An approved overspend: it stands beside the balance. */
    OVERAGE
  }

  private final JdbcClient jdbc;
  private final BudgetRepository budgets;
  private final BreakdownRepository breakdowns;
  private final Clock clock;

  BudgetPostings(
      JdbcClient jdbc, BudgetRepository budgets, BreakdownRepository breakdowns, Clock clock) {
    this.jdbc = jdbc;
    this.budgets = budgets;
    this.breakdowns = breakdowns;
    this.clock = clock;
  }

  public void move(Budget budget, Account from, Account to, Money amount, Approval approval) {
    Instant now = clock.instant();
    post(budget, from, Posting.CHANGE, amount.negated(), approval, now);
    post(budget, to, Posting.CHANGE, amount, approval, now);
  }

  public void overspend(Budget budget, Account account, Money amount, Approval approval) {
    post(budget, account, Posting.OVERAGE, amount, approval, clock.instant());
  }

  /** Once for each approval: a second posting of the same is an error. */
  private void post(
      Budget budget,
      Account account,
      Posting posting,
      Money amount,
      Approval approval,
      Instant now) {
    Sql.insert(jdbc, "budget_posting")
        .set("film_id", budget.filmId())
        .set("version", budget.number())
        .set("account", account.number())
        .set("approval_key", approval.key())
        .set("posting", posting)
        .set("amount_minor", amount)
        .set("posted_at", now)
        .run();
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

  /** New money makes a new version; what was posted on the old one counts on the new one too. */
  public void raise(Budget old, Account raised, Money amount, Approval approval) {
    Instant now = clock.instant();
    Budget next =
        new Budget(
            old.filmId(),
            budgets.nextNumber(old.filmId()),
            BudgetState.DRAFT,
            true,
            old.currency(),
            old.controlTotal() == null ? null : old.controlTotal().plus(amount),
            old.accounts().stream()
                .map(account -> account.equals(raised) ? account.raisedBy(amount) : account)
                .toList());
    Breakdown breakdown = breakdowns.find(old).raised(raised.number(), amount, approval.key());
    budgets.insert(next, breakdown, old.number(), approval.requester(), now);
    jdbc.sql(
            """
            insert into budget_posting
              (film_id, version, account, approval_key, posting, amount_minor, posted_at)
            select film_id, :to, account, approval_key, posting, amount_minor, posted_at
            from budget_posting where film_id = :film and version = :from
            """)
        .param("film", old.filmId())
        .param("from", old.number())
        .param("to", next.number())
        .update();
    if (old.isLocked()) {
      budgets.lock(next.filmId(), next.number(), approval.key(), now);
    }
  }

  /** The sum of the increases that were approved after an instant. */
  Money newMoneySince(Film film, Instant since) {
    return jdbc.sql(
            """
            select coalesce(sum(c.amount_minor), 0)
            from budget_change c join approval a on a.approval_key = c.approval_key
            where a.film_id = :film and c.kind = 'INCREASE' and a.state = 'APPROVED'
              and a.settled_at > :since
            """)
        .param("film", film.id())
        .param("since", SqlTime.of(since))
        .query((row, n) -> new Money(row.getLong(1), film.currency()))
        .single();
  }
}
