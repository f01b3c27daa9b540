package film.finalsay.engine.tables;

import film.finalsay.approval.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * The tables that the product comes with, as a test of the build has tried them with all that they
 * can be asked; a start need not try those again.
 */
final class TriedTables {

  private static final String LIST = "tried-tables.sha256";
  private static final int LENGTH_OF_A_FINGERPRINT = 64;

  private final Set<String> fingerprints;

  TriedTables() {
    try {
      this.fingerprints =
          new ClassPathResource(LIST)
              .getContentAsString(StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.substring(0, LENGTH_OF_A_FINGERPRINT))
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  boolean include(byte[] table) {
    return fingerprints.contains(Fingerprint.of(table));
  }
}
