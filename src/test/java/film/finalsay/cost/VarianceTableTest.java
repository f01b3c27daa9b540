package film.finalsay.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who explains a variance: every row of the variance table, at its edges. */
class VarianceTableTest {

  private static final Path TABLE = Path.of("processes/cost-report-variance.dmn");
  private static final DmnEngine ENGINE =
      DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final DmnDecision VARIANCE = variance();

  @ParameterizedTest(name = "{0}, {1} % -> {2}")
  @CsvSource({
    "5000.00,          12.000000,",
    "0.00,              0.000000,",
    "-90000.00,        -5.000000,",
    "-10000.00,        -5.000001,",
    "-10000.00,       -99.000000,",
    "-0.01,          -100.000000,",
    "-10000.01,        -5.000001, producer",
    "-900000.00,       -5.000001, producer",
    "-50000.01,       -10.000000, producer",
    "-10000.01,       -10.000001, producer",
    "-50000.00,       -10.000001, producer",
    "-50000.00,      -100.000000, producer",
    "-50000.01,       -10.000001, executive-producer",
    "-999999999999.99,-99.000000, executive-producer"
  })
  void theTableNames(String variance, String percent, String explainedBy) {
    for (String section : List.of("ATL", "PRODUCTION", "POST", "OTHER")) {
      DmnDecisionResult rows = rows(variance, percent, section);

      assertThat(rows).as("rows that apply").hasSize(1);
      assertThat(rows.getSingleResult().getEntryMap())
          .containsEntry("explainedBy", explainedBy == null ? "" : explainedBy)
          .hasEntrySatisfying("because", because -> assertThat((String) because).endsWith("."));
    }
  }

  @Test
  void exactlyOneRowAppliesToEveryVarianceThereCanBe() {
    for (String variance :
        List.of("1", "0", "-1", "-10000", "-10000.01", "-50000", "-50000.01", "-1000000")) {
      for (String percent :
          List.of("100", "0", "-5", "-5.000001", "-10", "-10.000001", "-100", "-2000")) {
        assertThat(rows(variance, percent, "POST")).as("%s, %s %%", variance, percent).hasSize(1);
      }
    }
  }

  @Test
  void everyRowHasAnIdAndADescriptionAndThereAreFive() {
    DecisionTable table =
        Dmn.readModelFromFile(TABLE.toFile())
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.UNIQUE);
    assertThat(table.getRules())
        .hasSize(5)
        .allSatisfy(
            rule -> {
              assertThat(rule.getId()).startsWith("rule_");
              assertThat(rule.getDescription().getTextContent()).isNotBlank();
            });
  }

  private static DmnDecisionResult rows(String variance, String percent, String section) {
    return ENGINE.evaluateDecision(
        VARIANCE, Map.of("variance", variance, "variancePercent", percent, "section", section));
  }

  private static DmnDecision variance() {
    try (InputStream table = Files.newInputStream(TABLE)) {
      return ENGINE.parseDecision("cost-report-variance", table);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
