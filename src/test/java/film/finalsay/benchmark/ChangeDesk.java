package film.finalsay.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import java.util.Map;

/** Asks for one change of a film's budget after the other, and approves it, over REST. */
final class ChangeDesk {

  private final Desk asks;
  private final Desk decides;
  private final Map<String, Object> request;

  ChangeDesk(int port, Map<String, Object> request) {
    this.asks = Desk.of(port, "line1");
    this.decides = Desk.of(port, "producer1");
    this.request = request;
  }

  void change() {
    approve(find(start()));
  }

  /** Returns the process instance. */
  String start() {
    return asks.start("budget-change", request).ok().path("id").asText();
  }

  /** Returns the task that waits for the producer. */
  String find(String process) {
    JsonNode tasks = decides.get("/engine-rest/task?processInstanceId=" + process).ok();
    if (tasks.size() != 1) {
      throw new IllegalStateException("one task expected: " + tasks);
    }
    return tasks.get(0).path("id").asText();
  }

  void approve(String task) {
    decides.complete(task, Map.of("decision", "APPROVE", "comment", "")).ok();
  }
}
