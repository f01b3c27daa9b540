package film.finalsay.ledger;

import film.finalsay.ledger.Finding.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds the rows that the ledger has kept against the entries that they were written with. */
final class KeptRowsCheck {

  private final JdbcTemplate jdbc;

  /** The one chain to look at; null for all. */
  private final String only;

  KeptRowsCheck(JdbcTemplate jdbc, Optional<String> only) {
    this.jdbc = jdbc;
    this.only = only.orElse(null);
  }

  private record Sealed(String film, long number, String sha256) {}

  Optional<Finding> run() {
    return withoutEntry().or(this::otherThanSealed);
  }

  private Optional<Finding> withoutEntry() {
    return jdbc
        .query(
            """
            select film_id, number from ledger_row r
            where not exists (select 1 from ledger_entry e
                where e.film_id = r.film_id and e.number = r.number and e.rows_sha256 <> ?) %s
            order by film_id, number fetch first 1 rows only
            """
                .formatted(ofOne()),
            (row, n) -> changed(row.getString(1), row.getLong(2)),
            parameters(LedgerRows.NONE))
        .stream()
        .findFirst();
  }

  private Optional<Finding> otherThanSealed() {
    Sealed last = new Sealed("", 0, null);
    List<Sealed> page;
    do {
      page = next(last);
      for (Sealed entry : page) {
        if (!entry.sha256().equals(sha256(entry))) {
          return Optional.of(changed(entry.film(), entry.number()));
        }
        last = entry;
      }
    } while (page.size() == LedgerRows.SOME);
    return Optional.empty();
  }

  private List<Sealed> next(Sealed after) {
    return jdbc.query(
        """
        select film_id, number, rows_sha256 from ledger_entry
        where rows_sha256 <> ? and (film_id, number) > (?, ?) %s
        order by film_id, number fetch first %d rows only
        """
            .formatted(ofOne(), LedgerRows.SOME),
        (row, n) -> new Sealed(row.getString(1), row.getLong(2), row.getString(3)),
        parameters(LedgerRows.NONE, after.film(), after.number()));
  }

  private String ofOne() {
    return only == null ? "" : "and film_id = ?";
  }

  private Object[] parameters(Object... first) {
    return only == null ? first : Stream.concat(Stream.of(first), Stream.of(only)).toArray();
  }

  private String sha256(Sealed entry) {
    Sha256 digest = new Sha256();
    jdbc.query(
        """
        select table_name, row_key, content from ledger_row
        where film_id = ? and number = ? order by id
        """,
        row -> {
          LedgerRows.add(digest, row.getString(1), row.getString(2), row.getString(3));
        },
        entry.film(),
        entry.number());
    return digest.hex();
  }

  private static Finding changed(String film, long number) {
    return new Finding(
        film,
        number,
        Kind.ROWS_CHANGED,
        "the rows kept with entry %d are not the ones that it was written with.".formatted(number));
  }
}
