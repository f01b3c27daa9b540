package film.finalsay.cut;

import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import film.finalsay.sql.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Call what writes with the film locked. */
@Repository
class CutRepository {

  private static final String TABLE = "film_cut";

  private final JdbcClient jdbc;
  private final Versions versions;

  CutRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.versions = new Versions(jdbc, TABLE, TABLE);
  }

  void insert(Cut cut) {
    Sql.insert(jdbc, TABLE).set(cut).run();
  }

  /**
   * @return 0 while there is none
   */
  int latest(String filmId) {
    return versions.latest(filmId);
  }

  Optional<Cut> find(String filmId, int version) {
    return versions.find(filmId, version, Sql.rows(Cut.class));
  }

  /** The newest first. */
  List<Cut> page(String filmId, int limit, long offset) {
    return versions.page(filmId, limit, offset, Sql.rows(Cut.class));
  }

  Optional<Cut> labelled(String filmId, String label) {
    return first("label = :value", filmId, label);
  }

  /** The first that was handed in as this. */
  Optional<Cut> handedIn(String filmId, CutStage stage) {
    return first("stage = :value order by version", filmId, stage.name());
  }

  /** The approved one of a stage: that of the last approval which stands. */
  Optional<Cut> approved(String filmId, CutStage stage) {
    return first(
        "stage = :value and approved_by is not null order by approved_at desc, version desc",
        filmId,
        stage.name());
  }

  Optional<Cut> locked(String filmId) {
    return first("locked_by is not null and film_id = :value", filmId, filmId);
  }

  /**
   * @param approvalKey null if it is approved no more
   */
  void approve(Cut cut, String approvalKey, Instant when) {
    set("approved_by = :approval, approved_at = :when", cut, approvalKey, when);
  }

  /**
   * @param approvalKey null if it is opened again
   */
  void lock(Cut cut, String approvalKey) {
    set("locked_by = :approval", cut, approvalKey, null);
  }

  private Optional<Cut> first(String which, String filmId, String value) {
    return jdbc.sql("select * from film_cut where film_id = :film and %s limit 1".formatted(which))
        .param("film", filmId)
        .param("value", value)
        .query(Sql.rows(Cut.class))
        .optional();
  }

  private void set(String what, Cut cut, String approvalKey, Instant when) {
    jdbc.sql("update film_cut set %s where film_id = :film and version = :version".formatted(what))
        .param("film", cut.filmId())
        .param("version", cut.version())
        .param("approval", approvalKey)
        .param("when", SqlTime.of(when))
        .update();
  }
}
