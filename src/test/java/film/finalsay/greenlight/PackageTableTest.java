package film.finalsay.greenlight;

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

/** What a greenlight asks for: every row of the package table, at its edges. */
class PackageTableTest {

  private static final Path TABLE = Path.of("processes/greenlight-package.dmn");
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final DmnDecision PACKAGE = read();

  @ParameterizedTest(name = "{0} of {1}: {2} {3}")
  @CsvSource({
    "FEATURE,     0.00,       SCRIPT,          required",
    "SERIES,      0.00,       SCRIPT,          required",
    "SHORT,       0.00,       SCRIPT,          required",
    "DOCUMENTARY, 90000000,   SCRIPT,          optional",
    "FEATURE,     0.00,       BUDGET,          required",
    "SHORT,       0.00,       SCHEDULE,        required",
    "DOCUMENTARY, 0.00,       FINANCE_PLAN,    required",
    "SHORT,       0.00,       DIRECTOR,        required",
    "FEATURE,     499999.99,  LEAD_CAST,       optional",
    "FEATURE,     500000.00,  LEAD_CAST,       required",
    "SERIES,      499999.99,  LEAD_CAST,       optional",
    "SERIES,      500000.00,  LEAD_CAST,       required",
    "DOCUMENTARY, 500000.00,  LEAD_CAST,       optional",
    "SHORT,       500000.00,  LEAD_CAST,       optional",
    "FEATURE,     4999999.99, SALES_ESTIMATES, optional",
    "FEATURE,     5000000.00, SALES_ESTIMATES, required",
    "SERIES,      5000000.00, SALES_ESTIMATES, optional",
    "DOCUMENTARY, 5000000.00, SALES_ESTIMATES, optional",
    "SHORT,       0.00,       CHAIN_OF_TITLE,  required",
    "FEATURE,     0.00,       INSURANCE,       required",
    "DOCUMENTARY, 0.00,       INSURANCE,       required",
    "SHORT,       9000000,    INSURANCE,       optional",
    "FEATURE,     4999999.99, COMPLETION_BOND, optional",
    "FEATURE,     5000000.00, COMPLETION_BOND, required",
    "SERIES,      5000000.00, COMPLETION_BOND, required",
    "DOCUMENTARY, 5000000.00, COMPLETION_BOND, optional",
    "SHORT,       5000000.00, COMPLETION_BOND, optional"
  })
  void theTableSays(String kind, String budget, String item, String requirement) {
    DmnDecisionResult rows = rows(kind, budget, item);

    assertThat(rows).as("rows that apply").hasSize(1);
    assertThat(rows.getSingleResult().getEntryMap())
        .containsEntry("requirement", requirement)
        .hasEntrySatisfying("because", because -> assertThat((String) because).endsWith("."));
  }

  @Test
  void exactlyOneRowAppliesToEveryItemOfEveryFilm() {
    for (String kind : List.of("FEATURE", "DOCUMENTARY", "SERIES", "SHORT")) {
      for (PackageItem item : PackageItem.values()) {
        for (String budget :
            List.of("0", "499999.99", "500000", "4999999.99", "5000000", "999999999999")) {
          assertThat(rows(kind, budget, item.name())).as("%s %s %s", kind, item, budget).hasSize(1);
        }
      }
    }
  }

  @Test
  void everyRowHasAnIdAndADescriptionAndThereAreSixteen() {
    DecisionTable table =
        Dmn.readModelFromFile(TABLE.toFile())
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.UNIQUE);
    assertThat(table.getRules())
        .hasSize(16)
        .allSatisfy(
            rule -> {
              assertThat(rule.getId()).startsWith("rule_");
              assertThat(rule.getDescription().getTextContent()).isNotBlank();
            });
  }

  private static DmnDecisionResult rows(String kind, String budget, String item) {
    return ENGINE.evaluateDecision(PACKAGE, Map.of("kind", kind, "budget", budget, "item", item));
  }

  private static DmnDecision read() {
    try (InputStream table = Files.newInputStream(TABLE)) {
      return ENGINE.parseDecision("greenlight-package", table);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
