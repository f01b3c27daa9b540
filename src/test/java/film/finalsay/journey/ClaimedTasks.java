package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task that somebody has claimed comes back when they go, and is taken from them by few. */
interface ClaimedTasks {

  String DECIDE = "userTask_decideBudgetChange";

  int port();

  DataSource dataSource();

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void aRoleThatEndsGivesBackWhatItsHolderClaimed(String which) {
    TestFilm film = TestFilm.create(port());
    Case left = claimed(film, which, "producer2");
    Case kept = claimed(film, which, "producer1");
    Case back =
        Case.started(film, "producer2", "budget-change", transfer(film, "3500", "3600", "1.00"))
            .answered("exec1", DECIDE, "RETURN", "Less.");

    film.desk("exec1").delete("/api/films/%s/team/producer2/producer".formatted(film.id())).ok();

    assertThat(holder(left, DECIDE)).isEqualTo("null");
    assertThat(holder(kept, DECIDE)).isEqualTo("producer1");
    assertThat(holder(back, "userTask_amendBudgetChange")).isEqualTo("null");
    assertThat(
            api(which, "producer1").call("POST", task(left) + "/claim", user("producer1")).status())
        .isEqualTo(204);
    left.answered("producer1", DECIDE, "APPROVE");
    back.answered("producer1", "userTask_amendBudgetChange", "WITHDRAW");
    assertThat(left.state()).isEqualTo("APPROVED");
    assertThat(back.state()).isEqualTo("WITHDRAWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void whoClaimedGivesBackAlsoWithoutTheRole(String which) {
    TestFilm film = TestFilm.create(port());
    Case open = claimed(film, which, "producer2");
    // as it was before claims ended with the role
    JdbcClient.create(dataSource())
        .sql("update team_member set to_day = :day where film_id = :film and person = 'producer2'")
        .param("day", LocalDate.now(ZoneOffset.UTC).minusDays(1))
        .param("film", film.id())
        .update();

    Answer given = api(which, "producer2").call("POST", task(open) + "/unclaim", Map.of());

    assertThat(given.status()).as("%s", given).isEqualTo(204);
    assertThat(holder(open, DECIDE)).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void anExecutiveProducerOfTheFilmTakesAClaimBackAndNobodyElse(String which) {
    TestFilm film = TestFilm.create(port());
    TestFilm other = TestFilm.without(port(), "exec1");
    Case open = claimed(film, which, "producer2");
    Case elsewhere = claimed(other, which, "producer2");
    Map<String, Object> nobody = Collections.singletonMap("userId", null);

    for (String person :
        List.of("producer1", "coexec1", "line1", "director1", "financier1", "admin")) {
      for (Answer taken :
          List.of(
              api(which, person).call("POST", task(open) + "/unclaim", Map.of()),
              api(which, person).call("POST", task(open) + "/claim", nobody),
              api(which, "exec1").call("POST", task(elsewhere) + "/unclaim", Map.of()),
              api(which, "exec1").call("POST", task(elsewhere) + "/claim", nobody))) {
        assertThat(taken.status()).as("%s: %s", person, taken).isBetween(400, 499);
      }
    }
    assertThat(holder(open, DECIDE)).isEqualTo("producer2");
    assertThat(holder(elsewhere, DECIDE)).isEqualTo("producer2");

    Answer taken = api(which, "exec1").call("POST", task(open) + "/unclaim", Map.of());
    assertThat(taken.status()).as("%s", taken).isEqualTo(204);
    assertThat(holder(open, DECIDE)).isEqualTo("null");
  }

  private Case claimed(TestFilm film, String which, String person) {
    Case open =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "100.00"));
    Answer claimed = api(which, person).call("POST", task(open) + "/claim", user(person));
    assertThat(claimed.status()).as("%s", claimed).isEqualTo(204);
    return open;
  }

  private EngineApi api(String which, String person) {
    return which.equals("open")
        ? EngineApi.open(port(), person)
        : EngineApi.behindTheTasklist(port(), person);
  }

  private static String task(Case open) {
    return "/task/" + open.task(DECIDE);
  }

  private static Map<String, Object> user(String person) {
    return Map.of("userId", person);
  }

  private static String holder(Case open, String step) {
    return open.film()
        .desk("admin")
        .get("/engine-rest/task/" + open.task(step))
        .ok()
        .path("assignee")
        .asText();
  }
}
