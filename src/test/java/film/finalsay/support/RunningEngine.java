package film.finalsay.support;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Where several products run in one JVM, the engine's REST API finds its engine in a place that all
 * share: before each test, this puts the engine of the test's own product there.
 */
public final class RunningEngine implements BeforeEachCallback {

  @Override
  public void beforeEach(ExtensionContext test) {
    ProcessEngines.registerProcessEngine(
        SpringExtension.getApplicationContext(test).getBean(ProcessEngine.class));
  }
}
