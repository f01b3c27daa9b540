package film.finalsay.sql;

import film.finalsay.approval.Money;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Records as rows: a component {@code savedAt} stands in the column {@code saved_at}, an amount
 * {@code budgeted} in {@code budgeted_minor}, a record within in the columns of its components.
 */
public final class Sql {

  private static final int MANY = 200;

  private Sql() {}

  public static Insert insert(JdbcClient jdbc, String table) {
    return new Insert(jdbc, table);
  }

  /** The same for several rows alike, with one statement for some hundred of them. */
  public static void insertAll(JdbcClient jdbc, String table, List<? extends Record> rows) {
    for (int from = 0; from < rows.size(); from += MANY) {
      List<Map<String, Object>> some =
          rows.subList(from, Math.min(rows.size(), from + MANY)).stream()
              .map(row -> insert(jdbc, table).set(row).values())
              .toList();
      Set<String> columns = some.get(0).keySet();
      String places = "(%s)".formatted(String.join(", ", Collections.nCopies(columns.size(), "?")));
      jdbc.sql(
              "insert into %s (%s) values %s"
                  .formatted(
                      table,
                      String.join(", ", columns),
                      String.join(", ", Collections.nCopies(some.size(), places))))
          .params(some.stream().flatMap(row -> row.values().stream()).toList())
          .update();
    }
  }

  /** Reads rows that hold no amounts, or say their currency in the column {@code currency}. */
  public static <T extends Record> RowMapper<T> rows(Class<T> type) {
    return rows(type, null);
  }

  /**
   * @param currency of all amounts of a row
   */
  public static <T extends Record> RowMapper<T> rows(Class<T> type, Currency currency) {
    return new Rows<>(type, currency);
  }

  /**
   * Asks for one row each of several films: {@code film_id in (:films)}.
   *
   * @return by film
   */
  public static <T extends Record> Map<String, T> byFilm(
      StatementSpec select, Collection<String> filmIds, Class<T> type) {
    return allByFilm(select, filmIds, type).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, rows -> rows.getValue().get(0)));
  }

  /** The same for several rows each, in their order. */
  public static <T extends Record> Map<String, List<T>> allByFilm(
      StatementSpec select, Collection<String> filmIds, Class<T> type) {
    if (filmIds.isEmpty()) {
      return Map.of();
    }
    RowMapper<T> rows = rows(type);
    return select
        .param("films", filmIds)
        .query((row, n) -> Map.entry(row.getString("film_id"), rows.mapRow(row, n)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /**
   * The highest number that a film has in a table, 0 while it has none.
   *
   * @param column holds whole numbers
   */
  public static int last(JdbcClient jdbc, String table, String column, String filmId) {
    return jdbc.sql(
            "select coalesce(max(%s), 0) from %s where film_id = :film".formatted(column, table))
        .param("film", filmId)
        .query(Integer.class)
        .single();
  }

  static String column(String component, Class<?> type) {
    String column = component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return type == Money.class ? column + "_minor" : column;
  }
}
