package film.finalsay.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import film.finalsay.approval.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An entry as its columns hold it, in plain texts: an entry that somebody has changed has to be
 * readable, too.
 */
record StoredEntry(
    String filmId,
    long number,
    Instant at,
    String happening,
    String approvalKey,
    String person,
    String role,
    String onBehalfOf,
    String seen,
    String facts,
    String rowsSha256,
    String previousHash,
    String hash) {

  /** Goes into every hash, so that another way of hashing could be told from this one. */
  private static final String WITHOUT_ROWS = "final-say-ledger-1";

  private static final String WITH_ROWS = "final-say-ledger-2";

  /**
   * The event as the next entry of a chain.
   *
   * @param rowsSha256 over the rows that were written together with it
   */
  static StoredEntry after(Anchor tail, Instant now, Event event, String rowsSha256) {
    return new StoredEntry(
            tail.filmId(),
            tail.number() + 1,
            // both databases keep microseconds
            now.truncatedTo(ChronoUnit.MICROS),
            event.happening().name(),
            storable(event.approvalKey()),
            storable(event.person()),
            id(event.role()),
            id(event.onBehalfOf()),
            storable(event.seen()),
            storable(Json.written(event.facts())),
            rowsSha256,
            tail.hash(),
            null)
        .sealed();
  }

  /**
   * @throws IllegalStateException if a column holds what the product never writes
   */
  Entry read() {
    try {
      Event event =
          new Event(
              Happening.valueOf(happening),
              approvalKey,
              person,
              role(role),
              role(onBehalfOf),
              seen,
              Json.read(facts));
      return new Entry(filmId, number, at, event, rowsSha256, previousHash, hash);
    } catch (RuntimeException changed) {
      throw new IllegalStateException(
          "Entry %d of the ledger of %s cannot be read; verify-ledger says what is wrong with it."
              .formatted(number, filmId),
          changed);
    }
  }

  Anchor anchor() {
    return new Anchor(filmId, number, hash);
  }

  String recomputedHash() {
    return hashAt(number, previousHash);
  }

  /**
   * The hash that this content would have at a place in its film's chain: SHA-256 over each column
   * in UTF-8 with its length before it, so that nothing can be shifted from one to the next.
   */
  String hashAt(long place, String hashBefore) {
    Sha256 digest =
        new Sha256()
            .add(rowsSha256 == null ? WITHOUT_ROWS : WITH_ROWS)
            .add(filmId)
            .add(Long.toString(place))
            .add(at == null ? null : Long.toString(at.getEpochSecond()))
            .add(at == null ? null : Integer.toString(at.getNano()))
            .add(happening)
            .add(approvalKey)
            .add(person)
            .add(role)
            .add(onBehalfOf)
            .add(seen)
            .add(facts)
            .add(hashBefore);
    return (rowsSha256 == null ? digest : digest.add(rowsSha256)).hex();
  }

  private StoredEntry sealed() {
    return new StoredEntry(
        filmId,
        number,
        at,
        happening,
        approvalKey,
        person,
        role,
        onBehalfOf,
        seen,
        facts,
        rowsSha256,
        previousHash,
        recomputedHash());
  }

  /** Half a character, which a database stores in its own way or not at all, becomes "?". */
  private static String storable(String text) {
    return text == null ? null : new String(text.getBytes(UTF_8), UTF_8);
  }

  private static String id(Role role) {
    return role == null ? null : role.id();
  }

  private static Role role(String id) {
    return id == null ? null : Role.ofId(id).orElseThrow();
  }
}
