package film.finalsay.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A PostgreSQL of the tests' own, started when the first of them asks, gone with the last. */
public final class Postgres {

  private static EmbeddedPostgres server;

  private Postgres() {}

  /** Points the product at it, as the production office's environment would. */
  public static void describe(DynamicPropertyRegistry properties) {
    // the server stops first when the tests end: nothing may then wait for it
    properties.add("camunda.bpm.job-execution.enabled", () -> "false");
    properties.add("spring.datasource.hikari.connection-timeout", () -> "5000");
    properties.add("FINALSAY_ADMIN_ID", () -> "admin");
    properties.add("FINALSAY_ADMIN_PASSWORD", () -> "admin");
    properties.add("spring.datasource.url", () -> started().getJdbcUrl("postgres", "postgres"));
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "postgres");
    // the server stops first when the tests end: nothing may then wait for it
    properties.add("camunda.bpm.job-execution.enabled", () -> "false");
    properties.add("spring.datasource.hikari.connection-timeout", () -> "5000");
    properties.add("FINALSAY_ADMIN_ID", () -> "admin");
    properties.add("FINALSAY_ADMIN_PASSWORD", () -> "admin");
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
