package film.finalsay.engine;

import film.finalsay.FinalSayApplication;
import film.finalsay.support.RunningEngine;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/** On the demo's database. */
@SpringBootTest(
    classes = FinalSayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:logins;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "server.forward-headers-strategy=native"
    })
@ExtendWith(RunningEngine.class)
class LoginsOnH2Test extends LoginsOnADatabase {}
