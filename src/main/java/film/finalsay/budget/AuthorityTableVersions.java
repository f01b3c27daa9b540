package film.finalsay.budget;

import film.finalsay.film.Films;
import film.finalsay.film.SqlTime;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which authority table counted when. Another one concerns every film, so each ledger says so. */
@Service
@Transactional
public class AuthorityTableVersions {

  private final JdbcClient jdbc;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  AuthorityTableVersions(JdbcClient jdbc, Films films, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Notes the table that counts now; if it is the one noted last, nothing happens.
   *
   * @param person who deployed it; null for the product itself
   */
  public void inForce(int version, String sha256, String person) {
    Optional<String> before = last();
    if (before.filter(sha256::equals).isPresent()) {
      return;
    }
    jdbc.sql(
            """
            insert into authority_table_version (version, sha256, deployed_by, noticed_at)
            values (:version, :sha256, :person, :now)
            """)
        .param("version", version)
        .param("sha256", sha256)
        .param("person", person)
        .param("now", SqlTime.of(clock.instant()))
        .update();
    for (String film : films.ids()) {
      ledger.append(
          film,
          Event.of(Happening.AUTHORITY_TABLE_CHANGED)
              .by(person, null)
              .with("version", version)
              .with("sha256", sha256)
              .with("before", before.orElse(null)));
    }
  }

  private Optional<String> last() {
    return jdbc.sql("select sha256 from authority_table_version order by id desc limit 1")
        .query(String.class)
        .optional();
  }
}
