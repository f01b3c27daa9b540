package film.finalsay.journey;

import static film.finalsay.journey.Requests.bond;
import static film.finalsay.journey.Requests.contingency;
import static film.finalsay.journey.Requests.greenlight;
import static film.finalsay.journey.Requests.onConditions;
import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.TestFilm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of all films that one is on, over HTTP. */
@FinalSayTest
class SlateTest {

  private final JdbcClient database;

  @LocalServerPort int port;

  SlateTest(JdbcClient database) {
    this.database = database;
  }

  @Test
  void aFilmStandsThereWithItsFigures() {
    TestFilm film = GreenlitFilm.inProduction(port);
    film.desk("producer1")
        .put(
            "/api/films/%s/shooting".formatted(film.id()),
            Map.of("shootingDays", 20, "shootingDaysCompleted", 5))
        .ok();
    String executive = film.hire("executive-producer");
    Case drawn = Case.started(film, "line1", "budget-change", contingency(film, "3600", "25000"));
    drawn.answered("exec1", "userTask_decideBudgetChange", "APPROVE");
    CostFiles.onBudget(film).with("3600", "0,0,325000.01,Storm").imported("line1", "2026-01-03");

    JsonNode shown = film(film, executive);

    assertThat(shown.path("phase").asText()).isEqualTo("PRE_PRODUCTION");
    assertThat(shown.path("shootingDaysCompleted").asInt()).isEqualTo(5);
    assertThat(shown.path("shootingDays").asInt()).isEqualTo(20);
    assertThat(shown.path("percentShot").asInt()).isEqualTo(25);
    assertThat(shown.path("budget").asText()).isEqualTo("1000000.00");
    assertThat(shown.path("efc").asText()).isEqualTo("925000.01");
    assertThat(shown.path("variance").asText()).isEqualTo("74999.99");
    assertThat(shown.path("variancePercent").asText()).isEqualTo("7.50");
    assertThat(shown.path("contingencyLeft").asText()).isEqualTo("75000.00");
    assertThat(shown.path("contingencyLeftPercent").asText()).isEqualTo("75.00");
    assertThat(shown.path("secured").asText()).isEqualTo("1000000.00");
    assertThat(shown.path("drawn").asText()).isEqualTo("0.00");
    assertThat(shown.path("efcAboveSecured").asBoolean()).isFalse();
    assertThat(shown.path("hardStop").asBoolean()).isFalse();
    JsonNode report = CostFiles.report(film).path("total");
    assertThat(shown.path("efc")).isEqualTo(report.path("efc"));
    assertThat(shown.path("variance")).isEqualTo(report.path("variance"));
  }

  @Test
  void whatIsNotKnownIsNull() {
    TestFilm film = TestFilm.without(port, "line1");
    JsonNode shown = film(film, film.hire("financier"));
    for (String figure : List.of("budget", "efc", "variance", "secured", "oldestWait")) {
      assertThat(shown.path(figure).isNull()).as(figure).isTrue();
    }
    assertThat(shown.path("openApprovals")).isEmpty();
  }

  @Test
  void theStoppedFilmComesFirstAndTheOneWithOverdueConditionsBeforeTheRest() {
    TestFilm calm = TestFilm.create(port);
    String executive = calm.hire("executive-producer");
    TestFilm late = conditional(executive);
    TestFilm stopped = GreenlitFilm.create(port);
    join(stopped, executive);
    CostFiles.onBudget(stopped).with("3600", "0,0,400000.01,Storm").imported("line1", "2026-01-03");

    JsonNode slate = Desk.of(port, executive).get("/api/slate").ok();

    assertThat(slate.path("items"))
        .extracting(film -> film.path("film").asText())
        .containsExactly(stopped.id(), late.id(), calm.id());
    JsonNode first = slate.path("items").path(0);
    assertThat(first.path("hardStop").asBoolean()).isTrue();
    assertThat(first.path("efcAboveSecured").asBoolean()).isTrue();
    assertThat(first.path("openApprovals").path("COST_OVERRUN").asInt()).isEqualTo(1);
    JsonNode second = slate.path("items").path(1);
    assertThat(second.path("conditionsOpen").asInt()).isEqualTo(2);
    assertThat(second.path("conditionsOverdue").asInt()).isEqualTo(1);
    assertThat(slate.path("totals")).hasSize(1);
    JsonNode total = slate.path("totals").path(0);
    assertThat(total.path("currency").asText()).isEqualTo("USD");
    assertThat(total.path("budget").asText()).isEqualTo("3000000.00");
    assertThat(total.path("withCostReport").asInt()).isEqualTo(1);
    assertThat(total.path("efc").asText()).isEqualTo("1000000.01");
    assertThat(total.path("variance").asText()).isEqualTo("-0.01");

    JsonNode page = Desk.of(port, executive).get("/api/slate?size=1&page=1").ok();
    assertThat(page.path("items")).hasSize(1).first().isEqualTo(second);
    assertThat(page.path("hasMore").asBoolean()).isTrue();
    assertThat(page.path("totals")).isEqualTo(slate.path("totals"));
  }

  @Test
  void whatWaitsLongestIsNamedWithWhomItWaitsFor() {
    TestFilm film = TestFilm.create(port);
    String director = film.hire("director");
    Case first =
        Case.started(film, "line1", "budget-change", transfer(film, "3600", "3500", "1000"));
    Case.started(film, "line1", "budget-change", transfer(film, "3600", "3500", "2000"));
    database
        .sql(
            """
            update ACT_RU_TASK set CREATE_TIME_ = CREATE_TIME_ - interval '3' day
            where PROC_INST_ID_ in (select process_instance_id from approval
                                    where approval_key = :key)
            """)
        .param("key", first.key())
        .update();

    JsonNode shown = film(film, director);

    assertThat(shown.path("openApprovals").path("BUDGET_CHANGE").asInt()).isEqualTo(2);
    JsonNode wait = shown.path("oldestWait");
    assertThat(wait.path("approval").asText()).isEqualTo(first.key());
    assertThat(wait.path("waitingFor")).extracting(JsonNode::asText).containsExactly("producer");
    assertThat(wait.path("days").asInt()).isEqualTo(3);
  }

  @Test
  void aSpreadsheetRunsNothingOfIt() {
    Desk admin = Desk.of(port, "admin");
    TestFilm film = new TestFilm("SHEET" + System.nanoTime() % 1_000_000, port);
    admin.post("/api/films", Map.of("id", film.id(), "title", "=1+1", "currency", "JPY")).ok();
    String line = film.hire("line-producer");

    String accepted = Desk.of(port, line).getAs("text/csv", "/api/slate").body().asText();
    String linked = Desk.of(port, line).get("/api/slate?format=csv").body().asText();

    assertThat(accepted).isEqualTo(linked).startsWith("row,film,title,phase,");
    assertThat(accepted.lines())
        .anyMatch(row -> row.startsWith("film,%s,'=1+1,DEVELOPMENT,0,0,JPY,".formatted(film.id())))
        .anyMatch(row -> row.startsWith("total,,"));
    assertThat(Desk.of(port, line).get("/api/slate?format=xml").field()).isEqualTo("format");
    assertThat(Desk.of(port, line).get("/api/slate?size=0").field()).isEqualTo("size");
  }

  @Test
  void nobodySeesAFilmThatTheyAreNotOn() {
    TestFilm film = TestFilm.create(port);
    String member = film.hire("director");
    TestFilm other = TestFilm.create(port);
    String both = film.hire("both", "director");
    other.join(Map.of("person", both, "role", "director")).ok();

    assertThat(ids(member)).containsExactly(film.id());
    assertThat(ids(both)).containsExactlyInAnyOrder(film.id(), other.id());
    assertThat(ids("admin")).as("of all there are").hasSizeGreaterThan(1);
    assertThat(Desk.withoutLogin(port).get("/api/slate").status()).isEqualTo(401);
  }

  private List<String> ids(String person) {
    return Desk.of(port, person).get("/api/slate?size=200").ok().findValuesAsText("film");
  }

  private JsonNode film(TestFilm film, String person) {
    JsonNode items = Desk.of(port, person).get("/api/slate").ok().path("items");
    assertThat(items).hasSize(1);
    assertThat(items.path(0).path("film").asText()).isEqualTo(film.id());
    return items.path(0);
  }

  private static void join(TestFilm film, String executive) {
    film.join(Map.of("person", executive, "role", "executive-producer")).ok();
  }

  /** A film that is greenlit on two conditions, the day of one of which has passed. */
  private TestFilm conditional(String executive) {
    TestFilm film = ReadyFilm.create(port);
    join(film, executive);
    Case greenlight = Case.started(film, "producer1", "greenlight", greenlight(film, "Draft 1"));
    greenlight.answered(
        "exec1", "userTask_decideGreenlight", onConditions(bond("producer"), bond("producer")));
    database
        .sql(
            """
            update greenlight_condition set due = due - interval '90' day
            where approval_key = :key and number = 1
            """)
        .param("key", greenlight.key())
        .update();
    return film;
  }
}
