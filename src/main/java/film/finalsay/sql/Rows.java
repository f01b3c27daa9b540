package film.finalsay.sql;

import film.finalsay.approval.Money;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.RowMapper;

/** Reads each row into a record. */
final class Rows<T extends Record> implements RowMapper<T> {

  private final Class<T> type;
  private final Currency currency;

  Rows(Class<T> type, Currency currency) {
    this.type = type;
    this.currency = currency;
  }

  @Override
  public T mapRow(ResultSet row, int number) throws SQLException {
    return record(row, type);
  }

  private <R> R record(ResultSet row, Class<R> read) throws SQLException {
    RecordComponent[] components = read.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(row, components[i].getName(), components[i].getType());
    }
    return BeanUtils.instantiateClass(constructor(read, components), values);
  }

  private static <R> Constructor<R> constructor(Class<R> read, RecordComponent[] components) {
    try {
      return read.getDeclaredConstructor(
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Object value(ResultSet row, String component, Class<?> asked) throws SQLException {
    String column = Sql.column(component, asked);
    if (asked == Money.class) {
      long minor = row.getLong(column);
      return row.wasNull() ? null : new Money(minor, currency(row));
    } else if (asked.isRecord()) {
      return record(row, asked);
    } else if (asked == Currency.class) {
      return currency(row);
    } else if (asked == Instant.class) {
      return SqlTime.instant(row, column);
    } else if (asked.isEnum()) {
      return constant(asked, row.getString(column));
    } else if (asked == int.class) {
      return row.getInt(column);
    } else if (asked == long.class) {
      return row.getLong(column);
    } else if (asked == boolean.class) {
      return row.getBoolean(column);
    }
    return row.getObject(column, asked);
  }

  private Currency currency(ResultSet row) throws SQLException {
    return currency == null ? Currency.getInstance(row.getString("currency").trim()) : currency;
  }

  private static Object constant(Class<?> asked, String name) {
    return name == null
        ? null
        : Arrays.stream(asked.getEnumConstants())
            .filter(constant -> ((Enum<?>) constant).name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("%s is no %s.".formatted(name, asked.getName())));
  }
}
