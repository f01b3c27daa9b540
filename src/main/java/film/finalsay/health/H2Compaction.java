package film.finalsay.health;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the file of H2 small. With WRITE_DELAY=0 an answer is on disk before it is acknowledged,
 * but then H2 runs no thread of its own that would move the few pages that are still in use out of
 * what was written before, and the file grows by half a megabyte with each approval.
 */
@Component
class H2Compaction {

  private static final Logger LOG = LoggerFactory.getLogger(H2Compaction.class);

  /** Below so many percent in use, what was written together is written anew, so much at a time. */
  private static final int IN_USE = 80;

  private static final int BYTES = 16 << 20;

  /** More waits for the next time, as those who write wait meanwhile. */
  private static final int TIMES = 4;

  private final DataSource database;

  H2Compaction(DataSource database) {
    this.database = database;
  }

  @Scheduled(fixedDelayString = "${final-say.h2-compaction:PT10S}")
  void run() {
    try (Connection connection = database.getConnection()) {
      if (connection.isWrapperFor(JdbcConnection.class)) {
        compact(connection.unwrap(JdbcConnection.class));
      }
    } catch (SQLException unreachable) {
      LOG.warn("The file of H2 could not be compacted", unreachable);
    }
  }

  static void compact(JdbcConnection h2) {
    if (h2.getSession() instanceof SessionLocal session) {
      MVStore store = session.getDatabase().getStore().getMvStore();
      for (int i = 0; i < TIMES && store.compact(IN_USE, BYTES); i++) {
        // until enough of it is in use
      }
    }
  }
}
