package film.finalsay.journey;

import film.finalsay.FinalSayApplication;
import film.finalsay.support.Postgres;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * On a production office's database, with the demo's people to work with. This is the one other
 * product that runs beside that of all other tests: the engine's REST API finds its engine in a
 * place that a whole JVM shares, so the engine that was there is put back.
 */
@SpringBootTest(
    classes = FinalSayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"default", "postgres"})
class OnPostgresTest extends OnADatabase {

  private static TimeZone zoneBefore;
  private static ProcessEngine engineBefore;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    Postgres.describe(properties);
  }

  @BeforeAll
  static void asInProduction() {
    zoneBefore = TimeZone.getDefault();
    engineBefore = ProcessEngines.getProcessEngines().get(ProcessEngines.NAME_DEFAULT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
  }

  @AfterAll
  static void asBefore() {
    TimeZone.setDefault(zoneBefore);
    if (engineBefore != null) {
      ProcessEngines.registerProcessEngine(engineBefore);
    }
  }
}
