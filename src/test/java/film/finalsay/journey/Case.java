package film.finalsay.journey;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One approval, followed from outside. */
record Case(TestFilm film, String key) {

  static Case started(TestFilm film, String person, String process, Map<String, ?> request) {
    return new Case(film, film.desk(person).started(process, request));
  }

  /** Answers at a step that this person sees; it has to be accepted. */
  Case answered(String person, String step, String decision) {
    return answered(person, step, decision, "");
  }

  Case answered(String person, String step, String decision, String comment) {
    return answered(person, step, Map.of("decision", decision, "comment", comment));
  }

  Case answered(String person, String step, Map<String, ?> variables) {
    film.desk(person).answer(key, step, variables).ok();
    return this;
  }

  /** Tries to answer at an open step, also at one that this person does not see. */
  Answer tried(String person, String step, String decision) {
    return tried(person, step, Map.of("decision", decision, "comment", "Because."));
  }

  Answer tried(String person, String step, Map<String, ?> variables) {
    return film.desk(person).complete(task(step), variables);
  }

  String task(String step) {
    return film.desk("admin").task(key, step);
  }

  String state() {
    return onFile().path("state").asText();
  }

  String amount() {
    return onFile().path("amount").asText();
  }

  /** What is open, and for whom: {@code userTask_decideBudgetChange for producer}. */
  List<String> waitingFor() {
    return list(
        onFile().path("waitingFor"),
        step -> {
          String groups = String.join(" or ", list(step.path("groups"), JsonNode::asText));
          return step.path("step").asText() + " for " + groups;
        });
  }

  /** Every answer in the order in which it was given: {@code exec1 as executive-producer: …}. */
  List<String> decisions() {
    List<String> decisions = new ArrayList<>();
    for (JsonNode decision : onFile().path("decisions")) {
      decisions.add(
          "%s as %s: %s"
              .formatted(
                  decision.path("person").asText("nobody"),
                  decision.path("role").asText(),
                  decision.path("outcome").asText()));
    }
    return decisions;
  }

  /** What the form of a step shows to a person. */
  String shown(String person, String step, String variable) {
    return form(person, step).path(variable).path("value").asText();
  }

  /** Opens the form of a step, as who answers in the Tasklist does. */
  Case opened(String person, String step) {
    form(person, step);
    return this;
  }

  private JsonNode form(String person, String step) {
    return film.desk(person)
        .get("/engine-rest/task/%s/form-variables".formatted(film.desk(person).task(key, step)))
        .ok();
  }

  private JsonNode onFile() {
    return film.desk("admin").approval(key);
  }

  private static List<String> list(JsonNode array, Function<JsonNode, String> text) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(text)
        .sorted()
        .collect(Collectors.toList());
  }
}
