package film.finalsay.journey;

import static film.finalsay.journey.CostFiles.account;
import static film.finalsay.journey.CostFiles.path;
import static film.finalsay.journey.CostFiles.report;
import static film.finalsay.journey.CostFiles.sent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.approval.Fingerprint;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The weekly cost report: what is taken in, what is refused, and what it shows. */
@FinalSayTest
class CostReportJourneyTest {

  private static final String WEEK_1 = "2026-01-03";
  private static final String WEEK_2 = "2026-01-10";
  private static final String REST =
      "1400,0,0,250000,\n3500,0,0,200000,\n3600,0,0,300000,\n4500,0,0,100000,\n9900,0,0,0,\n";

  @LocalServerPort int port;

  @Test
  void aReportIsTakenInAndStandsBesideTheBudget() {
    TestFilm film = TestFilm.create(port);

    JsonNode imported =
        CostFiles.onBudget(film)
            .with("3500", "40000.00,\"(1,000.50)\",150000.25,Credit for the second truck.")
            .imported("line1", WEEK_1);

    assertThat(imported.path("number").asInt()).isEqualTo(1);
    assertThat(imported).isEqualTo(report(film));
    JsonNode transport = account(report(film), "3500");
    assertThat(transport.path("budget").asText()).isEqualTo("200000.00");
    assertThat(transport.path("actual").asText()).isEqualTo("40000.00");
    assertThat(transport.path("commitments").asText()).isEqualTo("-1000.50");
    assertThat(transport.path("costToDate").asText()).isEqualTo("38999.50");
    assertThat(transport.path("etc").asText()).isEqualTo("150000.25");
    assertThat(transport.path("efc").asText()).isEqualTo("188999.75");
    assertThat(transport.path("variance").asText()).isEqualTo("11000.25");
    assertThat(transport.path("reason").asText()).isEqualTo("Credit for the second truck.");
    assertThat(report(film).path("total").path("efc").asText()).isEqualTo("888999.75");
    assertThat(report(film).path("sections"))
        .extracting(section -> section.path("section").asText())
        .containsExactly("ATL", "PRODUCTION", "POST", "OTHER");
    assertThat(report(film).path("sections").path(1).path("efc").asText()).isEqualTo("488999.75");
  }

  @Test
  void theLedgerHasTheWeekTheTotalsAndTheFile() {
    TestFilm film = TestFilm.create(port);
    CostFiles file = CostFiles.onBudget(film);
    file.imported("line1", WEEK_1);

    JsonNode entry = film.desk("line1").get(path(film, "ledger?size=1")).ok().path("items").path(0);

    assertThat(entry.path("happening").asText()).isEqualTo("COST_REPORT_IMPORTED");
    assertThat(entry.path("person").asText()).isEqualTo("line1");
    assertThat(entry.path("role").asText()).isEqualTo("line-producer");
    assertThat(entry.path("facts").path("weekEnding").asText()).isEqualTo(WEEK_1);
    assertThat(entry.path("facts").path("efc").asText()).isEqualTo("900000.00");
    assertThat(entry.path("facts").path("currentBudget").asText()).isEqualTo("1000000.00");
    assertThat(entry.path("facts").path("fileSha256").asText())
        .isEqualTo(Fingerprint.of(file.csv().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aSpreadsheetsOwnWaysAreUnderstood() {
    TestFilm film = TestFilm.create(port);
    String csv =
        "\uFEFFaccount;etc;commitments;actual\r\n"
            + "1100;0;0;50 000.00\r\n1400;100'000;0;\"150,000.00\"\r\n3500;200000;(0.01);0.01\r\n"
            + "3600;300,000.0;-1.50;1.5\r\n4500;100000;0;0\r\n9900;0;0;0\r\n";

    sent(film, "line1", WEEK_1, csv).ok();

    assertThat(report(film).path("total").path("efc").asText()).isEqualTo("900000.00");
    assertThat(account(report(film), "1400").path("actual").asText()).isEqualTo("150000.00");
    assertThat(account(report(film), "3600").path("commitments").asText()).isEqualTo("-1.50");
  }

  @Test
  void aFileIsUploadedAsWell() {
    TestFilm film = TestFilm.create(port);
    byte[] csv = CostFiles.onBudget(film).csv().getBytes(StandardCharsets.UTF_8);

    Answer uploaded =
        film.desk("line1")
            .upload(path(film, "cost-reports?weekEnding=" + WEEK_1), "week-1.csv", csv);

    assertThat(uploaded.status()).isEqualTo(201);
    assertThat(report(film).path("total").path("efc").asText()).isEqualTo("900000.00");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "account,actual,commitments\\n1100,0,0\\n | line 1 has to be the header",
        "account,actual,commitments,etc,note\\n1100,0,0,0,\\n | line 1 has to be the header",
        "account,actual,actual,commitments,etc\\n1100,0,0,0,0\\n | no well-formed CSV",
        "account,actual,commitments,etc\\n | has no account under its header",
        "HEAD1100,0,0\\nREST | line 2: has 3 columns instead of 5",
        "HEAD1100,1,000,0,0,\\nREST | line 2: has 6 columns instead of 5",
        "HEAD11 00,0,0,0,\\nREST | line 2: \"account\" has to be 1 to 12 digits or letters",
        "HEAD1100,,0,0,\\nREST | line 2: \"actual\" has to be an amount in USD",
        "HEAD1100,0,12.345,0,\\nREST | line 2: \"commitments\" has to be an amount in USD with at most 2",
        "HEAD1100,0,0,1.5e3,\\nREST | line 2: \"etc\" has to be an amount in USD",
        "HEAD1100,0,0,-0.01,\\nREST | line 2: \"etc\" has to be zero or more",
        "HEAD1100,0,0,(5),\\nREST | line 2: \"etc\" has to be zero or more",
        "HEAD1100,\"1,00.00\",0,0,\\nREST | line 2: \"actual\" has to be an amount in USD",
        "HEAD1100,\"1.234,50\",0,0,\\nREST | line 2: \"actual\" has to be an amount in USD",
        "HEAD1100,$5,0,0,\\nREST | line 2: \"actual\" has to be an amount in USD",
        "HEAD1100,1000000000000.00,0,0,\\nREST | line 2: \"actual\" has to be an amount in USD",
        "HEAD1100,0,0,0,\\nREST1100,0,0,0,\\n | line 8: account 1100 is there twice",
        "HEAD1100,0,0,0,\\nREST7777,0,0,0,\\n | line 8: version 1 of the budget has no account 7777",
        "HEADREST | line 6: the file ends without account 1100 WRITER",
        "HEAD1100,0,0,0,\"open\\nREST | no well-formed CSV",
      })
  void aWrongFileIsRefusedNamingTheLine(String file, String reason) {
    TestFilm film = TestFilm.create(port);
    String csv =
        file.replace("HEAD", CostFiles.HEADER.stripTrailing() + "\\n")
            .replace("\\n", "\n")
            .replace("REST", REST);

    Answer answer = sent(film, "line1", WEEK_1, csv);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo("file");
    assertThat(answer.text("detail")).contains(reason);
    assertThat(film.desk("line1").get(path(film, "cost-report")).status()).isEqualTo(404);
  }

  @Test
  void whatIsNoTextOrTooLargeIsRefused() {
    TestFilm film = TestFilm.create(port);
    Desk line = film.desk("line1");
    String path = path(film, "cost-reports?weekEnding=" + WEEK_1);

    Answer latin = line.postCsv(path, new byte[] {'a', (byte) 0xE9});
    assertThat(latin.status()).isEqualTo(400);
    assertThat(latin.text("detail")).contains("is not UTF-8 text");
    Answer large = line.postCsv(path, new byte[1024 * 1024 + 1]);
    assertThat(large.status()).isEqualTo(400);
    assertThat(large.text("detail")).contains("is larger than 1 MB");
    assertThat(line.postMultipartWithoutFile(path).status()).isEqualTo(400);
  }

  @Test
  void theWeekIsLaterThanTheLastAndNotInTheFuture() {
    TestFilm film = TestFilm.create(port);
    String csv = CostFiles.onBudget(film).csv();
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
    assertWeekRefused(sent(film, "line1", "", csv), "is missing");
    assertWeekRefused(sent(film, "line1", "3.1.2026", csv), "has to be a day as YYYY-MM-DD");
    assertWeekRefused(sent(film, "line1", "1899-12-31", csv), "has to be a day from 1900-01-01");
    assertWeekRefused(sent(film, "line1", tomorrow, csv), "has to be a day from 1900-01-01");

    sent(film, "line1", WEEK_2, csv).ok();

    assertWeekRefused(sent(film, "line1", WEEK_1, csv), "later than that of the last report");
    assertWeekRefused(sent(film, "line1", WEEK_2, csv), "later than that of the last report");
    assertThat(sent(film, "line1", today, csv).status()).isEqualTo(201);
  }

  @Test
  void anEstimateThatChangesNeedsAReason() {
    TestFilm film = TestFilm.create(port);
    CostFiles before = CostFiles.onBudget(film);
    before.imported("line1", WEEK_1);
    CostFiles after =
        before
            .with("3500", "40000.01,10000.00,150000.00,")
            .with("3600", "100.00,0.00,300000.00,The pier needs paint.");

    Answer without = sent(film, "line1", WEEK_2, after.csv());
    assertThat(without.status()).isEqualTo(400);
    assertThat(without.text("detail"))
        .contains("line 4: \"reason\" is missing")
        .contains("USD 200,000.00 to USD 200,000.01");
    Answer tooLong = sent(film, "line1", WEEK_2, "x".repeat(4001), after.csv());
    assertThat(tooLong.field()).isEqualTo("reason");

    sent(film, "line1", WEEK_2, "A parking ticket.", after.csv()).ok();

    assertThat(account(report(film), "3500").path("reason").asText())
        .isEqualTo("A parking ticket.");
    assertThat(account(report(film), "3600").path("reason").asText())
        .isEqualTo("The pier needs paint.");
    assertThat(account(report(film), "1100").path("reason").isNull()).isTrue();
  }

  @Test
  void moneyThatOnlyMovesBetweenTheColumnsNeedsNoReason() {
    TestFilm film = TestFilm.create(port);
    CostFiles before = CostFiles.onBudget(film);
    before.imported("line1", WEEK_1);

    Answer answer = sent(film, "line1", WEEK_2, before.with("3500", "200000.00,0,0,").csv());

    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void onlyWhoMayAskForApprovalsImports() {
    TestFilm film = TestFilm.create(port);
    String csv = CostFiles.onBudget(film).csv();
    assertThat(sent(film, "director1", WEEK_1, csv).status()).isEqualTo(403);
    assertThat(sent(film, "financier1", WEEK_1, csv).status()).isEqualTo(403);
    assertThat(sent(film, "producer1", WEEK_1, csv).status()).isEqualTo(201);
  }

  @Test
  void withoutABudgetThereIsNothingToStandBeside() {
    TestFilm film = TestFilm.without(port, "line1");
    Answer answer = sent(film, "producer1", WEEK_1, CostFiles.onBudget(film).csv());
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("detail")).contains("has no budget yet");
  }

  @Test
  void anEarlierReportStaysBesideTheBudgetAsItWasThen() {
    TestFilm film = TestFilm.create(port);
    CostFiles.onBudget(film).imported("line1", WEEK_1);
    Case.started(film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "8000.00"))
        .answered("producer1", "userTask_decideBudgetChange", "APPROVE");
    assertThat(account(report(film), "3600").path("approvedChanges").asText())
        .as("the last report follows the budget")
        .isEqualTo("8000.00");
    JsonNode then = report(film);

    CostFiles.onBudget(film).imported("line1", WEEK_2);
    Case.started(film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "100.00"))
        .answered("producer1", "userTask_decideBudgetChange", "APPROVE");

    JsonNode first = film.desk("line1").get(path(film, "cost-report?number=1")).ok();
    assertThat(account(first, "3600").path("approvedChanges").asText()).isEqualTo("0.00");
    assertThat(account(then, "3600").path("variance").asText()).isEqualTo("8000.00");
    assertThat(account(report(film), "3600").path("currentBudget").asText()).isEqualTo("308100.00");
    assertThat(account(report(film), "3500").path("variance").asText()).isEqualTo("-8100.00");
    assertThat(film.desk("line1").get(path(film, "cost-report?number=3")).status()).isEqualTo(404);
    assertThat(film.desk("line1").get(path(film, "cost-report?number=x")).status()).isEqualTo(400);
  }

  @Test
  void theHistoryTellsEachEstimateAndWhyItChanged() {
    TestFilm film = TestFilm.create(port);
    CostFiles file = CostFiles.onBudget(film);
    file.imported("line1", WEEK_1);
    file.with("3600", "0,0,310000.50,=A second week.").imported("producer1", WEEK_2);

    JsonNode history =
        film.desk("line1").get(path(film, "cost-report/history?account=3600&size=1")).ok();
    assertThat(history.path("hasMore").asBoolean()).isTrue();
    JsonNode newest = history.path("items").path(0);
    assertThat(newest.path("weekEnding").asText()).isEqualTo(WEEK_2);
    assertThat(newest.path("efc").asText()).isEqualTo("310000.50");
    assertThat(newest.path("change").asText()).isEqualTo("10000.50");
    assertThat(newest.path("reason").asText()).isEqualTo("=A second week.");
    assertThat(newest.path("importedBy").asText()).isEqualTo("producer1");
    JsonNode oldest =
        film.desk("line1")
            .get(path(film, "cost-report/history?account=3600&size=1&page=1"))
            .ok()
            .path("items")
            .path(0);
    assertThat(oldest.path("efc").asText()).isEqualTo("300000.00");
    assertThat(oldest.path("change").isNull()).isTrue();

    Desk line = film.desk("line1");
    assertThat(line.get(path(film, "cost-report/history?account=7777")).status()).isEqualTo(404);
    assertThat(line.get(path(film, "cost-report/history")).field()).isEqualTo("account");
  }

  @Test
  void theReportsAreListedTheNewestFirst() {
    TestFilm film = TestFilm.create(port);
    CostFiles.onBudget(film).imported("line1", WEEK_1);
    CostFiles.onBudget(film).imported("line1", WEEK_2);

    JsonNode reports = film.desk("guarantor1").get(path(film, "cost-reports")).ok();

    assertThat(
            StreamSupport.stream(reports.path("items").spliterator(), false)
                .map(
                    report ->
                        report.path("weekEnding").asText() + " " + report.path("efc").asText())
                .toList())
        .isEqualTo(List.of(WEEK_2 + " 900000.00", WEEK_1 + " 900000.00"));
    assertThat(film.desk("line1").get(path(film, "cost-reports?size=0")).status()).isEqualTo(400);
  }

  @Test
  void asCsvItIsForASpreadsheetAndHarmless() {
    TestFilm film = TestFilm.create(port);
    CostFiles.onBudget(film).with("3600", "0,0,300000,=HYPERLINK(1)").imported("line1", WEEK_1);

    Answer csv = film.desk("line1").getAs("text/csv", path(film, "cost-report"));

    assertThat(csv.contentType()).startsWith("text/csv");
    List<String> lines = csv.body().asText().lines().toList();
    assertThat(lines).hasSize(1 + 6 + 4 + 1);
    assertThat(lines.get(0)).startsWith("row,account,description,section,budget,approvedChanges");
    assertThat(lines.get(4))
        .startsWith("account,3600,LOCATIONS,PRODUCTION,300000.00,0.00,0.00,300000.00,0.00,")
        .endsWith(",'=HYPERLINK(1)");
    assertThat(lines.get(8)).startsWith("section,,,PRODUCTION,500000.00,");
    assertThat(lines.get(11)).startsWith("film,,,,1000000.00,").contains(",900000.00,100000.00,");
  }

  @Test
  void anotherFilmsPeopleSeeNothing() {
    TestFilm film = TestFilm.without(port, "producer2");
    CostFiles.onBudget(film).imported("line1", WEEK_1);
    Desk stranger = film.desk("producer2");

    for (String rest : List.of("cost-report", "cost-reports", "cost-report/history?account=3600")) {
      assertThat(stranger.get(path(film, rest)).status()).as(rest).isEqualTo(404);
    }
    assertThat(sent(film, "producer2", WEEK_2, CostFiles.onBudget(film).csv()).status())
        .isEqualTo(404);
    assertThat(report(film).path("number").asInt()).isEqualTo(1);
  }

  private static void assertWeekRefused(Answer answer, String reason) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo("weekEnding");
    assertThat(answer.text("detail")).contains(reason);
  }
}
