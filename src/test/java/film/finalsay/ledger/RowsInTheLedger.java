package film.finalsay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.ledger.Finding.Kind;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row of each table that the schema has, written by the product, and whatever is done to it past
 * the product: a table that is new is walked as well.
 */
@ExtendWith(OutputCaptureExtension.class)
interface RowsInTheLedger {

  JdbcClient product();

  DataSource database();

  RecordedTables tables();

  StockTaking stock();

  LedgerRepository entries();

  String film();

  /** As an administrator of the database, while no foreign key is held. */
  void pastTheProduct(Consumer<JdbcTemplate> tampering);

  @Test
  default void everyTableOfTheSchemaIsRecordedOrHasAReasonNotToBe() {
    List<String> schema =
        new JdbcTemplate(database())
            .queryForList(
                """
                select lower(table_name) from information_schema.tables
                where lower(table_schema) = 'public' and table_type = 'BASE TABLE'
                  and lower(table_name) not like 'act\\_%' escape '\\'
                union select 'flyway_schema_history'
                """,
                String.class);

    assertThat(
            Stream.concat(
                    tables().all().stream().map(RecordedTable::name),
                    RecordedTables.NOT_RECORDED.keySet().stream())
                .toList())
        .containsExactlyInAnyOrderElementsOf(schema);
  }

  @Test
  default void whateverIsDoneToARowOfAnyTableIsFoundAndNamed() {
    stock().takeWhatIsDue();
    pastTheProduct(
        past -> {
          past.execute("create schema aside");
          for (RecordedTable table : tables().all()) {
            write(table);
          }
          for (RecordedTable table : tables().all()) {
            walk(table, past);
          }
          for (RecordedTable table : tables().all()) {
            past.update("delete from " + table.name() + where(table), keyOf(table));
          }
          past.execute("drop schema aside cascade");
        });
  }

  @Test
  default void whatTheVersionBeforeWroteIsNoFindingAndKeptFromItsStockOn() {
    JdbcTemplate past = new JdbcTemplate(database());
    StoredEntry created =
        StoredEntry.after(
            Anchor.ofNothing(film()), Instant.now(), Event.of(Happening.FILM_CREATED), null);
    filmIn(past::update);
    entries().insert(List.of(created), List.of());
    entries().insertHead(created.anchor());
    assertThat(verified().findings()).isEmpty();
    assertThat(verified().olderRows()).isEqualTo(1);
    assertThat(RowCheck.Result.ofTheVersionBefore(past).older())
        .as("counted where no row was ever kept")
        .isPositive();

    stock().takeWhatIsDue();

    assertThat(verified().findings()).isEmpty();
    assertThat(verified().olderRows()).isZero();
    assertThat(verified().rows()).isEqualTo(1);
    past.update("update film set title = 'Forged' where id = ?", film());
    assertThat(verified().findings())
        .singleElement()
        .asString()
        .isEqualTo(
            "%1$s: film [\"%1$s\"]: title is \"Forged\" in the table, \"A film\" in the ledger"
                    .formatted(film())
                + " (entry 2 of %s).".formatted(film()));
    past.update("delete from film where id = ?", film());
  }

  @Test
  default void aCheckFindsNothingWhileOthersChangeRows() throws Exception {
    filmIn((sql, id) -> product().sql(sql).param(id).update());
    AtomicBoolean written = new AtomicBoolean();
    ExecutorService writers = Executors.newFixedThreadPool(4);
    List<Future<?>> writing = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String person = "person" + i;
      writing.add(writers.submit(() -> creditsOf(person)));
    }
    writers.shutdown();
    int checks = 0;
    while (!written.get()) {
      written.set(writers.isTerminated());
      assertThat(verified().findings()).isEmpty();
      checks++;
    }
    for (Future<?> one : writing) {
      one.get();
    }

    assertThat(checks).isGreaterThan(1);
    assertThat(verified().rows()).isEqualTo(1 + 4 * 15);
    product().sql("delete from credit where film_id = ?").param(film()).update();
    product().sql("delete from film where id = ?").param(film()).update();
    assertThat(verified().findings()).isEmpty();
  }

  @Test
  default void whatIsFoundAtNightIsAnErrorInTheLog(CapturedOutput output) {
    filmIn((sql, id) -> product().sql(sql).param(id).update());
    NightlyLedgerCheck night = new NightlyLedgerCheck(database(), entries(), stock());
    night.check();
    assertThat(output).doesNotContain(film() + ": film");

    new JdbcTemplate(database()).update("update film set title = 'F' where id = ?", film());
    night.check();

    assertThat(output)
        .containsPattern(
            "ERROR.*Not as the ledger has it: %s: film \\[\"%1$s\"\\]: title is \"F\""
                .formatted(film()));
    product().sql("delete from film where id = ?").param(film()).update();
  }

  private void creditsOf(String person) {
    for (int i = 0; i < 30; i++) {
      product()
          .sql(
              """
              insert into credit (film_id, person, title, agreed_by, agreed_at)
              values (?, ?, ?, 'exec1', current_timestamp)
              """)
          .params(film(), person, "Title " + i)
          .update();
      if (i % 2 == 1) {
        product()
            .sql("delete from credit where film_id = ? and person = ? and title = ?")
            .params(film(), person, "Title " + i)
            .update();
      }
    }
  }

  private void filmIn(BiConsumer<String, String> insert) {
    insert.accept(
        "insert into film (id, title, currency, phase) values (?, 'A film', 'EUR', 'WRAP')",
        film());
  }

  private LedgerCheck.Report verified() {
    return new LedgerCheck(database()).run(Optional.of(film()));
  }

  private void write(RecordedTable table) {
    List<Column> columns = columns(table);
    product()
        .sql(
            "insert into %s (%s) overriding system value values (%s)"
                .formatted(
                    table.name(),
                    columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                    columns.stream().map(RowsInTheLedger::place).collect(Collectors.joining(", "))))
        .params(columns.stream().map(this::value).toList())
        .update();
    whole(table);
  }

  private void walk(RecordedTable table, JdbcTemplate past) {
    past.execute("create table aside.copy as select * from " + table.name() + literally(table));
    for (Column column : table.others()) {
      change(table, column, past);
      found(table, Kind.ROW_DIFFERS, ": " + column.name() + " is ");
      past.update(
          "update %1$s set %2$s = (select %2$s from aside.copy)%3$s"
              .formatted(table.name(), column.name(), where(table)),
          keyOf(table));
    }
    whole(table);

    past.update("delete from " + table.name() + where(table), keyOf(table));
    found(table, Kind.ROW_GONE, "not in the table");
    insert(table, past);
    whole(table);

    for (Column column : columns(table)) {
      if (!value(column).equals(film()) || table.key().equals(List.of(column))) {
        past.update(
            "update aside.copy set %s = %s".formatted(column.name(), place(column)),
            others(column).get(0));
      }
    }
    insert(table, past);
    found(table, Kind.ROW_UNKNOWN, "not in the ledger");
    past.update(
        "delete from %1$s where (%2$s) = (select %2$s from aside.copy)"
            .formatted(table.name(), table.orderedKey()));
    whole(table);
    past.execute("drop table aside.copy");
  }

  private static void insert(RecordedTable table, JdbcTemplate past) {
    String columns = columns(table).stream().map(Column::name).collect(Collectors.joining(", "));
    past.execute(
        "insert into %1$s (%2$s) overriding system value select %2$s from aside.copy"
            .formatted(table.name(), columns));
  }

  /** To the first other value that the column's own rule allows. */
  private void change(RecordedTable table, Column column, JdbcTemplate past) {
    DataIntegrityViolationException refused = null;
    for (String other : others(column)) {
      try {
        past.update(
            "update %s set %s = %s%s"
                .formatted(table.name(), column.name(), place(column), where(table)),
            Stream.concat(Stream.of(other), Stream.of(keyOf(table))).toArray());
        return;
      } catch (DataIntegrityViolationException notThis) {
        refused = notThis;
      }
    }
    throw refused;
  }

  private void whole(RecordedTable table) {
    assertThat(of(table)).as(table.name()).isEmpty();
  }

  private void found(RecordedTable table, Kind kind, String words) {
    assertThat(of(table))
        .as(table.name() + " " + words)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).as("%s", finding).isEqualTo(kind);
              assertThat(finding.what()).contains(words);
            });
  }

  private List<Finding> of(RecordedTable table) {
    return new RowCheck(new JdbcTemplate(database()), Optional.empty())
        .run().findings().stream()
            .filter(finding -> finding.what().startsWith(table.name() + " "))
            .toList();
  }

  private static List<Column> columns(RecordedTable table) {
    return Stream.concat(table.key().stream(), table.others().stream()).toList();
  }

  private String where(RecordedTable table) {
    return table.key().stream()
        .map(column -> column.name() + " = " + place(column))
        .collect(Collectors.joining(" and ", " where ", ""));
  }

  private String literally(RecordedTable table) {
    return table.key().stream()
        .map(
            column -> "%s = cast('%s' as %s)".formatted(column.name(), value(column), type(column)))
        .collect(Collectors.joining(" and ", " where ", ""));
  }

  private Object[] keyOf(RecordedTable table) {
    return table.key().stream().map(this::value).toArray();
  }

  private String value(Column column) {
    return List.of("film_id", "approval_key").contains(column.name())
        ? film()
        : values(column).get(0);
  }

  private static List<String> others(Column column) {
    List<String> values = new ArrayList<>(values(column));
    values.remove(0);
    return values;
  }

  private static List<String> values(Column column) {
    return switch (column.type()) {
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL ->
          List.of("5", "6", "4");
      case Types.BOOLEAN, Types.BIT -> List.of("true", "false");
      case Types.DATE -> List.of("2027-01-01", "2027-01-02");
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          List.of("2027-01-01 00:00:00+00", "2027-01-01 00:00:01+00");
      default -> List.of("X", "Y");
    };
  }

  private static String place(Column column) {
    return "cast(? as %s)".formatted(type(column));
  }

  private static String type(Column column) {
    return column.typeName().startsWith("CHARACTER") || column.typeName().equals("varchar")
        ? "varchar"
        : column.typeName();
  }
}
