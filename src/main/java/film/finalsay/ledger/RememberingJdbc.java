package film.finalsay.ledger;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the database once for what a transaction reads again and again: one command looks at the
 * same film, team and request from many sides. What {@link ReadRows} says when it is forgotten
 * holds for every statement of the product, so no repository has to think of it.
 */
final class RememberingJdbc implements JdbcClient {

  /** The engine changes its tables itself, and documents can be large. */
  private static final Pattern NOT_REMEMBERED = Pattern.compile("\\bact_|\\bfrom document\\b");

  private final JdbcClient jdbc;

  RememberingJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public StatementSpec sql(String sql) {
    StatementSpec statement = jdbc.sql(sql);
    Optional<ReadRows> read = ReadRows.ofTransaction();
    if (read.isEmpty()) {
      return statement;
    }
    String text = sql.toLowerCase(Locale.ROOT).strip();
    if (!text.startsWith("select")) {
      return new Change(text, statement, read.get()).asStatement();
    }
    return NOT_REMEMBERED.matcher(text).find()
        ? statement
        : new Read(text, statement, read.get()).asStatement();
  }

  private static final class Change extends ForwardedStatement {

    private final String sql;
    private final ReadRows read;

    Change(String sql, StatementSpec statement, ReadRows read) {
      super(statement);
      this.sql = sql;
      this.read = read;
    }

    @Override
    Object call(Method method, Object... arguments) throws Throwable {
      if (method.getName().equals("update")) {
        Matcher change = RecordingJdbc.CHANGE.matcher(sql);
        if (change.matches()) {
          read.forget(change.group(2));
        } else {
          read.forget();
        }
      }
      return super.call(method, arguments);
    }
  }

  private static final class Read extends ForwardedStatement {

    private final ReadRows read;
    private final List<Object> asked = new ArrayList<>();

    Read(String sql, StatementSpec statement, ReadRows read) {
      super(statement);
      this.read = read;
      asked.add(sql);
    }

    @Override
    Object call(Method method, Object... arguments) throws Throwable {
      Object first = arguments.length == 1 ? arguments[0] : null;
      switch (method.getName()) {
        case "param" -> asked.add(Arrays.asList(arguments));
        case "params" ->
            asked.add(first instanceof Object[] values ? Arrays.asList(values) : List.of(first));
        // of what such an object holds nothing is known
        case "paramSource" -> asked.add(new Object());
        default -> {
          if (first instanceof RowMapper<?> mapper) {
            return rows(mapper);
          } else if (first instanceof Class<?> type) {
            return values(type);
          }
        }
      }
      return super.call(method, arguments);
    }

    private <T> MappedQuerySpec<T> rows(RowMapper<T> mapper) {
      return new Rows<>(
          () -> read.rows(asked, mapper, recorded -> statement().query(recorded).list()));
    }

    private <T> MappedQuerySpec<T> values(Class<T> type) {
      asked.add(type);
      return new Rows<>(() -> read.values(asked, () -> statement().query(type).list()));
    }
  }

  private record Rows<T>(Supplier<List<T>> read) implements MappedQuerySpec<T> {

    @Override
    public List<T> list() {
      return read.get();
    }

    @Override
    public Stream<T> stream() {
      return list().stream();
    }
  }
}
