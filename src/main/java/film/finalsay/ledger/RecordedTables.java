package film.finalsay.ledger;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The tables whose rows the ledger keeps, as the database itself names them: every table of ours
 * but those that {@link #NOT_RECORDED} gives a reason for.
 */
@Component
class RecordedTables {

  static final Map<String, String> NOT_RECORDED =
      Map.of(
          "ledger_entry", "is the ledger; its entries are chained",
          "ledger_head", "is the ledger; held against the chain's end",
          "ledger_row", "is the ledger; held against its entries",
          "document", "is kept under the fingerprint of its content, which is recomputed",
          "shown_form", "is what people read; held against what is told of their answers",
          "approval_counter", "gives out the next number; a number given twice is refused",
          "flyway_schema_history", "says which migrations ran");

  private static final String OF_THE_ENGINE = "act_";

  private final JdbcTemplate jdbc;
  private Map<String, RecordedTable> tables;

  RecordedTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Optional<RecordedTable> find(String name) {
    return Optional.ofNullable(byName().get(name.toLowerCase(Locale.ROOT)));
  }

  Collection<RecordedTable> all() {
    return byName().values();
  }

  boolean exists(String table) {
    return Boolean.TRUE.equals(
        jdbc.execute(
            (ConnectionCallback<Boolean>)
                connection ->
                    names(connection.getMetaData(), connection.getCatalog(), connection.getSchema())
                        .stream()
                        .anyMatch(table::equalsIgnoreCase)));
  }

  private synchronized Map<String, RecordedTable> byName() {
    if (tables == null) {
      tables = jdbc.execute((ConnectionCallback<Map<String, RecordedTable>>) this::read);
    }
    return tables;
  }

  private Map<String, RecordedTable> read(Connection connection) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    String catalog = connection.getCatalog();
    String schema = connection.getSchema();
    Map<String, RecordedTable> found = new TreeMap<>();
    for (String table : names(database, catalog, schema)) {
      String name = table.toLowerCase(Locale.ROOT);
      if (NOT_RECORDED.containsKey(name)) {
        continue;
      }
      Map<String, Column> columns = columns(database, catalog, schema, table);
      List<Column> key = key(database, catalog, schema, table).stream().map(columns::get).toList();
      List<Column> others =
          columns.values().stream().filter(one -> !key.contains(one) && one.isTold()).toList();
      found.put(name, new RecordedTable(name, key, others));
    }
    return found;
  }

  private static List<String> names(DatabaseMetaData database, String catalog, String schema)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        database.getTables(catalog, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME");
        if (!name.toLowerCase(Locale.ROOT).startsWith(OF_THE_ENGINE)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static Map<String, Column> columns(
      DatabaseMetaData database, String catalog, String schema, String table) throws SQLException {
    Map<String, Column> columns = new TreeMap<>();
    try (ResultSet rows = database.getColumns(catalog, schema, table, "%")) {
      while (rows.next()) {
        String name = rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        columns.put(name, new Column(name, rows.getInt("DATA_TYPE"), rows.getString("TYPE_NAME")));
      }
    }
    return columns;
  }

  private static List<String> key(
      DatabaseMetaData database, String catalog, String schema, String table) throws SQLException {
    Map<Integer, String> key = new TreeMap<>();
    try (ResultSet rows = database.getPrimaryKeys(catalog, schema, table)) {
      while (rows.next()) {
        key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return List.copyOf(key.values());
  }
}
