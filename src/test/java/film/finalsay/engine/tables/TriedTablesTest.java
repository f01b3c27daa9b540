package film.finalsay.engine.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.TableWatch;
import film.finalsay.engine.deployment.ModelDeployment;
import film.finalsay.support.FinalSayTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Tries the tables that the product comes with, so that a start need not; {@code
 * -Dfinalsay.docs=write} lists them as tried.
 */
@FinalSayTest
class TriedTablesTest {

  private static final Path LIST = Path.of("src/main/resources/tried-tables.sha256");
  private static final String AUTHORITY = "budget-change-authority.dmn";

  private final ObjectProvider<TableWatch> watches;
  private final RepositoryService repository;

  TriedTablesTest(ObjectProvider<TableWatch> watches, RepositoryService repository) {
    this.watches = watches;
    this.repository = repository;
  }

  @Test
  void theTablesOnTheListAreTheShippedOnesAndAreSound() throws IOException {
    CheckedTables checked = new CheckedTables(watches);
    StringBuilder sound = new StringBuilder();
    for (Path table : tables()) {
      byte[] model = Files.readAllBytes(table);
      checked.check(model);
      sound.append("%s  %s\n".formatted(Fingerprint.of(model), table));
    }

    if ("write".equals(System.getProperty("finalsay.docs"))) {
      Files.writeString(LIST, sound);
    }
    assertThat(LIST).content().isEqualTo(sound.toString());
  }

  @Test
  void aTableOfOursThatIsNotOnTheListIsTriedAtTheStart() throws IOException {
    String overlapping =
        Files.readString(Path.of("processes", AUTHORITY)).replace("&lt;= 10000</text>", "</text>");

    assertThatThrownBy(
            () ->
                repository
                    .createDeployment()
                    .source(ModelDeployment.NAME)
                    .addString(AUTHORITY, overlapping)
                    .deploy())
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageContaining("overlap");
  }

  private static List<Path> tables() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      return files.filter(file -> file.toString().endsWith(".dmn")).sorted().toList();
    }
  }
}
