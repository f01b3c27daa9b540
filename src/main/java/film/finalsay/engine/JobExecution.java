package film.finalsay.engine;

import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;

/** By it deadlines fall, and so its health is that of the product. */
@Configuration
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobExecution {

  @Bean
  @ConfigurationProperties("camunda.bpm.job-execution")
  static WatchedJobExecutor jobExecutor(@Qualifier("camundaTaskExecutor") TaskExecutor threads) {
    WatchedJobExecutor executor = new WatchedJobExecutor();
    executor.setTaskExecutor(threads);
    executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
    return executor;
  }

  /** Called {@code jobs}. */
  @Bean
  HealthIndicator jobsHealthIndicator(WatchedJobExecutor executor) {
    return () -> (executor.looksForJobs() ? Health.up() : Health.down()).build();
  }

  /**
   * The engine's own, which can be asked whether it still looks for jobs: an error ends the thread
   * in which it does, and it goes on to call itself active.
   */
  static class WatchedJobExecutor extends SpringJobExecutor {

    boolean looksForJobs() {
      Thread looking = jobAcquisitionThread;
      return isActive() && looking != null && looking.isAlive();
    }
  }
}
