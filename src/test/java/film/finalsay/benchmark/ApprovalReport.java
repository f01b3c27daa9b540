package film.finalsay.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the whole of an approval takes, as a page for people. */
final class ApprovalReport {

  static final String OURS = "Final Say";
  static final String STOCK = "stock";

  private static final String INTRODUCTION =
      """
      # A whole approval

      Written by

      ```
      ./mvnw -Pbenchmark test -Dtest=ApprovalBenchmark -Dfinalsay.changes=5000 -Dfinalsay.docs=write
      ```

      Without `-Dfinalsay.changes`, 500 changes are made on one account; without `-Dfinalsay.docs=write` the report is left in
      `target/approval-benchmark.md`. Beside it, `target/statements-….txt` holds the text of every statement of one change.

      A line producer asks for a small transfer within one section, and a producer finds it and approves it: three requests over the
      engine's REST API with Basic login. **Final Say** files it, weighs it, has the authority table say who decides, lays out what the
      producer reads, guards the answer, applies it and enters all of it in the ledger. **Stock** is Camunda 7.24 by its own starters
      with authorization on, its history as shipped and a process of the same steps, the same table among them; its service tasks do nothing.
      Both run one after the other in one JVM, clients included. %,d changes warm each of them up, and %,d are measured. A ratio above 1 says
      that Final Say is faster, or takes less.
      """;

  /**
   * @param few with few changes finished on the account
   * @param several by four clients on four films
   * @param many with many changes finished on the account
   * @param bytes on disk for one change
   */
  record Figures(
      Effort few, Effort several, Effort many, Steps steps, Steps stepsOfMany, long bytes) {}

  /**
   * How it goes on.
   *
   * @param finished changes on the account
   * @param one of those since the line before
   * @param size of the whole database, in bytes
   * @param bytes of each change since the first line of the table above
   */
  record Growth(int finished, Effort one, long size, long bytes) {

    private String row(String what) {
      return String.format(
          Locale.ROOT,
          "| %s | %,d | %.1f | %.1f | %.1f | %.1f |",
          what,
          finished,
          one.wall(),
          one.processor(),
          size / 1048576.0,
          bytes / 1024.0);
    }
  }

  private final int warmUp;
  private final int times;
  private final int changes;
  private final Map<String, Map<String, Figures>> figures = new LinkedHashMap<>();
  private final Map<String, List<String>> growth = new LinkedHashMap<>();

  ApprovalReport(int warmUp, int times, int changes) {
    this.warmUp = warmUp;
    this.times = times;
    this.changes = changes;
  }

  void add(String database, String what, Figures one) {
    figures.computeIfAbsent(database, first -> new LinkedHashMap<>()).put(what, one);
  }

  /** Told at once, too: a long run is read before it is over. */
  void grew(String database, String what, Growth growth) {
    String row = growth.row(what);
    this.growth.computeIfAbsent(database, first -> new ArrayList<>()).add(row);
    System.out.println(row);
  }

  String text() {
    StringBuilder page = new StringBuilder(String.format(Locale.ROOT, INTRODUCTION, warmUp, times));
    figures.forEach((database, measured) -> add(page, database, measured));
    return page.toString();
  }

  private void add(StringBuilder page, String database, Map<String, Figures> measured) {
    page.append(
        """

        ## %s

        | One change | Final Say | stock | ratio |
        |---|---:|---:|---:|
        """
            .formatted(database));
    row(page, measured, "time, ms", one -> one.few().wall());
    row(page, measured, "processor time, ms", one -> one.few().processor());
    row(page, measured, "statements of a start", one -> one.steps().start().statements());
    row(page, measured, "round trips of a start", one -> one.steps().start().roundTrips());
    row(page, measured, "statements of an approval", one -> one.steps().approval().statements());
    row(page, measured, "round trips of an approval", one -> one.steps().approval().roundTrips());
    row(page, measured, "time with four clients on four films, ms", one -> one.several().wall());
    row(
        page,
        measured,
        "four clients do so many times as much as one",
        one -> one.few().wall() / one.several().wall());
    String finished = String.format(Locale.ROOT, " with %,d finished", changes);
    row(page, measured, "time" + finished + ", ms", one -> one.many().wall());
    row(page, measured, "processor time" + finished + ", ms", one -> one.many().processor());
    row(
        page,
        measured,
        "statements of a start" + finished,
        one -> one.stepsOfMany().start().statements());
    row(
        page,
        measured,
        "so many times the processor time of few",
        one -> one.many().processor() / one.few().processor());
    if (measured.get(OURS).bytes() > 0) {
      row(page, measured, "kilobytes on disk", one -> one.bytes() / 1024.0);
    }
    page.append(
        """

        | | changes finished | time of one since, ms | processor time, ms | megabytes on disk | kilobytes for each |
        |---|---:|---:|---:|---:|---:|
        """);
    growth.getOrDefault(database, List.of()).forEach(row -> page.append(row).append('\n'));
  }

  private static void row(
      StringBuilder page,
      Map<String, Figures> measured,
      String what,
      ToDoubleFunction<Figures> figure) {
    double ours = figure.applyAsDouble(measured.get(OURS));
    double stock = figure.applyAsDouble(measured.get(STOCK));
    page.append(
        String.format(
            Locale.ROOT, "| %s | %.1f | %.1f | %.2f |%n", what, ours, stock, stock / ours));
  }
}
