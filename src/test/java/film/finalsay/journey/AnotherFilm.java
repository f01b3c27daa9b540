package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * {@code exec1} is an executive producer, and not of this film: what belongs to it is not there for
 * them, over either API.
 */
interface AnotherFilm {

  int port();

  @Test
  default void isNeitherListedNorCountedNorReadNorAnswered() {
    TestFilm film = TestFilm.without(port(), "exec1");
    film.hire("executive-producer");
    Case change =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "60000.00"));
    String task = change.task("userTask_decideBudgetChange");
    JsonNode seenByTheTeam = film.desk("coexec1").get("/engine-rest/task/" + task).ok();
    String process = seenByTheTeam.path("processInstanceId").asText();
    String execution = seenByTheTeam.path("executionId").asText();

    for (EngineApi api :
        List.of(EngineApi.open(port(), "exec1"), EngineApi.behindTheTasklist(port(), "exec1"))) {
      assertThat(api.call("GET", "/task?processInstanceId=" + process, Map.of()).ok()).isEmpty();
      assertThat(api.call("POST", "/task", Map.of("processInstanceId", process)).ok()).isEmpty();
      assertThat(
              api.call("GET", "/task/count?processInstanceId=" + process, Map.of())
                  .ok()
                  .path("count")
                  .asInt())
          .isZero();
      assertThat(listedByFilters(api)).doesNotContain(task);
      for (String path :
          List.of(
              "/task/" + task,
              "/task/" + task + "/form-variables",
              "/task/" + task + "/variables",
              "/task/" + task + "/variables/amount",
              "/task/" + task + "/form",
              "/task/" + task + "/deployed-form",
              "/task/" + task + "/rendered-form",
              "/task/" + task + "/comment",
              "/task/" + task + "/identity-links",
              "/process-instance/" + process,
              "/process-instance/" + process + "/variables",
              "/process-instance/" + process + "/activity-instances",
              "/execution/" + execution,
              "/history/process-instance/" + process)) {
        Answer answer = api.call("GET", path, Map.of());
        assertThat(answer.status()).as("%s: %s", path, answer).isIn(403, 404, 406);
      }
      for (String list :
          List.of(
              "/history/task?processInstanceId=",
              "/history/variable-instance?processInstanceId=",
              "/history/activity-instance?processInstanceId=",
              "/history/process-instance?processInstanceId=",
              "/history/user-operation?processInstanceId=",
              "/variable-instance?processInstanceIdIn=",
              "/process-instance?processInstanceIds=",
              "/execution?processInstanceId=")) {
        Answer answer = api.call("GET", list + process, Map.of());
        assertThat(answer.status() == 403 || (answer.status() == 200 && answer.body().isEmpty()))
            .as("%s: %s", list, answer)
            .isTrue();
      }
      for (String way : List.of("claim", "complete", "submit-form")) {
        Answer answer =
            api.call(
                "POST",
                "/task/" + task + "/" + way,
                Map.of(
                    "userId",
                    "exec1",
                    "variables",
                    Map.of("decision", Map.of("value", "APPROVE"))));
        assertThat(answer.status()).as("%s: %s", way, answer).isEqualTo(404);
      }
    }
    assertThat(film.desk("exec1").get("/api/approvals/" + change.key()).status()).isEqualTo(404);
    assertThat(film.desk("exec1").get("/api/films/" + film.id()).status()).isEqualTo(404);
    assertThat(film.desk("exec1").get("/api/films/" + film.id() + "/ledger").status())
        .isEqualTo(404);
    assertThat(change.state()).isEqualTo("PENDING");
    assertThat(change.decisions()).isEmpty();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /** Every task that any of the person's filters lists. */
  private static List<String> listedByFilters(EngineApi api) {
    return stream(api.call("GET", "/filter?resourceType=Task", Map.of()).ok())
        .map(filter -> filter.path("id").asText())
        .flatMap(
            filter ->
                stream(
                    api.call("GET", "/filter/" + filter + "/list?maxResults=1000", Map.of()).ok()))
        .map(task -> task.path("id").asText())
        .toList();
  }
}
