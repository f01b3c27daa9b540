package film.finalsay.schedule.report;

import film.finalsay.sql.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProductionReportRepository {

  private static final RowMapper<ProductionReport> REPORT = Sql.rows(ProductionReport.class);

  private final JdbcClient jdbc;

  ProductionReportRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In place of the one that there is for the day. */
  void save(String filmId, ProductionReport report) {
    Sql.insert(jdbc, "production_report")
        .set("film_id", filmId)
        .set(report)
        .save("film_id", "shooting_date");
  }

  Optional<ProductionReport> find(String filmId, LocalDate day) {
    return jdbc.sql(
            "select * from production_report where film_id = :film and shooting_date = :day")
        .param("film", filmId)
        .param("day", day)
        .query(REPORT)
        .optional();
  }

  /** The newest first. */
  List<ProductionReport> page(String filmId, int limit, long offset) {
    return jdbc.sql(
            """
            select * from production_report where film_id = :film
            order by shooting_date desc limit :limit offset :offset
            """)
        .param("film", filmId)
        .param("limit", limit)
        .param("offset", offset)
        .query(REPORT)
        .list();
  }

  /** In the order of their days. */
  List<ProductionReport> all(String filmId) {
    return jdbc.sql("select * from production_report where film_id = :film order by shooting_date")
        .param("film", filmId)
        .query(REPORT)
        .list();
  }
}
