package film.finalsay.engine.tables;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.support.FinalSayTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;

/** What the product itself deploys is tried as what anybody else does. */
@FinalSayTest
class CheckedTablesTest {

  private static final String AUTHORITY = "budget-change-authority.dmn";

  private final RepositoryService repository;

  CheckedTablesTest(RepositoryService repository) {
    this.repository = repository;
  }

  @Test
  void aTableOfOursIsTriedAtTheStart() throws IOException {
    String overlapping =
        Files.readString(Path.of("processes", AUTHORITY)).replace("&lt;= 10000</text>", "</text>");

    assertThatThrownBy(
            () ->
                repository
                    .createDeployment()
                    .source("final-say")
                    .addString(AUTHORITY, overlapping)
                    .deploy())
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageContaining("overlap");
  }
}
