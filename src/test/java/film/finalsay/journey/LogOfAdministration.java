package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The engine's log of who did what: a film's team reads what was done with its own tasks, and
 * nobody but an administrator anything else.
 */
interface LogOfAdministration {

  String LOG = "/history/user-operation";

  int port();

  @Test
  default void isReadByAdministratorsAloneAndATasksHistoryByItsTeam() {
    TestFilm film = TestFilm.create(port());
    String lineProducer = film.hire("line-producer");
    TestFilm other = TestFilm.create(port());
    String task =
        Case.started(other, "line1", "budget-change", transfer(other, "3500", "3600", "8000.00"))
            .task("userTask_decideBudgetChange");
    other
        .desk("producer1")
        .post("/engine-rest/task/%s/claim".formatted(task), Map.of("userId", "producer1"))
        .ok();
    String ofNoFilm = ofNoFilm(film);

    for (String filter :
        List.of(
            "",
            "?category=Admin",
            "?categoryIn=Admin,Operator",
            "?category=Operator",
            "?entityType=User",
            "?entityTypeIn=Authorization,Group,Deployment",
            "?userId=admin",
            "?userId=producer1",
            "?operationType=Create",
            "?property=userId",
            "?taskId=" + task)) {
      for (String person : List.of(lineProducer, ofNoFilm)) {
        for (EngineApi api : apis(person)) {
          assertThat(api.call("GET", LOG + filter, Map.of()).ok()).as(filter).isEmpty();
          Answer count = api.call("GET", LOG + "/count" + filter, Map.of());
          assertThat(count.ok().path("count").asInt()).as(filter).isZero();
        }
      }
    }
    for (EngineApi api : apis("director1")) {
      JsonNode log = api.call("GET", LOG + "?taskId=" + task, Map.of()).ok();
      assertThat(log).extracting(entry -> entry.path("operationType").asText()).contains("Claim");
    }
    for (EngineApi api : apis("exec1")) {
      assertThat(
              StreamSupport.stream(api.call("GET", LOG, Map.of()).ok().spliterator(), false)
                  .map(entry -> entry.path("category").asText()))
          .isNotEmpty()
          .containsOnly("TaskWorker");
    }
    assertThat(EngineApi.open(port(), "admin").call("GET", LOG + "?category=Admin", Map.of()).ok())
        .isNotEmpty();
  }

  private List<EngineApi> apis(String person) {
    return List.of(EngineApi.open(port(), person), EngineApi.behindTheTasklist(port(), person));
  }

  /** In the group of line producers, and on no film's team today. */
  private static String ofNoFilm(TestFilm film) {
    String person = film.hire("formerLineProducer", "line-producer");
    film.desk("admin")
        .delete("/api/films/%s/team/%s/line-producer".formatted(film.id(), person))
        .ok();
    return person;
  }
}
