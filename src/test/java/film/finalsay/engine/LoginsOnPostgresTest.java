package film.finalsay.engine;

import film.finalsay.FinalSayApplication;
import film.finalsay.support.Postgres;
import film.finalsay.support.RunningEngine;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On a production office's database, with the demo's people. */
@SpringBootTest(
    classes = FinalSayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "server.forward-headers-strategy=native")
@ActiveProfiles({"default", "postgres"})
@ExtendWith(RunningEngine.class)
class LoginsOnPostgresTest extends LoginsOnADatabase {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    Postgres.database("logins").describe(properties);
    properties.add("FINALSAY_ADMIN_ID", () -> "admin");
    properties.add("FINALSAY_ADMIN_PASSWORD", () -> "admin");
    // the server stops first when the tests end: nothing may then wait for it
    properties.add("camunda.bpm.job-execution.enabled", () -> "false");
    properties.add("spring.datasource.hikari.connection-timeout", () -> "5000");
  }
}
