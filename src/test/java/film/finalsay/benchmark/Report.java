package film.finalsay.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, as a page for people. */
final class Report {

  static final String OURS = "Final Say";
  static final String HTTP = "Final Say over HTTP";
  static final String STOCK = "stock";
  static final String STOCK_WITH_FILMS = "stock with films";

  private static final List<String> QUERIES =
      List.of(TaskList.LIST, TaskList.COUNT, TaskList.FILTER);

  private static final String INTRODUCTION =
      """
      # Benchmarks

      ## A whole approval

      ```
      ./mvnw -Pbenchmark test -Dtest=ApprovalBenchmark -Dfinalsay.changes=5000
      ```

      asks for a budget change over REST, finds it and approves it, ours beside Camunda 7.24 as it ships with a process of the same steps, and
      prints for PostgreSQL, H2 on file and H2 in memory (`-Dfinalsay.database=H2` takes one): time, processor time, statements and round trips
      of each step, four clients on four films against one, the same after so many changes on one account, kilobytes on disk. Without
      `-Dfinalsay.changes` it makes 500; the texts of all statements are left in `target/statements-….txt`.

      ## The task list

      Written by

      ```
      ./mvnw -Pbenchmark verify -Dfinalsay.docs=write
      ```

      which takes ten minutes on two quiet processors; `-Dfinalsay.tasks=10000` stops at so many tasks, and without `-Dfinalsay.docs=write` the
      report is left in `target/task-list-benchmark.md`.

      Open tasks of the three processes are spread over 200 films. An approver is on the teams of five of them and in ten groups,
      and so sees one task in forty: 2,500 of 100,000. Measured are the Tasklist's own queries:

      - **list**: the 15 newest open tasks;
      - **count**: how many are open;
      - **filter**: both, through the stored filter “For the executive producer”, as a click on it asks.

      Beside **Final Say** stands **stock**: Camunda 7.24 as it ships, authorization on, nothing of ours in it; the same steps for the
      same groups, with the same variables. As shipped it knows no films, so its approver sees every task. **Stock with films** is
      kinder to it: each film is a tenant there, too, and the approver sees the same tasks as with us; what is left is a row of
      rights for every task and group, where we grant once (see
      [`RightsByProcess`](../src/main/java/film/finalsay/engine/RightsByProcess.java) and
      [`Grants`](../src/main/java/film/finalsay/engine/Grants.java)). Stock is filled until one query takes longer than 3 s; one
      that takes longer than 60 s is given up.

      All three run one after the other in one JVM, each on a database of its own; a few real requests are made through each engine,
      their rows copied, and the tables analyzed (on H2 of the variables only those that cards show). What counts is the ratio: the times are those of the machine.
      """;

  private record Key(String database, String what, int size, String query) {}

  private final Map<Key, Optional<Timings>> figures = new LinkedHashMap<>();
  private final Map<String, Double> loads = new LinkedHashMap<>();

  /** Notes how busy the machine is with other things before anything is measured. */
  void begin(Database database) {
    loads.put(
        database.title(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  void add(Database database, String what, int size, String query, Timings timings) {
    figures.put(new Key(database.title(), what, size, query), Optional.of(timings));
    System.out.printf(
        "%s, %s, %,d tasks, %s: p50 %s, p95 %s%n",
        database.title(),
        what,
        size,
        query,
        Timings.shown(timings.median()),
        Timings.shown(timings.p95()));
  }

  void givenUp(Database database, String what, int size, String query) {
    figures.put(new Key(database.title(), what, size, query), Optional.empty());
    System.out.printf("%s, %s, %,d tasks, %s: given up%n", database.title(), what, size, query);
  }

  void write(Path file) throws IOException {
    Files.writeString(file, INTRODUCTION + databases().map(this::of).collect(Collectors.joining()));
  }

  private String of(String database) {
    return text(
        """

        ## %s

        On %d processors, with a load average of %.1f from other work when it began%s.
        %s
        At the engine's own services, the same calls for all three:

        | Open tasks | Query | Final Say p50 | p95 | Stock p50 | Ratio | Stock with films p50 | Ratio |
        |---:|---|---:|---:|---:|---:|---:|---:|
        %s
        The same queries over HTTP, through the API behind the Tasklist, with all that a request costs:

        | Open tasks | %s |
        |---:|%s|
        %s""",
        database,
        Runtime.getRuntime().availableProcessors(),
        loads.get(database),
        busy(database),
        inShort(database),
        sizes(database)
            .flatMap(size -> QUERIES.stream().map(query -> compared(database, size, query)))
            .collect(Collectors.joining()),
        QUERIES.stream().map(query -> query + " p50 | p95").collect(Collectors.joining(" | ")),
        "---:|".repeat(2 * QUERIES.size()).replaceFirst("\\|$", ""),
        sizes(database).map(size -> overHttp(database, size)).collect(Collectors.joining()));
  }

  private String busy(String database) {
    return loads.get(database) > Runtime.getRuntime().availableProcessors()
        ? ": too busy for the times to mean much"
        : "";
  }

  /** The largest size of ours beside the largest that stock was asked at. */
  private String inShort(String database) {
    int most = sizes(database).max(Integer::compare).orElseThrow();
    return QUERIES.stream()
        .map(
            query -> {
              Timings ours = figures.get(new Key(database, OURS, most, query)).orElseThrow();
              int borne =
                  sizes(database)
                      .filter(
                          size ->
                              figures
                                  .getOrDefault(
                                      new Key(database, STOCK, size, query), Optional.empty())
                                  .isPresent())
                      .max(Integer::compare)
                      .orElseThrow();
              Timings stock = figures.get(new Key(database, STOCK, borne, query)).orElseThrow();
              Timings same = figures.get(new Key(database, OURS, borne, query)).orElseThrow();
              return text(
                  "- **%s**: %s at %,d tasks; stock takes %s at %,d, %,.0f times as long as ours"
                      + " there and %,.0f times as long as ours at %,d.%n",
                  query,
                  Timings.shown(ours.median()),
                  most,
                  Timings.shown(stock.median()),
                  borne,
                  stock.median() / same.median(),
                  stock.median() / ours.median(),
                  most);
            })
        .collect(Collectors.joining("", "\n", ""));
  }

  private String compared(String database, int size, String query) {
    Timings ours = figures.get(new Key(database, OURS, size, query)).orElseThrow();
    return text(
        "| %,d | %s | %s | %s | %s | %s |%n",
        size,
        query,
        Timings.shown(ours.median()),
        Timings.shown(ours.p95()),
        beside(ours, new Key(database, STOCK, size, query)),
        beside(ours, new Key(database, STOCK_WITH_FILMS, size, query)));
  }

  /** The median of stock, and how many times ours goes into it. */
  private String beside(Timings ours, Key stock) {
    Optional<Timings> timings = figures.get(stock);
    if (timings == null) {
      return " | ";
    }
    return timings
        .map(
            known ->
                text("%s | %,.0f", Timings.shown(known.median()), known.median() / ours.median()))
        .orElse("given up | ");
  }

  private String overHttp(String database, int size) {
    return text(
        "| %,d | %s |%n",
        size,
        QUERIES.stream()
            .map(query -> figures.get(new Key(database, HTTP, size, query)).orElseThrow())
            .flatMap(timings -> Stream.of(timings.median(), timings.p95()))
            .map(Timings::shown)
            .collect(Collectors.joining(" | ")));
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private Stream<String> databases() {
    return figures.keySet().stream().map(Key::database).distinct();
  }

  private Stream<Integer> sizes(String database) {
    return figures.keySet().stream()
        .filter(key -> key.database().equals(database))
        .map(Key::size)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream();
  }
}
