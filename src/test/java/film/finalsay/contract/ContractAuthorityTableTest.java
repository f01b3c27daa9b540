package film.finalsay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.authority.Ruling;
import film.finalsay.contract.ContractFlag.Weight;
import film.finalsay.contract.ContractRepository.Standing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
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

/** Who decides a contract: every row of the table, at its edges, and what no edit changes. */
class ContractAuthorityTableTest {

  private static final Path TABLE = Path.of("processes/contract-authority.dmn");
  private static final DmnEngine ENGINE =
      DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final DmnDecision DECISION =
      ENGINE.parseDecision("contract-authority", Dmn.readModelFromFile(TABLE.toFile()));
  private static final Currency USD = Currency.getInstance("USD");

  @ParameterizedTest(name = "{0}, {1}, above the line {2}, related {3}, {4} -> {5}")
  @CsvSource({
    "EQUIPMENT, NONE, false, false, 0.00, producer,",
    "EQUIPMENT, NONE, false, false, 10000.00, producer,",
    "EQUIPMENT, NONE, false, false, 10000.01, co-executive-producer,",
    "MUSIC, NONE, false, false, 50000.00, co-executive-producer,",
    "MUSIC, NONE, false, false, 50000.01, executive-producer,",
    "CREW, NONE, false, true, 0.01, co-executive-producer,",
    "CREW, NONE, false, true, 10000.00, co-executive-producer,",
    "CREW, NONE, false, true, 10000.01, executive-producer,",
    "CREW, NONE, false, true, 50000.00, executive-producer,",
    "CREW, NONE, false, true, 50000.01, executive-producer,",
    "TALENT, NONE, true, false, 0.01, executive-producer,",
    "TALENT, NONE, true, true, 10000.01, executive-producer,",
    "LOCATION, SOME, false, false, 0.01, executive-producer,",
    "LOCATION, HEAVY, false, true, 0.01, executive-producer,",
    "RIGHTS, HEAVY, true, false, 50000.01, executive-producer,",
    "DISTRIBUTION, NONE, false, false, 0.00, executive-producer, financier",
    "FINANCE, HEAVY, true, true, 50000.01, executive-producer, financier"
  })
  void theTableNames(
      String type,
      String flags,
      boolean aboveTheLine,
      boolean related,
      String cumulative,
      String decidedBy,
      String consents) {
    DmnDecisionResult rows = rows(type, flags, aboveTheLine, related, cumulative);

    assertThat(rows).as("rows that apply").hasSize(1);
    assertThat(rows.getSingleResult().getEntryMap())
        .containsEntry("decidedBy", decidedBy)
        .containsEntry("consents", consents == null ? "" : consents)
        .hasEntrySatisfying("because", because -> assertThat((String) because).endsWith("."));
  }

  @Test
  void exactlyOneRowAppliesToEveryContractThereCanBe() {
    for (ContractType type : ContractType.values()) {
      for (Weight flags : Weight.values()) {
        for (boolean aboveTheLine : List.of(true, false)) {
          for (boolean related : List.of(true, false)) {
            for (String amount : List.of("0", "10000", "10000.01", "50000", "50000.01")) {
              assertThat(rows(type.name(), flags.name(), aboveTheLine, related, amount))
                  .as("%s %s %s %s %s", type, flags, aboveTheLine, related, amount)
                  .hasSize(1);
            }
          }
        }
      }
    }
  }

  @Test
  void everyRowHasAnIdAndADescriptionAndThereAreEight() {
    DecisionTable table =
        Dmn.readModelFromFile(TABLE.toFile())
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.UNIQUE);
    assertThat(table.getRules())
        .hasSize(8)
        .allSatisfy(
            rule -> {
              assertThat(rule.getId()).startsWith("rule_");
              assertThat(rule.getDescription().getTextContent()).isNotBlank();
            });
  }

  @Test
  void noTableLetsAProducerAloneTakeAHeavyFlagOrALowerRoleSellTheFilm() {
    assertThatThrownBy(() -> require("TALENT", "HEAVY", Role.PRODUCER))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageContaining("producer's alone");
    assertThatThrownBy(() -> require("FINANCE", "NONE", Role.CO_EXECUTIVE_PRODUCER))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageContaining("executive producer's to decide");
    require("TALENT", "HEAVY", Role.CO_EXECUTIVE_PRODUCER);
    require("TALENT", "SOME", Role.PRODUCER);
    require("DISTRIBUTION", "HEAVY", Role.EXECUTIVE_PRODUCER);
  }

  /** A contract split at random: with the others that stand, its last part goes as high as it. */
  @Test
  void splittingAContractLowersNoLevel() {
    Random chance = new Random(23);
    for (int i = 0; i < 500; i++) {
      ContractType type = ContractType.values()[chance.nextInt(ContractType.values().length)];
      boolean related = chance.nextInt(4) == 0;
      List<Standing> parts = new ArrayList<>();
      for (int part = chance.nextInt(5); part >= 0; part--) {
        parts.add(
            new Standing(
                new Money(chance.nextInt(2_500_000), USD),
                chance.nextInt(6) == 0,
                chance.nextInt(6) == 0
                    ? "EXCLUSIVITY"
                    : chance.nextInt(6) == 0 ? "FINAL_CUT" : ""));
      }
      Standing whole =
          new Standing(
              parts.stream().map(Standing::amount).reduce(Money.zero(USD), Money::plus),
              parts.stream().anyMatch(Standing::aboveTheLine),
              parts.stream()
                  .map(Standing::flags)
                  .filter(flags -> !flags.isEmpty())
                  .distinct()
                  .collect(Collectors.joining(",")));
      Standing last = parts.remove(parts.size() - 1);

      assertThat(level(type, last, related, parts))
          .isEqualTo(level(type, whole, related, List.of()));
    }
  }

  private static Role level(
      ContractType type, Standing contract, boolean related, List<Standing> others) {
    Map<String, Object> asked =
        ContractAuthority.of(
                type,
                contract.amount(),
                ContractFlag.read(contract.flags()),
                contract.aboveTheLine(),
                related,
                others)
            .inputs();
    return Ruling.ofTable(ENGINE.evaluateDecision(DECISION, asked).getSingleResult().getEntryMap())
        .decidedBy();
  }

  private static void require(String type, String flags, Role decidedBy) {
    ContractAuthority.require(
        Map.of("type", type, "flags", flags), new Ruling(decidedBy, Set.of(), "Because."));
  }

  private static DmnDecisionResult rows(
      String type, String flags, boolean aboveTheLine, boolean related, String cumulative) {
    return ENGINE.evaluateDecision(
        DECISION,
        Map.of(
            "type", type,
            "flags", flags,
            "aboveTheLine", aboveTheLine,
            "related", related,
            "cumulative", cumulative));
  }
}
