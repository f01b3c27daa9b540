package film.finalsay.ledger;

import java.time.Instant;

/**
 * An event at its place in its film's chain.
 *
 * @param number from 1, without gaps
 * @param rowsSha256 over the rows that were written together with it; null for an older entry
 * @param previousHash the hash of the entry before; zeros for the first
 * @param hash over everything else in it
 */
public record Entry(
    String filmId,
    long number,
    Instant at,
    Event event,
    String rowsSha256,
    String previousHash,
    String hash) {}
