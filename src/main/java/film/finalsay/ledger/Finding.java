package film.finalsay.ledger;

/**
 * The first thing that is wrong with a film's chain, or with the rows of a table.
 *
 * @param number of the entry it was found at; 0 if the ledger has none
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
    HEAD_IS_NOT_TAIL,
    /** The rows that an entry was written together with are not the ones that stand with it. */
    ROWS_CHANGED,
    /** A table has a row that the ledger does not know. */
    ROW_UNKNOWN,
    /** A row is not in its table any more. */
    ROW_GONE,
    /** A row holds something else than what the ledger has kept of it. */
    ROW_DIFFERS,
    /** A table says something else than what the entries tell in words. */
    OTHER_THAN_TOLD;

    boolean isOfTheChain() {
      return compareTo(ROWS_CHANGED) < 0;
    }
  }

  @Override
  public String toString() {
    return filmId + ": " + what;
  }
}
