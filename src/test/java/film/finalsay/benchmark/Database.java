package film.finalsay.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A kind of database, with an empty one of it for each engine that is measured. */
interface Database extends AutoCloseable {

  /** Where an engine finds the one that is its own. */
  record Place(String url, String user, String password) {

    HikariDataSource open() {
      HikariConfig pool = new HikariConfig();
      pool.setJdbcUrl(url);
      pool.setUsername(user);
      pool.setPassword(password);
      return new HikariDataSource(pool);
    }
  }

  String title();

  /** Under which the product runs on it, with the demo's people. */
  String[] profiles();

  Place place(String name);

  /** A table expression with the whole numbers of a range in its column {@code n}. */
  String numbers(int from, int to);

  /** The SQL condition for the variables {@code t} to be copied. */
  String variables();

  /** Copies rows as they are, without a look at every foreign key. */
  void load(DataSource source, String insert);

  void analyze(DataSource source);

  /** What it takes on disk, in bytes; 0 if it is in memory. */
  long size(DataSource source);

  @Override
  void close();

  private static void run(DataSource source, String... statements) {
    new JdbcTemplate(source)
        .execute(
            (Connection connection) -> {
              try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                  statement.execute(sql);
                }
              }
              return null;
            });
  }

  /**
   * With the settings of the demo. Of a query that is asked again while nothing has changed, H2
   * would only hand out the last answer: that is off, as an office never rests.
   */
  record H2(String title, String store, Path folder) implements Database {

    static H2 onFile(Path folder) {
      return new H2("H2", "file:%s/".formatted(folder), folder);
    }

    static H2 inMemory(Path folder) {
      return new H2("H2 in memory", "mem:", folder);
    }

    @Override
    public String[] profiles() {
      return new String[] {"default"};
    }

    @Override
    public Place place(String name) {
      return new Place(
          "jdbc:h2:%s%s;WRITE_DELAY=0;QUERY_CACHE_SIZE=256;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=FALSE"
              .formatted(store, name),
          "sa",
          "");
    }

    @Override
    public String numbers(int from, int to) {
      return "(select x as n from system_range(%d, %d))".formatted(from, to);
    }

    /** What cards show. No list reads the others, and it would take hours to write them all. */
    @Override
    public String variables() {
      return "t.NAME_ in ('subject', 'approvalNumber', 'requestedBy')";
    }

    @Override
    public void load(DataSource source, String insert) {
      Database.run(
          source, "set referential_integrity false", insert, "set referential_integrity true");
    }

    @Override
    public void analyze(DataSource source) {
      Database.run(source, "analyze");
    }

    /** As it is after a commit, with what H2 has not reused or given back yet. */
    @Override
    public long size(DataSource source) {
      try (Stream<Path> files = Files.list(folder)) {
        String name =
            new JdbcTemplate(source).queryForObject("select database_path()", String.class);
        return files
            .filter(file -> name != null && file.toString().startsWith(name + "."))
            .mapToLong(file -> file.toFile().length())
            .sum();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void close() {}
  }

  /** A server of its own, with the memory that an office would give it. */
  record Postgres(EmbeddedPostgres server) implements Database {

    static Postgres start() {
      try {
        return new Postgres(
            EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public String title() {
      return "PostgreSQL";
    }

    @Override
    public String[] profiles() {
      return new String[] {"default", "postgres"};
    }

    @Override
    public Place place(String name) {
      Database.run(server.getPostgresDatabase(), "create database " + name);
      return new Place(server.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    @Override
    public String numbers(int from, int to) {
      return "(select n from generate_series(%d, %d) as n)".formatted(from, to);
    }

    @Override
    public String variables() {
      return "true";
    }

    @Override
    public void load(DataSource source, String insert) {
      Database.run(
          source,
          "set session_replication_role = replica",
          insert,
          "set session_replication_role = default");
    }

    @Override
    public void analyze(DataSource source) {
      Database.run(source, "vacuum analyze");
    }

    @Override
    public long size(DataSource source) {
      return new JdbcTemplate(source)
          .queryForObject("select pg_database_size(current_database())", Long.class);
    }

    @Override
    public void close() {
      try {
        server.close();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
