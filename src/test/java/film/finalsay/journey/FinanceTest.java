package film.finalsay.journey;

import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.Fingerprint;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Finance plans, sales estimates, key attachments and package items over HTTP. */
@FinalSayTest
class FinanceTest {

  @LocalServerPort int port;

  private TestFilm film;

  @BeforeEach
  void aFilm() {
    film = TestFilm.create(port);
  }

  @Test
  void eachSaveOfAPlanIsAVersionAndThoseBeforeStay() {
    refused(film, 404, () -> film.desk("line1").get(path("finance-plan")));
    JsonNode first = savedPlan("producer1", source("Equity", "EQUITY", "1000.50"));
    JsonNode second =
        savedPlan("coexec1", source("Equity", "EQUITY", "2000"), source("Fund", "GRANT", "1.25"));

    assertThat(first.path("version").asInt()).isEqualTo(1);
    assertThat(second.path("version").asInt()).isEqualTo(2);
    JsonNode earlier = film.desk("line1").get(path("finance-plan?version=1")).ok();
    assertThat(earlier).isEqualTo(first);
    assertThat(earlier.path("secured").asText()).isEqualTo("1000.50");
    assertThat(film.desk("director1").get(path("finance-plan")).ok()).isEqualTo(second);
    assertThat(second.path("secured").asText()).isEqualTo("2001.25");
    assertThat(second.path("savedBy").asText()).isEqualTo("coexec1");
    JsonNode versions = film.desk("line1").get(path("finance-plan/versions?size=1")).ok();
    assertThat(versions.path("items").path(0).path("version").asInt()).isEqualTo(2);
    assertThat(versions.path("hasMore").asBoolean()).isTrue();
    refused(film, 404, () -> film.desk("line1").get(path("finance-plan?version=3")));
    assertThat(ledger("FINANCE_PLAN_SAVED"))
        .hasSize(2)
        .first()
        .satisfies(
            facts -> {
              assertThat(facts.path("secured").asText()).isEqualTo("2001.25");
              assertThat(facts.path("source Fund").asText()).isEqualTo("GRANT, 1.25, CONFIRMED");
            });
  }

  @Test
  void theLargestPlanIsSavedAndTheLedgerTellsItsTermsByTheirSha256() {
    String paper = film.upload("Signed by everybody, " + film.id());
    String terms = "\"".repeat(1000);
    List<Map<String, Object>> sources = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Map<String, Object> source =
          source("%03d".formatted(i) + "\"".repeat(197), "TAX_INCENTIVE", "9999999999.99");
      sources.add(
          with(with(with(source, "terms", terms), "expires", "2199-12-31"), "document", paper));
    }

    JsonNode saved = put("finance-plan", Map.of("sources", sources)).ok();

    assertThat(texts(saved.path("sources"), "terms")).hasSize(100).containsOnly(terms);
    String sha256 = Fingerprint.of(terms.getBytes(StandardCharsets.UTF_8));
    assertThat(ledger("FINANCE_PLAN_SAVED"))
        .singleElement()
        .satisfies(
            facts ->
                assertThat(facts.path("source 099" + "\"".repeat(197)).asText())
                    .endsWith(", terms " + sha256));
  }

  @Test
  void aPlanStandsBesideTheBudget() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    JsonNode plan =
        savedPlan(
            "exec1",
            source("Equity", "EQUITY", "600000"),
            with(source("Old presale", "PRESALE", "100000"), "expires", today.minusDays(1)),
            with(source("Presale", "PRESALE", "50000"), "expires", today),
            with(source("Bank", "GAP", "80000"), "state", "PENDING"),
            source("Fees", "DEFERRAL", "120000"),
            with(source("More fees", "DEFERRAL", "30000"), "state", "PENDING"));

    assertThat(plan.path("secured").asText()).isEqualTo("650000.00");
    assertThat(plan.path("deferred").asText()).isEqualTo("120000.00");
    assertThat(plan.path("pending").asText()).isEqualTo("110000.00");
    assertThat(plan.path("budget").path("total").asText()).isEqualTo("1000000.00");
    assertThat(plan.path("budget").path("cashNeeded").asText()).isEqualTo("880000.00");
    assertThat(plan.path("budget").path("unsecured").asText()).isEqualTo("230000.00");
    assertThat(plan.path("budget").path("gap").asText()).isEqualTo("120000.00");
    assertThat(texts(plan.path("sources"), "standing"))
        .containsExactly("SECURED", "EXPIRED", "SECURED", "PENDING", "DEFERRED", "PENDING");
  }

  @Test
  void aDocumentOfTheFilmShowsASource() {
    String document = film.upload("Signed by everybody, " + film.id());
    JsonNode plan =
        savedPlan("producer1", with(source("Equity", "EQUITY", "1"), "document", document));
    assertThat(texts(plan.path("sources"), "document")).containsExactly(document);

    TestFilm other = TestFilm.create(port);
    String theirs = other.upload("Of another film, " + other.id());
    refusedFor(
        "sources[0].document",
        film,
        () -> put("finance-plan", sources(with(source("A", "EQUITY", "1"), "document", theirs))));
  }

  @Test
  void onlyProducersAndAboveOfTheFilmSave() {
    Map<String, Object> plan = sources(source("Equity", "EQUITY", "1"));
    for (String person : List.of("line1", "director1", "financier1", "admin")) {
      Answer answer = film.desk(person).put(path("finance-plan"), plan);
      assertThat(answer.status()).as(person).isEqualTo(403);
    }
    TestFilm elsewhere = TestFilm.without(port, "producer2");
    elsewhere.join(Map.of("person", "producer2", "role", "associate-producer")).ok();
    Answer lower =
        elsewhere
            .desk("producer2")
            .put("/api/films/%s/finance-plan".formatted(elsewhere.id()), plan);
    assertThat(lower.status()).isEqualTo(403);
    assertThat(lower.text("detail"))
        .startsWith("Only producer or co-executive producer or executive producer");
    String stranger = TestFilm.create(port).hire("producer");
    assertThat(film.desk(stranger).put(path("finance-plan"), plan).status()).isEqualTo(404);
    assertThat(film.desk(stranger).get(path("finance-plan")).status()).isEqualTo(404);
    assertThat(film.desk("line1").get(path("finance-plan")).status()).as("nothing").isEqualTo(404);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "name,",
    "kind, GIFT",
    "kind,",
    "amount, 0",
    "amount, -1",
    "amount, '1,000'",
    "amount, 1.001",
    "amount, 99999999999999999999",
    "amount,",
    "state, MAYBE",
    "state,",
    "expires, soon",
    "expires, +99999-01-01",
    "expires, 1899-12-31",
    "document, 0000",
    "document, 0000000000000000000000000000000000000000000000000000000000000000"
  })
  void aWrongSourceIsRefusedByItsPlace(String field, String value) {
    Map<String, Object> wrong = with(source("Equity", "EQUITY", "1"), field, value);

    refusedFor(
        "sources[1]." + field,
        film,
        () -> put("finance-plan", sources(source("First", "EQUITY", "1"), wrong)));
  }

  @Test
  void aPlanThatIsNoneIsRefused() {
    refusedFor("sources", film, () -> put("finance-plan", Map.of()));
    refusedFor("sources", film, () -> put("finance-plan", Map.of("sources", List.of())));
    refusedFor("sources", film, () -> put("finance-plan", Map.of("sources", "all")));
    refusedFor("sources[0]", film, () -> put("finance-plan", Map.of("sources", List.of(1))));
    refusedFor(
        "sources[1].name",
        film,
        () ->
            put(
                "finance-plan",
                sources(source("Fund", "GRANT", "1"), source("fund", "EQUITY", "2"))));
    List<Map<String, Object>> many = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      many.add(source("Source " + i, "EQUITY", "1"));
    }
    refusedFor("sources", film, () -> put("finance-plan", Map.of("sources", many)));
    assertThat(film.desk("line1").get(path("finance-plan")).status()).isEqualTo(404);
  }

  @Test
  void aSaveInBetweenIsNotPassedOver() {
    savedPlan("producer1", source("Equity", "EQUITY", "1"));
    Map<String, Object> mine = sources(source("Mine", "EQUITY", "2"));
    put("finance-plan", with(mine, "basedOn", 1)).ok();

    Answer late = refused(film, 409, () -> put("finance-plan", with(mine, "basedOn", 1)));

    assertThat(late.text("detail")).contains("version 2");
    refusedFor("basedOn", film, () -> put("finance-plan", with(mine, "basedOn", "one")));
  }

  @Test
  void aPlanIsExportedAndImportedBack() {
    JsonNode saved =
        savedPlan(
            "producer1",
            with(
                source("=SUM(A1), \"Fund\" Größe", "GRANT", "10.10"), "terms", "-10 %, then\nrest"),
            with(source("Presale", "PRESALE", "5"), "expires", "2030-12-31"));
    byte[] csv = film.desk("line1").download(path("finance-plan/export"));
    assertThat(new String(csv, StandardCharsets.UTF_8))
        .startsWith("name,kind,amount,state,terms,expires,document\r\n")
        .contains("\"'=SUM(A1), \"\"Fund\"\" Größe\"");

    JsonNode imported = json(putCsv(csv));

    assertThat(imported.path("version").asInt()).isEqualTo(2);
    assertThat(imported.path("sources")).isEqualTo(saved.path("sources"));
    byte[] withMark =
        ("\uFEFF" + new String(csv, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    assertThat(putCsv(withMark)).contains("\"version\":3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name,kind,amount\\nA,EQUITY,1 | lacks one of the columns",
        "name,kind,amount,state,colour\\nA,EQUITY,1,CONFIRMED,red | has a column",
        "name,kind,amount,state\\nA,EQUITY,1 | cells in line",
        "name,kind,amount,state\\n\"A,EQUITY,1,CONFIRMED | cannot be read",
        "name,kind,amount,state\\nA,EQUITY,-1,CONFIRMED | has to be more than zero",
        "name,kind,amount,state\\n | at least one row"
      })
  void aFileThatIsNoPlanIsRefused(String csv, String why) {
    String answer = putCsv(csv.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));

    assertThat(answer).contains("\"status\":400").contains(why);
    assertThat(putCsv(new byte[] {(byte) 0xE4, 'x'})).contains("is not UTF-8");
  }

  @Test
  void salesEstimatesAddUpAndAreKeptInVersions() {
    JsonNode first = savedEstimates("producer1", territory("Germany", "200.10", "100.05"));
    JsonNode second =
        savedEstimates(
            "exec1", territory("Germany", "200.10", "200.10"), territory("Japan", "5", "4.99"));

    assertThat(first.path("take").asText()).isEqualTo("100.05");
    assertThat(second.path("version").asInt()).isEqualTo(2);
    assertThat(second.path("ask").asText()).isEqualTo("205.10");
    assertThat(second.path("take").asText()).isEqualTo("205.09");
    assertThat(film.desk("line1").get(path("sales-estimates?version=1")).ok()).isEqualTo(first);
    assertThat(film.desk("line1").get(path("sales-estimates/versions")).ok().path("items"))
        .hasSize(2);
    assertThat(ledger("SALES_ESTIMATES_SAVED")).hasSize(2);
    refused(film, 403, () -> film.desk("line1").put(path("sales-estimates"), Map.of()));
  }

  @Test
  void wrongSalesEstimatesAreRefused() {
    refusedFor(
        "territories[0].take",
        film,
        () -> put("sales-estimates", estimates(territory("Germany", "100", "100.01"))));
    refusedFor(
        "territories[1].territory",
        film,
        () ->
            put(
                "sales-estimates",
                estimates(territory("Japan", "2", "1"), territory("JAPAN", "2", "1"))));
    Map<String, Object> whole = estimates(territory("Germany", "2", "1"));
    refusedFor("agent", film, () -> put("sales-estimates", with(whole, "agent", " ")));
    refusedFor("date", film, () -> put("sales-estimates", with(whole, "date", null)));
    refusedFor("date", film, () -> put("sales-estimates", with(whole, "date", "May")));
    refusedFor("document", film, () -> put("sales-estimates", with(whole, "document", "x")));
    refusedFor(
        "territories", film, () -> put("sales-estimates", with(whole, "territories", List.of())));
    refused(film, 404, () -> film.desk("line1").get(path("sales-estimates")));
  }

  @Test
  void attachmentsAreListedInVersionsAndMayEnd() {
    Map<String, Object> director =
        Map.of(
            "name", "Mara Lindqvist", "role", "DIRECTOR", "state", "ATTACHED", "reference", "Deal");
    JsonNode saved = put("key-attachments", Map.of("attachments", List.of(director))).ok();
    JsonNode emptied = put("key-attachments", Map.of("attachments", List.of())).ok();

    assertThat(texts(saved.path("attachments"), "name")).containsExactly("Mara Lindqvist");
    assertThat(emptied.path("version").asInt()).isEqualTo(2);
    assertThat(film.desk("line1").get(path("key-attachments?version=1")).ok()).isEqualTo(saved);
    assertThat(ledger("KEY_ATTACHMENTS_SAVED")).hasSize(2);
    refused(film, 404, () -> film.desk("line1").get(path("key-attachments?version=3")));
    for (Map<String, Object> wrong :
        List.of(
            with(director, "name", null),
            with(director, "role", "KING"),
            with(director, "state", "MAYBE"))) {
      Answer answer =
          refused(film, 400, () -> put("key-attachments", Map.of("attachments", List.of(wrong))));
      assertThat(answer.field()).startsWith("attachments[0].");
    }
    refusedFor(
        "attachments[0].document",
        film,
        () ->
            put(
                "key-attachments",
                Map.of("attachments", List.of(with(director, "reference", null)))));
    refusedFor(
        "attachments[1].name",
        film,
        () -> put("key-attachments", Map.of("attachments", List.of(director, director))));
    refusedFor("attachments", film, () -> put("key-attachments", Map.of()));
  }

  @Test
  void anItemIsSetWithItsOwnerAndItsEvidence() {
    JsonNode before = film.desk("line1").get(path("package-items")).ok().path("items");
    assertThat(texts(before, "item"))
        .containsExactly("CHAIN_OF_TITLE", "INSURANCE", "COMPLETION_BOND");
    assertThat(texts(before, "state")).containsOnly("MISSING");
    assertThat(texts(before, "required")).containsExactly("true", "true", "false");

    String policy = film.upload("Policy of " + film.id());
    JsonNode set =
        film.desk("line1")
            .put(
                path("package-items/INSURANCE"),
                Map.of("state", "IN_HAND", "owner", "producer2", "document", policy))
            .ok();

    assertThat(set.path("owner").asText()).isEqualTo("producer2");
    assertThat(set.path("document").asText()).isEqualTo(policy);
    assertThat(film.desk("director1").get(path("package-items/INSURANCE")).ok()).isEqualTo(set);
    assertThat(ledger("PACKAGE_ITEM_SET"))
        .singleElement()
        .satisfies(facts -> assertThat(facts.path("document").asText()).isEqualTo(policy));
    JsonNode page = film.desk("line1").get(path("package-items?page=1&size=2")).ok();
    assertThat(texts(page.path("items"), "item")).containsExactly("COMPLETION_BOND");
    assertThat(page.path("hasMore").asBoolean()).isFalse();
  }

  @Test
  void aWrongItemIsRefused() {
    String bond = "package-items/COMPLETION_BOND";
    refusedFor("state", film, () -> put(bond, Map.of()));
    refusedFor("state", film, () -> put(bond, Map.of("state", "DONE")));
    refusedFor("document", film, () -> put(bond, Map.of("state", "IN_HAND")));
    refusedFor("document", film, () -> put(bond, Map.of("state", "MISSING", "document", "1")));
    refusedFor("owner", film, () -> put(bond, Map.of("state", "MISSING", "owner", "nobody")));
    refusedFor(
        "reference", film, () -> put(bond, Map.of("state", "MISSING", "reference", "x\u0007")));
    refused(film, 404, () -> put("package-items/BUDGET", Map.of("state", "IN_PROGRESS")));
    refused(film, 404, () -> put("package-items/CATERING", Map.of("state", "IN_PROGRESS")));
    refused(film, 404, () -> film.desk("line1").get(path("package-items/BUDGET")));
    Answer director = film.desk("director1").put(path(bond), Map.of("state", "MISSING"));
    assertThat(director.status()).isEqualTo(403);
  }

  @Test
  void aFilmIsOfAKind() {
    String id = "K" + film.id();
    Map<String, Object> documentary =
        Map.of("id", id, "title", "Tide", "currency", "EUR", "kind", "DOCUMENTARY");
    assertThat(film.desk("admin").post("/api/films", documentary).ok().path("kind").asText())
        .isEqualTo("DOCUMENTARY");
    assertThat(film.desk("line1").get("/api/films/" + film.id()).ok().path("kind").asText())
        .isEqualTo("FEATURE");
    refusedFor(
        "kind",
        film,
        () ->
            film.desk("admin")
                .post("/api/films", with(with(documentary, "id", id + "X"), "kind", "OPERA")));
  }

  private JsonNode savedPlan(String person, Map<String, ?>... sources) {
    return film.desk(person).put(path("finance-plan"), sources(sources)).ok();
  }

  private JsonNode savedEstimates(String person, Map<String, ?>... territories) {
    return film.desk(person).put(path("sales-estimates"), estimates(territories)).ok();
  }

  private Answer put(String what, Map<String, ?> body) {
    return film.desk("producer1").put(path(what), body);
  }

  private String putCsv(byte[] csv) {
    return film.desk("producer1").raw("PUT", path("finance-plan"), "text/csv", csv).body();
  }

  private String path(String what) {
    return "/api/films/%s/%s".formatted(film.id(), what);
  }

  private List<JsonNode> ledger(String happening) {
    JsonNode entries =
        film.desk("line1").get("/api/films/%s/ledger?size=200".formatted(film.id())).ok();
    return StreamSupport.stream(entries.path("items").spliterator(), false)
        .filter(entry -> entry.path("happening").asText().equals(happening))
        .map(entry -> entry.path("facts"))
        .toList();
  }

  private static JsonNode json(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  private static List<String> texts(JsonNode rows, String field) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.path(field).asText())
        .toList();
  }

  private static Map<String, Object> sources(Map<String, ?>... sources) {
    return Map.of("sources", Arrays.asList(sources));
  }

  private static Map<String, Object> source(String name, String kind, String amount) {
    return Map.of("name", name, "kind", kind, "amount", amount, "state", "CONFIRMED");
  }

  private static Map<String, Object> estimates(Map<String, ?>... territories) {
    return Map.of(
        "agent", "Lantern Sales", "date", "2026-05-20", "territories", Arrays.asList(territories));
  }

  private static Map<String, Object> territory(String name, String ask, String take) {
    return Map.of("territory", name, "ask", ask, "take", take);
  }

  private static Map<String, Object> with(Map<String, ?> base, String field, Object value) {
    Map<String, Object> changed = new HashMap<>(base);
    changed.put(field, value instanceof LocalDate day ? day.toString() : value);
    return changed;
  }
}
