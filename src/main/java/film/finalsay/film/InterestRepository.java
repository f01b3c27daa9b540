package film.finalsay.film;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class InterestRepository {

  private final JdbcClient jdbc;

  InterestRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return the id it was given
   */
  long insert(Interest interest) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into interest (film_id, person, nature, description, matters, account,
                                  declared_by, declared_at)
            values (:film, :person, :nature, :description, :matters, :account, :by, :at)
            """)
        .param("film", interest.filmId())
        .param("person", interest.person())
        .param("nature", interest.nature().name())
        .param("description", interest.description())
        .param("matters", written(interest.matters()))
        .param("account", interest.account())
        .param("by", interest.declaredBy())
        .param("at", SqlTime.of(interest.declaredAt()))
        .update(key, "id");
    return key.getKeyAs(Long.class);
  }

  void end(Interest interest, String by, Instant now) {
    jdbc.sql("update interest set ended_by = :by, ended_at = :now where id = :id")
        .param("by", by)
        .param("now", SqlTime.of(now))
        .param("id", interest.id())
        .update();
  }

  Optional<Interest> find(String filmId, long id) {
    return jdbc.sql("select * from interest where film_id = :film and id = :id")
        .param("film", filmId)
        .param("id", id)
        .query(InterestRepository::interest)
        .optional();
  }

  /** In the order in which they were declared, ended ones included. */
  List<Interest> findAll(String filmId, int limit, long offset) {
    return jdbc.sql(
            "select * from interest where film_id = :film order by id limit :limit offset :offset")
        .param("film", filmId)
        .param("limit", limit)
        .param("offset", offset)
        .query(InterestRepository::interest)
        .list();
  }

  /** Those that stand. */
  List<Interest> findStanding(String filmId) {
    return jdbc.sql("select * from interest where film_id = :film and ended_at is null order by id")
        .param("film", filmId)
        .query(InterestRepository::interest)
        .list();
  }

  private static String written(Set<ApprovalKind> matters) {
    return matters.isEmpty()
        ? null
        : matters.stream().sorted().map(ApprovalKind::name).collect(Collectors.joining(","));
  }

  private static Interest interest(ResultSet row, int number) throws SQLException {
    String matters = row.getString("matters");
    return new Interest(
        row.getLong("id"),
        row.getString("film_id"),
        row.getString("person"),
        Interest.Nature.valueOf(row.getString("nature")),
        row.getString("description"),
        matters == null
            ? Set.of()
            : Stream.of(matters.split(",")).map(ApprovalKind::new).collect(Collectors.toSet()),
        row.getString("account"),
        row.getString("declared_by"),
        SqlTime.instant(row, "declared_at"),
        SqlTime.instant(row, "ended_at"));
  }
}
