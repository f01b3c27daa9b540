package film.finalsay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.Role;
import film.finalsay.ledger.LedgerCheck.Report;
import film.finalsay.support.Postgres;
import film.finalsay.support.StartsTheProduct;
import film.finalsay.support.Trust;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A ledger of many entries over several films is verified, in the time that is printed. {@code
 * -Dfinalsay.trust=full} says 1,000,000; 20,000 by default.
 */
@StartsTheProduct
class LongLedgerTest {

  private static final int ENTRIES = Trust.count(20_000, 1_000_000);
  private static final int FILMS = 5;
  private static final int BATCH = 5_000;

  private static final String INSERT =
      """
      insert into ledger_entry (film_id, number, at, happening, approval_key, person, role,
                                on_behalf_of, seen, facts, rows_sha256, previous_hash,
                                hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  @TempDir Path folder;

  @Test
  void onH2() {
    String url = "jdbc:h2:file:" + folder.resolve("ledger").toAbsolutePath();
    LedgerAlone.started("--spring.datasource.url=" + url).close();
    SingleConnectionDataSource file = new SingleConnectionDataSource(url, "sa", "", true);
    try {
      verified("H2", file, file);
    } finally {
      file.destroy();
    }
  }

  @Test
  void onPostgres() {
    Postgres.Database database = Postgres.database("ledger_long");
    LedgerAlone.started(database.settings().toArray(String[]::new)).close();
    verified("PostgreSQL", database.product(), database.superuser());
  }

  private static void verified(String name, DataSource product, DataSource administrator) {
    List<Anchor> tails = written(product);

    Instant begin = Instant.now();
    Report report = new LedgerCheck(product).run();
    Duration took = Duration.between(begin, Instant.now());

    System.out.printf(
        "%s: %d entries of %d films verified in %.1f s, %.0f entries a second%n",
        name,
        report.entries(),
        report.anchors().size(),
        took.toMillis() / 1e3,
        report.entries() * 1e3 / Math.max(1, took.toMillis()));
    assertThat(report.findings()).isEmpty();
    assertThat(report.entries()).isEqualTo(ENTRIES / FILMS * FILMS);
    assertThat(report.anchors()).isEqualTo(tails);

    lastEntryChanged(name, administrator, tails.get(FILMS - 1));
    assertThat(new LedgerCheck(product).run().findings())
        .extracting(Finding::toString)
        .singleElement()
        .asString()
        .contains("entry %d was changed".formatted(ENTRIES / FILMS));
  }

  /** Entries as the ledger itself would write them, in batches. */
  private static List<Anchor> written(DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    List<Anchor> tails = new ArrayList<>();
    for (int film = 1; film <= FILMS; film++) {
      Anchor tail = Anchor.ofNothing("LONG" + film);
      List<StoredEntry> batch = new ArrayList<>();
      for (int i = 0; i < ENTRIES / FILMS; i++) {
        StoredEntry entry = StoredEntry.after(tail, Instant.now(), event(i), LedgerRows.NONE);
        tail = entry.anchor();
        batch.add(entry);
        if (batch.size() == BATCH) {
          insert(jdbc, batch);
        }
      }
      insert(jdbc, batch);
      jdbc.update(
          "insert into ledger_head (film_id, number, hash) values (?, ?, ?)",
          tail.filmId(),
          tail.number(),
          tail.hash());
      tails.add(tail);
    }
    return tails;
  }

  private static void insert(JdbcTemplate jdbc, List<StoredEntry> batch) {
    jdbc.batchUpdate(INSERT, batch, BATCH, LongLedgerTest::set);
    batch.clear();
  }

  private static Event event(int i) {
    return Event.of(Happening.DECIDED)
        .on("LONG-BC-" + i / 4)
        .by("coexec1", Role.CO_EXECUTIVE_PRODUCER)
        .onBehalfOf(Role.PRODUCER)
        .saw("5e".repeat(32))
        .with("step", "userTask_decideBudgetChange")
        .with("outcome", "APPROVE")
        .with("comment", "The second week at the harbour is worth it, entry " + i + ".");
  }

  private static void set(PreparedStatement insert, StoredEntry entry) throws SQLException {
    Object[] columns = {
      entry.filmId(),
      entry.number(),
      entry.at().atOffset(ZoneOffset.UTC),
      entry.happening(),
      entry.approvalKey(),
      entry.person(),
      entry.role(),
      entry.onBehalfOf(),
      entry.seen(),
      entry.facts(),
      entry.rowsSha256(),
      entry.previousHash(),
      entry.hash()
    };
    for (int i = 0; i < columns.length; i++) {
      insert.setObject(i + 1, columns[i]);
    }
  }

  private static void lastEntryChanged(String name, DataSource administrator, Anchor tail) {
    JdbcTemplate jdbc = new JdbcTemplate(administrator);
    jdbc.execute(
        name.equals("H2")
            ? "drop trigger ledger_is_append_only"
            : "alter table ledger_entry disable trigger all");
    jdbc.update(
        "update ledger_entry set person = 'exec1' where film_id = ? and number = ?",
        tail.filmId(),
        tail.number());
  }
}
