package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Deployment;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The form is the contract: what a drawn process is started and answered with is held against it,
 * by whichever way it is sent, and refused in the form's own words.
 */
interface FormContract {

  String START = "/process-definition/key/stunt-day/";
  String ENDORSE_STUNT = "userTask_endorseStuntDay";
  String DECIDE_STUNT = "userTask_decideStuntDay";
  String CODE_FORM =
      "Code of the stunt: does not have the expected form: ST and a number, as in ST-12.";
  String NO_NUMBER = "has to be a plain decimal number such as 8000.00.";
  String NO_DAY = "Shooting day: has to be a day as YYYY-MM-DD, as in 2027-01-31.";
  String UNITS = "allowed are MAIN (Main unit), SECOND (Second unit).";
  String DECISIONS = "allowed are APPROVE (Approve), REJECT (Reject).";

  /** A field, what is sent for it, and why it is refused. */
  record Wrong(String field, Object value, String why) {}

  List<Wrong> WRONG_STARTS =
      List.of(
          new Wrong("stuntCode", null, "Code of the stunt: is missing; a text is needed."),
          new Wrong("stuntCode", "  ", "Code of the stunt: is missing; a text is needed."),
          new Wrong("stuntCode", true, "Code of the stunt: has to be a text."),
          new Wrong(
              "stuntCode", "ST-123456", "Code of the stunt: has 9 characters; at most 8 fit."),
          new Wrong("stuntCode", "ST-x", CODE_FORM),
          new Wrong("stuntCode", 12, CODE_FORM),
          new Wrong(
              "height",
              null,
              "Height in metres: is missing; a plain decimal number such as 8000.00 is needed."),
          new Wrong("height", "high", "Height in metres: " + NO_NUMBER),
          new Wrong("height", true, "Height in metres: " + NO_NUMBER),
          new Wrong("height", 0.5, "Height in metres: is 0.5; at least 1 is needed."),
          new Wrong("height", "41", "Height in metres: is 41; at most 40 is allowed."),
          new Wrong(
              "height",
              9.25,
              "Height in metres: has more decimals than are asked for; at most 1 are allowed."),
          new Wrong("unit", null, "Which unit: is missing; " + UNITS),
          new Wrong(
              "unit", "THIRD", "Which unit: is none of the answers that are offered; " + UNITS),
          new Wrong("rehearsed", null, "It was rehearsed: is missing; true or false is needed."),
          new Wrong("rehearsed", "true", "It was rehearsed: has to be true or false."),
          new Wrong("rehearsed", false, "It was rehearsed: has to be ticked."),
          new Wrong(
              "shootingDay",
              null,
              "Shooting day: is missing; a day as YYYY-MM-DD, as in 2027-01-31 is needed."),
          new Wrong("shootingDay", "31.01.2027", NO_DAY),
          new Wrong("shootingDay", "2027-02-30", NO_DAY),
          new Wrong("shootingDay", 20270131, NO_DAY),
          new Wrong(
              "hazards",
              "FIRE",
              "Hazards: has to be a list of the answers that are offered, as in [\"one\","
                  + " \"another\"]."),
          new Wrong(
              "hazards",
              "[\"FIRE\",\"SNOW\"]",
              "Hazards: is none of the answers that are offered; allowed are FIRE (Fire), WATER"
                  + " (Water)."),
          new Wrong("fee", 900, "Fee: is nothing that this start asks for; leave it out."));

  List<Wrong> WRONG_ANSWERS =
      List.of(
          new Wrong("decision", null, "What do you decide: is missing; " + DECISIONS),
          new Wrong(
              "decision",
              "RETURN",
              "What do you decide: is none of the answers that are offered; " + DECISIONS),
          new Wrong("comment", "x".repeat(201), "Comment: has 201 characters; at most 200 fit."),
          new Wrong("comment", true, "Comment: has to be a text."),
          new Wrong(
              "medics",
              null,
              "Medics on set: is missing; a plain decimal number such as 8000.00 is needed."),
          new Wrong("medics", "many", "Medics on set: " + NO_NUMBER),
          new Wrong("medics", 0, "Medics on set: is 0; at least 1 is needed."),
          new Wrong("medics", 10, "Medics on set: is 10; at most 9 is allowed."),
          new Wrong("medics", 1.5, "Medics on set: has to be a whole number."),
          new Wrong(
              "stuntCode",
              "ST-99",
              "Stunt code: is nothing that this step asks for; leave it out."));

  int port();

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void noStartIsTakenThatDoesNotFitItsForm(String which) {
    TestFilm film = drawn();
    EngineApi api = api(which, "line1");

    for (String door : List.of("start", "submit-form")) {
      for (Wrong wrong : WRONG_STARTS) {
        assertRefused(wrong, api.call("POST", START + door, sent(request(film), wrong)));
      }
    }
    assertThat(approvals(film)).isEmpty();

    for (String door : List.of("start", "submit-form")) {
      api.call("POST", START + door, sent(request(film))).ok();
    }
    assertThat(approvals(film)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void noAnswerIsTakenThatDoesNotFitItsForm(String which) {
    TestFilm film = drawn();
    Case stunt = Case.started(film, "line1", "stunt-day", request(film));

    for (String person : List.of("producer1", "exec1")) {
      String step = person.equals("exec1") ? DECIDE_STUNT : ENDORSE_STUNT;
      List<String> before = stunt.decisions();
      for (String door : List.of("complete", "submit-form")) {
        String answer = "/task/%s/%s".formatted(stunt.task(step), door);
        for (Wrong wrong : WRONG_ANSWERS) {
          assertRefused(
              wrong,
              api(which, person)
                  .call("POST", answer, sent(Map.of("decision", "APPROVE", "medics", 2), wrong)));
        }
      }
      assertThat(stunt.decisions()).isEqualTo(before);
      if (person.equals("producer1")) {
        stunt.answered(person, step, Map.of("decision", "APPROVE", "medics", "2"));
      } else {
        // what the form does not show then, it does not ask for
        stunt.answered(person, step, Map.of("decision", "REJECT", "comment", "Too high."));
      }
    }
    assertThat(stunt.decisions())
        .containsExactly("producer1 as producer: APPROVE", "exec1 as executive-producer: REJECT");
  }

  private static Map<String, Object> request(TestFilm film) {
    return Map.of(
        "film", film.id(),
        "stuntCode", "ST-12",
        "height", 12.5,
        "unit", "SECOND",
        "rehearsed", true,
        "shootingDay", "2027-03-01",
        "hazards", "[\"FIRE\",\"WATER\"]");
  }

  private static void assertRefused(Wrong wrong, Answer answer) {
    assertThat(answer.status()).as("%s: %s", wrong, answer).isEqualTo(400);
    assertThat(answer.field()).as("%s: %s", wrong, answer).isEqualTo(wrong.field());
    assertThat(answer.text("detail")).isEqualTo(wrong.why());
  }

  private static List<String> approvals(TestFilm film) {
    return film.desk("line1")
        .get("/api/films/%s/approvals".formatted(film.id()))
        .ok()
        .path("items")
        .findValuesAsText("key");
  }

  private static Map<String, Object> sent(Map<String, Object> values, Wrong... wrong) {
    Map<String, Object> changed = new HashMap<>(values);
    Arrays.stream(wrong).forEach(one -> changed.put(one.field(), one.value()));
    return Map.of(
        "variables",
        changed.entrySet().stream()
            .filter(one -> Objects.nonNull(one.getValue()))
            .collect(Collectors.toMap(Map.Entry::getKey, one -> Map.of("value", one.getValue()))));
  }

  private TestFilm drawn() {
    TestFilm film = TestFilm.create(port());
    Map<String, String> files =
        List.of("stunt-day.bpmn", "stunt-day-start.form", "stunt-day-decide.form").stream()
            .collect(Collectors.toMap(name -> name, FormContract::read));
    new Deployment(files, Map.of()).with("deployment-name", "stunt-day").by("admin", port()).ok();
    return film;
  }

  private static String read(String file) {
    try (var content = FormContract.class.getResourceAsStream("/contract/" + file)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private EngineApi api(String which, String person) {
    return which.equals("open")
        ? EngineApi.open(port(), person)
        : EngineApi.behindTheTasklist(port(), person);
  }
}
