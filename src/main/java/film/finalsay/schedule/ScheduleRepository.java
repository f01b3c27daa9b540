package film.finalsay.schedule;

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
class ScheduleRepository {

  private final JdbcClient jdbc;
  private final Versions versions;

  ScheduleRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.versions = new Versions(jdbc, "schedule_version", "schedule_strip");
  }

  void insert(String filmId, Schedule schedule) {
    versions
        .insert(filmId, schedule.version(), schedule.savedBy(), schedule.savedAt())
        .set("file_sha256", schedule.fileSha256())
        .run();
    versions.insertRows(filmId, schedule.version(), schedule.strips());
  }

  int latest(String filmId) {
    return versions.latest(filmId);
  }

  Optional<Schedule> find(String filmId, int version) {
    return versions.find(filmId, version, (row, n) -> schedule(row));
  }

  /** The newest first. */
  List<Schedule> page(String filmId, int limit, long offset) {
    return versions.page(filmId, limit, offset, (row, n) -> schedule(row));
  }

  /** The one that counts. */
  Optional<Schedule> locked(String filmId) {
    return jdbc.sql(
            """
            select * from schedule_version where film_id = :film and locked_at is not null
            order by locked_at desc, version desc limit 1
            """)
        .param("film", filmId)
        .query((row, n) -> schedule(row))
        .optional();
  }

  void lock(String filmId, int version, String approvalKey, Instant at) {
    jdbc.sql(
            """
            update schedule_version set locked_by = :key, locked_at = :at
            where film_id = :film and version = :version
            """)
        .param("film", filmId)
        .param("version", version)
        .param("key", approvalKey)
        .param("at", SqlTime.of(at))
        .update();
  }

  private Schedule schedule(ResultSet row) throws SQLException {
    String filmId = row.getString("film_id");
    int version = row.getInt("version");
    return new Schedule(
        version,
        row.getString("file_sha256"),
        row.getString("saved_by"),
        SqlTime.instant(row, "saved_at"),
        row.getString("locked_by"),
        SqlTime.instant(row, "locked_at"),
        ShootingDay.of(versions.rowsOf(filmId, version, Sql.rows(Strip.class))));
  }
}
