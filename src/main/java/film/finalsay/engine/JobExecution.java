package film.finalsay.engine;

import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;

/** By it deadlines fall, and so its health is that of the product. */
@Configuration
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobExecution {

  @Bean
  static WatchedJobExecutor jobExecutor(
      @Qualifier("camundaTaskExecutor") TaskExecutor threads, CamundaBpmProperties properties) {
    WatchedJobExecutor executor = new WatchedJobExecutor();
    executor.setTaskExecutor(threads);
    executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
    JobExecutionProperty settings = properties.getJobExecution();
    PropertyMapper set = PropertyMapper.get().alwaysApplyingWhenNonNull();
    set.from(settings::getLockTimeInMillis).to(executor::setLockTimeInMillis);
    set.from(settings::getMaxJobsPerAcquisition).to(executor::setMaxJobsPerAcquisition);
    set.from(settings::getWaitTimeInMillis).to(executor::setWaitTimeInMillis);
    set.from(settings::getMaxWait).to(executor::setMaxWait);
    set.from(settings::getBackoffTimeInMillis).to(executor::setBackoffTimeInMillis);
    set.from(settings::getMaxBackoff).to(executor::setMaxBackoff);
    set.from(settings::getBackoffDecreaseThreshold).to(executor::setBackoffDecreaseThreshold);
    set.from(settings::getWaitIncreaseFactor).to(executor::setWaitIncreaseFactor);
    return executor;
  }

  /** Called {@code jobs}. */
  @Bean
  HealthIndicator jobsHealthIndicator(WatchedJobExecutor executor) {
    return () -> (executor.looksForJobs() ? Health.up() : Health.down()).build();
  }
}
