package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets.NewMoney;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    Row row = new Row(budget, to, approval, Posting.CHANGE, amount, clock.instant());
    Sql.insertAll(jdbc, "budget_posting", List.of(row.on(from, amount.negated()), row));
    jdbc.sql(
            """
            update budget_account
            set changes_minor = changes_minor + case when account = :to then :in else :out end
            where film_id = :film and version = :version and account in (:from, :to)
            """)
        .param("film", budget.filmId())
        .param("version", budget.number())
        .param("from", from.number())
        .param("to", to.number())
        .param("in", amount.minor())
        .param("out", amount.negated().minor())
        .update();
  }

  public void overspend(Budget budget, Account account, Money amount, Approval approval) {
    Sql.insert(jdbc, "budget_posting")
        .set(new Row(budget, account, approval, Posting.OVERAGE, amount, clock.instant()))
        .run();
    jdbc.sql(
            """
            update budget_account set overage_minor = overage_minor + :amount
            where film_id = :film and version = :version and account = :account
            """)
        .param("film", budget.filmId())
        .param("version", budget.number())
        .param("account", account.number())
        .param("amount", amount.minor())
        .update();
  }

  /** Once for each approval and account: a second posting of the same is an error. */
  private record Row(
      String filmId,
      int version,
      String account,
      String approvalKey,
      Posting posting,
      Money amount,
      Instant postedAt) {

    Row(Budget budget, Account on, Approval approval, Posting kind, Money amount, Instant now) {
      this(budget.filmId(), budget.number(), on.number(), approval.key(), kind, amount, now);
    }

    Row on(Account other, Money posted) {
      return new Row(filmId, version, other.number(), approvalKey, posting, posted, postedAt);
    }
  }

  /** New money makes a new version; what was posted on the old one counts on the new one too. */
  public void raise(Budget old, Account raised, Money amount, Approval approval) {
    Instant now = clock.instant();
    Money zero = Money.zero(old.currency());
    Budget next =
        new Budget(
            old.filmId(),
            budgets.nextNumber(old.filmId()),
            BudgetState.DRAFT,
            true,
            old.currency(),
            old.controlTotal() == null ? null : old.controlTotal().plus(amount),
            old.with(raised.plus(amount, zero, zero)).accounts());
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

  /** The approved increases of several films. */
  Map<String, List<NewMoney>> newMoney(Collection<String> filmIds) {
    return Sql.allByFilm(
        jdbc.sql(
            """
            select a.film_id, f.currency, a.settled_at as approved_at, c.amount_minor
            from budget_change c join approval a on a.approval_key = c.approval_key
            join film f on f.id = a.film_id
            where a.film_id in (:films) and c.kind = 'INCREASE' and a.state = 'APPROVED'
            """),
        filmIds,
        NewMoney.class);
  }
}
