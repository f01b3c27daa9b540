package film.finalsay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

class WatchedJobExecutorTest {

  private final JobExecution.WatchedJobExecutor executor = new JobExecution.WatchedJobExecutor();
  private final HealthIndicator health = new JobExecution().jobsHealthIndicator(executor);

  @Test
  @Timeout(60)
  void itsHealthEndsWithTheThreadThatLooksForJobs() throws InterruptedException {
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    executor.start();
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);

    ProcessEngineImpl engine = mock(ProcessEngineImpl.class);
    when(engine.getProcessEngineConfiguration()).thenThrow(new NoClassDefFoundError());
    executor.registerProcessEngine(engine);
    executor.jobWasAdded();
    while (executor.looksForJobs()) {
      Thread.sleep(Duration.ofMillis(20).toMillis());
    }

    assertThat(executor.isActive()).as("it calls itself active").isTrue();
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    executor.shutdown();
  }
}
