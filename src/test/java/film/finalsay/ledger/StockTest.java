package film.finalsay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A migration moves rows without an entry; so stock is taken once the newest has run. */
class StockTest {

  @Test
  void stockIsTakenOnceTheNewestMigrationHasRun() throws IOException {
    try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
      String newest =
          migrations
              .map(file -> file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"))
              .max(Comparator.comparing(Integer::valueOf))
              .orElseThrow();
      assertThat(Stock.SCHEMA).isEqualTo(newest);
    }
  }
}
