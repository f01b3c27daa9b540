package film.finalsay.sql;

import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.BusinessRuleException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is saved for a film again and again: each time a version, numbered from 1, with its rows.
 *
 * @param table of the versions
 * @param rows the table of their rows, which have a {@code position}
 */
public record Versions(JdbcClient jdbc, String table, String rows) {

  /**
   * @return 0 while there is none
   */
  public int latest(String filmId) {
    return Sql.last(jdbc, table, "version", filmId);
  }

  /**
   * The newest that was saved by a time.
   *
   * @return 0 if there was none
   */
  public int latest(String filmId, Instant when) {
    return jdbc.sql(
            "select coalesce(max(version), 0) from %s where film_id = :film and saved_at <= :when"
                .formatted(table))
        .param("film", filmId)
        .param("when", SqlTime.of(when))
        .query(Integer.class)
        .single();
  }

  public <T> Optional<T> find(String filmId, int version, RowMapper<T> read) {
    return one(table, filmId, version, "").query(read).optional();
  }

  /**
   * @param film in words
   * @param what is not there, in words
   * @param version null if the newest was asked for
   */
  public static BusinessRuleException missing(String film, String what, Integer version) {
    return version == null
        ? notFound("%s has no %s yet.", film, what)
        : notFound("%s has no %s version %d.", film, what, version);
  }

  /** The newest first. */
  public <T> List<T> page(String filmId, int limit, long offset, RowMapper<T> read) {
    return jdbc.sql(
            "select * from %s where film_id = :film order by version desc limit :limit offset :offset"
                .formatted(table))
        .param("film", filmId)
        .param("limit", limit)
        .param("offset", offset)
        .query(read)
        .list();
  }

  /** In their order. */
  public <T> List<T> rowsOf(String filmId, int version, RowMapper<T> read) {
    return one(rows, filmId, version, " order by position").query(read).list();
  }

  /** Run it once all that its table keeps besides is set. */
  public Insert insert(String filmId, int version, String savedBy, Instant savedAt) {
    return Sql.insert(jdbc, table)
        .set("film_id", filmId)
        .set("version", version)
        .set("saved_by", savedBy)
        .set("saved_at", savedAt);
  }

  public void insertRows(String filmId, int version, List<? extends Record> all) {
    for (int position = 0; position < all.size(); position++) {
      Sql.insert(jdbc, rows)
          .set("film_id", filmId)
          .set("version", version)
          .set("position", position)
          .set(all.get(position))
          .run();
    }
  }

  private JdbcClient.StatementSpec one(String from, String filmId, int version, String order) {
    return jdbc.sql(
            "select * from %s where film_id = :film and version = :version%s"
                .formatted(from, order))
        .param("film", filmId)
        .param("version", version);
  }
}
