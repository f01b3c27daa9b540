package film.finalsay.ledger;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.jdbc.core.simple.JdbcClient.ResultQuerySpec;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.KeyHolder;

/** A statement that does what another does, for those that do one thing besides. */
abstract class ForwardedStatement implements StatementSpec {

  private StatementSpec statement;

  ForwardedStatement(StatementSpec statement) {
    this.statement = statement;
  }

  final StatementSpec statement() {
    return statement;
  }

  private StatementSpec with(StatementSpec changed) {
    this.statement = changed;
    return this;
  }

  @Override
  public StatementSpec param(Object value) {
    return with(statement.param(value));
  }

  @Override
  public StatementSpec param(int index, Object value) {
    return with(statement.param(index, value));
  }

  @Override
  public StatementSpec param(int index, Object value, int type) {
    return with(statement.param(index, value, type));
  }

  @Override
  public StatementSpec param(String name, Object value) {
    return with(statement.param(name, value));
  }

  @Override
  public StatementSpec param(String name, Object value, int type) {
    return with(statement.param(name, value, type));
  }

  @Override
  public StatementSpec params(Object... values) {
    return with(statement.params(values));
  }

  @Override
  public StatementSpec params(List<?> values) {
    return with(statement.params(values));
  }

  @Override
  public StatementSpec params(Map<String, ?> values) {
    return with(statement.params(values));
  }

  @Override
  public StatementSpec paramSource(Object values) {
    return with(statement.paramSource(values));
  }

  @Override
  public StatementSpec paramSource(SqlParameterSource values) {
    return with(statement.paramSource(values));
  }

  @Override
  public int update() {
    return statement.update();
  }

  @Override
  public int update(KeyHolder generated) {
    return statement.update(generated);
  }

  @Override
  public int update(KeyHolder generated, String... columns) {
    return statement.update(generated, columns);
  }

  @Override
  public ResultQuerySpec query() {
    return statement.query();
  }

  @Override
  public <T> MappedQuerySpec<T> query(Class<T> type) {
    return statement.query(type);
  }

  @Override
  public <T> MappedQuerySpec<T> query(RowMapper<T> mapper) {
    return statement.query(mapper);
  }

  @Override
  public void query(RowCallbackHandler handler) {
    statement.query(handler);
  }

  @Override
  public <T> T query(ResultSetExtractor<T> extractor) {
    return statement.query(extractor);
  }
}
