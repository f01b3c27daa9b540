package film.finalsay.journey;

import static film.finalsay.journey.Standing.refused;
import static film.finalsay.support.ShootingSchedule.shot;
import static film.finalsay.support.ShootingSchedule.today;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ShootingSchedule;
import film.finalsay.support.TestFilm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A shoot that falls behind asks by itself: a producer, the executive producer, the guarantor. */
@FinalSayTest
class ScheduleSlipJourneyTest {

  private static final String EXPLAIN = "userTask_explainSlip";

  /** A Monday, with two weeks of it over. */
  private static final LocalDate FIRST =
      today().with(TemporalAdjusters.previous(DayOfWeek.MONDAY)).minusWeeks(2);

  @LocalServerPort private int port;

  @Test
  void aDayBehindAtTheEndOfAWeekAsksTheProducerOnce() {
    TestFilm film = locked();
    shot(film, FIRST, 16);
    shot(film, FIRST.plusDays(1), 0);
    assertThat(slips(film)).as("within the week").isEmpty();
    shot(film, FIRST.plusDays(2), 16);
    shot(film, FIRST.plusDays(3), 16);
    shot(film, FIRST.plusDays(4), 16);

    Case slip = new Case(film, film.id() + "-SX-1");
    assertThat(slip.waitingFor()).containsExactly(EXPLAIN + " for producer");
    assertThat(slip.shown("producer1", EXPLAIN, "contentText"))
        .contains("**Days behind**: 1", "**Pages planned**: 10", "**Pages shot**: 8");
    slip.answered("producer1", EXPLAIN, "EXPLAIN", "Fog. We catch up on Saturday.");
    assertThat(slip.state()).isEqualTo("EXPLAINED");

    for (int day = 7; day < 12; day++) {
      shot(film, FIRST.plusDays(day), 16);
    }
    assertThat(slips(film)).as("no worse").hasSize(1);
  }

  @Test
  void twoDaysAskTheExecutiveProducerAndThreeTellTheGuarantor() {
    TestFilm film = locked();
    shot(film, FIRST, 0);
    shot(film, FIRST.plusDays(1), 0);
    Case two = new Case(film, film.id() + "-SX-1");
    assertThat(two.waitingFor()).containsExactly(EXPLAIN + " for executive-producer");
    refused(film, 403, () -> two.tried("producer1", EXPLAIN, "EXPLAIN"));

    shot(film, FIRST.plusDays(2), 0);

    assertThat(two.state()).isEqualTo("WITHDRAWN");
    Case three = new Case(film, film.id() + "-SX-2");
    assertThat(three.waitingFor()).containsExactly(EXPLAIN + " for executive-producer");
    Case notice = new Case(film, film.id() + "-AN-1");
    assertThat(notice.waitingFor()).containsExactly("userTask_takeNote for completion-guarantor");
    assertThat(notice.shown("guarantor1", "userTask_takeNote", "noticeText"))
        .contains("Days behind: 3 or more");
    notice.answered("guarantor1", "userTask_takeNote", "ACKNOWLEDGE");
    three.answered("exec1", EXPLAIN, "EXPLAIN", "We ask for three more days.");
    assertThat(three.state()).isEqualTo("EXPLAINED");
  }

  @Test
  void whatIsNotBehindIsNotAskedAbout() {
    TestFilm film = locked();
    Answer early =
        refused(
            film, 409, () -> film.desk("line1").start("schedule-slip", Map.of("film", film.id())));
    assertThat(early.text("detail")).contains("no countersigned production report");
    shot(film, FIRST, 24);

    Answer answer =
        refused(
            film, 400, () -> film.desk("line1").start("schedule-slip", Map.of("film", film.id())));
    assertThat(answer.text("detail")).contains("is 0 days behind");
  }

  /** Thirty days from Monday to Friday, two pages each. */
  private TestFilm locked() {
    List<LocalDate> days =
        IntStream.range(0, 42)
            .mapToObj(FIRST::plusDays)
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
            .toList();
    return ShootingSchedule.locked(port, days);
  }

  private static List<String> slips(TestFilm film) {
    return film
        .desk("line1")
        .get("/api/films/%s/approvals?size=200".formatted(film.id()))
        .ok()
        .path("items")
        .findValuesAsText("key")
        .stream()
        .filter(key -> key.contains("-SX-"))
        .toList();
  }
}
