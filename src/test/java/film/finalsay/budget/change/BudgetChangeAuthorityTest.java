package film.finalsay.budget.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decides a budget change: every row of the authority table, at its edges. */
class BudgetChangeAuthorityTest {

  private static final Path TABLE = Path.of("processes/budget-change-authority.dmn");
  private static final Set<String> HIT = new TreeSet<>();
  private static final Set<String> LAST = new TreeSet<>();
  private static final DmnEngine ENGINE = engine();
  private static final DmnDecision AUTHORITY = authority();

  @ParameterizedTest(name = "{0} same section {1}, ATL {2}, {3} %, {4} -> {7} {8}")
  @CsvSource({
    // kind, sameSection, aboveTheLine, cumulative share, cumulative amount, drawn, shot, decidedBy,
    // consents
    "TRANSFER, true,  false, 5.000000,  10000.00, 0, 0, producer,",
    "TRANSFER, true,  false, 0.000001,      0.01, 0, 0, producer,",
    "TRANSFER, true,  false, 5.000000,  10000.01, 0, 0, co-executive-producer,",
    "TRANSFER, true,  false, 0.291543,  50000.00, 0, 0, co-executive-producer,",
    "TRANSFER, true,  false, 5.000001,      0.01, 0, 0, co-executive-producer,",
    "TRANSFER, true,  false, 10.000000, 50000.00, 0, 0, co-executive-producer,",
    "TRANSFER, false, false, 0.000001,      0.01, 0, 0, co-executive-producer,",
    "TRANSFER, false, false, 10.000000, 50000.00, 0, 0, co-executive-producer,",
    "TRANSFER, true,  false, 5.000000,  50000.01, 0, 0, executive-producer,",
    "TRANSFER, false, false, 10.000000, 50000.01, 0, 0, executive-producer,",
    "TRANSFER, true,  false, 10.000001,     0.01, 0, 0, executive-producer,",
    "TRANSFER, false, false, 10.000001, 90000.00, 0, 0, executive-producer,",
    "TRANSFER, true,  true,  0.000001,      0.01, 0, 0, executive-producer,",
    "TRANSFER, false, true,  99.000000, 90000.00, 0, 0, executive-producer,",
    "CONTINGENCY, false, false, 25.000000, 1.00, 50.000000, 49, executive-producer,",
    "CONTINGENCY, false, false, 25.000000, 1.00, 50.000001, 50, executive-producer,",
    "CONTINGENCY, false, false, 25.000001, 1.00, 25.000001, 49, executive-producer, completion-guarantor",
    "CONTINGENCY, false, false, 25.000001, 1.00, 50.000000, 49, executive-producer, completion-guarantor",
    "CONTINGENCY, false, false, 25.000001, 1.00, 50.000001, 50, executive-producer, completion-guarantor",
    "CONTINGENCY, false, false, 50.000001, 1.00, 50.000001, 49, executive-producer, completion-guarantor",
    "CONTINGENCY, false, false, 0.000001,  1.00, 50.000001, 49, executive-producer, completion-guarantor",
    "OVERAGE, true, false, 2.000000, 10000.00, 0, 0, co-executive-producer,",
    "OVERAGE, true, true,  2.000000, 10000.00, 0, 0, co-executive-producer,",
    "OVERAGE, true, false, 2.000000, 10000.01, 0, 0, executive-producer,",
    "OVERAGE, true, false, 2.000001,     0.01, 0, 0, executive-producer,",
    "INCREASE, true, false, 0.000001, 0.01, 0, 0, executive-producer, 'financier,completion-guarantor'"
  })
  void theTableNames(
      String kind,
      boolean sameSection,
      boolean aboveTheLine,
      String share,
      String amount,
      String drawn,
      String shot,
      String decidedBy,
      String consents) {
    DmnDecisionResult result = decide(kind, sameSection, aboveTheLine, share, amount, drawn, shot);

    assertThat(result).as("rows that apply").hasSize(1);
    assertThat(result.getSingleResult().getEntryMap())
        .containsEntry("decidedBy", decidedBy)
        .containsEntry("consents", consents == null ? "" : consents)
        .hasEntrySatisfying("because", because -> assertThat((String) because).endsWith("."));
  }

  @Test
  void exactlyOneRowAppliesToEveryRequestThereCanBe() {
    List<String> shares = List.of("2", "2.1", "5", "5.1", "10", "10.1", "25", "25.1");
    List<String> amounts = List.of("10000", "10000.01", "50000", "50000.01");
    for (ChangeKind kind : ChangeKind.values()) {
      for (boolean same : List.of(true, false)) {
        for (boolean atl : List.of(true, false)) {
          for (String share : shares) {
            for (String amount : amounts) {
              for (String drawn : List.of("50", "50.1")) {
                for (String shot : List.of("49", "50")) {
                  assertThat(decide(kind.name(), same, atl, share, amount, drawn, shot))
                      .as("%s %s %s %s %s %s %s", kind, same, atl, share, amount, drawn, shot)
                      .hasSize(1);
                }
              }
            }
          }
        }
      }
    }
  }

  @ParameterizedTest(name = "share {0}, drawn {1}, shot {2} -> {3}")
  @CsvSource({
    "25.000000, 25.000000, 49, contingencyEarlyDraw",
    "25.000001, 25.000001, 49, contingencyLargeShare",
    "50.000000, 50.000000, 49, contingencyLargeShare",
    "50.000001, 50.000001, 49, contingencyDrawnAheadOfShooting",
    "50.000001, 50.000000, 49, contingencyLargeShare",
    "50.000001, 50.000001, 50, contingencyLargeShareLate",
    "25.000000, 25.000000, 50, contingencyLateDraw",
  })
  void theRowOfADrawdownIsItsOwn(String share, String drawn, String shot, String row) {
    decide("CONTINGENCY", false, false, share, "1.00", drawn, shot);
    assertThat(LAST).containsExactly("rule_" + row);
  }

  @Test
  void anUnknownKindIsDecidedByNobody() {
    assertThat(decide("GIFT", true, false, "1", "1", "0", "0")).isEmpty();
  }

  @Test
  void everyRowHasAnIdAndADescriptionAndThereAreSixteen() {
    DecisionTable table =
        Dmn.readModelFromFile(TABLE.toFile())
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.UNIQUE);
    assertThat(table.getRules()).hasSize(16);
    assertThat(table.getRules())
        .allSatisfy(
            rule -> {
              assertThat(rule.getId()).startsWith("rule_");
              assertThat(rule.getDescription().getTextContent()).isNotBlank();
            });
  }

  @AfterAll
  static void everyRowWasHit() {
    Set<String> rows =
        new TreeSet<>(
            Dmn.readModelFromFile(TABLE.toFile()).getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .toList());
    assertThat(HIT).isEqualTo(rows);
  }

  private static DmnDecisionResult decide(
      String kind,
      boolean sameSection,
      boolean aboveTheLine,
      String share,
      String amount,
      String drawn,
      String shot) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("kind", kind);
    variables.put("sameSection", sameSection);
    variables.put("aboveTheLine", aboveTheLine);
    variables.put("share", share);
    variables.put("cumulative", amount);
    variables.put("contingencyDrawn", drawn);
    variables.put("shot", shot);
    return ENGINE.evaluateDecision(AUTHORITY, variables);
  }

  private static DmnEngine engine() {
    DefaultDmnEngineConfiguration configuration =
        (DefaultDmnEngineConfiguration)
            org.camunda.bpm.dmn.engine.DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration
        .getCustomPostDecisionTableEvaluationListeners()
        .add(BudgetChangeAuthorityTest::remember);
    return configuration.buildEngine();
  }

  private static void remember(DmnDecisionTableEvaluationEvent event) {
    LAST.clear();
    event.getMatchingRules().forEach(rule -> LAST.add(rule.getId()));
    HIT.addAll(LAST);
  }

  private static DmnDecision authority() {
    try (InputStream table = Files.newInputStream(TABLE)) {
      return ENGINE.parseDecision("budget-change-authority", table);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
