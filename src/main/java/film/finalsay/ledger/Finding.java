package film.finalsay.ledger;

/**
 * The first thing that is wrong with a film's chain.
 *
 * @param number of the entry it was found at
 * @param what in words, for the person who has to look into it
 */
public record Finding(String filmId, long number, Kind kind, String what) {

  public enum Kind {
    /** The content of an entry does not give its hash. */
    CHANGED,
    /** An entry names another hash before it than the one it was written after. */
    PREVIOUS_HASH_CHANGED,
    /** The hash of an entry is not the one that the next entry was written after. */
    HASH_CHANGED,
    /** An entry stands at the place of another. */
    SWAPPED,
    /** A number is not there. */
    MISSING,
    /** An entry with a number that no chain has. */
    STRAY,
    /** An entry is whole in itself but was written after another one than that before it. */
    NOT_LINKED,
    /** The chain ends before an anchor. */
    SHORTER_THAN_ANCHOR,
    /** The entry that an anchor names has another hash: the chain was written anew. */
    OTHER_THAN_ANCHOR,
    /** ledger_head does not point to the last entry. */
    HEAD_IS_NOT_TAIL
  }

  @Override
  public String toString() {
    return filmId + ": " + what;
  }
}
