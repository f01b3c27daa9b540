package film.finalsay.approval;

/** Part of a text, for a place that has no room for all of it; never half a character. */
public final class Excerpt {

  private Excerpt() {}

  /** The beginning of a text, of at most so many characters as Java counts them. */
  public static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean half = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, half ? most - 1 : most);
  }

  /** The end of a text, of at most so many characters as Java counts them. */
  public static String ending(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int from = text.length() - most;
    boolean half = most > 0 && Character.isLowSurrogate(text.charAt(from));
    return text.substring(half ? from + 1 : from);
  }
}
