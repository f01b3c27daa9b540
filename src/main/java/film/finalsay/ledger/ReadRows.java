package film.finalsay.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the running transaction has read, by statement and parameters. It is forgotten where a table
 * that it comes from is changed; all but locked rows where another row is locked, so that nothing
 * read before a lock is used after it; and all of it where the transaction goes back to a
 * savepoint, and where it goes on after another one within it.
 */
final class ReadRows implements TransactionSynchronization {

  /** No list of this length is asked for twice. */
  private static final int MANY = 500;

  private static final Object KEY = ReadRows.class;
  private static final Pattern LOCK = Pattern.compile("\\s+for\\s+update$");

  /** Where a chain ends is held for what is appended to it, and for nothing else. */
  private static final Pattern OF_A_CHAIN = Pattern.compile("\\bledger_head\\b");

  private final Map<List<Object>, List<?>> read = new HashMap<>();
  private final Set<List<Object>> locked = new HashSet<>();

  /** Empty outside a transaction. */
  static Optional<ReadRows> ofTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return Optional.empty();
    }
    ReadRows rows = (ReadRows) TransactionSynchronizationManager.getResource(KEY);
    if (rows == null) {
      rows = new ReadRows();
      TransactionSynchronizationManager.bindResource(KEY, rows);
      TransactionSynchronizationManager.registerSynchronization(rows);
    }
    return Optional.of(rows);
  }

  /**
   * The rows of a query, mapped anew each time: what a mapper makes of them can hang on more than
   * the row.
   *
   * @param query runs it with a mapper
   */
  @SuppressWarnings("unchecked")
  <T> List<T> rows(List<Object> asked, RowMapper<T> mapper, Function<RowMapper<T>, List<T>> query) {
    List<RowTape> tapes = (List<RowTape>) known(asked);
    if (tapes != null) {
      try {
        List<T> rows = new ArrayList<>();
        for (RowTape tape : tapes) {
          rows.add(tape.play(mapper, rows.size()));
        }
        return rows;
      } catch (RowTape.AskedOtherwiseException otherMapper) {
        // is answered by the database
      }
    }
    List<RowTape> recorded = new ArrayList<>();
    forgetBefore(asked);
    List<T> rows =
        query.apply(
            (row, n) -> {
              RowTape tape = new RowTape();
              recorded.add(tape);
              return tape.record(mapper, row, n);
            });
    keep(asked, recorded);
    return rows;
  }

  /** The values of a query for one column. */
  @SuppressWarnings("unchecked")
  <T> List<T> values(List<Object> asked, Supplier<List<T>> query) {
    List<T> values = (List<T>) known(asked);
    if (values == null) {
      forgetBefore(asked);
      values = query.get();
      keep(asked, values);
    }
    return new ArrayList<>(values);
  }

  private List<?> known(List<Object> asked) {
    List<Object> question = withoutLock(asked);
    return !isLock(asked) || locked.contains(question) ? read.get(question) : null;
  }

  private void forgetBefore(List<Object> asked) {
    boolean waits = isLock(asked) && !locked.contains(withoutLock(asked));
    if (waits && !OF_A_CHAIN.matcher(sql(asked)).find()) {
      read.keySet().retainAll(locked);
    }
  }

  private void keep(List<Object> asked, List<?> rows) {
    List<Object> question = withoutLock(asked);
    if (isLock(asked) && !rows.isEmpty()) {
      locked.add(question);
    }
    if (rows.size() <= MANY) {
      read.put(question, rows);
    }
  }

  void forget() {
    read.clear();
  }

  void forget(String table) {
    Pattern name = Pattern.compile("\\b" + table + "\\b");
    read.keySet().removeIf(asked -> name.matcher(sql(asked)).find());
  }

  private static boolean isLock(List<Object> asked) {
    return LOCK.matcher(sql(asked)).find();
  }

  /** What a row that is locked holds answers, too, whoever asks for it without. */
  private static List<Object> withoutLock(List<Object> asked) {
    List<Object> question = new ArrayList<>(asked);
    question.set(0, LOCK.matcher(sql(asked)).replaceFirst(""));
    return question;
  }

  private static String sql(List<Object> asked) {
    return (String) asked.get(0);
  }

  @Override
  public void savepointRollback(Object savepoint) {
    locked.clear();
    forget();
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(KEY);
  }

  @Override
  public void resume() {
    forget();
    TransactionSynchronizationManager.bindResource(KEY, this);
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
  }
}
