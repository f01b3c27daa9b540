package film.finalsay.budget;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets.BudgetTotal;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
      select v.number, v.control_total_minor,
             case when v.state = 'DRAFT' and exists (
                    select 1 from budget_lock l join approval a on a.approval_key = l.approval_key
                    where l.film_id = v.film_id and l.version = v.number and a.state = 'PENDING')
                  then 'SUBMITTED' else v.state end as state,
             (%1$s) as changed
      from budget_version v
      """
          .formatted(CHANGED);

  /** The order in which a film's versions count: the locked one, a changed one, the newest. */
  private static final String COUNTS =
      """
      order by case when v.state = 'LOCKED' then 0 when %s then 1 else 2 end, v.number desc
      """
          .formatted(CHANGED);

  private final JdbcClient jdbc;
  private final BreakdownRepository breakdowns;

  BudgetRepository(JdbcClient jdbc, BreakdownRepository breakdowns) {
    this.breakdowns = breakdowns;
    this.jdbc = jdbc;
  }

  int nextNumber(String filmId) {
    return Sql.last(jdbc, "budget_version", "number", filmId) + 1;
  }

  /**
   * @param raisedFrom the version that it came from by an approved increase; null for a new one
   */
  void insert(
      Budget budget, Breakdown breakdown, Integer raisedFrom, String createdBy, Instant now) {
    Sql.insert(jdbc, "budget_version")
        .set("film_id", budget.filmId())
        .set("number", budget.number())
        .set("state", budget.state())
        .set("control_total_minor", budget.controlTotal())
        .set("raised_from", raisedFrom)
        .set("content_sha256", BudgetExport.sha256(budget, breakdown))
        .set("created_by", createdBy)
        .set("created_at", now)
        .run();
    int position = 0;
    for (Account account : budget.accounts()) {
      Sql.insert(jdbc, "budget_account")
          .set("film_id", budget.filmId())
          .set("version", budget.number())
          .set("account", account.number())
          .set("position", position++)
          .set("description", account.description())
          .set("section", account.section())
          .set("contingency", account.contingency())
          .set("budgeted_minor", account.budgeted())
          .set("changes_minor", account.changes())
          .set("overage_minor", account.overage())
          .run();
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
    return related("content_sha256", budget.filmId(), budget.number(), String.class);
  }

  /** The version, and those that it came from by approved increases. */
  Set<Integer> lineage(Budget budget) {
    Set<Integer> line = new LinkedHashSet<>();
    Optional<Integer> number = Optional.of(budget.number());
    while (number.isPresent() && line.add(number.get())) {
      number = related("raised_from", budget.filmId(), number.get(), Integer.class);
    }
    return line;
  }

  /** The version that was locked in the place of this one. */
  Optional<Integer> supersededBy(String filmId, int number) {
    return related("superseded_by", filmId, number, Integer.class);
  }

  private <T> Optional<T> related(String column, String filmId, int number, Class<T> type) {
    return jdbc.sql(
            """
            select %1$s from budget_version
            where film_id = :film and number = :number and %1$s is not null
            """
                .formatted(column))
        .param("film", filmId)
        .param("number", number)
        .query(type)
        .optional();
  }

  /** The version that an approved increase made of this one. */
  Optional<Integer> raisedTo(String filmId, int number) {
    return jdbc.sql(
            """
            select max(number) from budget_version
            where film_id = :film and raised_from = :number
            """)
        .param("film", filmId)
        .param("number", number)
        .query(Integer.class)
        .optional();
  }

  /** What {@code budget_version} says of a version. */
  private record Version(int number, BudgetState state, boolean changed, Money controlTotal) {}

  Optional<Budget> find(Film film, int number) {
    return find(film, "and v.number = :number", Map.of("number", number));
  }

  /**
   * The version that counts, for whoever asks: the locked one; while none is locked, the newest on
   * which an approved change took effect, or which one made; without any, the newest draft, be it
   * submitted or not.
   */
  Optional<Budget> findCurrent(Film film) {
    return find(film, COUNTS + "limit 1", Map.of());
  }

  /** What the version that counts comes to, of several films. */
  Map<String, BudgetTotal> totals(Collection<String> filmIds) {
    return Sql.byFilm(
        jdbc.sql(
            """
                select c.film_id, c.number as version, f.currency,
                       sum(b.budgeted_minor + b.changes_minor) as total_minor,
                       sum(case when b.contingency then b.budgeted_minor else 0 end)
                         as contingency_minor,
                       sum(case when b.contingency then b.budgeted_minor + b.changes_minor else 0 end)
                         as contingency_left_minor
                from (select v.film_id, v.number,
                             row_number() over (partition by v.film_id %s) as place
                      from budget_version v where v.film_id in (:films)) c
                join film f on f.id = c.film_id
                join budget_account b on b.film_id = c.film_id and b.version = c.number
                where c.place = 1
                group by c.film_id, c.number, f.currency
                """
                .formatted(COUNTS)),
        filmIds,
        BudgetTotal.class);
  }

  private Optional<Budget> find(Film film, String which, Map<String, ?> values) {
    return jdbc.sql(VERSION + "where v.film_id = :film " + which)
        .param("film", film.id())
        .params(values)
        .query(Sql.rows(Version.class, film.currency()))
        .optional()
        .map(version -> budget(film, version));
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

  private Budget budget(Film film, Version version) {
    List<Account> accounts =
        jdbc.sql(
                """
                select b.*, b.account as number from budget_account b
                where film_id = :film and version = :version order by position
                """)
            .param("film", film.id())
            .param("version", version.number())
            .query(Sql.rows(Account.class, film.currency()))
            .list();
    return new Budget(
        film.id(),
        version.number(),
        version.state(),
        version.changed(),
        film.currency(),
        version.controlTotal(),
        accounts);
  }
}
