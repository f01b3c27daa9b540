package film.finalsay.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What many small transactions leave on disk. */
class H2CompactionTest {

  private static final int TABLES = 20;
  private static final int TRANSACTIONS = 600;

  @TempDir Path folder;

  @Test
  void whatIsNotInUseAnyMoreIsGivenBack() throws Exception {
    long left = written("left", false);
    long compacted = written("compacted", true);
    assertThat(compacted).as("of %d bytes", left).isLessThan(left * 4 / 5);
  }

  /** Like the engine's, its keys come in no order, so that each transaction touches every page. */
  private long written(String name, boolean compacting) throws Exception {
    Path file = folder.resolve(name);
    try (Connection database =
            DriverManager.getConnection(
                "jdbc:h2:file:%s;WRITE_DELAY=0;RETENTION_TIME=0".formatted(file));
        Statement statement = database.createStatement()) {
      database.setAutoCommit(false);
      for (int table = 0; table < TABLES; table++) {
        statement.execute("create table t%d (id uuid primary key, text varchar)".formatted(table));
      }
      for (int i = 1; i <= TRANSACTIONS; i++) {
        for (int table = 0; table < TABLES; table++) {
          statement.execute(
              "insert into t%d values (random_uuid(), repeat('x', 300))".formatted(table));
        }
        database.commit();
        if (compacting && i % 50 == 0) {
          H2Compaction.compact(database.unwrap(JdbcConnection.class));
        }
      }
      return Files.size(folder.resolve(name + ".mv.db"));
    }
  }
}
