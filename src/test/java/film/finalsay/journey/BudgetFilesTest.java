package film.finalsay.journey;

import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** Budgets as files: a real top sheet in, the same out, broken down, compared. */
@FinalSayTest
class BudgetFilesTest {

  private static final String CONTROL_TOTAL = "34852483";
  private static final String DETAIL =
      """
      account,detail,description,quantity,unit,rate,currency,total,fringes
      ,,Social security,,,7.65%,,,FICA
      ,,,,,2.5%,,1000,SUI
      ,,,,,1.2750,GBP,,
      1100,1101,Screenplay,10,weeks,4000,,40000,FICA+SUI
      1100,1102,Polish,,,,,6915,
      1100,1103,"Refund, of last year",,,,,"(1,300)",
      1100,1104,Research in Leeds,2,weeks,500.50,GBP,"1,001.00",
      1100,1104,Rounding,,,,,23.72,
      4500,4501,Editor,,,,,"100,000.00",
      """;

  @LocalServerPort int port;

  @Test
  void theRealTopSheetIsShortOfItsControlTotalAndClosesWithItsContingency() throws IOException {
    TestFilm film = TestFilm.create(port);

    JsonNode without = imported(film, topSheet(), "?controlTotal=" + CONTROL_TOTAL).ok();
    JsonNode with =
        imported(
                film,
                topSheet() + "9900,CONTINGENCY,OTHER,1848990\n",
                "?controlTotal=" + CONTROL_TOTAL)
            .ok();

    assertThat(without.path("total").asText()).isEqualTo("33003493.00");
    assertThat(without.path("missing").asText()).isEqualTo("1848990.00");
    assertThat(without.path("addsUp").asBoolean()).isFalse();
    assertThat(with.path("missing").asText()).isEqualTo("0.00");
    assertThat(with.path("addsUp").asBoolean()).isTrue();
    assertThat(with.path("accounts").path(33).path("contingency").asBoolean()).isTrue();
  }

  @Test
  void whatIsExportedImportsBackIdentically() throws IOException {
    TestFilm film = TestFilm.create(port);
    JsonNode first =
        imported(
                film,
                topSheet() + "9900,CONTINGENCY,OTHER,1848990\n",
                "?controlTotal=" + CONTROL_TOTAL)
            .ok();

    byte[] exported = export(film, 2);
    JsonNode second = imported(film, new String(exported, StandardCharsets.UTF_8), "").ok();

    assertThat(new String(exported, StandardCharsets.UTF_8))
        .startsWith("account,description,section,total\r\n1100,WRITER,ATL,262500.00\r\n");
    assertThat(second.path("version").asInt()).isEqualTo(3);
    assertThat(second.path("contentSha256").asText())
        .matches("[0-9a-f]{64}")
        .isEqualTo(first.path("contentSha256").asText())
        .isNotEqualTo(version(film, 1).path("contentSha256").asText());
    assertThat(export(film, 3)).isEqualTo(exported);
    assertThat(second.path("accounts")).isEqualTo(first.path("accounts"));
  }

  @Test
  void theDetailIsExportedAndImportedWithItsVersion() {
    TestFilm film = TestFilm.create(port);
    String before = version(film, 1).path("contentSha256").asText();
    JsonNode brokenDown = detail(film, DETAIL).ok();
    assertThat(brokenDown.path("contentSha256").asText()).isNotEqualTo(before);

    byte[] exported = export(film, 1);
    JsonNode again = imported(film, new String(exported, StandardCharsets.UTF_8), "").ok();

    for (String same : List.of("contentSha256", "rates", "fringes", "accounts")) {
      assertThat(again.path(same)).as(same).isEqualTo(brokenDown.path(same));
    }
    assertThat(export(film, 2)).isEqualTo(exported);
    assertThat(again.path("rates").path(0).path("rate").asText()).isEqualTo("1.275");
    assertThat(again.path("fringes").path(1).path("cutoff").asText()).isEqualTo("1000.00");
    assertThat(page(film, 2, "")).isEqualTo(page(film, 1, ""));
  }

  @Test
  void theDetailOfAnAccountIsReadPageByPageWithItsFringes() {
    TestFilm film = TestFilm.create(port);
    detail(film, DETAIL).ok();

    JsonNode first = page(film, 1, "?size=3");
    JsonNode second = page(film, 1, "?size=3&page=1");

    assertThat(first.path("budgeted").asText()).isEqualTo("50000.00");
    assertThat(first.path("fringes").path("FICA").asText()).isEqualTo("3060.00");
    assertThat(first.path("fringes").path("SUI").asText()).isEqualTo("25.00");
    assertThat(first.path("items")).hasSize(3);
    assertThat(first.path("hasMore").asBoolean()).isTrue();
    assertThat(first.path("items").path(2).path("total").asText()).isEqualTo("-1300.00");
    assertThat(second.path("items"))
        .extracting(line -> line.path("description").asText())
        .containsExactly("Research in Leeds", "Rounding");
    JsonNode leeds = second.path("items").path(0);
    assertThat(leeds.path("currency").asText()).isEqualTo("GBP");
    assertThat(leeds.path("total").asText()).isEqualTo("1001.00");
    assertThat(leeds.path("amount").asText()).isEqualTo("1276.28");
    assertThat(second.path("hasMore").asBoolean()).isFalse();
  }

  @Test
  void otherDetailTakesThePlaceOfWhatWasThere() {
    TestFilm film = TestFilm.create(port);
    String before = version(film, 1).path("contentSha256").asText();
    detail(
            film,
            DETAIL
                .replace(",,,,,1.2750,GBP,,\n", "")
                .replace("GBP,\"1,001.00\"", ",1001")
                .replace("23.72", "299"))
        .ok();
    detail(film, "account,detail,description,total\n1100,1101,Screenplay,50000\n").ok();

    assertThat(page(film, 1, "").path("items")).hasSize(1);
    assertThat(version(film, 1).path("fringes")).isEmpty();
    assertThat(version(film, 1).path("contentSha256").asText()).isNotEqualTo(before);
  }

  @Test
  void aDetailThatDoesNotAddUpIsRefusedWithBothFigures() {
    TestFilm film = TestFilm.create(port);
    String before = version(film, 1).path("contentSha256").asText();

    Answer answer = refused(film, 400, () -> detail(film, DETAIL.replace("23.72", "23.71")));

    assertThat(answer.field()).isEqualTo("file");
    assertThat(answer.text("detail"))
        .contains("line 9: the detail of account 1100")
        .contains("USD 49,999.99")
        .contains("USD 50,000.00")
        .contains("USD 0.01");
    assertThat(version(film, 1).path("contentSha256").asText()).isEqualTo(before);
  }

  @Test
  void aRateComesWithTheImport() {
    TestFilm film = TestFilm.create(port);
    imported(film, TestFilm.TOP_SHEET, "?rate=GBP%201.2750&rate=EUR:1.1").ok();
    String detail = "account,detail,description,currency,total\n1100,1,A,EUR,45454.55\n";

    Answer francs = refused(film, 400, () -> postDetail(film, 2, detail.replace("EUR", "CHF"), ""));
    postDetail(film, 2, detail + "1100,2,B,,-0.01\n", "").ok();

    assertThat(francs.text("detail")).contains("no rate");
    assertThat(version(film, 2).path("rates"))
        .extracting(rate -> rate.path("currency").asText() + " " + rate.path("rate").asText())
        .containsExactly("EUR 1.1", "GBP 1.275");
    refusedFor("rate", film, () -> postDetail(film, 2, detail, "?rate=EUR:1.2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2", "GBP", "USD 1.0", "GBP 0", "GBP -1", "XXX 1", "ABC 1", "GBP 1e3", "GBP 1,2"
      })
  void aWrongRateIsRefused(String rate) {
    TestFilm film = TestFilm.create(port);
    refusedFor(
        "rate", film, () -> imported(film, TestFilm.TOP_SHEET, "?rate=" + Desk.encoded(rate)));
  }

  @Test
  void aGrandTotalIsTheControlTotalAndHasToAgreeWithIt() {
    TestFilm film = TestFilm.create(port);
    String csv = TestFilm.TOP_SHEET + ",GRAND TOTAL,,\"1,000,000\"\n";

    assertThat(imported(film, csv, "").ok().path("controlTotal").asText()).isEqualTo("1000000.00");
    imported(film, csv, "?controlTotal=1000000").ok();
    refusedFor("controlTotal", film, () -> imported(film, csv, "?controlTotal=1000001"));
  }

  @Test
  void anIncreaseOfAnAccountWithDetailStillAddsUpAndImportsBack() {
    TestFilm film = TestFilm.create(port);
    detail(film, DETAIL).ok();
    Case.started(film, "line1", "budget-change", Requests.increase(film, "4500", "50000.00"))
        .answered("exec1", "userTask_decideBudgetChange", "APPROVE")
        .answered("financier1", "userTask_giveConsent", "CONSENT")
        .answered("guarantor1", "userTask_giveConsent", "CONSENT");

    JsonNode raised = version(film, 2);
    JsonNode again = imported(film, new String(export(film, 2), StandardCharsets.UTF_8), "").ok();

    assertThat(again.path("contentSha256")).isEqualTo(raised.path("contentSha256"));
    assertThat(again.path("total").asText()).isEqualTo("1050000.00");
  }

  @Test
  void anExportIsOfTheVersionAsItWasBudgeted() {
    TestFilm film = TestFilm.create(port);
    byte[] before = export(film, 1);
    String sha256 = version(film, 1).path("contentSha256").asText();
    Case.started(film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "8000.00"))
        .answered("producer1", "userTask_decideBudgetChange", "APPROVE");

    assertThat(film.balance("3600")).isEqualTo("308000.00");
    assertThat(export(film, 1)).isEqualTo(before);
    assertThat(version(film, 1).path("contentSha256").asText()).isEqualTo(sha256);
  }

  @Test
  void whatDiffersBetweenTwoVersionsIsToldPerAccountAndSection() {
    TestFilm film = TestFilm.create(port);
    imported(
            film,
            TestFilm.TOP_SHEET
                .replace("1100,WRITER,ATL,50000\n", "")
                .replace("PRODUCTION,200000", "PRODUCTION,250000.50")
                .replace("3600,LOCATIONS,PRODUCTION", "3600,LOCATIONS,OTHER")
                .replace("9900", "6700,\"INSURANCE, E&O\",OTHER,20000\n9900"),
            "")
        .ok();
    String path = "/api/films/%s/budgets/1/differences/2".formatted(film.id());

    JsonNode difference = film.desk("line1").get(path).ok();

    assertThat(difference.path("accounts"))
        .extracting(
            one ->
                String.join(
                    " ",
                    one.path("account").asText(),
                    one.path("change").asText(),
                    one.path("before").asText(),
                    one.path("after").asText(),
                    one.path("difference").asText()))
        .containsExactly(
            "3500 CHANGED 200000.00 250000.50 50000.50",
            "3600 CHANGED 300000.00 300000.00 0.00",
            "6700 ADDED 0.00 20000.00 20000.00",
            "1100 REMOVED 50000.00 0.00 -50000.00");
    assertThat(difference.path("sections"))
        .extracting(one -> one.path("section").asText() + " " + one.path("difference").asText())
        .containsExactly("ATL -50000.00", "PRODUCTION -249999.50", "POST 0.00", "OTHER 320000.00");
    assertThat(difference.path("total").path("difference").asText()).isEqualTo("20000.50");
    assertThat(difference.path("identical").asBoolean()).isFalse();
    assertThat(film.desk("line1").get(path + "?all=true").ok().path("accounts")).hasSize(7);

    Answer csv = film.desk("line1").getAs("text/csv", path);
    assertThat(csv.contentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(csv.body().asText().lines())
        .containsExactly(
            "account,description,section,change,before,after,difference",
            "3500,TRANSPORTATION,PRODUCTION,CHANGED,200000.00,250000.50,50000.50",
            "3600,LOCATIONS,OTHER,CHANGED,300000.00,300000.00,0.00",
            "6700,\"INSURANCE, E&O\",OTHER,ADDED,0.00,20000.00,20000.00",
            "1100,WRITER,ATL,REMOVED,50000.00,0.00,-50000.00",
            "\"\",Total ATL,ATL,,300000.00,250000.00,-50000.00",
            "\"\",Total PRODUCTION,PRODUCTION,,500000.00,250000.50,-249999.50",
            "\"\",Total POST,POST,,100000.00,100000.00,0.00",
            "\"\",Total OTHER,OTHER,,100000.00,420000.00,320000.00",
            "\"\",Total,,,1000000.00,1020000.50,20000.50");
  }

  @Test
  void twoVersionsThatSayTheSameDifferInNothing() {
    TestFilm film = TestFilm.create(port);
    film.importBudget(TestFilm.TOP_SHEET).ok();

    JsonNode difference =
        film.desk("line1").get("/api/films/%s/budgets/2/differences/1".formatted(film.id())).ok();

    assertThat(difference.path("identical").asBoolean()).isTrue();
    assertThat(difference.path("accounts")).isEmpty();
  }

  @Test
  void whatIsNotThereOrNotTheirsIsNotShown() {
    TestFilm film = TestFilm.without(port, "producer2");
    String budgets = "/api/films/%s/budgets".formatted(film.id());
    for (String path : List.of("/1/export", "/1/accounts/1100/detail", "/1/differences/1")) {
      assertThat(film.desk("director1").get(budgets + path).status()).as(path).isEqualTo(200);
      assertThat(film.desk("producer2").get(budgets + path).status()).as(path).isEqualTo(404);
    }
    for (String path :
        List.of(
            "/2/export",
            "/2/accounts/1100/detail",
            "/1/accounts/9999/detail",
            "/1/differences/2",
            "/2/differences/1")) {
      assertThat(film.desk("line1").get(budgets + path).status()).as(path).isEqualTo(404);
    }
    refused(film, 404, () -> postDetail(film, 2, DETAIL, ""));
    refused(film, 403, () -> film.desk("director1").postCsv(budgets + "/1/detail", DETAIL));
  }

  private static String topSheet() throws IOException {
    return new ClassPathResource("budget/feature-2024-topsheet.csv")
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private static Answer imported(TestFilm film, String csv, String query) {
    return film.desk("line1").postCsv("/api/films/%s/budgets%s".formatted(film.id(), query), csv);
  }

  private static Answer detail(TestFilm film, String csv) {
    return postDetail(film, 1, csv, "");
  }

  private static Answer postDetail(TestFilm film, int version, String csv, String query) {
    return film.desk("line1")
        .postCsv("/api/films/%s/budgets/%d/detail%s".formatted(film.id(), version, query), csv);
  }

  private static byte[] export(TestFilm film, int version) {
    return film.desk("line1")
        .download("/api/films/%s/budgets/%d/export".formatted(film.id(), version));
  }

  private static JsonNode page(TestFilm film, int version, String query) {
    return film.desk("line1")
        .get("/api/films/%s/budgets/%d/accounts/1100/detail%s".formatted(film.id(), version, query))
        .ok();
  }

  private static JsonNode version(TestFilm film, int version) {
    return film.desk("line1").get("/api/films/%s/budgets/%d".formatted(film.id(), version)).ok();
  }
}
