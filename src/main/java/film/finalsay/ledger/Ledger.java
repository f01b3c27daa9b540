package film.finalsay.ledger;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened on each film, in one chain per film to which entries are only ever added, and in
 * one more what concerns all of them.
 */
@Service
public class Ledger {

  /** The chain of what concerns no single film; a film's id has no small letters. */
  public static final String COMPANY = "company";

  private final LedgerRepository entries;
  private final EntryWriter writer;
  private final Clock clock;

  Ledger(LedgerRepository entries, EntryWriter writer, Clock clock) {
    this.entries = entries;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * Appends in the running transaction: the entry is there if and only if what it tells of is. A
   * film's entries follow one after the other; whoever appends holds its chain until the
   * transaction ends. With the last entry of a transaction stands what its rows came to hold.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(String filmId, Event event) {
    entries.findAndLockHead(filmId);
    writer.open().tell(filmId, clock.instant(), event);
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

  private static List<Entry> read(List<StoredEntry> stored) {
    return stored.stream().map(StoredEntry::read).toList();
  }
}
