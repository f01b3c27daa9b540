package film.finalsay.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.film.Film;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import film.finalsay.sql.Versions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReleasePlanRepository {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;
  private final Versions plans;

  ReleasePlanRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.plans = new Versions(jdbc, "release_plan", null);
  }

  /**
   * A version that was approved.
   *
   * @param approvalKey by which
   * @param measuredFrom the approval from whose plan later changes are measured; its own if an
   *     executive producer decided it
   */
  record Approved(String approvalKey, int version, String measuredFrom, Instant approvedAt) {}

  int latest(Film film) {
    return plans.latest(film.id());
  }

  void insert(Film film, ReleasePlan plan) {
    plans
        .insert(film.id(), plan.version(), plan.savedBy(), plan.savedAt())
        .set(
            SentTerritories.TERRITORIES,
            SentTerritories.content(plan.territories()).text(SentTerritories.TERRITORIES))
        .run();
  }

  Optional<ReleasePlan> find(Film film, int version) {
    return plans.find(film.id(), version, (row, n) -> plan(row, film));
  }

  /** The newest first. */
  List<ReleasePlan> page(Film film, int limit, long offset) {
    return plans.page(film.id(), limit, offset, (row, n) -> plan(row, film));
  }

  /** Keeps that a version was approved, and the dates that it sets. */
  void approve(Film film, Approved approved, List<ReleaseDate> dates) {
    Sql.insert(jdbc, "release_approval").set("film_id", film.id()).set(approved).run();
    for (int position = 0; position < dates.size(); position++) {
      Sql.insert(jdbc, "release_date")
          .set("approval_key", approved.approvalKey())
          .set("position", position)
          .set(dates.get(position))
          .run();
    }
  }

  /** The one that was last approved, of those whose approval counts; empty if there is none. */
  Optional<Approved> standing(Film film) {
    return approved(film, "order by r.approved_at desc, r.version desc limit 1")
        .query(Sql.rows(Approved.class))
        .optional();
  }

  /** The dates that an approval set, the earliest first. */
  List<ReleaseDate> dates(String approvalKey, int limit, long offset) {
    return jdbc.sql(
            """
            select * from release_date where approval_key = :key
            order by position limit :limit offset :offset
            """)
        .param("key", approvalKey)
        .param("limit", limit)
        .param("offset", offset)
        .query(Sql.rows(ReleaseDate.class))
        .list();
  }

  private JdbcClient.StatementSpec approved(Film film, String which) {
    return jdbc.sql(
            """
            select r.* from release_approval r join approval a on a.approval_key = r.approval_key
            where r.film_id = :film and a.state = 'APPROVED' %s
            """
                .formatted(which))
        .param("film", film.id());
  }

  private ReleasePlan plan(ResultSet row, Film film) throws SQLException {
    int version = row.getInt("version");
    return new ReleasePlan(
        version,
        read(row.getString("territories"), film),
        row.getString("saved_by"),
        SqlTime.instant(row, "saved_at"),
        approved(film, "and r.version = :version order by r.approved_at desc limit 1")
            .param("version", version)
            .query(Sql.rows(Approved.class))
            .optional()
            .map(Approved::approvalKey)
            .orElse(null));
  }

  private static List<ReleaseTerritory> read(String written, Film film) {
    try {
      return SentTerritories.kept(JSON.readValue(written, List.class), film.currency());
    } catch (JsonProcessingException writtenByUs) {
      throw new IllegalStateException(writtenByUs);
    }
  }
}
