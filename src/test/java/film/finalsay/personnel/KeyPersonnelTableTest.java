package film.finalsay.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decides who is engaged: every row of the table, at its edges. */
class KeyPersonnelTableTest {

  private static final Path TABLE = Path.of("processes/key-personnel-authority.dmn");
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final DmnDecision AUTHORITY = authority();

  @ParameterizedTest(name = "{0}, reserved {1}, {2} -> {3}")
  @CsvSource({
    "DIRECTOR,                false,        0.00, executive-producer",
    "LEAD_CAST,               false,        0.01, executive-producer",
    "WRITER,                  false,        0.01, executive-producer",
    "EDITOR,                  false,        0.01, executive-producer",
    "DIRECTOR_OF_PHOTOGRAPHY, false,        0.01, executive-producer",
    "PRODUCTION_DESIGNER,     false,        0.01, executive-producer",
    "COMPOSER,                false,        0.01, executive-producer",
    "CASTING_DIRECTOR,        false,        0.01, executive-producer",
    "LINE_PRODUCER,           false,        0.01, executive-producer",
    "PRODUCTION_ACCOUNTANT,   true,         0.01, executive-producer",
    "SUPPORTING_CAST,         false,    50000.00, co-executive-producer",
    "SUPPORTING_CAST,         false,    50000.01, executive-producer",
    "SUPPORTING_CAST,         true,         0.00, executive-producer",
    "COSTUME_DESIGNER,        false,    50000.00, co-executive-producer",
    "VFX_SUPERVISOR,          false,    50000.01, executive-producer",
    "UNIT_PRODUCTION_MANAGER, false,        0.00, co-executive-producer",
    "FIRST_AD,                false,    50000.00, co-executive-producer",
    "STUNT_COORDINATOR,       false,    50000.00, co-executive-producer",
    "INTIMACY_COORDINATOR,    false,    50000.00, co-executive-producer",
    "HEAD_OF_DEPARTMENT,      false, 99000000.00, executive-producer",
    "DAY_PLAYER,              false,        0.00, producer",
    "DAY_PLAYER,              false,    10000.00, producer",
    "DAY_PLAYER,              false,    10000.01, co-executive-producer",
    "CREW,                    false,    10000.00, producer",
    "CREW,                    false, 99000000.00, co-executive-producer",
    "CREW,                    true,         0.01, executive-producer",
  })
  void theTableNames(Position position, boolean reserved, String cost, String decidedBy) {
    DmnDecisionResult result = decide(position, reserved, cost);

    assertThat(result).as("rows that apply").hasSize(1);
    assertThat(result.getSingleResult().getEntryMap())
        .containsEntry("decidedBy", decidedBy)
        .containsEntry("consents", "")
        .hasEntrySatisfying("because", because -> assertThat((String) because).endsWith("."));
  }

  @Test
  void noPositionIsLeftOutAndEachRowIsForSomething() {
    Set<Object> reasons = new HashSet<>();
    for (Position position : Position.values()) {
      for (boolean reserved : new boolean[] {true, false}) {
        for (String cost : new String[] {"10000", "10000.01", "50000", "50000.01"}) {
          reasons.add(decide(position, reserved, cost).getSingleResult().getEntry("because"));
        }
      }
    }
    assertThat(reasons).hasSize(6);
  }

  private static DmnDecisionResult decide(Position position, boolean reserved, String cost) {
    return ENGINE.evaluateDecision(
        AUTHORITY,
        Variables.putValue("position", position.name())
            .putValue("reserved", reserved)
            .putValue("cost", cost));
  }

  private static DmnDecision authority() {
    try (InputStream table = Files.newInputStream(TABLE)) {
      return ENGINE.parseDecision("key-personnel-authority", table);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
