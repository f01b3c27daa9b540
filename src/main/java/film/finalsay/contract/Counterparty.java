package film.finalsay.contract;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Who a contract is with.
 *
 * @param name the legal name
 * @param country two letters, ISO 3166
 */
public record Counterparty(String name, String country) {

  /** In characters as people count them; one of them may be written as many. */
  private static final int MOST = 200;

  /**
   * The name as names are compared: in whatever case, and without accents, blanks and marks, so
   * that another way to write it makes nobody another.
   *
   * @return letters and digits; empty if there are none
   */
  static String key(String name) {
    String key =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]", "");
    return key.codePointCount(0, key.length()) <= MOST
        ? key
        : key.substring(0, key.offsetByCodePoints(0, MOST));
  }

  String key() {
    return key(name);
  }
}
