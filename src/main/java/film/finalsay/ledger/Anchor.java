package film.finalsay.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a film's chain was and the hash it ended in. Kept where nobody who can write to the
 * database can reach it, it tells a cut or a rewritten chain from the true one.
 *
 * @param number 0 as long as nothing happened
 */
public record Anchor(@JsonProperty("film") String filmId, long number, String hash) {

  /** What stands before the first entry. */
  static final String NOTHING_YET = "0".repeat(64);

  private static final Pattern LINE = Pattern.compile("(\\S{1,12}) (\\d{1,18}) ([0-9a-f]{64})");

  static Anchor ofNothing(String filmId) {
    return new Anchor(filmId, 0, NOTHING_YET);
  }

  /**
   * @return empty if the line is no anchor
   */
  static Optional<Anchor> of(String line) {
    Matcher matcher = LINE.matcher(line.strip());
    return matcher.matches()
        ? Optional.of(
            new Anchor(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3)))
        : Optional.empty();
  }

  /** As it is printed and read again: {@code NOVA 1234 <hash>}. */
  public String line() {
    return filmId + " " + number + " " + hash;
  }
}
