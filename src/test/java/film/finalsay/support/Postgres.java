package film.finalsay.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A PostgreSQL of the tests' own, started when the first of them asks, gone with the last. Roles
 * and databases are made by the very SQL that docs/production.md gives.
 */
public final class Postgres {

  private static final String DATABASE = "finalsay";
  private static final String PRODUCT = "finalsay";
  private static final String PRODUCT_PASSWORD = "change-me-too";
  private static final String OWNER = "finalsay_owner";
  private static final String OWNER_PASSWORD = "change-me";

  private static final Map<String, Database> DATABASES = new HashMap<>();
  private static EmbeddedPostgres server;

  private Postgres() {}

  /**
   * One database of the server, as each of three roles reaches it.
   *
   * @param product the role in which the product runs
   * @param owner the role that makes the tables
   * @param superuser the administrator of the server
   */
  public record Database(String url, DataSource product, DataSource owner, DataSource superuser) {

    /** Points the product at it, as the production office's environment would. */
    public void describe(DynamicPropertyRegistry properties) {
      environment().forEach((name, value) -> properties.add(name, () -> value));
    }

    /** The same as a command line has them, with the profile. */
    public List<String> settings() {
      return Stream.concat(
              Stream.of("--spring.profiles.active=postgres"),
              environment().entrySet().stream()
                  .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue())))
          .toList();
    }

    private Map<String, String> environment() {
      return Map.of(
          "spring.datasource.url", url,
          "spring.datasource.username", PRODUCT,
          "spring.datasource.password", PRODUCT_PASSWORD,
          "FINALSAY_DB_OWNER", OWNER,
          "FINALSAY_DB_OWNER_PASSWORD", OWNER_PASSWORD);
    }
  }

  /** Points the product at the database that the tests of the whole product share. */
  static final class Office
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext product) {
      TestPropertyValues.of(database(DATABASE).environment())
          .and(
              Map.of(
                  // the server stops first when the tests end: nothing may then wait for it
                  "camunda.bpm.job-execution.enabled", "false",
                  "spring.datasource.hikari.connection-timeout", "5000",
                  "FINALSAY_ADMIN_ID", "admin",
                  "FINALSAY_ADMIN_PASSWORD", "admin"))
          .applyTo(product);
    }
  }

  /** A database of this name, made when it is first asked for. */
  public static synchronized Database database(String name) {
    return DATABASES.computeIfAbsent(name, Postgres::made);
  }

  private static Database made(String name) {
    boolean rolesExist = server != null;
    String[] parts = documentedSql().split("\\\\connect finalsay");
    statements(parts[0])
        .filter(sql -> !(rolesExist && sql.startsWith("create role")))
        .map(sql -> sql.replace("create database " + DATABASE, "create database " + name))
        .forEach(new JdbcTemplate(started().getPostgresDatabase())::execute);
    DataSource superuser = started().getDatabase("postgres", name);
    statements(parts[1]).forEach(new JdbcTemplate(superuser)::execute);
    String url = "jdbc:postgresql://localhost:%d/%s".formatted(started().getPort(), name);
    return new Database(
        url,
        new DriverManagerDataSource(url, PRODUCT, PRODUCT_PASSWORD),
        new DriverManagerDataSource(url, OWNER, OWNER_PASSWORD),
        superuser);
  }

  private static Stream<String> statements(String sql) {
    return Stream.of(sql.split(";")).map(String::strip).filter(one -> !one.isEmpty());
  }

  private static String documentedSql() {
    try {
      String document = Files.readString(Path.of("docs/production.md"));
      return List.of(document.split("```sql\n")).get(1).split("```")[0];
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static EmbeddedPostgres started() {
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
