package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Everything that is on file about a film (its money, script, approvals, decisions), everything
 * that its processes hold, and how much the engine holds in all: the same before and after a
 * refusal.
 */
record Standing(Map<String, String> facts) {

  private static final List<String> ON_FILE =
      List.of("", "/budgets?size=200", "/script-drafts", "/approvals?size=200");

  private static final List<String> COUNTED =
      List.of("process-instance", "task", "history/process-instance");

  static Standing of(TestFilm film) {
    Desk admin = film.desk("admin");
    Map<String, String> facts = new LinkedHashMap<>();
    ON_FILE.forEach(
        path -> facts.put(path, admin.get("/api/films/" + film.id() + path).ok().toString()));
    COUNTED.forEach(
        path ->
            facts.put(path, admin.get("/engine-rest/%s/count".formatted(path)).ok().toString()));
    // of this film alone: to count those of all the films that tests made takes a second
    facts.put(
        "values that processes had",
        admin
            .get("/engine-rest/history/variable-instance/count?tenantIdIn=" + film.id())
            .ok()
            .toString());
    String like = Desk.encoded(film.id() + "-%");
    facts.put(
        "open tasks",
        sorted(admin.get("/engine-rest/task?processInstanceBusinessKeyLike=" + like)));
    String processes =
        stream(admin.get("/engine-rest/process-instance?businessKeyLike=" + like).ok())
            .map(process -> process.path("id").asText())
            .sorted()
            .collect(Collectors.joining(","));
    facts.put("processes", processes);
    if (!processes.isEmpty()) {
      facts.put(
          "variables",
          sorted(
              admin.get(
                  "/engine-rest/variable-instance?deserializeValues=false&processInstanceIdIn="
                      + processes)));
    }
    return new Standing(facts);
  }

  /**
   * Tries what has to be refused: with this status, as problem details that give the reason, and
   * with nothing changed.
   */
  static Answer refused(TestFilm film, int status, Supplier<Answer> attempt) {
    Answer answer = unmoved(film, attempt);
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.contentType()).as("%s", answer).startsWith("application/problem+json");
    assertThat(answer.text("detail")).as("%s", answer).isNotBlank();
    return answer;
  }

  /** The same where a field is at fault, which the answer has to name. */
  static void refusedFor(String field, TestFilm film, Supplier<Answer> attempt) {
    Answer answer = refused(film, 400, attempt);
    assertThat(answer.field()).as("%s", answer).isEqualTo(field);
    assertThat(answer.text("detail")).startsWith(field + ": ");
  }

  /** Tries what the engine itself keeps this person from, as nothing of theirs. */
  static void shutOut(TestFilm film, Supplier<Answer> attempt) {
    Answer answer = unmoved(film, attempt);
    assertThat(answer.status()).as("%s", answer).isEqualTo(403);
    assertThat(answer.contentType()).as("%s", answer).contains("json");
    assertThat(answer.text("message")).as("%s", answer).isNotBlank();
  }

  /** Tries something that changes nothing, whatever the answer. */
  static Answer unmoved(TestFilm film, Supplier<Answer> attempt) {
    Standing before = of(film);
    Answer answer = attempt.get();
    Standing after = of(film);
    before
        .facts()
        .forEach(
            (what, fact) ->
                assertThat(after.facts().get(what))
                    .as("%s, unchanged by %s", what, answer)
                    .isEqualTo(fact));
    return answer;
  }

  private static String sorted(Answer answer) {
    return stream(answer.ok()).map(JsonNode::toString).sorted().collect(Collectors.joining("\n"));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
