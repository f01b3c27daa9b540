package film.finalsay.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of the recorded tables, and what the ledger has kept of them, some at a time. */
@Component
class LedgerRows {

  /** So many rows are in memory at a time. */
  static final int SOME = 200;

  /** What stands with an entry that was written together with no row. */
  static final String NONE = new Sha256().hex();

  private final JdbcTemplate jdbc;

  LedgerRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What the ledger has kept of a row last; no content if it was deleted. */
  record Kept(String film, long number, RowContent content) {}

  /** A row as an entry keeps it; no content if it is gone. */
  record Keeping(String filmId, long number, String tableName, String rowKey, String content) {}

  /**
   * What the rows hold now, as it is kept together with an entry.
   *
   * @param changed no content if a row is gone
   * @return table by table
   */
  static List<Keeping> keeping(String film, long number, Map<ChangedRow, RowContent> changed) {
    Map<RecordedTable, List<Keeping>> kept = new LinkedHashMap<>();
    changed.forEach(
        (row, content) ->
            kept.computeIfAbsent(row.table(), first -> new ArrayList<>())
                .add(
                    new Keeping(
                        film,
                        number,
                        row.table().name(),
                        RowContent.key(row.key()),
                        content == null ? null : content.written())));
    return kept.values().stream().flatMap(List::stream).toList();
  }

  static String sha256(List<Keeping> rows) {
    Sha256 digest = new Sha256();
    rows.forEach(row -> add(digest, row.tableName(), row.rowKey(), row.content()));
    return digest.hex();
  }

  static void add(Sha256 digest, String table, String key, String content) {
    digest.add(table).add(key).add(content);
  }

  /** The rows that are there, by key. */
  Map<String, RowContent> read(RecordedTable table, List<List<String>> keys) {
    String any = keys.stream().map(key -> table.isRow()).collect(Collectors.joining(" or "));
    Map<String, RowContent> found = new HashMap<>();
    jdbc.query(
        "select * from %s where %s".formatted(table.name(), any),
        row -> {
          found.put(RowContent.key(table.keyOf(row)), table.contentOf(row));
        },
        keys.stream().flatMap(List::stream).toArray());
    return found;
  }

  /**
   * The next rows of a table in the order of its key.
   *
   * @param film whose; null for all
   * @param after the last key of the page before; null for the first page
   */
  Map<ChangedRow, RowContent> page(RecordedTable table, String film, List<String> after) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    List<Object> parameters = new ArrayList<>();
    if (film != null) {
      conditions.add(table.isOfFilm());
      parameters.add(film);
    }
    if (after != null) {
      conditions.add("(%s) > (%s)".formatted(table.orderedKey(), table.keyParameters()));
      parameters.addAll(after);
    }
    Map<ChangedRow, RowContent> page = new LinkedHashMap<>();
    jdbc.query(
        "select * from %s where %s order by %s fetch first %d rows only"
            .formatted(table.name(), String.join(" and ", conditions), table.orderedKey(), SOME),
        row -> {
          page.put(table.changed(row), table.contentOf(row));
        },
        parameters.toArray());
    return page;
  }

  /** What was kept last of each of these rows. */
  Map<String, Kept> kept(RecordedTable table, Collection<String> keys) {
    Map<String, Kept> kept = new HashMap<>();
    if (!keys.isEmpty()) {
      jdbc.query(
          "select * from ledger_row where table_name = ? and row_key in (%s) order by id"
              .formatted(String.join(", ", keys.stream().map(key -> "?").toList())),
          row -> {
            String content = row.getString("content");
            kept.put(
                row.getString("row_key"),
                new Kept(
                    row.getString("film_id"),
                    row.getLong("number"),
                    content == null ? null : RowContent.read(content)));
          },
          Stream.concat(Stream.of(table.name()), keys.stream()).toArray());
    }
    return kept;
  }

  /** The next keys, in their order, of the rows that a table has to hold. */
  List<String> keysKept(RecordedTable table, String film, String after) {
    List<Object> parameters = new ArrayList<>(List.of(table.name(), after));
    if (film != null) {
      parameters.add(film);
    }
    return jdbc.queryForList(
        """
        select row_key from ledger_row r
        where table_name = ? and row_key > ? and content is not null %s
          and not exists (select 1 from ledger_row newer
            where newer.table_name = r.table_name and newer.row_key = r.row_key and newer.id > r.id)
        order by row_key fetch first %d rows only
        """
            .formatted(film == null ? "" : "and film_id = ?", SOME),
        String.class,
        parameters.toArray());
  }

  /**
   * @return null if there is no such approval
   */
  String filmOf(String approvalKey) {
    return jdbc
        .queryForList(
            "select film_id from approval where approval_key = ?", String.class, approvalKey)
        .stream()
        .findFirst()
        .orElse(null);
  }
}
