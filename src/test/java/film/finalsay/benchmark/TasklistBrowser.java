package film.finalsay.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.WebSession;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends what the Tasklist in a browser sends, in a session of one person. */
final class TasklistBrowser {

  private static final String PAGE = "firstResult=0&maxResults=15";
  private static final Map<String, Object> OPEN = Map.of("active", true);
  private static final Map<String, Object> NEWEST_FIRST =
      Map.of("active", true, "sorting", List.of(Map.of("sortBy", "created", "sortOrder", "desc")));

  private final WebSession session;

  private TasklistBrowser(WebSession session) {
    this.session = session;
  }

  static TasklistBrowser login(int port, String person) {
    return new TasklistBrowser(WebSession.loggedIn(port, person));
  }

  JsonNode list() {
    return session.query(WebSession.API + "/task?" + PAGE, NEWEST_FIRST).ok();
  }

  JsonNode count() {
    return session.query(WebSession.API + "/task/count", OPEN).ok();
  }

  /** A click on a filter: a page of its tasks, how many they are, and what their cards show. */
  JsonNode filtered(String filter) {
    Map<String, Object> query = new TreeMap<>(NEWEST_FIRST);
    List.of("processVariables", "taskVariables", "caseInstanceVariables")
        .forEach(none -> query.put(none, List.of()));
    return session
        .query("%s/filter/%s/list?%s".formatted(WebSession.API, filter, PAGE), query)
        .ok();
  }
}
