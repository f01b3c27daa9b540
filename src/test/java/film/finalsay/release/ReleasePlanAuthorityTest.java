package film.finalsay.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decides a release plan: every row of the authority table, at its edges. */
class ReleasePlanAuthorityTest {

  private static final Path TABLE = Path.of("processes/release-plan-authority.dmn");
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final DmnDecision AUTHORITY = read();

  @ParameterizedTest(name = "first {0}, other terms {1}, {2} %, {3} days -> {4}")
  @CsvSource({
    "true,  false, 0,         0,   executive-producer",
    "true,  true,  50,        100, executive-producer",
    "false, true,  0,         0,   executive-producer",
    "false, true,  10.000001, 15,  executive-producer",
    "false, false, 0,         0,   producer",
    "false, false, 10,        14,  producer",
    "false, false, 10.000000, 0,   producer",
    "false, false, 10.000001, 0,   executive-producer",
    "false, false, 10.000001, 15,  executive-producer",
    "false, false, 10,        15,  executive-producer",
    "false, false, 0,         15,  executive-producer",
    "false, false, 5000,      900, executive-producer"
  })
  void theTableNames(
      boolean first, boolean otherTerms, String share, String days, String decidedBy) {
    for (boolean distributor : List.of(true, false)) {
      DmnDecisionResult rows = rows(first, otherTerms, share, days, distributor);

      assertThat(rows).as("rows that apply").hasSize(1);
      assertThat(rows.getSingleResult().getEntryMap())
          .containsEntry("decidedBy", decidedBy)
          .containsEntry("consents", distributor ? "distributor" : "")
          .hasEntrySatisfying("because", because -> assertThat((String) because).endsWith("."));
    }
  }

  @Test
  void everyRowHasAnIdAndADescriptionAndThereAreTen() {
    DecisionTable table =
        Dmn.readModelFromFile(TABLE.toFile())
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.UNIQUE);
    assertThat(table.getRules())
        .hasSize(10)
        .allSatisfy(
            rule -> {
              assertThat(rule.getId()).startsWith("rule_");
              assertThat(rule.getDescription().getTextContent()).isNotBlank();
            });
  }

  private static DmnDecisionResult rows(
      boolean first, boolean otherTerms, String share, String days, boolean distributor) {
    return ENGINE.evaluateDecision(
        AUTHORITY,
        Map.of(
            "first", first,
            "otherTerms", otherTerms,
            "shareOfPrintsAndAdvertising", share,
            "daysMoved", days,
            "distributorOnTeam", distributor));
  }

  private static DmnDecision read() {
    try (InputStream table = Files.newInputStream(TABLE)) {
      return ENGINE.parseDecision("release-plan-authority", table);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
