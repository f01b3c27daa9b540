package film.finalsay.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The task list of an approver as tasks pile up: ours, and that of the engine as shipped, one after
 * the other on the same machine. {@code -Dfinalsay.tasks=100000} says how far; {@code
 * -Dfinalsay.docs=write} writes the report into the documentation.
 */
class TaskListBenchmark {

  private static final int MOST = Integer.getInteger("finalsay.tasks", 100_000);
  private static final List<Integer> SIZES =
      Stream.of(1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)
          .filter(size -> size <= MOST)
          .toList();
  private static final int WARM_UP = 100;
  private static final int TIMES = 200;

  /** Stock is asked as often as fits in here, but at least once. */
  private static final Duration FOR_EACH = Duration.ofSeconds(5);

  private static final int TIMES_STOCK = 30;

  /** Stock is filled no further once a query takes longer. */
  private static final Duration BEARABLE = Duration.ofSeconds(3);

  @TempDir Path folder;

  @Test
  void oursAndStockSideBySide() throws IOException {
    // as every node is started in production
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Report report = new Report();
    try (Database postgres = Database.Postgres.start()) {
      measure(postgres, report);
    }
    write(report);
    measure(Database.H2.onFile(folder), report);
    write(report);
  }

  private static void write(Report report) throws IOException {
    report.write(Path.of("target/task-list-benchmark.md"));
    if ("write".equals(System.getProperty("finalsay.docs"))) {
      report.write(Path.of("docs/benchmarks.md"));
    }
  }

  private static void measure(Database database, Report report) {
    report.begin(database);
    List<Original> originals = new ArrayList<>();
    try (OurProduct ours = OurProduct.start(database)) {
      originals.addAll(ours.originals());
      for (int size : SIZES) {
        ours.grow(size);
        ours.queries()
            .forEach(
                (query, ask) ->
                    report.add(
                        database, Report.OURS, size, query, Timings.of(WARM_UP, TIMES, ask)));
        ours.requests()
            .forEach(
                (query, ask) ->
                    report.add(
                        database, Report.HTTP, size, query, Timings.of(WARM_UP, TIMES, ask)));
      }
    }
    measureStock(database, report, Report.STOCK, originals, false);
    measureStock(database, report, Report.STOCK_WITH_FILMS, originals, true);
  }

  private static void measureStock(
      Database database, Report report, String what, List<Original> originals, boolean films) {
    try (StockEngine stock = StockEngine.start(database, originals, films)) {
      boolean bears = true;
      for (int i = 0; i < SIZES.size() && bears; i++) {
        stock.grow(SIZES.get(i));
        for (Map.Entry<String, Runnable> query : stock.queries().entrySet()) {
          try {
            Timings timings = Timings.within(FOR_EACH, TIMES_STOCK, query.getValue());
            report.add(database, what, SIZES.get(i), query.getKey(), timings);
            bears &= timings.median() < BEARABLE.toMillis();
          } catch (ProcessEngineException givenUp) {
            report.givenUp(database, what, SIZES.get(i), query.getKey());
            bears = false;
          }
        }
      }
    }
  }
}
