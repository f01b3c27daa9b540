package film.finalsay.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole budget change over REST, ours with guard and ledger beside Camunda as shipped with a
 * process of the same steps, one after the other on the same machine. {@code
 * -Dfinalsay.changes=5000} says how many are finished on one account in the end; {@code
 * -Dfinalsay.docs=write} writes the report into the documentation.
 */
class ApprovalBenchmark {

  private static final int CHANGES = Integer.getInteger("finalsay.changes", 500);
  private static final int WARM_UP = Math.min(500, CHANGES / 2);
  private static final int TIMES = Math.min(300, CHANGES / 5);
  private static final int FEW = 10;
  private static final int FIRST_LOOK = 500;
  private static final String ONLY = System.getProperty("finalsay.database");

  @TempDir Path folder;

  @Test
  void oursAndStockSideBySide() throws IOException {
    // as every node is started in production
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    ApprovalReport report = new ApprovalReport(WARM_UP, TIMES, CHANGES);
    if (isWanted("PostgreSQL")) {
      try (Database postgres = Database.Postgres.start()) {
        measure(postgres, report);
      }
    }
    for (Database h2 : List.of(Database.H2.onFile(folder), Database.H2.inMemory(folder))) {
      if (isWanted(h2.title())) {
        measure(h2, report);
      }
    }
    String text = report.text();
    System.out.println(text);
    Files.writeString(Path.of("target/approval-benchmark.md"), text);
    if ("write".equals(System.getProperty("finalsay.docs"))) {
      Files.writeString(Path.of("docs/benchmark-approval.md"), text);
    }
  }

  /** Looks at 500, 1,000, 2,000 and so on, and in the end. */
  private static int next(int done) {
    int next = FIRST_LOOK;
    while (next <= done) {
      next *= 2;
    }
    return Math.min(next, CHANGES);
  }

  private static boolean isWanted(String database) {
    return ONLY == null || ONLY.equals(database);
  }

  private static void measure(Database database, ApprovalReport report) throws IOException {
    measure(database, ApprovalReport.OURS, Office::ours, report);
    measure(database, ApprovalReport.STOCK, Office::stock, report);
  }

  private static void measure(
      Database database, String what, Function<Database, Office> start, ApprovalReport report)
      throws IOException {
    try (Office office = start.apply(database)) {
      ChangeDesk warm = office.desks().get(1);
      Effort.of(WARM_UP, List.of(warm));
      ChangeDesk desk = office.desks().get(0);
      Effort.of(FEW, List.of(desk));
      Steps steps = Steps.of(office, desk);
      Effort few = Effort.of(TIMES, List.of(desk));
      Effort several = Effort.of(TIMES, office.desks());
      long before = database.size(office.source());
      int first = FEW + TIMES;
      for (int done = first; done < CHANGES; done = next(done)) {
        Effort then = Effort.of(next(done) - done, List.of(desk));
        long size = database.size(office.source());
        report.grew(
            database.title(),
            what,
            new ApprovalReport.Growth(
                next(done), then, size, (size - before) / (next(done) - first)));
      }
      long bytes = (database.size(office.source()) - before) / Math.max(1, CHANGES - first);
      Effort many = Effort.of(TIMES, List.of(desk));
      report.add(
          database.title(),
          what,
          new ApprovalReport.Figures(few, several, many, steps, Steps.of(office, desk), bytes));
      Files.write(
          Path.of(
              "target/statements-%s-%s.txt".formatted(database.title(), what).replace(' ', '-')),
          Steps.texts(office, desk));
    }
  }
}
