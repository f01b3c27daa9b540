package film.finalsay.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.KeyHolder;

/**
 * Asks the database once for what a transaction reads again and again: one command looks at the
 * same film, team and request from many sides. What {@link ReadRows} says when it is forgotten
 * holds for every statement of the product, so no repository has to think of it.
 */
final class RememberingJdbc implements JdbcClient {

  private static final Pattern CHANGE =
      Pattern.compile(
          "\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(\\w+)\\b.*", Pattern.DOTALL);

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
      return new Change(text, statement, read.get());
    }
    return NOT_REMEMBERED.matcher(text).find() ? statement : new Read(text, statement, read.get());
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
    public int update() {
      return forgetting(super::update);
    }

    @Override
    public int update(KeyHolder generated) {
      return forgetting(() -> super.update(generated));
    }

    @Override
    public int update(KeyHolder generated, String... columns) {
      return forgetting(() -> super.update(generated, columns));
    }

    private int forgetting(Supplier<Integer> update) {
      Matcher change = CHANGE.matcher(sql);
      if (change.matches()) {
        read.forget(change.group(1));
      } else {
        read.forget();
      }
      return update.get();
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
    public StatementSpec param(Object value) {
      return with(super.param(value), value);
    }

    @Override
    public StatementSpec param(int index, Object value) {
      return with(super.param(index, value), index, value);
    }

    @Override
    public StatementSpec param(int index, Object value, int type) {
      return with(super.param(index, value, type), index, value, type);
    }

    @Override
    public StatementSpec param(String name, Object value) {
      return with(super.param(name, value), name, value);
    }

    @Override
    public StatementSpec param(String name, Object value, int type) {
      return with(super.param(name, value, type), name, value, type);
    }

    @Override
    public StatementSpec params(Object... values) {
      return with(super.params(values), values);
    }

    @Override
    public StatementSpec params(List<?> values) {
      return with(super.params(values), values);
    }

    @Override
    public StatementSpec params(Map<String, ?> values) {
      return with(super.params(values), values);
    }

    /** Of what such an object holds nothing is known. */
    @Override
    public StatementSpec paramSource(Object values) {
      return with(super.paramSource(values), new Object());
    }

    @Override
    public StatementSpec paramSource(SqlParameterSource values) {
      return with(super.paramSource(values), new Object());
    }

    private StatementSpec with(StatementSpec itself, Object... parameter) {
      asked.add(Arrays.asList(parameter));
      return itself;
    }

    @Override
    public <T> MappedQuerySpec<T> query(RowMapper<T> mapper) {
      return new Rows<>(() -> read.rows(asked, mapper, recorded -> super.query(recorded).list()));
    }

    @Override
    public <T> MappedQuerySpec<T> query(Class<T> type) {
      asked.add(type);
      return new Rows<>(() -> read.values(asked, () -> super.query(type).list()));
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
