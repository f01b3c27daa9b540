package film.finalsay.schedule;

/** Pages of a script, which a schedule counts in eighths. */
public final class Pages {

  public static final int EIGHTHS = 8;

  private Pages() {}

  /** As a schedule prints them: {@code 4 7/8}, {@code 3/8}, {@code 5}. */
  public static String inWords(int eighths) {
    int whole = eighths / EIGHTHS;
    int rest = eighths % EIGHTHS;
    if (rest == 0) {
      return String.valueOf(whole);
    }
    return whole == 0 ? "%d/8".formatted(rest) : "%d %d/8".formatted(whole, rest);
  }
}
