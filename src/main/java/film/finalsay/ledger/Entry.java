package film.finalsay.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Map;

/**
 * An event at its place in its film's chain.
 *
 * @param number from 1, without gaps
 * @param rowsSha256 over the rows that were written together with it; null for an older entry
 * @param previousHash the hash of the entry before; zeros for the first
 * @param hash over everything else in it
 */
public record Entry(
    @JsonIgnore String filmId,
    long number,
    Instant at,
    @JsonUnwrapped Event event,
    String rowsSha256,
    String previousHash,
    String hash) {

  /** The entry with other facts than those of its hash, for whoever may not see them yet. */
  public Entry with(Map<String, String> facts) {
    Event shown =
        new Event(
            event.happening(),
            event.approvalKey(),
            event.person(),
            event.role(),
            event.onBehalfOf(),
            event.seen(),
            facts);
    return new Entry(filmId, number, at, shown, rowsSha256, previousHash, hash);
  }
}
