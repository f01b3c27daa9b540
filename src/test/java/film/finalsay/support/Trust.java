package film.finalsay.support;

/**
 * How often a test of trust tries: a number that a build bears, or with {@code
 * -Dfinalsay.trust=full} the number that the product promises.
 */
public final class Trust {

  private static final boolean FULL = "full".equals(System.getProperty("finalsay.trust"));

  private Trust() {}

  public static int count(int usually, int full) {
    return FULL ? full : usually;
  }
}
