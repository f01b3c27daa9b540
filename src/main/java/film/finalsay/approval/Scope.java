package film.finalsay.approval;

/**
 * What a producer's role on a film is for: an executive producer may be one from a strictly
 * financial standpoint, and has no say in the script then.
 */
public enum Scope {
  ALL,
  MONEY,
  CREATIVE;

  /** As a sentence writes it: {@code money}. */
  public String title() {
    return this == ALL ? "everything" : this == MONEY ? "money" : "creative matters";
  }
}
