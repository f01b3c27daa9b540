package film.finalsay.journey;

import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** Films, teams, budgets and documents over the product's own API. */
@FinalSayTest
class FilmsApiTest {

  private static final String HEADER = "account,description,section,total\n";

  @LocalServerPort int port;

  @Test
  void anAdministratorCreatesAFilmThatIsInDevelopment() {
    Map<String, Object> film = film("ADMIN1");
    Answer created = desk("admin").post("/api/films", film);

    assertThat(created.status()).isEqualTo(201);
    JsonNode view = desk("admin").get("/api/films/ADMIN1").ok();
    assertThat(view).isEqualTo(created.body());
    assertThat(view.path("title").asText()).isEqualTo("The Keeper");
    assertThat(view.path("currency").asText()).isEqualTo("EUR");
    assertThat(view.path("phase").asText()).isEqualTo("DEVELOPMENT");
    assertThat(view.path("visionFrozenAt").isNull()).isTrue();
    assertThat(desk("admin").get("/api/films/ADMIN1/team").ok()).isEmpty();
  }

  @Test
  void anExecutiveProducerWhoCreatesAFilmIsOnItsTeam() {
    assertThat(desk("exec1").post("/api/films", film("EXEC1")).status()).isEqualTo(201);

    assertThat(desk("exec1").get("/api/films/EXEC1/team").ok())
        .extracting(member -> member.path("person").asText() + " " + member.path("role").asText())
        .containsExactly("exec1 executive-producer");
  }

  @Test
  void nobodyElseCreatesAFilm() {
    for (String person : List.of("producer1", "coexec1", "line1", "director1", "financier1")) {
      problem(403, desk(person).post("/api/films", film("NOTYOURS")));
    }
    problem(404, desk("admin").get("/api/films/NOTYOURS"));
  }

  @Test
  void anIdIsGivenOnce() {
    TestFilm film = TestFilm.create(port);

    Answer answer = refused(film, 409, () -> desk("admin").post("/api/films", film(film.id())));

    assertThat(answer.text("detail")).contains(film.id());
  }

  static Stream<Arguments> wrongFilms() {
    return Stream.of(
        arguments("id", "lower"),
        arguments("id", "X"),
        arguments("id", "X".repeat(13)),
        arguments("id", "A B"),
        arguments("id", "../NOVA"),
        arguments("id", null),
        arguments("id", List.of("NOVA")),
        arguments("title", null),
        arguments("title", "  "),
        arguments("title", "x".repeat(201)),
        arguments("currency", null),
        arguments("currency", "DOLLARS"),
        arguments("currency", "usd"),
        arguments("currency", "XXX"),
        arguments("title", "Nova\u0007"),
        arguments("vision", "x".repeat(4001)),
        arguments("vision", "x".repeat(100_000)),
        arguments("vision", "A light\u0000"),
        arguments("shootingDays", -1),
        arguments("shootingDays", 1001),
        arguments("shootingDays", "many"),
        arguments("shootingDays", 9999999999L));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("wrongFilms")
  void aWrongFilmIsNotCreated(String field, Object sent) {
    Map<String, Object> film = film("WRONG1");
    film.put(field, sent);

    Answer answer = problem(400, desk("admin").post("/api/films", film));

    assertThat(answer.field()).isEqualTo(field);
    problem(404, desk("admin").get("/api/films/WRONG1"));
  }

  @Test
  void aVisionOfTheFullLengthIsTakenWithItsLines() {
    String vision = ("A light that is kept on.\n".repeat(80)) + "x".repeat(4000 - 80 * 25);
    Map<String, Object> film = film("LONGVIEW");
    film.put("vision", vision);

    assertThat(desk("admin").post("/api/films", film).status()).isEqualTo(201);
    assertThat(desk("admin").get("/api/films/LONGVIEW").text("vision")).isEqualTo(vision);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "\"NOVA\"", "{\"id\":"})
  void whatIsNoFilmAtAllIsTheCallersFault(String body) {
    problem(400, desk("admin").postJson("/api/films", body));
  }

  @Test
  void onlyItsTeamSeesAFilm() {
    TestFilm film = TestFilm.without(port, "producer2");
    List<String> paths =
        List.of("", "/team", "/budget", "/budgets", "/budgets/1", "/script-drafts", "/approvals");

    for (String path : paths) {
      problem(404, desk("producer2").get("/api/films/" + film.id() + path));
      assertThat(desk("director1").get("/api/films/" + film.id() + path).status()).isEqualTo(200);
    }
    assertThat(allFilms("producer2")).doesNotContain(film.id());
    assertThat(allFilms("director1")).contains(film.id());
  }

  private List<String> allFilms(String person) {
    List<String> films = new ArrayList<>();
    Answer page;
    int number = 0;
    do {
      page = desk(person).get("/api/films?size=200&page=" + number++);
      films.addAll(ids(page));
    } while (page.body().path("hasMore").asBoolean());
    return films;
  }

  @Test
  void anApprovalIsShownToItsFilmsTeamOnly() {
    TestFilm film = TestFilm.without(port, "producer2");
    Case change =
        Case.started(
            film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "1.00"));

    assertThat(desk("director1").get("/api/approvals/" + change.key()).status()).isEqualTo(200);
    problem(404, desk("producer2").get("/api/approvals/" + change.key()));
    problem(404, desk("producer2").get("/api/approvals/NO-SUCH-1"));
  }

  @Test
  void theFilmsExecutiveProducerPutsPeopleOnItsTeam() {
    TestFilm film = TestFilm.without(port, "producer2");
    problem(404, desk("producer2").get("/api/films/" + film.id()));

    Answer joined = join("exec1", film, "producer2", "producer");

    assertThat(joined.status()).isEqualTo(201);
    assertThat(joined.text("from")).isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
    assertThat(joined.body().path("to").isNull()).isTrue();
    assertThat(desk("producer2").get("/api/films/" + film.id()).status()).isEqualTo(200);
  }

  @Test
  void nobodyElsePutsPeopleOnATeam() {
    TestFilm film = TestFilm.without(port, "producer2");

    for (String person : List.of("producer1", "coexec1", "line1", "director1")) {
      refused(film, 403, () -> join(person, film, "producer2", "executive-producer"));
    }
    refused(film, 403, () -> join("producer2", film, "producer2", "executive-producer"));
    problem(404, desk("admin").get("/api/films/NOSUCH/team"));
    problem(
        404,
        desk("admin")
            .post("/api/films/NOSUCH/team", Map.of("person", "line1", "role", "producer")));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      nullValues = "null",
      value = {
        "person, nobody",
        "person, ' '",
        "person, null",
        "role, boss",
        "role, PRODUCER",
        "role, ''",
        "role, null",
        "from, yesterday",
        "from, 2027-02-30",
        "to, 2027-13-01",
        "to, 2019-12-31"
      })
  void aWrongMemberDoesNotJoin(String field, String sent) {
    TestFilm film = TestFilm.without(port, "producer2");
    Map<String, String> member = new HashMap<>();
    member.put("person", "producer2");
    member.put("role", "producer");
    member.put("from", "2020-01-01");
    member.put(field, sent);

    Answer answer = refused(film, 400, () -> film.join(member));

    assertThat(answer.field()).isEqualTo(field);
    assertThat(film.desk("admin").get("/api/films/%s/team".formatted(film.id())).ok())
        .noneMatch(row -> row.path("person").asText().equals("producer2"));
  }

  @Test
  void theSameMembershipIsGivenOnce() {
    TestFilm film = TestFilm.create(port);

    refused(film, 409, () -> film.join(Map.of("person", "line1", "role", "line-producer")));
  }

  @Test
  void theShootingDaysAreSetByTheFilmsProducers() {
    TestFilm film = GreenlitFilm.inProduction(port);
    String path = "/api/films/%s/shooting".formatted(film.id());
    Map<String, Integer> half = Map.of("shootingDays", 30, "shootingDaysCompleted", 15);

    refused(film, 403, () -> desk("line1").put(path, half));
    refused(film, 403, () -> desk("director1").put(path, half));
    refusedFor(
        "shootingDaysCompleted",
        film,
        () -> desk("producer1").put(path, Map.of("shootingDays", 30, "shootingDaysCompleted", 31)));
    refusedFor(
        "shootingDaysCompleted",
        film,
        () -> desk("producer1").put(path, Map.of("shootingDays", 30, "shootingDaysCompleted", -1)));

    JsonNode view = desk("producer1").put(path, half).ok();
    assertThat(view.path("shootingDays").asInt()).isEqualTo(30);
    assertThat(view.path("shootingDaysCompleted").asInt()).isEqualTo(15);
  }

  @Test
  void shootingDaysAreHeldAgainstTheGreenlightItsScheduleAndToday() {
    TestFilm developed = TestFilm.create(port);
    assertThat(refused(developed, 409, () -> shot(developed, 60, 1)).text("detail"))
        .contains("not greenlit");
    shot(developed, 60, 0).ok();
    shot(developed, 20, 0).ok();

    TestFilm planned = GreenlitFilm.create(port);
    refusedFor("shootingDaysCompleted", planned, () -> shot(planned, 40, 1));

    TestFilm shooting = GreenlitFilm.inProduction(port);
    refusedFor("shootingDaysCompleted", shooting, () -> shot(shooting, 60, 31));
    refusedFor("shootingDays", shooting, () -> shot(shooting, 61, 30));
    shot(shooting, 60, 30).ok();
    assertThat(refused(shooting, 409, () -> shot(shooting, 59, 30)).text("detail"))
        .contains(shooting.id() + "-GL-1", "reopening");
    shot(shooting, 60, 29).ok();
  }

  private Answer shot(TestFilm film, int planned, int completed) {
    return desk("producer1")
        .put(
            "/api/films/%s/shooting".formatted(film.id()),
            Map.of("shootingDays", planned, "shootingDaysCompleted", completed));
  }

  @Test
  void aListIsReadPageByPage() {
    TestFilm film = TestFilm.create(port);
    film.importBudget(TestFilm.TOP_SHEET).ok();
    film.importBudget(TestFilm.TOP_SHEET).ok();
    String path = "/api/films/%s/budgets".formatted(film.id());

    JsonNode first = desk("line1").get(path + "?page=0&size=2").ok();
    JsonNode second = desk("line1").get(path + "?page=1&size=2").ok();
    JsonNode beyond = desk("line1").get(path + "?page=2&size=2").ok();

    assertThat(first.path("items"))
        .extracting(budget -> budget.path("version").asInt())
        .containsExactly(1, 2);
    assertThat(first.path("hasMore").asBoolean()).isTrue();
    assertThat(second.path("items"))
        .extracting(budget -> budget.path("version").asInt())
        .containsExactly(3);
    assertThat(second.path("hasMore").asBoolean()).isFalse();
    assertThat(beyond.path("items")).isEmpty();
    assertThat(desk("line1").get(path + "?size=3").ok().path("hasMore").asBoolean()).isFalse();
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "page, -1",
    "page, 1000001",
    "page, one",
    "page, 99999999999",
    "size, 0",
    "size, -1",
    "size, 201",
    "size, all"
  })
  void aPageBeyondItsBoundsIsRefused(String field, String sent) {
    TestFilm film = TestFilm.create(port);
    String query = "?%s=%s".formatted(field, sent);
    String ofTheFilm = "/api/films/" + film.id();

    for (String path :
        List.of(
            "/api/films",
            ofTheFilm + "/budgets",
            ofTheFilm + "/script-drafts",
            ofTheFilm + "/approvals")) {
      Answer answer = problem(400, desk("line1").get(path + query));
      assertThat(answer.field()).as(path).isEqualTo(field);
    }
  }

  @Test
  void aRealTopSheetWithoutItsContingencySaysWhatIsMissing() throws IOException {
    TestFilm film = TestFilm.create(port);
    String withoutContingency =
        topSheet()
            .lines()
            .filter(line -> !line.startsWith("9900"))
            .collect(Collectors.joining("\n"));

    Answer imported = imported(film, withoutContingency, "34852483");

    assertThat(imported.status()).isEqualTo(201);
    assertThat(imported.text("total")).isEqualTo("33003493.00");
    assertThat(imported.text("controlTotal")).isEqualTo("34852483.00");
    assertThat(imported.text("missing")).isEqualTo("1848990.00");
    assertThat(imported.body().path("addsUp").asBoolean()).isFalse();
    assertThat(imported.body().path("accounts")).hasSize(33);
  }

  @Test
  void theWholeTopSheetAddsUpAndIsTheBudgetThatCounts() throws IOException {
    TestFilm film = TestFilm.create(port);

    Answer imported = imported(film, topSheet(), "34852483.00");

    assertThat(imported.text("total")).isEqualTo("34852483.00");
    assertThat(imported.text("missing")).isEqualTo("0.00");
    assertThat(imported.body().path("addsUp").asBoolean()).isTrue();
    assertThat(imported.text("state")).isEqualTo("DRAFT");
    assertThat(desk("line1").get("/api/films/%s/budget".formatted(film.id())).ok())
        .isEqualTo(imported.body());
    assertThat(film.budget("9900", "contingency")).isEqualTo("true");
    assertThat(film.budget("3000", "description")).isEqualTo("PICTURE VEHICLES & ANIMALS");
  }

  @Test
  void moreThanTheControlTotalIsSaidAsLessThanNothingMissing() {
    TestFilm film = TestFilm.create(port);
    Answer imported = imported(film, TestFilm.TOP_SHEET, "999999.99");
    assertThat(imported.text("missing")).isEqualTo("-0.01");
    assertThat(imported.body().path("addsUp").asBoolean()).isFalse();
  }

  @Test
  void aTopSheetComesAsAFileToo() {
    TestFilm film = TestFilm.create(port);
    Answer imported =
        desk("line1")
            .upload(
                "/api/films/%s/budgets?controlTotal=1000000".formatted(film.id()),
                "topsheet.csv",
                TestFilm.TOP_SHEET.getBytes(StandardCharsets.UTF_8));

    assertThat(imported.status()).isEqualTo(201);
    assertThat(imported.text("total")).isEqualTo("1000000.00");
    assertThat(imported.body().path("version").asInt()).isEqualTo(2);
  }

  static Stream<Arguments> readableTopSheets() {
    return Stream.of(
        arguments("Windows line ends", HEADER.replace("\n", "\r\n") + "1100,WRITER,ATL,10.50\r\n"),
        arguments("a byte order mark", "\uFEFF" + HEADER + "1100,WRITER,ATL,10.50"),
        arguments("columns in another order", "total,section,account,description\n10.50,ATL,1,W"),
        arguments("a quoted comma", HEADER + "1100,\"WRITER, STORY\",ATL,10.5\n"),
        arguments("empty lines", HEADER + "\n1100,WRITER,ATL,10.50\n\n"),
        arguments("blanks around it", HEADER + " 1100 , WRITER , ATL , 10.50 \n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readableTopSheets")
  void aTopSheetIsReadWith(String what, String csv) {
    TestFilm film = TestFilm.create(port);
    assertThat(film.importBudget(csv).ok().path("total").asText()).as(what).isEqualTo("10.50");
  }

  static Stream<Arguments> wrongTopSheets() {
    String first = HEADER + "1100,WRITER,ATL,50000\n";
    return Stream.of(
        arguments("an unknown section", first + "1400,CAST,BTL,1\n", "line 3", "section"),
        arguments("no section", first + "1400,CAST,,1\n", "line 3", "section"),
        arguments("a negative total", first + "1400,CAST,ATL,-1\n", "line 3", "total"),
        arguments("letters for a total", first + "1400,CAST,ATL,lots\n", "line 3", "total"),
        arguments("wrong thousands marks", first + "1400,CAST,ATL,\"1,00\"\n", "line 3", "total"),
        arguments("an exponent", first + "1400,CAST,ATL,1e3\n", "line 3", "total"),
        arguments("no total", first + "1400,CAST,ATL,\n", "line 3", "total"),
        arguments("too many decimals", first + "1400,CAST,ATL,1.001\n", "line 3", "total"),
        arguments("an absurd total", first + "1400,CAST,ATL,1000000000000\n", "line 3", "total"),
        arguments("an account twice", first + "1100,WRITER,ATL,1\n", "line 3", "1100"),
        arguments("a wrong account", first + "14 00,CAST,ATL,1\n", "line 3", "account"),
        arguments("no description", first + "1400,,ATL,1\n", "line 3", "description"),
        arguments("a missing column", first + "1400,CAST,ATL\n", "line 3", "3 columns"),
        arguments("a column too many", first + "1400,CAST,ATL,1,2\n", "line 3", "5 columns"),
        arguments("a wrong header", "account,name,section,total\n1,W,ATL,1\n", "line 1", "header"),
        arguments("no header", "1100,WRITER,ATL,50000\n", "line 1", "header"),
        arguments(
            "a header twice", "account,account,section,total\n1,2,ATL,3\n", "File", "account"),
        arguments("an open quote", first + "1400,\"CAST,ATL,1\n", "File", "CSV"),
        arguments("nothing under the header", HEADER, "File", "no account"),
        arguments(
            "two contingencies",
            first + "9900,CONTINGENCY,OTHER,1\n9901,Contingency,OTHER,1\n",
            "File",
            "CONTINGENCY"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongTopSheets")
  void aTopSheetIsRefusedFor(String what, String csv, String where, String reason) {
    TestFilm film = TestFilm.create(port);

    Answer answer = refused(film, 400, () -> film.importBudget(csv));

    assertThat(answer.field()).as(what).isEqualTo("file");
    assertThat(answer.text("detail")).as(what).contains(where).contains(reason);
  }

  @Test
  void aTopSheetThatIsNoTextIsRefused() {
    TestFilm film = TestFilm.create(port);
    byte[] latin1 = (HEADER + "1100,ÉCRITURE,ATL,1\n").getBytes(StandardCharsets.ISO_8859_1);
    String path = "/api/films/%s/budgets".formatted(film.id());

    Answer answer = refused(film, 400, () -> desk("line1").postCsv(path, latin1));

    assertThat(answer.field()).isEqualTo("file");
    assertThat(answer.text("detail")).contains("UTF-8");
  }

  @Test
  void anEmptyTopSheetIsRefused() {
    TestFilm film = TestFilm.create(port);
    refused(film, 400, () -> film.importBudget(""));
    refused(film, 400, () -> film.importBudget("\n\n"));
  }

  @Test
  void aSumBeyondWhatOneAmountMayBeStaysReadable() {
    TestFilm film = TestFilm.create(port);

    Answer imported =
        film.importBudget(HEADER + "1100,WRITER,ATL,900000000000\n1400,CAST,ATL,900000000000\n");

    assertThat(imported.status()).isEqualTo(201);
    assertThat(film.total()).isEqualTo("1800000000000.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lots", "-1", "0", "1.001", "1,000", "1e6", "1000000000000"})
  void aWrongControlTotalIsRefused(String controlTotal) {
    TestFilm film = TestFilm.create(port);
    refusedFor("controlTotal", film, () -> imported(film, TestFilm.TOP_SHEET, controlTotal));
  }

  @Test
  void whoPreparesNoBudgetsHereImportsNone() {
    TestFilm film = TestFilm.without(port, "producer2");
    String path = "/api/films/%s/budgets".formatted(film.id());

    for (String person : List.of("director1", "financier1", "guarantor1")) {
      refused(film, 403, () -> desk(person).postCsv(path, TestFilm.TOP_SHEET));
    }
    refused(film, 404, () -> desk("producer2").postCsv(path, TestFilm.TOP_SHEET));
  }

  @Test
  void aBudgetVersionIsFoundByItsNumber() {
    TestFilm film = TestFilm.create(port);
    String path = "/api/films/%s/budgets/".formatted(film.id());

    assertThat(desk("line1").get(path + "1").ok().path("version").asInt()).isEqualTo(1);
    problem(404, desk("line1").get(path + "2"));
    problem(404, desk("line1").get(path + "-1"));
    assertThat(problem(400, desk("line1").get(path + "one")).field()).isEqualTo("version");
  }

  @Test
  void aFilmWithoutABudgetSaysSo() {
    desk("exec1").post("/api/films", film("NOBUDGET")).ok();

    Answer answer = problem(404, desk("exec1").get("/api/films/NOBUDGET/budget"));

    assertThat(answer.text("detail")).contains("no budget");
  }

  @Test
  void aDocumentIsDeliveredByteForByteToTheFilmsTeamOnly() {
    TestFilm film = TestFilm.without(port, "producer2");
    TestFilm other = TestFilm.create(port);
    byte[] content = new byte[100_000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) i;
    }
    Answer kept =
        desk("line1")
            .upload("/api/films/%s/documents".formatted(film.id()), "Draft “1”.pdf", content);
    assertThat(kept.status()).isEqualTo(201);
    String path = "/api/films/%s/documents/".formatted(film.id()) + kept.text("sha256");

    for (String person : List.of("line1", "director1", "financier1", "exec1")) {
      assertThat(desk(person).download(path)).isEqualTo(content);
    }
    problem(404, desk("producer2").get(path));
    problem(404, desk("producer1").get(path.replace(film.id(), other.id())));
    problem(404, desk("producer1").get("/api/films/%s/documents/none".formatted(film.id())));
  }

  @Test
  void theSameDocumentIsKeptOnceAndAnEmptyOneNever() {
    TestFilm film = TestFilm.without(port, "producer2");
    String first = film.upload("FADE IN. " + UUID.randomUUID());
    String path = "/api/films/%s/documents".formatted(film.id());

    assertThat(first).matches("[0-9a-f]{64}");
    assertThat(film.upload("FADE IN.")).isEqualTo(film.upload("FADE IN.")).isNotEqualTo(first);
    refusedFor("file", film, () -> desk("line1").upload(path, "empty.txt", new byte[0]));
    assertThat(desk("guarantor1").upload(path, "bond.pdf", new byte[] {1}).status())
        .as("evidence is anybody's to show")
        .isEqualTo(201);
    refused(film, 404, () -> desk("producer2").upload(path, "d.txt", new byte[] {1}));
    refused(film, 400, () -> desk("line1").postMultipartWithoutFile(path));
  }

  @Test
  void whatTheApiDoesNotOfferIsSaidAsAProblem() {
    problem(403, desk("line1").get("/api/no-such-thing"));
    problem(403, desk("line1").delete("/api/films"));
    problem(415, desk("admin").postCsv("/api/films", "id,title"));
  }

  @Test
  void theApiIsDocumentedForEverybody() {
    JsonNode document = Desk.withoutLogin(port).get("/v3/api-docs").ok();

    assertThat(names(document.path("paths")))
        .contains(
            "/api/films",
            "/api/films/{film}",
            "/api/films/{film}/team",
            "/api/films/{film}/shooting",
            "/api/films/{film}/budget",
            "/api/films/{film}/budgets",
            "/api/films/{film}/budgets/{version}",
            "/api/films/{film}/budgets/{version}/export",
            "/api/films/{film}/budgets/{from}/differences/{to}",
            "/api/films/{film}/budgets/{version}/detail",
            "/api/films/{film}/budgets/{version}/accounts/{account}/detail",
            "/api/films/{film}/documents",
            "/api/films/{film}/documents/{sha256}",
            "/api/films/{film}/script-drafts",
            "/api/films/{film}/approvals",
            "/api/approvals/{key}")
        .allMatch(path -> path.startsWith("/api/"));
    assertThat(document.path("info").path("title").asText()).isEqualTo("Final Say");
  }

  @Test
  void theEnginesApiIsDocumentedWhereItIsServed() {
    JsonNode document = Desk.withoutLogin(port).get("/openapi/engine-rest.json").ok();

    assertThat(document.path("servers")).hasSize(1);
    assertThat(document.path("servers").path(0).path("url").asText()).isEqualTo("/engine-rest");
    assertThat(names(document.path("paths")))
        .contains("/task/{id}/complete", "/process-definition/key/{key}/start");
    assertThat(document.path("security")).isNotEmpty();
  }

  @Test
  void bothDocumentsAreOfferedOnOnePage() {
    Desk anybody = Desk.withoutLogin(port);

    Answer page = anybody.get("/swagger-ui/index.html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.contentType()).startsWith("text/html");
    assertThat(anybody.get("/v3/api-docs/swagger-config").ok().path("urls"))
        .extracting(url -> url.path("url").asText())
        .containsExactlyInAnyOrder("/v3/api-docs", "/openapi/engine-rest.json");
  }

  private Desk desk(String person) {
    return Desk.of(port, person);
  }

  private static Map<String, Object> film(String id) {
    return new HashMap<>(
        Map.of("id", id, "title", "The Keeper", "currency", "EUR", "shootingDays", 30));
  }

  private Answer join(String by, TestFilm film, String person, String role) {
    return desk(by)
        .post("/api/films/%s/team".formatted(film.id()), Map.of("person", person, "role", role));
  }

  private Answer imported(TestFilm film, String csv, String controlTotal) {
    return desk("line1")
        .postCsv(
            "/api/films/%s/budgets?controlTotal=%s"
                .formatted(film.id(), Desk.encoded(controlTotal)),
            csv);
  }

  private static String topSheet() throws IOException {
    return new ClassPathResource("demo/nova-topsheet.csv")
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private static Answer problem(int status, Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.contentType()).as("%s", answer).startsWith("application/problem+json");
    assertThat(answer.text("detail")).as("%s", answer).isNotBlank();
    return answer;
  }

  private static List<String> ids(Answer films) {
    List<String> ids = new ArrayList<>();
    films.ok().path("items").forEach(film -> ids.add(film.path("id").asText()));
    return ids;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
