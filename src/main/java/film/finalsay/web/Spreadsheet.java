package film.finalsay.web;

/** Texts that somebody typed, for a spreadsheet. */
public final class Spreadsheet {

  /** A spreadsheet takes a text that begins so for a formula, and would run it. */
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

  private Spreadsheet() {}

  /**
   * @return null for null
   */
  public static String harmless(String text) {
    return text == null || text.isEmpty() || BEGINS_A_FORMULA.indexOf(text.charAt(0)) < 0
        ? text
        : "'" + text;
  }
}
