package film.finalsay.journey;

import static film.finalsay.journey.Requests.greenlight;
import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.with;
import static film.finalsay.journey.Requests.without;
import static film.finalsay.journey.Standing.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What a greenlight is decided on: asked for by the table, frozen when it is filed, on one page.
 */
@FinalSayTest
class GreenlightPackageTest {

  private static final String TABLE = "greenlight-package.dmn";
  private static final String COMPLETE = "userTask_completePackage";
  private static final String DECIDE = "userTask_decideGreenlight";
  private static final String AMEND = "userTask_amendPackage";

  @LocalServerPort int port;

  @AfterEach
  void theShippedTableCountsAgain() throws IOException {
    deploy(shipped()).ok();
  }

  @Test
  void thePackageIsShownAndPrintedAsItWasFiled() throws IOException {
    TestFilm film = readyFilm();
    save(
        film,
        "finance-plan",
        Map.of(
            "sources",
            List.of(
                source("Größe & Söhne Œuvre", "EQUITY", "880000.00", "CONFIRMED"),
                source("Fees", "DEFERRAL", "120000.00", "CONFIRMED"),
                source("Bank", "GAP", "5000.00", "PENDING"))));
    String contract = film.upload("Chain of title of " + film.id());
    save(
        film,
        "package-items/CHAIN_OF_TITLE",
        Map.of("state", "IN_HAND", "owner", "producer2", "document", contract));
    Case greenlight =
        asked(film, with(greenlight(film, "Draft 1"), "vision", "Für 5 € nach Łódź."));

    JsonNode shown = packageOf(greenlight, "line1");
    assertThat(shown.path("figures").path("cashNeeded").asText()).isEqualTo("880000.00");
    assertThat(shown.path("figures").path("secured").asText()).isEqualTo("880000.00");
    assertThat(shown.path("figures").path("gap").asText()).isEqualTo("0.00");
    assertThat(shown.path("missing")).isEmpty();
    String page = printed(film.desk("director1"), greenlight);
    assertThat(page)
        .contains("Film " + film.id(), greenlight.key(), "Für 5 € nach Łódź.")
        .contains("Größe & Söhne Œuvre", "USD 880,000.00", "less deferrals USD 120,000.00")
        .contains("Pending USD 5,000.00", "Draft 1, the approved script")
        .contains("Mara Lindqvist (attached)", "document on file, with")
        .doesNotContain(contract)
        .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-")
        .contains("submitted by Paul Brandt (producer1)")
        .doesNotContainPattern("(?<!\\()producer[12]");
    assertThat(greenlight.shown("exec1", DECIDE, "packageLink"))
        .isEqualTo("/api/approvals/%s/package.pdf".formatted(greenlight.key()));

    greenlight.answered("exec1", DECIDE, "APPROVE");
    save(
        film,
        "finance-plan",
        Map.of(
            "sources",
            List.of(
                source("Größe & Söhne Œuvre", "EQUITY", "990000.00", "CONFIRMED"),
                source("Fees", "DEFERRAL", "120000.00", "CONFIRMED"))));
    assertThat(packageOf(greenlight, "line1").path("figures")).isEqualTo(shown.path("figures"));
    assertThat(printed(film.desk("line1"), greenlight)).contains("USD 880,000.00");
  }

  @Test
  void aPackageThatWasGreenlitShowsWhatItWasGreenlitOnAndWhatBecameOfIt() throws IOException {
    TestFilm film = GreenlitFilm.create(port);
    Case greenlight = new Case(film, film.id() + "-GL-1");
    JsonNode granted = packageOf(greenlight, "line1");
    assertThat(granted.path("standing").asText()).matches("greenlit on .* by .*");
    Case reopening =
        Case.started(
            film,
            "line1",
            "reopening",
            Map.of("film", film.id(), "approval", film.id() + "-SA-1", "reason", "The ending."));
    reopening
        .answered("exec1", "userTask_decideReopening", "APPROVE_WITH_DEPENDENTS", "All of it.")
        .answered("financier1", "userTask_giveConsent", "CONSENT")
        .answered("guarantor1", "userTask_giveConsent", "CONSENT");

    JsonNode since = packageOf(greenlight, "line1");

    assertThat(since.path("items")).isEqualTo(granted.path("items"));
    assertThat(printed(film.desk("line1"), greenlight))
        .contains("Draft 1, the approved script", "opened again since, it counts no more");
  }

  @Test
  void theLargestPackageIsFiledAndEachOfItsDetailsCounts() {
    TestFilm film = readyFilm();
    String paper = film.upload("Signed by everybody, " + film.id());
    List<Map<String, String>> sources = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Map<String, String> source =
          new HashMap<>(source(longest(200, i), "TAX_INCENTIVE", "9999999999.99", "CONFIRMED"));
      source.putAll(Map.of("terms", longest(1000, i), "expires", "2199-12-31", "document", paper));
      sources.add(source);
    }
    save(film, "finance-plan", Map.of("sources", sources));
    List<Map<String, String>> territories = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      territories.add(
          Map.of("territory", longest(100, i), "ask", "3333333333.33", "take", "3333333333.33"));
    }
    Map<String, Object> estimates =
        Map.of(
            "agent",
            longest(200, 0),
            "date",
            "2026-05-20",
            "document",
            paper,
            "territories",
            territories);
    save(film, "sales-estimates", estimates);
    List<Map<String, Object>> attachments = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      attachments.add(
          Map.of(
              "name",
              longest(200, i),
              "role",
              i == 0 ? "DIRECTOR" : i == 1 ? "LEAD_CAST" : "DIRECTOR_OF_PHOTOGRAPHY",
              "state",
              "LETTER_OF_INTENT",
              "document",
              paper,
              "reference",
              longest(500, i)));
    }
    save(film, "key-attachments", Map.of("attachments", attachments));
    for (String item : List.of("CHAIN_OF_TITLE", "INSURANCE", "COMPLETION_BOND")) {
      save(
          film,
          "package-items/" + item,
          Map.of(
              "state",
              "IN_HAND",
              "owner",
              "producer2",
              "document",
              paper,
              "reference",
              longest(500, 0)));
    }
    Map<String, Object> request =
        with(
            with(greenlight(film, "Draft 1"), "logline", longest(500, 0)),
            "vision",
            longest(4000, 0));

    Case greenlight = asked(film, request);

    assertThat(greenlight.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    JsonNode filed = factsOfPackage(film, "REQUESTED");
    assertThat(filed.path("vision").asText()).isEqualTo(longest(4000, 0));
    greenlight.answered("exec1", DECIDE, "RETURN", "Look at the details again.");
    sources.get(99).put("terms", "None.");
    save(film, "finance-plan", Map.of("sources", sources));
    territories.set(
        299, Map.of("territory", longest(100, 299), "ask", "3333333333.33", "take", "1"));
    save(film, "sales-estimates", with(estimates, "territories", territories));
    attachments.set(49, with(attachments.get(49), "reference", "Binder 1"));
    save(film, "key-attachments", Map.of("attachments", attachments));
    greenlight.answered("producer1", AMEND, resubmitted(request));

    JsonNode amended = factsOfPackage(film, "AMENDED");
    for (String detail :
        List.of("sources", "salesTerritories", "DIRECTOR_OF_PHOTOGRAPHY " + longest(200, 49))) {
      assertThat(amended.path(detail).asText())
          .as(detail)
          .containsPattern("[0-9a-f]{64}$")
          .isNotEqualTo(filed.path(detail).asText());
    }
    String unchanged = "DIRECTOR_OF_PHOTOGRAPHY " + longest(200, 48);
    assertThat(amended.path(unchanged)).isEqualTo(filed.path(unchanged));
    greenlight.answered("exec1", DECIDE, "APPROVE");
    assertThat(greenlight.state()).isEqualTo("APPROVED");
  }

  @Test
  void onlyTheTeamSeesAPackageAndOnlyAGreenlightHasOne() {
    TestFilm film = readyFilm();
    Case greenlight = asked(film, greenlight(film, "Draft 1"));
    String stranger = TestFilm.create(port).hire("executive-producer");
    for (String path : List.of("/package", "/package.pdf")) {
      String of = "/api/approvals/" + greenlight.key() + path;
      assertThat(film.desk(stranger).get(of).status()).isEqualTo(404);
      refused(film, 404, () -> film.desk("exec1").get("/api/approvals/NONE-GL-1" + path));
      refused(
          film,
          404,
          () -> film.desk("exec1").get("/api/approvals/%s-SA-1%s".formatted(film.id(), path)));
      assertThat(film.desk("financier1").raw("GET", of, null, new byte[0]).statusCode())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "finance-plan | {\"sources\": [{\"name\": \"Other\", \"kind\": \"EQUITY\", \"amount\": 2000000,"
            + " \"state\": \"CONFIRMED\"}]} | The finance plan: version 2 was saved",
        "sales-estimates | {\"agent\": \"A\", \"date\": \"2026-01-01\", \"territories\": [{\"territory\":"
            + " \"Japan\", \"ask\": 2, \"take\": 1}]} | The sales estimates: version 1 was saved",
        "key-attachments | {\"attachments\": []} | The key attachments: they were changed",
        "package-items/COMPLETION_BOND | {\"state\": \"IN_PROGRESS\"} | Completion bond: in progress",
        "package-items/INSURANCE | {\"state\": \"IN_HAND\", \"reference\": \"Another policy\"} | Insurance: in hand"
      })
  void whatChangesAfterItWasFiledIsFiledAnewBeforeItIsGreenlit(
      String what, String change, String why) {
    TestFilm film = readyFilm();
    Map<String, Object> request = greenlight(film, "Draft 1");
    Case greenlight = asked(film, request);
    JsonNode filed = packageOf(greenlight, "line1");
    film.desk("producer1")
        .call("PUT", "/api/films/%s/%s".formatted(film.id(), what), parsed(change))
        .ok();

    for (String yes : List.of("APPROVE", "APPROVE_WITH_CONDITIONS")) {
      Answer answer = refused(film, 409, () -> greenlight.tried("exec1", DECIDE, yes));
      assertThat(answer.text("detail")).contains(why, "return it");
    }
    assertThat(packageOf(greenlight, "line1").path("figures")).isEqualTo(filed.path("figures"));
    assertThat(packageOf(greenlight, "line1").path("items")).isEqualTo(filed.path("items"));

    greenlight.answered("exec1", DECIDE, "RETURN", "File it as it is now.");
    film.packaged();
    greenlight.answered("producer1", AMEND, resubmitted(request));
    greenlight.answered("exec1", DECIDE, "APPROVE");
    assertThat(greenlight.state()).isEqualTo("APPROVED");
  }

  @Test
  void thePlanSavedAgainWithTheSameSourcesChangesNothing() {
    TestFilm film = readyFilm();
    Case greenlight = asked(film, greenlight(film, "Draft 1"));
    film.secured("1000000.00");

    greenlight.answered("exec1", DECIDE, "APPROVE");

    assertThat(greenlight.state()).isEqualTo("APPROVED");
  }

  @Test
  void whatChangesWhileItIsEndorsedIsFiledAnewByAProducer() {
    TestFilm film = readyFilm();
    Map<String, Object> request = greenlight(film, "Draft 1");
    Case greenlight = Case.started(film, "line1", "greenlight", request);
    film.secured("1200000.00");
    greenlight.answered("producer1", "userTask_endorsePackage", "APPROVE");

    assertThat(greenlight.waitingFor()).containsExactly(COMPLETE + " for producer");
    assertThat(greenlight.shown("producer2", COMPLETE, "missingItems"))
        .isEqualTo("- The finance plan: version 2 was saved, and this was filed with version 1.");
    greenlight.answered("producer2", COMPLETE, resubmitted(request));
    assertThat(greenlight.shown("exec1", DECIDE, "moneySecured")).isEqualTo("USD 1,200,000.00");
  }

  @Test
  void aMissingItemSaysWhatIsMissingAndWhy() throws IOException {
    TestFilm film = readyFilm();
    save(film, "package-items/INSURANCE", Map.of("state", "IN_PROGRESS", "owner", "line1"));
    save(
        film,
        "key-attachments",
        Map.of(
            "attachments",
            List.of(Map.of("name", "M L", "role", "DIRECTOR", "state", "IN_NEGOTIATION"))));
    Case greenlight = asked(film, greenlight(film, "Draft 1"));

    assertThat(greenlight.waitingFor()).containsExactly(COMPLETE + " for producer");
    assertThat(greenlight.shown("producer1", COMPLETE, "missingItems").lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("A director: M L \\(in negotiation\\)"))
        .anyMatch(line -> line.contains("The lead cast: nobody is named. From 500,000 on"))
        .anyMatch(line -> line.contains("Insurance: in progress with"))
        .anyMatch(line -> line.contains("are insured before the money is spent"));
    assertThat(printed(film.desk("line1"), greenlight)).contains("Missing", "• Insurance: in prog");
  }

  @Test
  void aDocumentaryNeedsNoScript() {
    String id = "D" + TestFilm.create(port).id();
    TestFilm film = new TestFilm(id, port);
    film.desk("admin")
        .post(
            "/api/films",
            Map.of("id", id, "title", "Tide", "currency", "USD", "kind", "DOCUMENTARY"))
        .ok();
    film.join(Map.of("person", "line1", "role", "line-producer")).ok();
    film.join(Map.of("person", "producer1", "role", "producer")).ok();
    film.join(Map.of("person", "exec1", "role", "executive-producer")).ok();
    film.importBudget(TestFilm.TOP_SHEET).ok();
    film.packaged();

    Case greenlight = asked(film, without(greenlight(film, ""), "scriptDraft"));
    assertThat(greenlight.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    greenlight.answered("exec1", DECIDE, "APPROVE");

    assertThat(greenlight.state()).isEqualTo("APPROVED");
  }

  @Test
  void deferralsLowerTheCashNeededAndCountTowardsTheHardStop() {
    TestFilm film = readyFilm();
    save(
        film,
        "finance-plan",
        Map.of(
            "sources",
            List.of(
                source("Equity", "EQUITY", "900000.00", "CONFIRMED"),
                source("Fees", "DEFERRAL", "99999.99", "CONFIRMED"))));
    Map<String, Object> request = greenlight(film, "Draft 1");
    Case greenlight = asked(film, request);
    assertThat(greenlight.shown("producer1", COMPLETE, "missingItems"))
        .contains("USD 900,000.00 is USD 0.01 short of USD 900,000.01, the budget of")
        .contains("less deferrals of USD 99,999.99");
    save(
        film,
        "finance-plan",
        Map.of(
            "sources",
            List.of(
                source("Equity", "EQUITY", "900000.00", "CONFIRMED"),
                source("Fees", "DEFERRAL", "100000.00", "CONFIRMED"))));
    greenlight.answered("producer1", COMPLETE, resubmitted(request));
    greenlight.answered("exec1", DECIDE, "APPROVE");

    CostFiles.onBudget(film)
        .with("9900", "0,0,100000.00,The storm.")
        .imported("line1", "2026-01-03");
    assertThat(happenings(film)).doesNotContain("HARD_STOP_CAME");
    CostFiles.onBudget(film)
        .with("9900", "0,0,100000.01,The second storm.")
        .imported("line1", "2026-01-10");
    assertThat(happenings(film)).contains("HARD_STOP_CAME");
  }

  @Test
  void aNewTableCountsAtOnceAndTheLedgerSaysWhoDeployedIt() throws IOException {
    TestFilm film = readyFilm();
    Case greenlight = asked(film, greenlight(film, "Draft 1"));
    assertThat(greenlight.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    deploy(
            shipped()
                .replace("&gt;= 5000000", "&gt;= 1000000")
                .replace("&lt; 5000000", "&lt; 1000000"))
        .ok();

    Answer answer = refused(film, 409, () -> greenlight.tried("exec1", DECIDE, "APPROVE"));

    assertThat(answer.text("detail")).contains("Completion bond: missing", "Sales estimates: none");
    JsonNode changed = entries(film, "PACKAGE_TABLE_CHANGED").get(0);
    assertThat(changed.path("person").asText()).isEqualTo("admin");
    assertThat(changed.path("facts").path("table").asText()).isEqualTo("greenlight-package");
    assertThat(changed.path("facts").path("sha256").asText()).hasSize(64);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "&gt;= 500000</text> | &gt;= 600000</text> | has no row for",
        "&gt;= 500000</text> | &gt;= 400000</text> | overlap",
        "<text>\"CHAIN_OF_TITLE\"</text> | <text>\"CATERING\"</text> | for the item \"CATERING\"",
        "<text>\"DOCUMENTARY\",\"SHORT\"</text> | <text>\"DOCUMENTARY\",\"SHORT\",\"OPERA\"</text> |"
            + " for the kind \"OPERA\"",
        "<text>\"optional\"</text> | <text>\"maybe\"</text> | has to be \"required\" or \"optional\"",
        "\"Below {budget} a completion bond costs more than it protects.\" | \"\" | no reason",
        "number(budget) | number(budgett) | asks in the column",
        "hitPolicy=\"UNIQUE\" | hitPolicy=\"FIRST\" | has to be UNIQUE"
      })
  void aTableThatLeavesAnItemOpenNeverCounts(String part, String instead, String why)
      throws IOException {
    String table = shipped();
    assertThat(table).contains(part);

    Answer answer = deploy(table.replace(part, instead));

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.field()).isEqualTo("greenlight-package");
    assertThat(answer.text("detail")).contains(why);
  }

  @Test
  void noTableGreenlightsAFilmWithoutItsMoney() throws IOException {
    String table = shipped();
    String figures =
        "<outputEntry id=\"figures_requirement\">\n          <text>\"required\"</text>";
    assertThat(table).contains(figures);

    Answer answer = deploy(table.replace(figures, figures.replace("required\"<", "optional\"<")));

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.text("detail")).contains("makes BUDGET optional");
  }

  private TestFilm readyFilm() {
    TestFilm film = TestFilm.create(port).packaged();
    Case.started(
            film,
            "line1",
            "script-approval",
            Requests.draft(film, "Draft 1", film.upload("FADE IN. " + film.id())))
        .answered("producer1", "userTask_reviewScriptDraft", "APPROVE")
        .answered("director1", "userTask_consultDirector", "SUPPORT")
        .answered("exec1", "userTask_decideScriptDraft", "APPROVE");
    return film;
  }

  private static Case asked(TestFilm film, Map<String, ?> request) {
    return Case.started(film, "producer1", "greenlight", request);
  }

  private static void save(TestFilm film, String what, Map<String, ?> body) {
    film.desk("producer1").put("/api/films/%s/%s".formatted(film.id(), what), body).ok();
  }

  private static Map<String, String> source(String name, String kind, String amount, String state) {
    return Map.of("name", name, "kind", kind, "amount", amount, "state", state);
  }

  /** Of quotation marks, which take two characters each in the ledger. */
  private static String longest(int length, int number) {
    return "%03d".formatted(number) + "\"".repeat(length - 3);
  }

  private static JsonNode factsOfPackage(TestFilm film, String happening) {
    return entries(film, happening).stream()
        .map(entry -> entry.path("facts"))
        .filter(facts -> facts.has("vision"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode packageOf(Case greenlight, String person) {
    return greenlight
        .film()
        .desk(person)
        .get("/api/approvals/%s/package".formatted(greenlight.key()))
        .ok();
  }

  private static String printed(Desk person, Case greenlight) throws IOException {
    byte[] pdf = person.download("/api/approvals/%s/package.pdf".formatted(greenlight.key()));
    try (PDDocument read = Loader.loadPDF(pdf)) {
      assertThat(read.getNumberOfPages()).isEqualTo(1);
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(read);
    }
  }

  private static List<JsonNode> entries(TestFilm film, String happening) {
    JsonNode entries =
        film.desk("line1").get("/api/films/%s/ledger?size=200".formatted(film.id())).ok();
    return StreamSupport.stream(entries.path("items").spliterator(), false)
        .filter(entry -> entry.path("happening").asText().equals(happening))
        .toList();
  }

  private static List<String> happenings(TestFilm film) {
    JsonNode entries =
        film.desk("line1").get("/api/films/%s/ledger?size=200".formatted(film.id())).ok();
    return StreamSupport.stream(entries.path("items").spliterator(), false)
        .map(entry -> entry.path("happening").asText())
        .toList();
  }

  private static JsonNode parsed(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  private Answer deploy(String table) {
    return Desk.of(port, "admin")
        .upload("/engine-rest/deployment/create", TABLE, table.getBytes(StandardCharsets.UTF_8));
  }

  private static String shipped() throws IOException {
    return Files.readString(Path.of("processes", TABLE));
  }
}
