package film.finalsay.finance;

import film.finalsay.film.Film;
import film.finalsay.film.FilmFinance;
import film.finalsay.film.Films;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import film.finalsay.sql.Versions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class FinanceRepository implements FilmFinance {

  private static final String NEWEST =
      """
      select t.*, f.currency from %s t join film f on f.id = t.film_id
      where t.film_id in (:films)
        and t.version = (select max(p.version) from finance_plan p where p.film_id = t.film_id)
      """;

  private final JdbcClient jdbc;
  private final Versions plans;
  private final Versions estimates;

  FinanceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.plans = new Versions(jdbc, "finance_plan", "finance_source");
    this.estimates = new Versions(jdbc, "sales_estimate", "sales_territory");
  }

  @Transactional
  void insert(String filmId, PlanSummary plan) {
    plans.insert(filmId, plan.version(), plan.savedBy(), plan.savedAt()).run();
    plans.insertRows(filmId, plan.version(), plan.sources());
  }

  @Transactional
  void insert(String filmId, EstimatesSummary saved) {
    estimates
        .insert(filmId, saved.version(), saved.savedBy(), saved.savedAt())
        .set("agent", saved.agent())
        .set("estimated_on", saved.date())
        .set("document", saved.document())
        .run();
    estimates.insertRows(filmId, saved.version(), saved.territories());
  }

  @Override
  public int latestPlan(Film film) {
    return plans.latest(film.id());
  }

  @Override
  public int latestPlan(Film film, Instant when) {
    return plans.latest(film.id(), when);
  }

  @Override
  public Optional<PlanSummary> plan(Film film, int version, LocalDate on) {
    return plans.find(film.id(), version, (row, n) -> plan(row, film, on));
  }

  private record Saved(int version, Currency currency, String savedBy, Instant savedAt) {}

  @Override
  public Map<String, PlanSummary> latestPlans(Collection<Film> films, LocalDate on) {
    Map<String, Saved> newest =
        Sql.byFilm(jdbc.sql(NEWEST.formatted("finance_plan")), Films.ids(films), Saved.class);
    Map<String, List<SourceSummary>> sources =
        Sql.allByFilm(
            jdbc.sql(NEWEST.formatted("finance_source") + "order by t.position"),
            Films.ids(films),
            SourceSummary.class);
    Map<String, PlanSummary> plans = new HashMap<>();
    newest.forEach(
        (film, plan) ->
            plans.put(
                film,
                new PlanSummary(
                    plan.version(),
                    plan.currency(),
                    on,
                    sources.getOrDefault(film, List.of()),
                    plan.savedBy(),
                    plan.savedAt())));
    return plans;
  }

  /** The newest first. */
  List<PlanSummary> plans(Film film, LocalDate on, int limit, long offset) {
    return plans.page(film.id(), limit, offset, (row, n) -> plan(row, film, on));
  }

  @Override
  public int latestEstimates(Film film) {
    return estimates.latest(film.id());
  }

  @Override
  public int latestEstimates(Film film, Instant when) {
    return estimates.latest(film.id(), when);
  }

  @Override
  public Optional<EstimatesSummary> salesEstimates(Film film, int version) {
    return estimates.find(film.id(), version, (row, n) -> estimates(row, film));
  }

  /** The newest first. */
  List<EstimatesSummary> salesEstimates(Film film, int limit, long offset) {
    return estimates.page(film.id(), limit, offset, (row, n) -> estimates(row, film));
  }

  private PlanSummary plan(ResultSet row, Film film, LocalDate on) throws SQLException {
    int version = row.getInt("version");
    return new PlanSummary(
        version,
        film.currency(),
        on,
        plans.rowsOf(film.id(), version, Sql.rows(SourceSummary.class, film.currency())),
        row.getString("saved_by"),
        SqlTime.instant(row, "saved_at"));
  }

  private EstimatesSummary estimates(ResultSet row, Film film) throws SQLException {
    int version = row.getInt("version");
    return new EstimatesSummary(
        version,
        film.currency(),
        row.getString("agent"),
        row.getObject("estimated_on", LocalDate.class),
        row.getString("document"),
        estimates.rowsOf(film.id(), version, Sql.rows(TerritorySummary.class, film.currency())),
        row.getString("saved_by"),
        SqlTime.instant(row, "saved_at"));
  }
}
