package film.finalsay.film;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a role's last day leaves behind. */
@FinalSayTest
class EndedRolesTest {

  private final EndedRoles endedRoles;
  private final JdbcClient jdbc;

  @LocalServerPort private int port;

  EndedRolesTest(EndedRoles endedRoles, DataSource dataSource) {
    this.endedRoles = endedRoles;
    this.jdbc = JdbcClient.create(dataSource);
  }

  @Test
  void whatIsClaimedIsGivenBackOnceTheLastDayIsOver() {
    TestFilm film = TestFilm.create(port);
    String change =
        film.desk("line1")
            .started(
                "budget-change",
                Map.of(
                    "film", film.id(),
                    "kind", "TRANSFER",
                    "fromAccount", "3500",
                    "toAccount", "3600",
                    "amount", "8000.00",
                    "reason", "The harbour asks for a second week."));
    String task =
        "/engine-rest/task/" + film.desk("producer2").task(change, "userTask_decideBudgetChange");
    film.desk("producer2").post(task + "/claim", Map.of("userId", "producer2")).ok();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);

    roleEnds(film, today);
    endedRoles.giveBack();
    assertThat(film.desk("producer1").get(task).ok().path("assignee").asText())
        .isEqualTo("producer2");

    roleEnds(film, today.minusDays(1));
    endedRoles.giveBack();
    assertThat(film.desk("producer1").get(task).ok().path("assignee").isNull()).isTrue();
  }

  private void roleEnds(TestFilm film, LocalDate lastDay) {
    jdbc.sql("update team_member set to_day = :day where film_id = :film and person = 'producer2'")
        .param("day", lastDay)
        .param("film", film.id())
        .update();
  }
}
