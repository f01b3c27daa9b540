package film.finalsay.drawdown;

import film.finalsay.film.Film;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import film.finalsay.sql.Versions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CashFlowRepository {

  private final Versions versions;

  CashFlowRepository(JdbcClient jdbc) {
    this.versions = new Versions(jdbc, "cash_flow", "cash_flow_tranche");
  }

  void insert(Film film, CashFlow saved) {
    versions.insert(film.id(), saved.version(), saved.savedBy(), saved.savedAt()).run();
    versions.insertRows(film.id(), saved.version(), saved.tranches());
  }

  /**
   * @return 0 while there is none
   */
  int latest(Film film) {
    return versions.latest(film.id());
  }

  Optional<CashFlow> find(Film film, int version) {
    return versions.find(film.id(), version, (row, n) -> read(row, film));
  }

  /** The newest first. */
  List<CashFlow> page(Film film, int limit, long offset) {
    return versions.page(film.id(), limit, offset, (row, n) -> read(row, film));
  }

  private CashFlow read(ResultSet row, Film film) throws SQLException {
    int version = row.getInt("version");
    return new CashFlow(
        version,
        film.currency(),
        versions.rowsOf(film.id(), version, Sql.rows(Tranche.class, film.currency())),
        row.getString("saved_by"),
        SqlTime.instant(row, "saved_at"));
  }
}
