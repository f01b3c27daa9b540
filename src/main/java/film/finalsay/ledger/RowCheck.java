package film.finalsay.ledger;

import film.finalsay.ledger.Finding.Kind;
import film.finalsay.ledger.LedgerRows.Kept;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares what the tables hold with what the ledger has kept of them, and keeps the first
 * difference of each table. It asks for some rows at a time.
 */
final class RowCheck {

  private final JdbcTemplate jdbc;
  private final RecordedTables tables;
  private final LedgerRows rows;
  private final Stock stock;

  /** The one film to look at, or the company; null for all. */
  private final String only;

  private final List<Finding> findings = new ArrayList<>();
  private Set<String> older;
  private long compared;
  private long notKept;

  RowCheck(JdbcTemplate jdbc, Optional<String> only) {
    this.jdbc = jdbc;
    this.tables = new RecordedTables(jdbc);
    this.rows = new LedgerRows(jdbc);
    this.stock = new Stock(jdbc);
    this.only = only.orElse(null);
  }

  /**
   * @param compared how many rows
   * @param older how many rows the version before wrote, so that the ledger does not have them yet
   */
  record Result(List<Finding> findings, long compared, long older) {

    /** Of a database that keeps no rows in the ledger yet: nothing is compared, and it is told. */
    static Result ofTheVersionBefore(JdbcTemplate jdbc) {
      long older =
          new RecordedTables(jdbc)
              .all().stream()
                  .mapToLong(
                      table ->
                          jdbc.queryForObject("select count(*) from " + table.name(), Long.class))
                  .sum();
      return new Result(List.of(), 0, older);
    }
  }

  Result run() {
    older = new HashSet<>(stock.due(only));
    for (RecordedTable table : tables.all()) {
      boolean ofCompany = table.owner().isEmpty();
      if (only == null || ofCompany == only.equals(Ledger.COMPANY)) {
        compare(table, ofCompany ? null : only).ifPresent(findings::add);
      }
    }
    new DocumentCheck(jdbc, only).run().ifPresent(findings::add);
    return new Result(findings, compared, notKept);
  }

  private Optional<Finding> compare(RecordedTable table, String film) {
    List<String> last = null;
    Map<ChangedRow, RowContent> page;
    do {
      page = rows.page(table, film, last);
      Map<String, Kept> kept = rows.kept(table, page.keySet().stream().map(RowCheck::key).toList());
      for (Map.Entry<ChangedRow, RowContent> row : page.entrySet()) {
        Optional<Finding> found =
            compare(row.getKey(), row.getValue(), kept.get(key(row.getKey())));
        if (found.isPresent()) {
          return found;
        }
        last = row.getKey().key();
      }
    } while (page.size() == LedgerRows.SOME);
    return gone(table, film);
  }

  private Optional<Finding> compare(ChangedRow row, RowContent content, Kept kept) {
    String film = filmOf(row);
    boolean isKept = kept != null && kept.content() != null;
    Optional<String> other = isKept ? kept.content().firstOtherIn(content) : Optional.empty();
    if (isKept && other.isEmpty()) {
      compared++;
      return Optional.empty();
    }
    if (older.contains(film)) {
      notKept++;
      return Optional.empty();
    }
    if (!isKept) {
      return Optional.of(
          found(
              row.table(),
              key(row),
              film,
              0,
              Kind.ROW_UNKNOWN,
              "is in the table, not in the ledger."));
    }
    String column = other.get();
    return Optional.of(
        found(
            row.table(),
            key(row),
            film,
            kept.number(),
            Kind.ROW_DIFFERS,
            "%s is %s in the table, %s in the ledger (entry %d of %s)."
                .formatted(
                    column,
                    said(content.values().get(column)),
                    said(kept.content().values().get(column)),
                    kept.number(),
                    kept.film())));
  }

  private Optional<Finding> gone(RecordedTable table, String film) {
    String last = "";
    List<String> page;
    do {
      page = rows.keysKept(table, film, last);
      if (page.isEmpty()) {
        return Optional.empty();
      }
      Map<String, RowContent> there =
          rows.read(table, page.stream().map(RowContent::readKey).toList());
      Map<String, Kept> kept = rows.kept(table, page);
      for (String key : page) {
        Kept one = kept.get(key);
        if (!there.containsKey(key) && !older.contains(one.film())) {
          return Optional.of(
              found(
                  table,
                  key,
                  one.film(),
                  one.number(),
                  Kind.ROW_GONE,
                  "is in the ledger (entry %d of %s), not in the table."
                      .formatted(one.number(), one.film())));
        }
      }
      last = page.get(page.size() - 1);
    } while (page.size() == LedgerRows.SOME);
    return Optional.empty();
  }

  private static Finding found(
      RecordedTable table, String key, String film, long number, Kind kind, String what) {
    return new Finding(film, number, kind, "%s %s: %s".formatted(table.name(), key, what));
  }

  private String filmOf(ChangedRow row) {
    if (row.owner() == null) {
      return Ledger.COMPANY;
    }
    String film = row.table().isOwnedByFilm() ? row.owner() : rows.filmOf(row.owner());
    return film == null ? Ledger.COMPANY : film;
  }

  private static String key(ChangedRow row) {
    return RowContent.key(row.key());
  }

  private static String said(String value) {
    return value == null ? "nothing" : "\"%s\"".formatted(value);
  }
}
