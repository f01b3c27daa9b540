package film.finalsay.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A PostgreSQL of the tests' own, started when the first of them asks, gone with the last. */
public final class Postgres {

  private static EmbeddedPostgres server;

  private Postgres() {}

  /** Points a product at it, as the production office's environment would. */
  static final class Office
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext product) {
      TestPropertyValues.of(environment()).applyTo(product);
    }
  }

  private static Map<String, String> environment() {
    return Map.of(
        "spring.datasource.url", started().getJdbcUrl("postgres", "postgres"),
        "spring.datasource.username", "postgres",
        "spring.datasource.password", "postgres",
        // the server stops first when the tests end: nothing may then wait for it
        "camunda.bpm.job-execution.enabled", "false",
        "spring.datasource.hikari.connection-timeout", "5000",
        "FINALSAY_ADMIN_ID", "admin",
        "FINALSAY_ADMIN_PASSWORD", "admin");
  }

  private static synchronized EmbeddedPostgres started() {
    try {
      if (server == null) {
        server = EmbeddedPostgres.start();
      }
      return server;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
