package film.finalsay.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happened on each film, in one chain per film to which entries are only ever added, and in
 * one more what concerns all of them.
 */
@Service
public class Ledger {

  /** The chain of what concerns no single film; a film's id has no small letters. */
  public static final String COMPANY = "company";

  private final LedgerRepository entries;
  private final Clock clock;
  private final TransactionTemplate savepoint;

  Ledger(LedgerRepository entries, Clock clock, PlatformTransactionManager transactions) {
    this.entries = entries;
    this.clock = clock;
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Appends in the running transaction: the entry is there if and only if what it tells of is. A
   * film's entries follow one after the other; whoever appends holds its chain until the
   * transaction ends.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(String filmId, Event event) {
    Optional<Anchor> head = entries.findAndLockHead(filmId);
    if (head.isEmpty() && opened(filmId, event)) {
      return;
    }
    Anchor tail = head.or(() -> entries.findAndLockHead(filmId)).orElseThrow();
    StoredEntry entry = StoredEntry.after(tail, clock.instant(), event);
    entries.insert(entry);
    entries.updateHead(entry.anchor());
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<Entry> page(String filmId, int limit, long offset) {
    return read(entries.findByFilm(filmId, limit, offset));
  }

  /** What one approval led to, the newest first. */
  @Transactional(readOnly = true)
  public List<Entry> page(String filmId, String approvalKey, int limit, long offset) {
    return read(entries.findByApproval(filmId, approvalKey, limit, offset));
  }

  /** Where the film's chain ends today: to be printed or sent to where it cannot be rewritten. */
  @Transactional(readOnly = true)
  public Anchor anchor(String filmId) {
    return entries.findByFilm(filmId, 1, 0).stream()
        .findFirst()
        .map(StoredEntry::anchor)
        .orElseGet(() -> Anchor.ofNothing(filmId));
  }

  /**
   * Writes the first entry of a chain.
   *
   * @return false if somebody else was faster; the savepoint keeps the running transaction usable
   */
  private boolean opened(String filmId, Event event) {
    StoredEntry first = StoredEntry.after(Anchor.ofNothing(filmId), clock.instant(), event);
    try {
      savepoint.executeWithoutResult(
          open -> {
            entries.insert(first);
            entries.insertHead(first.anchor());
          });
      return true;
    } catch (DuplicateKeyException raced) {
      return false;
    }
  }

  private static List<Entry> read(List<StoredEntry> stored) {
    return stored.stream().map(StoredEntry::read).toList();
  }
}
