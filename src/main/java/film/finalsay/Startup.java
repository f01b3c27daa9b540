package film.finalsay;

import film.finalsay.demo.DemoCompany;
import film.finalsay.engine.EngineSetup;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has to be done, in this order, before the first request is served. */
@Configuration
class Startup {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SmartInitializingSingleton setUp(EngineSetup engine, ObjectProvider<DemoCompany> demo) {
    return () -> {
      engine.run();
      demo.ifAvailable(DemoCompany::found);
    };
  }
}
