package film.finalsay.ledger;

import film.finalsay.ledger.LedgerRows.Keeping;
import film.finalsay.ledger.OpenEntries.Told;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what a transaction told and changed, film by film, as its last act. */
@Component
class EntryWriter {

  private final LedgerRepository entries;
  private final LedgerRows rows;
  private final Clock clock;
  private final TransactionTemplate savepoint;

  EntryWriter(
      LedgerRepository entries,
      LedgerRows rows,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.entries = entries;
    this.rows = rows;
    this.clock = clock;
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  OpenEntries open() {
    return OpenEntries.ofTransaction(this::write);
  }

  private void write(OpenEntries open) {
    Map<String, Map<ChangedRow, RowContent>> changed = byChain(open);
    Map<String, List<Told>> told = new TreeMap<>(open.events());
    for (String chain : changed.keySet()) {
      told.computeIfAbsent(
          chain, none -> List.of(new Told(clock.instant(), Event.of(Happening.ROWS_KEPT))));
    }
    told.forEach((chain, events) -> write(chain, events, changed.getOrDefault(chain, Map.of())));
  }

  private void write(String chain, List<Told> events, Map<ChangedRow, RowContent> changed) {
    Optional<Anchor> head = entries.findAndLockHead(chain);
    if (head.isEmpty() && opened(chain, events, changed)) {
      return;
    }
    Anchor tail = head.or(() -> entries.findAndLockHead(chain)).orElseThrow();
    entries.updateHead(appended(tail, events, changed));
  }

  /**
   * Writes the first entries of a chain.
   *
   * @return false if somebody else was faster; the savepoint keeps the running transaction usable
   */
  private boolean opened(String chain, List<Told> events, Map<ChangedRow, RowContent> changed) {
    try {
      savepoint.executeWithoutResult(
          open -> entries.insertHead(appended(Anchor.ofNothing(chain), events, changed)));
      return true;
    } catch (DuplicateKeyException raced) {
      return false;
    }
  }

  /** What was changed stands with the last of the events. */
  private Anchor appended(Anchor before, List<Told> events, Map<ChangedRow, RowContent> changed) {
    Anchor tail = before;
    List<Keeping> kept =
        LedgerRows.keeping(before.filmId(), before.number() + events.size(), changed);
    List<StoredEntry> appended = new ArrayList<>();
    for (Told told : events) {
      boolean last = appended.size() == events.size() - 1;
      String sha256 = last ? LedgerRows.sha256(kept) : LedgerRows.NONE;
      appended.add(StoredEntry.after(tail, told.at(), told.event(), sha256));
      tail = appended.get(appended.size() - 1).anchor();
    }
    entries.insert(appended, kept);
    return tail;
  }

  /** A row of no film stands in the chain of the film that the transaction first told of. */
  private Map<String, Map<ChangedRow, RowContent>> byChain(OpenEntries open) {
    String company = open.events().keySet().stream().findFirst().orElse(Ledger.COMPANY);
    Map<String, String> films = new HashMap<>();
    open.rows().keySet().stream()
        .filter(row -> row.table().name().equals("approval"))
        .forEach(approval -> films.put(approval.key().get(0), approval.owner()));
    Map<String, Map<ChangedRow, RowContent>> changed = new TreeMap<>();
    open.rows()
        .forEach(
            (row, content) ->
                changed
                    .computeIfAbsent(chainOf(row, company, films), first -> new LinkedHashMap<>())
                    .put(row, content));
    return changed;
  }

  private String chainOf(ChangedRow row, String company, Map<String, String> films) {
    if (row.owner() == null) {
      return company;
    }
    String film =
        row.table().isOwnedByFilm()
            ? row.owner()
            : films.computeIfAbsent(row.owner(), rows::filmOf);
    return film == null ? company : film;
  }
}
