package film.finalsay.sql;

import film.finalsay.approval.Money;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.util.ReflectionUtils;

/** A new row: each column is named once. */
public final class Insert {

  private final JdbcClient jdbc;
  private final String table;
  private final Map<String, Object> values = new LinkedHashMap<>();

  Insert(JdbcClient jdbc, String table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  /**
   * @param value an amount, an enum, an instant and a currency are written as the columns keep
   *     them; null for none
   */
  public Insert set(String column, Object value) {
    values.put(column, stored(value));
    return this;
  }

  /** The same with each component of a record, those of a record within as well. */
  public Insert set(Record row) {
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      Method accessor = component.getAccessor();
      ReflectionUtils.makeAccessible(accessor);
      Object value = ReflectionUtils.invokeMethod(accessor, row);
      if (value instanceof Record within && !(value instanceof Money)) {
        set(within);
      } else {
        set(Sql.column(component.getName(), component.getType()), value);
      }
    }
    return this;
  }

  Map<String, Object> values() {
    return values;
  }

  public void run() {
    statement().update();
  }

  /** The same; the holder has the value then that the database gave to a column. */
  public void run(KeyHolder generated, String column) {
    statement().update(generated, column);
  }

  /**
   * The same, in place of the row that is there already.
   *
   * @param key the columns in which it is the same row
   */
  public void save(String... key) {
    List<String> same = List.of(key);
    String changes =
        values.keySet().stream()
            .filter(column -> !same.contains(column))
            .map(column -> column + " = :" + column)
            .collect(Collectors.joining(", "));
    String row =
        same.stream().map(column -> column + " = :" + column).collect(Collectors.joining(" and "));
    if (jdbc.sql("update %s set %s where %s".formatted(table, changes, row)).params(values).update()
        == 0) {
      run();
    }
  }

  private JdbcClient.StatementSpec statement() {
    return jdbc.sql(
            "insert into %s (%s) values (:%s)"
                .formatted(
                    table, String.join(", ", values.keySet()), String.join(", :", values.keySet())))
        .params(values);
  }

  private static Object stored(Object value) {
    if (value instanceof Money amount) {
      return amount.minor();
    } else if (value instanceof Enum<?> constant) {
      return constant.name();
    } else if (value instanceof Instant instant) {
      return SqlTime.of(instant);
    } else if (value instanceof Currency currency) {
      return currency.getCurrencyCode();
    }
    return value;
  }
}
