package film.finalsay.film;

import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.sql.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which decision tables counted when: who decides, on what terms consent is asked, what a
 * greenlight is decided on. Another one concerns every film, so each ledger says so.
 */
@Service
@Transactional
public class TableVersions {

  private final JdbcClient jdbc;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  TableVersions(JdbcClient jdbc, Films films, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Notes the table that counts now; if it is the one noted last, nothing happens.
   *
   * @param happening as which the ledgers say it
   * @param person who deployed it; null for the product itself
   */
  public void inForce(
      Happening happening, String table, int version, String sha256, String person) {
    List<String> ids = films.ids();
    // nodes that start at once take turns
    ids.stream().findFirst().ifPresent(films::lock);
    Optional<String> before = last(table);
    if (before.filter(sha256::equals).isPresent()) {
      return;
    }
    Sql.insert(jdbc, "authority_table_version")
        .set("table_id", table)
        .set("version", version)
        .set("sha256", sha256)
        .set("deployed_by", person)
        .set("noticed_at", clock.instant())
        .run();
    for (String film : ids) {
      ledger.append(
          film,
          Event.of(happening)
              .by(person, null)
              .with("table", table)
              .with("version", version)
              .with("sha256", sha256)
              .with("before", before.orElse(null)));
    }
  }

  private Optional<String> last(String table) {
    return jdbc.sql(
            """
            select sha256 from authority_table_version where table_id = :table
            order by id desc limit 1
            """)
        .param("table", table)
        .query(String.class)
        .optional();
  }
}
