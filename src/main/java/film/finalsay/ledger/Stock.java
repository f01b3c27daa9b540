package film.finalsay.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells in which chains a version wrote that did not keep its rows in the ledger, or as this one
 * keeps them: a migration moves rows without an entry.
 */
@Component
class Stock {

  /** The newest migration; whoever adds one says so here, and stock is taken once it has run. */
  static final String SCHEMA = "33";

  private final JdbcTemplate jdbc;

  Stock(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The chains of which stock has to be taken, that of the company last.
   *
   * @param only the one film or the company; null for all
   */
  List<String> due(String only) {
    if (!wasTaken(Ledger.COMPANY, SCHEMA)) {
      return only == null ? all() : List.of(only);
    }
    List<String> films =
        jdbc.queryForList(
            """
            select distinct film_id from ledger_entry e
            where rows_sha256 is null and number > coalesce(
              (select max(number) from ledger_entry taken
               where taken.film_id = e.film_id and taken.happening = 'STOCK_TAKEN'), 0)
            """
                + (only == null ? "" : "and film_id = ?"),
            String.class,
            only == null ? new Object[0] : new Object[] {only});
    return films;
  }

  /** The company comes last: it says of all of them that stock was taken. */
  private List<String> all() {
    return Stream.concat(
            jdbc
                .queryForList(
                    "select film_id from ledger_head where film_id <> ? order by film_id",
                    String.class,
                    Ledger.COMPANY)
                .stream(),
            Stream.of(Ledger.COMPANY))
        .toList();
  }

  private boolean wasTaken(String chain, String schema) {
    return jdbc
        .queryForList(
            "select facts from ledger_entry where film_id = ? and happening = 'STOCK_TAKEN'",
            String.class,
            chain)
        .stream()
        .anyMatch(facts -> facts.contains("\"schema\":\"" + schema + "\""));
  }
}
