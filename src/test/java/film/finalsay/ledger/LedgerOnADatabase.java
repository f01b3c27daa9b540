package film.finalsay.ledger;

import static film.finalsay.approval.Role.CO_EXECUTIVE_PRODUCER;
import static film.finalsay.approval.Role.PRODUCER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import film.finalsay.ledger.Finding.Kind;
import film.finalsay.ledger.LedgerCheck.Report;
import film.finalsay.support.StartsTheProduct;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger keeps, and that whatever is done to it afterwards is found and rightly named. */
@StartsTheProduct
@SpringBootTest(classes = LedgerAlone.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class LedgerOnADatabase implements RowsInTheLedger {

  private static final int AT_ONCE = 8;
  private static final int LENGTH = 9;
  private static final String SEEN = "5e".repeat(32);
  private static final AtomicInteger FILMS = new AtomicInteger();

  @Autowired Ledger ledger;
  @Autowired LedgerRepository entries;
  @Autowired PlatformTransactionManager transactions;
  @Autowired DataSource database;
  @Autowired JdbcClient jdbc;
  @Autowired RecordedTables tables;
  @Autowired StockTaking stock;

  final String film = "LEDGER" + FILMS.incrementAndGet();

  @Override
  public JdbcClient product() {
    return jdbc;
  }

  @Override
  public RecordedTables tables() {
    return tables;
  }

  @Override
  public StockTaking stock() {
    return stock;
  }

  @Override
  public LedgerRepository entries() {
    return entries;
  }

  @Override
  public DataSource database() {
    return database;
  }

  @Override
  public String film() {
    return film;
  }

  /** Does what only an administrator of the database can: past the trigger and the foreign keys. */
  abstract void asAdministratorOfTheDatabase(Consumer<JdbcClient> tampering);

  @Test
  void anEntryHoldsWhoInWhichRoleOnWhoseBehalfWhatTheySawAndWhen() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    append(decided("NOVA-BC-1"));
    append(Event.of(Happening.SETTLED));

    List<Entry> page = ledger.page(film, 10, 0);

    assertThat(page).extracting(Entry::number).containsExactly(2L, 1L);
    Entry settled = page.get(0);
    Entry decided = page.get(1);
    assertThat(decided.event()).isEqualTo(decided("NOVA-BC-1"));
    assertThat(decided.event().onBehalfOf()).isEqualTo(PRODUCER);
    assertThat(decided.event().facts()).containsEntry("outcome", "APPROVE").doesNotContainKey("no");
    assertThat(decided.at()).isBetween(before, Instant.now());
    assertThat(decided.at().getNano() % 1_000).isZero();
    assertThat(decided.previousHash()).isEqualTo("0".repeat(64));
    assertThat(settled.event()).isEqualTo(Event.of(Happening.SETTLED));
    assertThat(settled.previousHash()).isEqualTo(decided.hash());
    assertThat(ledger.anchor(film)).isEqualTo(new Anchor(film, 2, settled.hash()));
    assertThat(check().allIsWell()).isTrue();
  }

  @Test
  void aFilmOnWhichNothingHappenedHasAnEmptyLedger() {
    assertThat(ledger.page(film, 10, 0)).isEmpty();
    assertThat(ledger.anchor(film)).isEqualTo(new Anchor(film, 0, "0".repeat(64)));
  }

  @Test
  void pagesAndTheEntriesOfOneApprovalAreInOrder() {
    for (int i = 1; i <= 3; i++) {
      append(decided("NOVA-BC-1").with("i", i));
      append(decided("NOVA-BC-2").with("i", i));
    }

    assertThat(ledger.page(film, 2, 1)).extracting(Entry::number).containsExactly(5L, 4L);
    assertThat(ledger.page(film, "NOVA-BC-1", 2, 0))
        .extracting(Entry::number)
        .containsExactly(5L, 3L);
    assertThat(ledger.page(film, "NOVA-BC-1", 2, 2)).extracting(Entry::number).containsExactly(1L);
    assertThat(ledger.page(film, "NOVA-BC-3", 2, 0)).isEmpty();
  }

  @Test
  void anEntryIsThereOnlyIfWhatItTellsOfIs() {
    assertThatThrownBy(() -> ledger.append(film, decided("NOVA-BC-1")))
        .isInstanceOf(IllegalTransactionStateException.class);
    append(decided("NOVA-BC-1"));
    Anchor before = ledger.anchor(film);

    new TransactionTemplate(transactions)
        .executeWithoutResult(
            transaction -> {
              ledger.append(film, decided("NOVA-BC-2"));
              transaction.setRollbackOnly();
            });

    assertThat(ledger.anchor(film)).isEqualTo(before);
    append(decided("NOVA-BC-3"));
    assertThat(ledger.anchor(film).number()).isEqualTo(2);
    assertThat(check().allIsWell()).isTrue();
  }

  @Test
  void longAndStrangeTextsComeBackAsTheyWere() {
    Map<String, String> facts =
        Map.of(
            "long", "Für den Hafen – “a second week”. ".repeat(600),
            "strange", "\u0000\u0007\t\r\n\"\\\u2028 🎬 e\u0301",
            "empty", "");
    append(decided("NOVA-BC-1").with(facts));
    append(decided("NOVA-BC-1").with("half", "a\ud83c"));

    assertThat(facts.get("long").length()).isGreaterThan(18_000);
    assertThat(ledger.page(film, 1, 1).get(0).event().facts()).containsAllEntriesOf(facts);
    assertThat(ledger.page(film, 1, 0).get(0).event().facts()).containsEntry("half", "a?");
    assertThat(check().allIsWell()).isTrue();
  }

  @Test
  void manyAtOnceOnOneFilmMakeOneChainWithoutGaps() {
    int each = 25;

    atOnce(
        writer -> {
          for (int i = 0; i < each; i++) {
            append(decided("NOVA-BC-" + writer).with("i", i));
          }
        });

    assertThat(ledger.page(film, AT_ONCE * each + 1, 0))
        .extracting(Entry::number)
        .containsExactlyElementsOf(
            LongStream.iterate(AT_ONCE * each, number -> number - 1)
                .limit(AT_ONCE * each)
                .boxed()
                .toList());
    assertThat(check().findings()).isEmpty();
    for (int writer = 0; writer < AT_ONCE; writer++) {
      assertThat(ledger.page(film, "NOVA-BC-" + writer, each + 1, 0)).hasSize(each);
    }
  }

  @Test
  void theFirstEntriesOfAChainMayBeWrittenAtOnce() {
    for (int round = 0; round < 10; round++) {
      String fresh = film + "R" + round;

      atOnce(writer -> append(fresh, decided("NOVA-BC-" + writer)));

      assertThat(ledger.anchor(fresh).number()).isEqualTo(AT_ONCE);
      assertThat(check(fresh).findings()).isEmpty();
    }
  }

  @Test
  void aCheckReadsOneStateWhileOthersAppend() {
    List<Finding> findings = new CopyOnWriteArrayList<>();

    atOnce(
        worker -> {
          for (int i = 0; i < 20; i++) {
            if (worker % 2 == 0) {
              append(decided("NOVA-BC-" + worker).with("i", i));
            } else {
              findings.addAll(check().findings());
            }
          }
        });

    assertThat(findings).isEmpty();
    assertThat(ledger.anchor(film).number()).isEqualTo(AT_ONCE / 2 * 20);
  }

  static Stream<Arguments> columns() {
    return Stream.of(
        arguments("film_id", Kind.MISSING),
        arguments("number", Kind.MISSING),
        arguments("at", Kind.CHANGED),
        arguments("happening", Kind.CHANGED),
        arguments("approval_key", Kind.CHANGED),
        arguments("person", Kind.CHANGED),
        arguments("role", Kind.CHANGED),
        arguments("on_behalf_of", Kind.CHANGED),
        arguments("seen", Kind.CHANGED),
        arguments("facts", Kind.CHANGED),
        arguments("rows_sha256", Kind.CHANGED),
        arguments("previous_hash", Kind.PREVIOUS_HASH_CHANGED),
        arguments("hash", Kind.HASH_CHANGED));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void oneBitChangedIn(String column, Kind kind) {
    filled();

    asAdministratorOfTheDatabase(
        database ->
            database
                .sql(
                    "update ledger_entry set %s = %s where film_id = :film and number = 5"
                        .formatted(column, flipped(column)))
                .param("film", film)
                .update());

    found(5, kind, "entry 5 ");
  }

  @ParameterizedTest
  @MethodSource("columns")
  void oneBitChangedInTheLastEntry(String column, Kind kind) {
    filled();

    asAdministratorOfTheDatabase(
        database ->
            database
                .sql(
                    "update ledger_entry set %s = %s where film_id = :film and number = %d"
                        .formatted(column, flipped(column), LENGTH))
                .param("film", film)
                .update());

    // without the last entry, the chain just ends earlier than the head says
    if (column.equals("film_id")) {
      found(LENGTH - 1, Kind.HEAD_IS_NOT_TAIL, "ends with entry 8");
    } else {
      found(LENGTH, kind, column.equals("number") ? "entries 9 to " : "entry 9 ");
    }
  }

  @Test
  void aColumnEmptied() {
    filled();
    tamper("update ledger_entry set on_behalf_of = null where film_id = :film and number = 2");
    found(2, Kind.CHANGED, "entry 2 ");
  }

  @Test
  void aDeletedEntry() {
    filled();
    tamper("delete from ledger_entry where film_id = :film and number = 4");
    found(4, Kind.MISSING, "entry 4 is missing");
  }

  @Test
  void severalDeletedEntries() {
    filled();
    tamper("delete from ledger_entry where film_id = :film and number between 4 and 6");
    found(4, Kind.MISSING, "entries 4 to 6 are missing");
  }

  @Test
  void theFirstEntryDeleted() {
    filled();
    tamper("delete from ledger_entry where film_id = :film and number = 1");
    found(1, Kind.MISSING, "entry 1 is missing");
  }

  @Test
  void aDeletedEntryWhoseNumberTheNextTookOver() {
    filled();
    tamper("delete from ledger_entry where film_id = :film and number = 4");
    tamper("update ledger_entry set number = 4 where film_id = :film and number = 5");
    found(4, Kind.SWAPPED, "written as entry 5");
  }

  @Test
  void twoSwappedEntries() {
    filled();
    swap(3, 7);
    found(3, Kind.SWAPPED, "entry 3 was moved here, it was written as entry 7");
  }

  @Test
  void twoSwappedNeighbours() {
    filled();
    swap(8, 9);
    found(8, Kind.SWAPPED, "written as entry 9");
  }

  @Test
  void anEntryBeforeTheFirst() {
    filled();
    tamper(
        """
        insert into ledger_entry (film_id, number, at, happening, facts, previous_hash, hash)
        select film_id, 0, at, happening, facts, previous_hash, hash from ledger_entry
        where film_id = :film and number = 1
        """);
    found(0, Kind.STRAY, "entry 0 ");
  }

  @Test
  void anEntryWrittenAnewWithoutThoseAfterIt() {
    filled();
    asAdministratorOfTheDatabase(
        database -> replace(database, forged(stored(4)), stored(3).anchor()));
    found(5, Kind.NOT_LINKED, "entry 5 ");
  }

  @Test
  void aTailThatWasCut() {
    filled();
    tamper("delete from ledger_entry where film_id = :film and number > 6");
    found(6, Kind.HEAD_IS_NOT_TAIL, "ends with entry 6", "ledger_head says with entry 9");
  }

  @Test
  void aTailThatWasCutWithTheHeadIsFoundByAnAnchor() {
    filled();
    Anchor anchor = ledger.anchor(film);
    tamper("delete from ledger_entry where film_id = :film and number > 6");
    setHead(stored(6).anchor());

    assertThat(check().findings()).as("nothing inside the database can tell").isEmpty();
    found(
        List.of(anchor), 7, Kind.SHORTER_THAN_ANCHOR, "ends with entry 6", "an anchor has entry 9");
  }

  @Test
  void aChainWrittenAnewIsFoundByAnAnchor() {
    filled();
    Anchor early = stored(1).anchor();
    Anchor anchor = stored(6).anchor();
    asAdministratorOfTheDatabase(
        database -> {
          Anchor before = early;
          for (long number = 2; number <= LENGTH; number++) {
            StoredEntry entry = number == 2 ? forged(stored(number)) : stored(number);
            before = replace(database, entry, before);
          }
        });
    setHead(stored(LENGTH).anchor());

    assertThat(check().findings()).as("nothing inside the database can tell").isEmpty();
    assertThat(check(film, List.of(early)).findings()).as("the first entry is untouched").isEmpty();
    found(List.of(early, anchor), 6, Kind.OTHER_THAN_ANCHOR, "written anew", anchor.hash());
  }

  @Test
  void aChainThatIsGoneIsFoundByAnAnchor() {
    filled();
    Anchor anchor = ledger.anchor(film);
    tamper("delete from ledger_entry where film_id = :film");
    found(0, Kind.HEAD_IS_NOT_TAIL, "ledger_head says with entry 9");
    tamper("delete from ledger_head where film_id = :film");

    found(List.of(anchor), 1, Kind.SHORTER_THAN_ANCHOR, "no entry", "an anchor has entry 9");
  }

  @Test
  void anAnchorOfToday() {
    filled();
    Anchor anchor = ledger.anchor(film);
    append(decided("NOVA-BC-1"));

    assertThat(check(film, List.of(anchor, ledger.anchor(film))).findings()).isEmpty();
  }

  @Test
  void aHeadThatNamesAnotherEntryOrAnotherHashOrIsGone() {
    filled();
    setHead(stored(6).anchor());
    found(LENGTH, Kind.HEAD_IS_NOT_TAIL, "ledger_head says with entry 6");
    setHead(new Anchor(film, LENGTH, stored(6).hash()));
    found(LENGTH, Kind.HEAD_IS_NOT_TAIL, stored(6).hash());
    tamper("delete from ledger_head where film_id = :film");
    found(LENGTH, Kind.HEAD_IS_NOT_TAIL, "ledger_head does not know it");
  }

  @Test
  void whatIsWrongWithOneFilmIsNotSaidOfAnother() {
    String other = film + "O";
    filled();
    append(other, decided("NOVA-BC-1"));
    tamper("delete from ledger_entry where film_id = :film and number = 4");

    Report report = new LedgerCheck(database).run();

    assertThat(report.findings()).extracting(Finding::filmId).contains(film).doesNotContain(other);
    assertThat(report.anchors()).contains(ledger.anchor(other)).doesNotContain(ledger.anchor(film));
  }

  private void filled() {
    for (int i = 1; i <= LENGTH; i++) {
      append(decided("NOVA-BC-" + i).with("i", i));
    }
  }

  private static Event decided(String approval) {
    return Event.of(Happening.DECIDED)
        .on(approval)
        .by("coexec1", CO_EXECUTIVE_PRODUCER)
        .onBehalfOf(PRODUCER)
        .saw(SEEN)
        .with("outcome", "APPROVE")
        .with("no", null);
  }

  private void append(Event event) {
    append(film, event);
  }

  private void append(String toFilm, Event event) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(transaction -> ledger.append(toFilm, event));
  }

  /** SQL that flips one bit of a column's value. */
  private static String flipped(String column) {
    return switch (column) {
      case "number" -> "number + 16384";
      case "at" -> "at + interval '0.000001' second";
      default ->
          // the first characters of these texts are ASCII
          "cast(chr(case when mod(ascii(%1$s), 2) = 0 then ascii(%1$s) + 1 else ascii(%1$s) - 1 end)"
                  .formatted(column)
              + " as varchar) || substring(%s from 2)".formatted(column);
    };
  }

  private void swap(long one, long other) {
    tamper("update ledger_entry set number = -1 where film_id = :film and number = " + one);
    tamper(
        "update ledger_entry set number = %d where film_id = :film and number = %d"
            .formatted(one, other));
    tamper(
        "update ledger_entry set number = %d where film_id = :film and number = -1"
            .formatted(other));
  }

  private void tamper(String sql) {
    asAdministratorOfTheDatabase(
        database -> assertThat(database.sql(sql).param("film", film).update()).isPositive());
  }

  private void setHead(Anchor head) {
    asAdministratorOfTheDatabase(
        database ->
            database
                .sql("update ledger_head set number = :number, hash = :hash where film_id = :film")
                .param("number", head.number())
                .param("hash", head.hash())
                .param("film", film)
                .update());
  }

  private StoredEntry stored(long number) {
    return jdbc.sql("select * from ledger_entry where film_id = :film and number = :number")
        .param("film", film)
        .param("number", number)
        .query(LedgerRepository.ENTRY)
        .single();
  }

  /** As if somebody else had decided. */
  private static StoredEntry forged(StoredEntry entry) {
    return new StoredEntry(
        entry.filmId(),
        entry.number(),
        entry.at(),
        entry.happening(),
        entry.approvalKey(),
        "exec1",
        entry.role(),
        entry.onBehalfOf(),
        entry.seen(),
        entry.facts(),
        entry.rowsSha256(),
        entry.previousHash(),
        entry.hash());
  }

  /** Puts an entry in place of the one of its number, hashed anew after the one before it. */
  private Anchor replace(JdbcClient database, StoredEntry entry, Anchor before) {
    String hash = entry.hashAt(entry.number(), before.hash());
    database
        .sql(
            """
            update ledger_entry set person = :person, previous_hash = :previous, hash = :hash
            where film_id = :film and number = :number
            """)
        .param("person", entry.person())
        .param("previous", before.hash())
        .param("hash", hash)
        .param("film", film)
        .param("number", entry.number())
        .update();
    return new Anchor(film, entry.number(), hash);
  }

  private Report check() {
    return check(film);
  }

  private Report check(String oneFilm) {
    return check(oneFilm, List.of());
  }

  private Report check(String oneFilm, List<Anchor> anchors) {
    return new LedgerCheck(database).run(Optional.of(oneFilm), anchors, entry -> {});
  }

  private void found(long number, Kind kind, String... words) {
    found(List.of(), number, kind, words);
  }

  private void found(List<Anchor> anchors, long number, Kind kind, String... words) {
    Report report = check(film, anchors);
    assertThat(report.findings()).as("%s", report).hasSize(1);
    Finding finding = report.findings().get(0);
    assertThat(finding.kind()).as("%s", finding).isEqualTo(kind);
    assertThat(finding.number()).as("%s", finding).isEqualTo(number);
    assertThat(finding.toString()).startsWith(film + ": ").contains(words);
    assertThat(report.anchors()).isEmpty();
  }

  private static void atOnce(Consumer<Integer> writing) {
    ExecutorService writers = Executors.newFixedThreadPool(AT_ONCE);
    CountDownLatch ready = new CountDownLatch(AT_ONCE);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        int writer = i;
        running.add(
            writers.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  writing.accept(writer);
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (Exception failed) {
      throw new AssertionError(failed);
    } finally {
      writers.shutdownNow();
    }
  }
}
