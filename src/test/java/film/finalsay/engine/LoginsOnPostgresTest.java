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
    Postgres.describe(properties);
  }
}
