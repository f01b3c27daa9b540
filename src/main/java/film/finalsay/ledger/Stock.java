package film.finalsay.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells in which chains a version wrote that did not keep its rows in the ledger. */
@Component
class Stock {

  private final JdbcTemplate jdbc;

  Stock(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The films of which stock has to be taken, and the company as long as it was never.
   *
   * @param only the one film or the company; null for all
   */
  List<String> due(String only) {
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
    boolean company = only == null || only.equals(Ledger.COMPANY);
    return !company || wasTaken(Ledger.COMPANY)
        ? films
        : Stream.concat(films.stream(), Stream.of(Ledger.COMPANY)).toList();
  }

  private boolean wasTaken(String chain) {
    return !jdbc.queryForList(
            """
            select number from ledger_entry where film_id = ? and happening = 'STOCK_TAKEN'
            order by number fetch first 1 rows only
            """,
            Long.class,
            chain)
        .isEmpty();
  }
}
