package film.finalsay.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.approval.Teams;
import film.finalsay.support.Cast;
import film.finalsay.support.Desk;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import film.finalsay.support.Trust;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The cost report of a real top sheet (33 accounts and the contingency) after many approved changes
 * of all four kinds, against a recomputation as a spreadsheet would make it: from the top sheet,
 * the file and the list of changes alone.
 */
@FinalSayTest
class CostReportExactnessTest {

  private static final Path TOP_SHEET = Path.of("src/main/resources/demo/nova-topsheet.csv");
  private static final int CHANGES = Trust.count(60, 200);
  private static final int WARM_UP = 20;
  private static final int READS = 51;
  private static final String CONTINGENCY = "9900";
  private static final Set<String> AFTER_A_REPORT = Set.of("TRANSFER", "INCREASE");
  private static final Map<String, String> CONSENTING =
      Map.of("financier", "financier1", "completion-guarantor", "guarantor1");

  /** One row of the spreadsheet, before its sums. */
  private static final class Row {
    final String section;
    BigDecimal budget;
    BigDecimal changes = BigDecimal.ZERO;
    BigDecimal overages = BigDecimal.ZERO;
    BigDecimal actual = BigDecimal.ZERO;
    BigDecimal commitments = BigDecimal.ZERO;
    BigDecimal etc = BigDecimal.ZERO;

    Row(String section, BigDecimal budget) {
      this.section = section;
      this.budget = budget;
    }
  }

  private record Change(String kind, String from, String to, BigDecimal amount) {}

  private final ProcessEngine engine;
  private final Teams teams;
  private final Random random = new Random(20260103);

  @LocalServerPort private int port;

  CostReportExactnessTest(ProcessEngine engine, Teams teams) {
    this.engine = engine;
    this.teams = teams;
  }

  @Test
  void itIsRightToTheCentAfterManyChangesAndAnswersAtOnce() throws IOException {
    TestFilm film = TestFilm.create(port);
    film.importBudget(Files.readString(TOP_SHEET)).ok();
    Map<String, Row> sheet = sheet();
    List<Change> changes = changes(sheet);

    changes.subList(0, CHANGES / 2).forEach(change -> approve(film, change));
    film.desk("line1").postCsv(path(film) + "s?weekEnding=2026-01-03", costs(sheet)).ok();
    changes.subList(CHANGES / 2, CHANGES).forEach(change -> approve(film, change));
    changes.forEach(change -> apply(change, sheet));

    JsonNode report = film.desk("line1").get(path(film)).ok();
    assertThat(report.path("accounts")).hasSize(34);
    for (JsonNode account : report.path("accounts")) {
      String number = account.path("account").asText();
      assertRow(number, account, List.of(sheet.get(number)));
    }
    assertThat(report.path("sections")).hasSize(4);
    for (JsonNode section : report.path("sections")) {
      String name = section.path("section").asText();
      assertRow(
          name, section, sheet.values().stream().filter(row -> row.section.equals(name)).toList());
    }
    assertRow("film", report.path("total"), sheet.values());
    measure(film);
  }

  private static void assertRow(String name, JsonNode shown, Collection<Row> rows) {
    BigDecimal budget = BigDecimal.ZERO;
    BigDecimal changes = BigDecimal.ZERO;
    BigDecimal overages = BigDecimal.ZERO;
    BigDecimal actual = BigDecimal.ZERO;
    BigDecimal commitments = BigDecimal.ZERO;
    BigDecimal etc = BigDecimal.ZERO;
    for (Row row : rows) {
      budget = budget.add(row.budget);
      changes = changes.add(row.changes);
      overages = overages.add(row.overages);
      actual = actual.add(row.actual);
      commitments = commitments.add(row.commitments);
      etc = etc.add(row.etc);
    }
    BigDecimal efc = actual.add(commitments).add(etc);
    BigDecimal variance = budget.add(changes).subtract(efc);
    Map<String, BigDecimal> expected = new LinkedHashMap<>();
    expected.put("budget", budget);
    expected.put("approvedChanges", changes);
    expected.put("approvedOverages", overages);
    expected.put("currentBudget", budget.add(changes));
    expected.put("actual", actual);
    expected.put("commitments", commitments);
    expected.put("costToDate", actual.add(commitments));
    expected.put("etc", etc);
    expected.put("efc", efc);
    expected.put("variance", variance);
    expected.put("varianceAfterOverages", variance.add(overages));
    expected.forEach(
        (column, amount) ->
            assertThat(shown.path(column).asText())
                .as("%s of %s", column, name)
                .isEqualTo(amount.setScale(2).toPlainString()));
  }

  private static void apply(Change change, Map<String, Row> sheet) {
    Row to = sheet.get(change.to());
    switch (change.kind()) {
      case "INCREASE" -> to.budget = to.budget.add(change.amount());
      case "OVERAGE" -> to.overages = to.overages.add(change.amount());
      default -> {
        Row from = sheet.get(change.from());
        from.changes = from.changes.subtract(change.amount());
        to.changes = to.changes.add(change.amount());
      }
    }
  }

  private static Map<String, Row> sheet() throws IOException {
    Map<String, Row> sheet = new LinkedHashMap<>();
    for (String line : Files.readAllLines(TOP_SHEET).stream().skip(1).toList()) {
      String[] cells = line.split(",");
      sheet.put(cells[0], new Row(cells[2], new BigDecimal(cells[3])));
    }
    return sheet;
  }

  /** 60 overages, 40 drawdowns, 90 transfers and 10 increases, the last two also afterwards. */
  private List<Change> changes(Map<String, Row> sheet) {
    List<String> accounts =
        sheet.keySet().stream().filter(account -> !account.equals(CONTINGENCY)).toList();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      String from = accounts.get(random.nextInt(accounts.size()));
      String to = accounts.get(random.nextInt(accounts.size()));
      String other = to.equals(from) ? accounts.get(to.equals("1100") ? 1 : 0) : to;
      // of the smallest account a part that lasts for all changes
      BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(900), 2);
      BigDecimal large = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
      changes.add(
          switch (i % 20) {
            case 0 -> new Change("INCREASE", null, to, large);
            case 1, 6, 11, 16 -> new Change("CONTINGENCY", CONTINGENCY, to, large);
            case 2, 5, 8, 12, 15, 18 -> new Change("OVERAGE", null, to, large);
            default -> new Change("TRANSFER", from, other, amount);
          });
    }
    // once there is a report, drawdowns and overages are held against the underspends that it shows
    changes.sort(Comparator.comparing(change -> AFTER_A_REPORT.contains(change.kind())));
    return changes;
  }

  private String costs(Map<String, Row> sheet) {
    StringBuilder csv = new StringBuilder("account,actual,commitments,etc\n");
    sheet.forEach(
        (account, row) -> {
          row.actual = BigDecimal.valueOf(random.nextInt(50_000_000), 2);
          row.commitments = BigDecimal.valueOf(random.nextInt(20_000_000) - 5_000_000, 2);
          row.etc = BigDecimal.valueOf(random.nextInt(50_000_000), 2);
          csv.append("%s,%s,%s,%s%n".formatted(account, row.actual, row.commitments, row.etc));
        });
    return csv.toString();
  }

  /** Asked for by the line producer, and agreed to by everybody who is asked. */
  private void approve(TestFilm film, Change change) {
    Map<String, Object> request = new HashMap<>();
    request.put("film", film.id());
    request.put("kind", change.kind());
    request.put("toAccount", change.to());
    request.put("amount", change.amount().toPlainString());
    request.put("reason", "The storm.");
    if (change.kind().equals("TRANSFER")) {
      request.put("fromAccount", change.from());
    }
    Cast cast = new Cast(engine, teams);
    cast.starts("line1", "budget-change", request);
    cast.answers("exec1", "userTask_decideBudgetChange", "APPROVE");
    for (Task task : open(film)) {
      String group =
          engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
              .map(IdentityLink::getGroupId)
              .findFirst()
              .orElseThrow();
      cast.as(
          CONSENTING.get(group),
          () -> engine.getTaskService().complete(task.getId(), Map.of("decision", "CONSENT")));
    }
    assertThat(open(film)).as("%s", change).isEmpty();
  }

  /** Also in what the process calls; each change is through before the next is asked for. */
  private List<Task> open(TestFilm film) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .tenantIdIn(film.id())
        .taskDefinitionKey("userTask_giveConsent")
        .list();
  }

  /** How long it takes over HTTP; what the machine is busy with meanwhile is in it. */
  private static void measure(TestFilm film) {
    Desk line = film.desk("line1");
    long[] nanos = new long[READS];
    for (int i = -WARM_UP; i < READS; i++) {
      long start = System.nanoTime();
      line.get(path(film)).ok();
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    long median = nanos[READS / 2] / 1_000_000;
    System.out.printf(
        "Cost report of 34 accounts and %d changes: median %d ms of %d reads%n",
        CHANGES, median, READS);
    assertThat(median).as("milliseconds").isLessThan(1000);
  }

  private static String path(TestFilm film) {
    return "/api/films/%s/cost-report".formatted(film.id());
  }
}
