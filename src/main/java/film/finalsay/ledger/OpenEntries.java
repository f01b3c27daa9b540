package film.finalsay.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the running transaction has told and changed so far. It is written when the transaction
 * ends: only then is it known what each row came to hold.
 */
final class OpenEntries implements TransactionSynchronization {

  private final Consumer<OpenEntries> writer;
  private final Map<String, List<Told>> events = new LinkedHashMap<>();
  private final Map<ChangedRow, RowContent> rows = new LinkedHashMap<>();
  private final Map<Object, Map<ChangedRow, RowContent>> rowsAtSavepoints = new HashMap<>();

  record Told(Instant at, Event event) {}

  private OpenEntries(Consumer<OpenEntries> writer) {
    this.writer = writer;
  }

  static OpenEntries ofTransaction(Consumer<OpenEntries> writer) {
    for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
      if (one instanceof OpenEntries open) {
        return open;
      }
    }
    OpenEntries open = new OpenEntries(writer);
    TransactionSynchronizationManager.registerSynchronization(open);
    return open;
  }

  void tell(String film, Instant at, Event event) {
    events.computeIfAbsent(film, first -> new ArrayList<>()).add(new Told(at, event));
  }

  /**
   * @param content what it holds from now on; null if it is gone
   */
  void changed(ChangedRow row, RowContent content) {
    rows.put(row, content);
  }

  /** By film, in the order in which they were first told of. */
  Map<String, List<Told>> events() {
    return events;
  }

  /** In the order in which they were first changed. */
  Map<ChangedRow, RowContent> rows() {
    return rows;
  }

  @Override
  public void savepoint(Object savepoint) {
    rowsAtSavepoints.put(savepoint, new LinkedHashMap<>(rows));
  }

  @Override
  public void savepointRollback(Object savepoint) {
    rows.clear();
    rows.putAll(rowsAtSavepoints.getOrDefault(savepoint, Map.of()));
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    writer.accept(this);
  }

  /** After whoever else writes at the end. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
