package film.finalsay.authority;

import film.finalsay.sql.Sql;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What authority tables said of requests. Call what writes with the film locked. */
@Repository
public class Rulings {

  private final JdbcClient jdbc;

  Rulings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(
      String decidedBy, String consents, String because, String tableId, int tableVersion) {

    Ruled ruled() {
      return new Ruled(Ruling.of(decidedBy, consents, because), tableId, tableVersion);
    }
  }

  /** Puts on file what a table said, in place of what it said of the request before. */
  public void save(String approvalKey, Ruled ruled) {
    jdbc.sql("delete from ruling where approval_key = :key").param("key", approvalKey).update();
    Sql.insert(jdbc, "ruling")
        .set("approval_key", approvalKey)
        .set("decided_by", ruled.ruling().decidedBy().id())
        .set("consents", ruled.ruling().consentsById())
        .set("because", ruled.ruling().because())
        .set("table_id", ruled.table())
        .set("table_version", ruled.version())
        .run();
  }

  /** Empty for a kind that no table decides. */
  public Optional<Ruled> find(String approvalKey) {
    return jdbc.sql("select * from ruling where approval_key = :key")
        .param("key", approvalKey)
        .query(Sql.rows(Row.class))
        .optional()
        .map(Row::ruled);
  }
}
