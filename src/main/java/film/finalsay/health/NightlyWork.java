package film.finalsay.health;

import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What fails one night is tried the next, but not without memory. */
@Configuration
class NightlyWork {

  @Bean
  ThreadPoolTaskSchedulerCustomizer endsOutOfMemory() {
    return scheduler ->
        scheduler.setErrorHandler(
            failure -> {
              OutOfMemory.endIfCauseOf(failure);
              LoggerFactory.getLogger(NightlyWork.class).error("Nightly work failed", failure);
            });
  }
}
