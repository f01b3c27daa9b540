package film.finalsay.budget;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BudgetRepository {

  private static final String CHANGED =
      """
      v.raised_from is not null
      or exists (select 1 from budget_posting p where p.film_id = v.film_id and p.version = v.number)
      """;

  private static final String VERSION =
      """
      select v.*, exists (select 1 from budget_lock l
                          join approval a on a.approval_key = l.approval_key
                          where l.film_id = v.film_id and l.version = v.number
                            and a.state = 'PENDING') as submitted,
             (%1$s) as changed
      from budget_version v
      """
          .formatted(CHANGED);

  private final JdbcClient jdbc;
  private final BreakdownRepository breakdowns;

  BudgetRepository(JdbcClient jdbc, BreakdownRepository breakdowns) {
    this.breakdowns = breakdowns;
    this.jdbc = jdbc;
  }

  int nextNumber(String filmId) {
    return jdbc.sql("select coalesce(max(number), 0) + 1 from budget_version where film_id = :film")
        .param("film", filmId)
        .query(Integer.class)
        .single();
  }

  void insert(
      Budget budget, Breakdown breakdown, Integer raisedFrom, String createdBy, Instant now) {
    jdbc.sql(
            """
            insert into budget_version
              (film_id, number, state, control_total_minor, raised_from, content_sha256,
               created_by, created_at)
            values (:film, :number, :state, :controlTotal, :raisedFrom, :sha256, :by, :at)
            """)
        .param("sha256", BudgetExport.sha256(budget, breakdown))
        .param("film", budget.filmId())
        .param("number", budget.number())
        .param("state", budget.state().name())
        .param("controlTotal", budget.controlTotal() == null ? null : budget.controlTotal().minor())
        .param("raisedFrom", raisedFrom)
        .param("by", createdBy)
        .param("at", SqlTime.of(now))
        .update();
    int position = 0;
    for (Account account : budget.accounts()) {
      jdbc.sql(
              """
              insert into budget_account (film_id, version, account, position, description, section,
                                          contingency, budgeted_minor)
              values (:film, :version, :account, :position, :description, :section, :contingency,
                      :budgeted)
              """)
          .param("film", budget.filmId())
          .param("version", budget.number())
          .param("account", account.number())
          .param("position", position++)
          .param("description", account.description())
          .param("section", account.section().name())
          .param("contingency", account.contingency())
          .param("budgeted", account.budgeted().minor())
          .update();
    }
    breakdowns.save(budget.filmId(), budget.number(), breakdown);
  }

  /** Puts a breakdown in the place of the one that the version had. */
  void replace(Budget budget, Breakdown breakdown) {
    breakdowns.save(budget.filmId(), budget.number(), breakdown);
    jdbc.sql(
            """
            update budget_version set content_sha256 = :sha256
            where film_id = :film and number = :number
            """)
        .param("sha256", BudgetExport.sha256(budget, breakdown))
        .param("film", budget.filmId())
        .param("number", budget.number())
        .update();
  }

  /**
   * @return empty for a version that is older than such fingerprints
   */
  Optional<String> contentSha256(Budget budget) {
    return jdbc.sql(
            """
            select content_sha256 from budget_version
            where film_id = :film and number = :number and content_sha256 is not null
            """)
        .param("film", budget.filmId())
        .param("number", budget.number())
        .query(String.class)
        .optional();
  }

  Optional<Budget> find(Film film, int number) {
    return jdbc.sql(VERSION + "where v.film_id = :film and v.number = :number")
        .param("film", film.id())
        .param("number", number)
        .query((row, n) -> budget(row, film.currency()))
        .optional();
  }

  /**
   * The version that counts, for whoever asks: the locked one; while none is locked, the newest on
   * which an approved change took effect, or which one made; without any, the newest draft, be it
   * submitted or not.
   */
  Optional<Budget> findCurrent(Film film) {
    return jdbc.sql(
            VERSION
                + """
                where v.film_id = :film
                order by case when v.state = 'LOCKED' then 0 when %s then 1 else 2 end,
                         v.number desc
                limit 1
                """
                    .formatted(CHANGED))
        .param("film", film.id())
        .query((row, n) -> budget(row, film.currency()))
        .optional();
  }

  List<Integer> numbers(String filmId, int limit, long offset) {
    return jdbc.sql(
            """
            select number from budget_version where film_id = :film
            order by number limit :limit offset :offset
            """)
        .param("film", filmId)
        .param("limit", limit)
        .param("offset", offset)
        .query(Integer.class)
        .list();
  }

  /** Locks a draft, and puts it in the place of the version that was locked before. */
  void lock(String filmId, int number, String approvalKey, Instant now) {
    jdbc.sql(
            """
            update budget_version set state = 'SUPERSEDED', superseded_by = :number
            where film_id = :film and state = 'LOCKED' and number <> :number
            """)
        .param("film", filmId)
        .param("number", number)
        .update();
    jdbc.sql(
            """
            update budget_version set state = 'LOCKED', locked_by = :approval, locked_at = :at
            where film_id = :film and number = :number and state = 'DRAFT'
            """)
        .param("film", filmId)
        .param("number", number)
        .param("approval", approvalKey)
        .param("at", SqlTime.of(now))
        .update();
  }

  private Budget budget(ResultSet row, Currency currency) throws SQLException {
    String filmId = row.getString("film_id");
    int number = row.getInt("number");
    long minor = row.getLong("control_total_minor");
    Money controlTotal = row.wasNull() ? null : new Money(minor, currency);
    BudgetState stored = BudgetState.valueOf(row.getString("state"));
    BudgetState state =
        stored == BudgetState.DRAFT && row.getBoolean("submitted") ? BudgetState.SUBMITTED : stored;
    return new Budget(
        filmId,
        number,
        state,
        row.getBoolean("changed"),
        currency,
        controlTotal,
        accounts(filmId, number, currency));
  }

  private List<Account> accounts(String filmId, int version, Currency currency) {
    return jdbc.sql(
            """
            select * from budget_account where film_id = :film and version = :version
            order by position
            """)
        .param("film", filmId)
        .param("version", version)
        .query(
            (row, n) ->
                new Account(
                    row.getString("account"),
                    row.getString("description"),
                    Section.valueOf(row.getString("section")),
                    row.getBoolean("contingency"),
                    new Money(row.getLong("budgeted_minor"), currency),
                    new Money(row.getLong("changes_minor"), currency),
                    new Money(row.getLong("overage_minor"), currency)))
        .list();
  }
}
