package film.finalsay.finance;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FinanceRepository {

  private final JdbcClient jdbc;

  FinanceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return 0 while there is none
   */
  int latestPlan(String filmId) {
    return latest("finance_plan", filmId);
  }

  /**
   * @return 0 while there are none
   */
  int latestEstimate(String filmId) {
    return latest("sales_estimate", filmId);
  }

  /**
   * The newest that was saved by a time.
   *
   * @return 0 if there was none
   */
  int latestPlan(String filmId, Instant when) {
    return latest("finance_plan", filmId, when);
  }

  /**
   * The newest that were saved by a time.
   *
   * @return 0 if there were none
   */
  int latestEstimate(String filmId, Instant when) {
    return latest("sales_estimate", filmId, when);
  }

  private int latest(String table, String filmId) {
    return jdbc.sql("select coalesce(max(version), 0) from " + table + " where film_id = :film")
        .param("film", filmId)
        .query(Integer.class)
        .single();
  }

  private int latest(String table, String filmId, Instant when) {
    return jdbc.sql(
            "select coalesce(max(version), 0) from "
                + table
                + " where film_id = :film and saved_at <= :when")
        .param("film", filmId)
        .param("when", SqlTime.of(when))
        .query(Integer.class)
        .single();
  }

  void insert(String filmId, FinancePlan plan) {
    jdbc.sql(
            """
            insert into finance_plan (film_id, version, saved_by, saved_at)
            values (:film, :version, :person, :now)
            """)
        .param("film", filmId)
        .param("version", plan.version())
        .param("person", plan.savedBy())
        .param("now", SqlTime.of(plan.savedAt()))
        .update();
    for (int position = 0; position < plan.sources().size(); position++) {
      FinanceSource source = plan.sources().get(position);
      jdbc.sql(
              """
              insert into finance_source (film_id, version, position, name, kind, amount_minor, state,
                                          terms, expires, document)
              values (:film, :version, :position, :name, :kind, :amount, :state, :terms, :expires,
                      :document)
              """)
          .param("film", filmId)
          .param("version", plan.version())
          .param("position", position)
          .param("name", source.name())
          .param("kind", source.kind().name())
          .param("amount", source.amount().minor())
          .param("state", source.state().name())
          .param("terms", source.terms())
          .param("expires", source.expires())
          .param("document", source.document())
          .update();
    }
  }

  Optional<FinancePlan> findPlan(Film film, int version) {
    return jdbc.sql("select * from finance_plan where film_id = :film and version = :version")
        .param("film", film.id())
        .param("version", version)
        .query((row, n) -> plan(row, film))
        .optional();
  }

  /** The newest first. */
  List<FinancePlan> plans(Film film, int limit, long offset) {
    return jdbc.sql(
            """
            select * from finance_plan where film_id = :film
            order by version desc limit :limit offset :offset
            """)
        .param("film", film.id())
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) -> plan(row, film))
        .list();
  }

  void insert(String filmId, SalesEstimate estimate) {
    jdbc.sql(
            """
            insert into sales_estimate (film_id, version, agent, estimated_on, document, saved_by,
                                        saved_at)
            values (:film, :version, :agent, :date, :document, :person, :now)
            """)
        .param("film", filmId)
        .param("version", estimate.version())
        .param("agent", estimate.agent())
        .param("date", estimate.date())
        .param("document", estimate.document())
        .param("person", estimate.savedBy())
        .param("now", SqlTime.of(estimate.savedAt()))
        .update();
    for (int position = 0; position < estimate.territories().size(); position++) {
      Territory territory = estimate.territories().get(position);
      jdbc.sql(
              """
              insert into sales_territory (film_id, version, position, territory, ask_minor, take_minor)
              values (:film, :version, :position, :territory, :ask, :take)
              """)
          .param("film", filmId)
          .param("version", estimate.version())
          .param("position", position)
          .param("territory", territory.name())
          .param("ask", territory.ask().minor())
          .param("take", territory.take().minor())
          .update();
    }
  }

  Optional<SalesEstimate> findEstimate(Film film, int version) {
    return jdbc.sql("select * from sales_estimate where film_id = :film and version = :version")
        .param("film", film.id())
        .param("version", version)
        .query((row, n) -> estimate(row, film))
        .optional();
  }

  /** The newest first. */
  List<SalesEstimate> estimates(Film film, int limit, long offset) {
    return jdbc.sql(
            """
            select * from sales_estimate where film_id = :film
            order by version desc limit :limit offset :offset
            """)
        .param("film", film.id())
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) -> estimate(row, film))
        .list();
  }

  private FinancePlan plan(ResultSet row, Film film) throws SQLException {
    int version = row.getInt("version");
    return new FinancePlan(
        version,
        film.currency(),
        sources(film, version),
        row.getString("saved_by"),
        SqlTime.instant(row, "saved_at"));
  }

  private List<FinanceSource> sources(Film film, int version) {
    return jdbc.sql(
            """
            select * from finance_source where film_id = :film and version = :version
            order by position
            """)
        .param("film", film.id())
        .param("version", version)
        .query(
            (row, n) ->
                new FinanceSource(
                    row.getString("name"),
                    SourceKind.valueOf(row.getString("kind")),
                    new Money(row.getLong("amount_minor"), film.currency()),
                    SourceState.valueOf(row.getString("state")),
                    row.getString("terms"),
                    row.getObject("expires", LocalDate.class),
                    row.getString("document")))
        .list();
  }

  private SalesEstimate estimate(ResultSet row, Film film) throws SQLException {
    int version = row.getInt("version");
    return new SalesEstimate(
        version,
        film.currency(),
        row.getString("agent"),
        row.getObject("estimated_on", LocalDate.class),
        row.getString("document"),
        territories(film, version),
        row.getString("saved_by"),
        SqlTime.instant(row, "saved_at"));
  }

  private List<Territory> territories(Film film, int version) {
    return jdbc.sql(
            """
            select * from sales_territory where film_id = :film and version = :version
            order by position
            """)
        .param("film", film.id())
        .param("version", version)
        .query(
            (row, n) ->
                new Territory(
                    row.getString("territory"),
                    new Money(row.getLong("ask_minor"), film.currency()),
                    new Money(row.getLong("take_minor"), film.currency())))
        .list();
  }
}
