package film.finalsay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.objenesis.SpringObjenesis;

class WatchedJobExecutorTest {

  /** Nothing of it works, and so nothing of it is set up. */
  private static class BrokenEngine extends ProcessEngineImpl {

    private BrokenEngine(ProcessEngineConfigurationImpl configuration) {
      super(configuration);
    }

    @Override
    public ProcessEngineConfigurationImpl getProcessEngineConfiguration() {
      throw new NoClassDefFoundError();
    }
  }

  private final JobExecution.WatchedJobExecutor executor = new JobExecution.WatchedJobExecutor();
  private final HealthIndicator health = new JobExecution().jobsHealthIndicator(executor);

  @Test
  @Timeout(60)
  void itsHealthEndsWithTheThreadThatLooksForJobs() throws InterruptedException {
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    executor.start();
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);

    executor.registerProcessEngine(new SpringObjenesis().newInstance(BrokenEngine.class, false));
    executor.jobWasAdded();
    while (executor.looksForJobs()) {
      Thread.sleep(Duration.ofMillis(20).toMillis());
    }

    assertThat(executor.isActive()).as("it calls itself active").isTrue();
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    executor.shutdown();
  }
}
