package film.finalsay.support;

import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * In the time zone of production, and with the engine of the product under test: the engine's REST
 * API finds its engine in a place that a whole JVM shares, so what was there is put back.
 */
final class AsInProduction implements BeforeAllCallback, AfterAllCallback {

  private TimeZone zoneBefore;
  private ProcessEngine engineBefore;

  @Override
  public void beforeAll(ExtensionContext test) {
    zoneBefore = TimeZone.getDefault();
    engineBefore = ProcessEngines.getProcessEngines().get(ProcessEngines.NAME_DEFAULT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    ProcessEngines.registerProcessEngine(
        SpringExtension.getApplicationContext(test).getBean(ProcessEngine.class));
  }

  @Override
  public void afterAll(ExtensionContext test) {
    TimeZone.setDefault(zoneBefore);
    if (engineBefore != null) {
      ProcessEngines.registerProcessEngine(engineBefore);
    }
  }
}
