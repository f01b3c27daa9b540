package film.finalsay.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Set<ChangedRow> rows = new LinkedHashSet<>();

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

  void changed(ChangedRow row) {
    rows.add(row);
  }

  /** By film, in the order in which they were first told of. */
  Map<String, List<Told>> events() {
    return events;
  }

  Set<ChangedRow> rows() {
    return rows;
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
