package film.finalsay.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** A decision table as it is shipped, asked without the product. */
public final class ShippedTable {

  private static final DmnEngine ENGINE =
      DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private final DmnDecision decision;

  public ShippedTable(String id) {
    try (InputStream model = Files.newInputStream(Path.of("processes", id + ".dmn"))) {
      decision = ENGINE.parseDecision(id, model);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The rows that apply. */
  public List<Map<String, Object>> rows(Map<String, Object> asked) {
    return ENGINE.evaluateDecisionTable(decision, asked).getResultList();
  }
}
