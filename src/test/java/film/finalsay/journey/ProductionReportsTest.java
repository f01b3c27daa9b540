package film.finalsay.journey;

import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static film.finalsay.support.Cast.with;
import static film.finalsay.support.ShootingSchedule.report;
import static film.finalsay.support.ShootingSchedule.shot;
import static film.finalsay.support.ShootingSchedule.today;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.ShootingSchedule;
import film.finalsay.support.ShootingScript;
import film.finalsay.support.TestFilm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Days are shot by production reports that another person countersigns, and by nothing else. */
@FinalSayTest
class ProductionReportsTest {

  private static final LocalDate MINUS_TWO = today().minusDays(2);
  private static final LocalDate YESTERDAY = today().minusDays(1);

  @LocalServerPort private int port;

  @Test
  void theFirstReportBeginsTheProductionAndTheLastEndsIt() {
    TestFilm film = ShootingSchedule.locked(port, List.of(MINUS_TWO, YESTERDAY, today()));
    assertThat(standing(film)).isEqualTo("0 of 3, PRE_PRODUCTION");

    String path = path(film, MINUS_TWO);
    JsonNode entered = film.desk("line1").put(path, report(16)).ok();
    assertThat(entered.path("pages").asText()).isEqualTo("2");
    assertThat(standing(film)).as("entered only").isEqualTo("0 of 3, PRE_PRODUCTION");
    film.desk("producer1")
        .post(path + "/countersignature", Map.of("sha256", entered.path("sha256").asText()))
        .ok();
    assertThat(standing(film)).isEqualTo("1 of 3, PRODUCTION");

    shot(film, YESTERDAY, 0);
    assertThat(standing(film)).as("nothing was shot").isEqualTo("1 of 3, PRODUCTION");
    shot(film, today(), 8);

    assertThat(standing(film)).isEqualTo("2 of 3, POST_PRODUCTION");
    assertThat(film.desk("line1").get(all(film)).ok().path("items"))
        .extracting(report -> report.path("day").asText())
        .containsExactly(today().toString(), YESTERDAY.toString(), MINUS_TWO.toString());
    assertThat(film.desk("line1").get(path).ok().path("countersignedBy").asText())
        .isEqualTo("producer1");
  }

  @Test
  void onceAScheduleIsLockedNobodyTypesTheDays() {
    TestFilm film = ShootingSchedule.locked(port, List.of(YESTERDAY, today()));

    Answer typed =
        refused(
            film,
            409,
            () ->
                film.desk("producer1")
                    .put(
                        "/api/films/%s/shooting".formatted(film.id()),
                        Map.of("shootingDays", 2, "shootingDaysCompleted", 1)));

    assertThat(typed.text("detail")).contains(film.id() + "-SB-1", "Nobody types these numbers");
  }

  @Test
  void whoEnteredItDoesNotCountersignItAndWhoReadAnotherDoesNotEither() {
    TestFilm film = ShootingSchedule.locked(port, List.of(YESTERDAY, today()));
    String path = path(film, today());
    String sha256 = film.desk("producer1").put(path, report(16)).ok().path("sha256").asText();
    Map<String, Object> signature = Map.of("sha256", sha256);

    refused(film, 403, () -> film.desk("producer1").post(path + "/countersignature", signature));
    refused(film, 403, () -> film.desk("line1").post(path + "/countersignature", signature));
    refused(film, 403, () -> film.desk("director1").post(path + "/countersignature", signature));
    film.desk("line1").put(path, report(8)).ok();
    Answer another =
        refused(
            film, 409, () -> film.desk("producer2").post(path + "/countersignature", signature));
    assertThat(another.text("detail")).contains("another than you read");
    assertThat(standing(film)).isEqualTo("0 of 2, PRE_PRODUCTION");
  }

  @Test
  void whatIsCountersignedStays() {
    TestFilm film = ShootingSchedule.locked(port, List.of(YESTERDAY, today()));
    shot(film, today(), 16);
    String path = path(film, today());
    String sha256 = film.desk("line1").get(path).ok().path("sha256").asText();

    Answer anew = refused(film, 409, () -> film.desk("line1").put(path, report(8)));
    assertThat(anew.text("detail")).contains("is countersigned by producer1");
    refused(
        film,
        409,
        () -> film.desk("producer2").post(path + "/countersignature", Map.of("sha256", sha256)));
  }

  @Test
  void aWrongReportNamesItsField() {
    TestFilm film = ShootingSchedule.locked(port, List.of(YESTERDAY, today(), today().plusDays(1)));
    String path = path(film, today());
    Map<String, Object> report = report(16);

    refusedFor(
        "scenes[1]",
        film,
        () -> put(film, path, with(report, Map.of("scenes", List.of("1", "9")))));
    refusedFor("scenes", film, () -> put(film, path, with(report, Map.of("scenes", "1"))));
    refusedFor("scenes", film, () -> put(film, path, with(report, Map.of("scenes", List.of()))));
    refusedFor("eighths", film, () -> put(film, path, with(report, Map.of("eighths", -1))));
    refusedFor("eighths", film, () -> put(film, path, with(report, Map.of("eighths", 401))));
    refusedFor("minutes", film, () -> put(film, path, with(report, Map.of("minutes", "long"))));
    refusedFor("wrapped", film, () -> put(film, path, with(report, Map.of("wrapped", "25:00"))));
    refusedFor(
        "incidents",
        film,
        () -> put(film, path, with(report, Map.of("incidents", "i".repeat(4001)))));
    refused(film, 400, () -> put(film, path, with(report, Map.of("weather", "rain"))));
    refusedFor("day", film, () -> put(film, path(film, MINUS_TWO), report));
    refusedFor("day", film, () -> put(film, path(film, today().plusDays(1)), report));
    refusedFor("day", film, () -> put(film, all(film) + "/today", report));
    refused(film, 403, () -> film.desk("director1").put(path, report));
    refused(film, 404, () -> film.desk("line1").get(path));
    refused(
        film,
        404,
        () -> film.desk("producer1").post(path + "/countersignature", Map.of("sha256", "0")));
  }

  @Test
  void beforeTheGreenlightAndWithoutALockedScheduleNoDayIsShot() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);
    refused(film, 409, () -> put(film, path(film, today()), report(8)));

    TestFilm greenlit = GreenlitFilm.shooting(port);
    Answer answer = refused(greenlit, 409, () -> put(greenlit, path(greenlit, today()), report(8)));
    assertThat(answer.text("detail")).contains("has no locked schedule");
  }

  private static Answer put(TestFilm film, String path, Map<String, Object> report) {
    return film.desk("line1").put(path, report);
  }

  private static String standing(TestFilm film) {
    JsonNode of = film.desk("line1").get("/api/films/" + film.id()).ok();
    return "%d of %d, %s"
        .formatted(
            of.path("shootingDaysCompleted").asInt(),
            of.path("shootingDays").asInt(),
            of.path("phase").asText());
  }

  private static String all(TestFilm film) {
    return "/api/films/%s/production-reports".formatted(film.id());
  }

  private static String path(TestFilm film, LocalDate day) {
    return all(film) + "/" + day;
  }
}
