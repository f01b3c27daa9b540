package film.finalsay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies the rows of a few real process instances many times over: what the engine would have
 * written, in minutes instead of hours. History is not copied; no query of the task list reads it.
 */
final class Clones {

  private static final int AT_ONCE = 1000;
  private static final List<String> IDS =
      List.of(
          "ID_",
          "PROC_INST_ID_",
          "PROCESS_INSTANCE_ID_",
          "ROOT_PROC_INST_ID_",
          "PARENT_ID_",
          "EXECUTION_ID_",
          "TASK_ID_",
          "VAR_SCOPE_",
          "BUSINESS_KEY_");

  private final DataSource source;
  private final Database database;
  private final Map<String, String> originals;
  private final Map<String, Long> before;
  private final String film;
  private int made;

  /**
   * @param instances the ids of the real process instances
   * @param film the SQL expression for the film of copy {@code s.n}; {@code t.TENANT_ID_} for that
   *     of the original
   */
  Clones(DataSource source, Database database, List<String> instances, String film) {
    this.source = source;
    this.database = database;
    this.film = film;
    this.originals = originals(instances, database.variables());
    this.before = count(table -> "true");
  }

  /** Where the rows of process instances are, and which are those of the originals. */
  private static Map<String, String> originals(List<String> instances, String variables) {
    String ids =
        instances.stream().map("'%s'"::formatted).collect(Collectors.joining(", ", "(", ")"));
    String tasks = "(select ID_ from ACT_RU_TASK where PROC_INST_ID_ in %s)".formatted(ids);
    return Map.of(
        "ACT_RU_EXECUTION", "t.ROOT_PROC_INST_ID_ in " + ids,
        "ACT_RU_TASK", "t.PROC_INST_ID_ in " + ids,
        "ACT_RU_IDENTITYLINK", "t.TASK_ID_ in " + tasks,
        "ACT_RU_VARIABLE", "t.PROC_INST_ID_ in %s and %s".formatted(ids, variables),
        "ACT_RU_JOB", "t.PROCESS_INSTANCE_ID_ in " + ids,
        "ACT_RU_AUTHORIZATION", "t.RESOURCE_ID_ in " + tasks);
  }

  /** Makes as many copies as are missing to so many, and sees to it that no row is missing. */
  void upTo(int copies) {
    while (made < copies) {
      int next = Math.min(copies, made + AT_ONCE);
      for (String table : originals.keySet()) {
        copy(source, database, made + 1, next, table, originals.get(table), inACopy(table));
      }
      made = next;
    }
    database.analyze(source);
    Map<String, Long> real = count(originals::get);
    count(table -> "true")
        .forEach(
            (table, rows) ->
                assertThat(rows)
                    .as("rows of %s", table)
                    .isEqualTo(before.get(table) + real.get(table) * made));
  }

  private Map<String, Long> count(Function<String, String> where) {
    Map<String, Long> rows = new HashMap<>();
    for (String table : originals.keySet()) {
      String sql = "select count(*) from %s t where %s".formatted(table, where.apply(table));
      rows.put(table, new JdbcTemplate(source).queryForObject(sql, Long.class));
    }
    return rows;
  }

  /** What is not the same in a copy: the ids, the film, and when a task began. */
  private Map<String, String> inACopy(String table) {
    Map<String, String> values = new HashMap<>();
    IDS.forEach(column -> values.put(column, ofItsOwn(column)));
    // the name of the step is in it, too, and the column is no longer than for an id
    values.put("ACT_INST_ID_", "s.n || '-' || substr(t.ACT_INST_ID_, 1, 50)");
    values.put("TENANT_ID_", film);
    values.put("CREATE_TIME_", "t.CREATE_TIME_ - s.n * interval '1' minute");
    if (table.equals("ACT_RU_AUTHORIZATION")) {
      values.put("RESOURCE_ID_", ofItsOwn("RESOURCE_ID_"));
    }
    return values;
  }

  /** Ids differ in their first characters and go up, as real ones do: to an index that matters. */
  private static String ofItsOwn(String column) {
    return "lpad(cast(s.n as varchar), 6, '0') || '-' || t." + column;
  }

  /**
   * Copies rows of a table, once for each number {@code s.n} of a range.
   *
   * @param values SQL expressions for the columns in which the copies differ, by column
   */
  static void copy(
      DataSource source,
      Database database,
      int from,
      int to,
      String table,
      String where,
      Map<String, String> values) {
    List<String> columns = columns(source, table);
    List<String> copied =
        columns.stream()
            .map(column -> values.getOrDefault(column.toUpperCase(Locale.ROOT), "t." + column))
            .toList();
    database.load(
        source,
        "insert into %s (%s) select %s from %s t cross join %s s where %s"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", copied),
                table,
                database.numbers(from, to),
                where));
  }

  /** All columns but those that the database numbers itself. */
  private static List<String> columns(DataSource source, String table) {
    return new JdbcTemplate(source)
        .query(
            "select * from %s where 1 = 0".formatted(table),
            rows -> {
              ResultSetMetaData row = rows.getMetaData();
              List<String> columns = new ArrayList<>();
              for (int i = 1; i <= row.getColumnCount(); i++) {
                if (!row.isAutoIncrement(i)) {
                  columns.add(row.getColumnName(i));
                }
              }
              return columns;
            });
  }
}
