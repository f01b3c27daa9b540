package film.finalsay.ledger;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The way on which the product changes its tables: the database gives back each row that a
 * statement inserted, updated or deleted, with what it holds now, so that no change of the
 * product's own is forgotten in the ledger.
 */
final class RecordingJdbc implements JdbcClient {

  /** How, and of which table. */
  static final Pattern CHANGE =
      Pattern.compile("\\s*(insert\\s+into|update|delete\\s+from)\\s+(\\w+)\\b.*", Pattern.DOTALL);

  private final JdbcClient jdbc;
  private final RecordedTables tables;
  private final TransactionOperations transaction;
  private final BiConsumer<ChangedRow, RowContent> changes;
  private final boolean h2;

  RecordingJdbc(
      JdbcClient jdbc,
      RecordedTables tables,
      TransactionOperations transaction,
      BiConsumer<ChangedRow, RowContent> changes,
      boolean h2) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.transaction = transaction;
    this.changes = changes;
    this.h2 = h2;
  }

  @Override
  public StatementSpec sql(String sql) {
    Matcher change = CHANGE.matcher(sql.toLowerCase(Locale.ROOT));
    Optional<RecordedTable> table =
        change.matches() ? tables.find(change.group(2)) : Optional.empty();
    return table
        .map(
            recorded ->
                new Change(
                        recorded,
                        change.group(1).startsWith("delete"),
                        jdbc.sql(givingBack(sql, change.group(1), recorded)))
                    .asStatement())
        .orElseGet(() -> jdbc.sql(sql));
  }

  private String givingBack(String sql, String verb, RecordedTable table) {
    if (!h2) {
      return "%s returning %s".formatted(sql, table.changedColumns());
    }
    return "select %s from %s table (%s)"
        .formatted(table.changedColumns(), verb.startsWith("delete") ? "old" : "final", sql);
  }

  /** A statement that changes rows of a recorded table. */
  private final class Change extends ForwardedStatement {

    private final RecordedTable table;
    private final boolean deletes;

    Change(RecordedTable table, boolean deletes, StatementSpec statement) {
      super(statement);
      this.table = table;
      this.deletes = deletes;
    }

    @Override
    Object call(Method method, Object... arguments) throws Throwable {
      return switch (method.getName()) {
        case "query" ->
            throw new UnsupportedOperationException(
                "A change of %s is no query.".formatted(table.name()));
        case "update" -> {
          List<ChangedRow> rows = changed();
          if (arguments.length > 0) {
            tell((KeyHolder) arguments[0], rows);
          }
          yield rows.size();
        }
        default -> super.call(method, arguments);
      };
    }

    private void tell(KeyHolder generated, List<ChangedRow> rows) {
      String column = table.key().get(0).name();
      rows.forEach(
          row -> generated.getKeyList().add(Map.of(column, Long.valueOf(row.key().get(0)))));
    }

    private List<ChangedRow> changed() {
      return transaction.execute(
          status ->
              statement()
                  .query(
                      (row, n) -> {
                        ChangedRow changed = table.changed(row);
                        changes.accept(changed, deletes ? null : table.contentOf(row));
                        return changed;
                      })
                  .list());
    }
  }
}
