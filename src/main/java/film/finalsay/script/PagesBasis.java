package film.finalsay.script;

/** Where a number of pages comes from. */
public enum PagesBasis {
  /** Whoever submitted the draft says so. */
  GIVEN,
  /** From the lengths in the file. */
  COUNTED,
  /** From the text, by the standard page of 55 lines. */
  ESTIMATED
}
