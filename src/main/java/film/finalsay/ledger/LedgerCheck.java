package film.finalsay.ledger;

import film.finalsay.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recomputes every film's chain from what the database holds, and compares the rows of the tables
 * with what the chains have of them. It only reads, and it reads one state of the database, also
 * while others append.
 */
public final class LedgerCheck {

  /** So many entries are in memory at a time. */
  private static final int FETCH_SIZE = 2_000;

  private final DataSource database;
  private final JdbcTemplate streaming;

  public LedgerCheck(DataSource database) {
    this.database = database;
    this.streaming = new JdbcTemplate(database);
    this.streaming.setFetchSize(FETCH_SIZE);
  }

  /**
   * @param findings the first thing that is wrong with each chain, then the first difference of
   *     each table; empty if all is well
   * @param anchors where each chain ends that nothing is wrong with, in order of the films' ids
   * @param entries how many were read
   * @param told how many rows of the tables were compared with what the entries tell in words
   * @param rows how many with what the ledger keeps of each row
   * @param olderRows how many rows were not, as the version before wrote them
   */
  public record Report(
      List<Finding> findings,
      List<Anchor> anchors,
      long entries,
      long told,
      long rows,
      long olderRows) {

    public boolean allIsWell() {
      return findings.isEmpty();
    }

    long brokenChains() {
      return findings.stream().filter(finding -> finding.kind().isOfTheChain()).count();
    }
  }

  /** Every film's chain. */
  public Report run() {
    return run(Optional.empty(), List.of(), entries -> {});
  }

  /** One film's chain and rows. */
  public Report run(Optional<String> onlyFilm) {
    return run(onlyFilm, List.of(), entries -> {});
  }

  /**
   * @param onlyFilm the one film to look at; empty for all
   * @param anchors what was printed earlier
   * @param progress is told after each entry how many were read
   */
  public Report run(Optional<String> onlyFilm, Collection<Anchor> anchors, LongConsumer progress) {
    Map<String, List<Anchor>> known =
        anchors.stream()
            .filter(anchor -> onlyFilm.isEmpty() || onlyFilm.get().equals(anchor.filmId()))
            .collect(Collectors.groupingBy(Anchor::filmId));
    boolean h2 = Databases.isH2(database);
    return inOneState(h2)
        .execute(
            transaction -> {
              if (h2) {
                // H2 would otherwise collect the whole ledger before it hands out the first entry
                streaming.execute("set lazy_query_execution 1");
              }
              Report chains;
              try {
                chains = follow(onlyFilm, known, progress);
              } finally {
                if (h2) {
                  streaming.execute("set lazy_query_execution 0");
                }
              }
              return withRows(chains, onlyFilm);
            });
  }

  /**
   * A transaction that sees all tables as they are at its first query. It also is what PostgreSQL
   * needs in order to hand out entries before it has collected them all.
   */
  private TransactionTemplate inOneState(boolean h2) {
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    transaction.setReadOnly(true);
    // under "repeatable read", H2 takes each table as it is when it is first read
    transaction.setIsolationLevel(
        h2
            ? TransactionDefinition.ISOLATION_SERIALIZABLE
            : TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return transaction;
  }

  private Report follow(
      Optional<String> onlyFilm, Map<String, List<Anchor>> anchors, LongConsumer progress) {
    Map<String, Anchor> heads = heads(onlyFilm);
    Chains chains = new Chains(heads, anchors, progress);
    String where = onlyFilm.isPresent() ? "where film_id = ? " : "";
    streaming.query(
        "select %s from ledger_entry %sorder by film_id, number"
            .formatted(
                keepsRows() ? "*" : "ledger_entry.*, cast(null as varchar(64)) as rows_sha256",
                where),
        row -> {
          chains.next(LedgerRepository.ENTRY.mapRow(row, 0));
        },
        onlyFilm.map(film -> new Object[] {film}).orElseGet(() -> new Object[0]));
    Set<String> expected = new TreeSet<>(heads.keySet());
    expected.addAll(anchors.keySet());
    return chains.end(expected);
  }

  /** The product makes it so when it starts; before, there are the chains alone. */
  private boolean keepsRows() {
    return new RecordedTables(streaming).exists("ledger_row");
  }

  private Report withRows(Report chains, Optional<String> onlyFilm) {
    List<Finding> findings = new ArrayList<>(chains.findings());
    long told = 0;
    if (chains.allIsWell()) {
      // an entry that was changed says nothing of the rows
      ToldCheck.Result asTold = new ToldCheck(streaming, onlyFilm).run();
      findings.addAll(asTold.findings());
      told = asTold.compared();
    }
    RowCheck.Result rows = new RowCheck.Result(List.of(), 0, 0);
    if (!keepsRows()) {
      rows = RowCheck.Result.ofTheVersionBefore(streaming);
    } else {
      if (chains.allIsWell()) {
        new KeptRowsCheck(streaming, onlyFilm).run().ifPresent(findings::add);
      }
      rows = new RowCheck(streaming, onlyFilm).run();
      findings.addAll(rows.findings());
    }
    return new Report(
        findings, chains.anchors(), chains.entries(), told, rows.compared(), rows.older());
  }

  private Map<String, Anchor> heads(Optional<String> onlyFilm) {
    return streaming.query("select * from ledger_head", Sql.rows(Anchor.class)).stream()
        .filter(head -> onlyFilm.isEmpty() || onlyFilm.get().equals(head.filmId()))
        .collect(Collectors.toMap(Anchor::filmId, head -> head));
  }

  /** One chain after the other, as the entries come. */
  private static final class Chains {

    private final Map<String, Anchor> heads;
    private final Map<String, List<Anchor>> anchors;
    private final LongConsumer progress;
    private final Map<String, ChainCheck> done = new TreeMap<>();
    private ChainCheck current;
    private long entries;

    Chains(Map<String, Anchor> heads, Map<String, List<Anchor>> anchors, LongConsumer progress) {
      this.heads = heads;
      this.anchors = anchors;
      this.progress = progress;
    }

    void next(StoredEntry entry) {
      if (current == null || !current.filmId().equals(entry.filmId())) {
        begin(entry.filmId());
      }
      current.next(entry);
      progress.accept(++entries);
    }

    /**
     * @param expected the films that should have a chain
     */
    Report end(Set<String> expected) {
      expected.stream().filter(film -> !done.containsKey(film)).forEach(this::begin);
      List<Finding> findings = new ArrayList<>();
      List<Anchor> tails = new ArrayList<>();
      for (ChainCheck chain : done.values()) {
        chain.end(Optional.ofNullable(heads.get(chain.filmId())));
        chain.finding().ifPresentOrElse(findings::add, () -> tails.add(chain.tail()));
      }
      return new Report(findings, tails, entries, 0, 0, 0);
    }

    private void begin(String film) {
      current = new ChainCheck(film, anchors.getOrDefault(film, List.of()));
      done.put(film, current);
    }
  }
}
