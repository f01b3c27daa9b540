package film.finalsay.journey;

import static film.finalsay.journey.Requests.draft;
import static film.finalsay.journey.Requests.greenlight;
import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Requests.with;
import static film.finalsay.journey.Requests.without;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static film.finalsay.journey.Standing.unmoved;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is wrong is refused with its reason and its field, and changes nothing. */
@FinalSayTest
class RefusalsJourneyTest {

  private static final String DECIDE = "userTask_decideBudgetChange";
  private static final String AMEND = "userTask_amendBudgetChange";
  private static final String START = "/engine-rest/process-definition/key/budget-change/start";

  /** Stands for a variable that is not sent at all. */
  private static final Object MISSING = new Object();

  /** One film for all cases of a method: each proves that it left the film as it was. */
  private static final Map<String, TestFilm> FILMS = new HashMap<>();

  @LocalServerPort int port;

  static Stream<Arguments> wrongBudgetChanges() {
    return Stream.of(
            wrong(
                "film", MISSING, null, "", "  ", "NOSUCH", "film1", true, 7, list("FILM1"), map()),
            wrong("film", "F".repeat(5000), "NOVA\u0007"),
            wrong("kind", MISSING, "", "transfer", "ROBBERY", true, 1, list("TRANSFER"), map()),
            wrong("fromAccount", MISSING, "", "9999", true, list("3500"), map()),
            wrong("fromAccount", "9900", "3500' or '1'='1", "x".repeat(13)),
            wrong("toAccount", MISSING, null, "9999", "3500", true, list("3600"), map()),
            wrong("amount", MISSING, null, "", "  ", "0", 0, "0.00", "-0.01", -1, -8000.5),
            wrong("amount", "8000.001", 8000.001, "1e3", "0x10", "1_000", "８０００", "8000 USD"),
            wrong("amount", "8,000.00", "8.000,00", "8 000.00", "8'000.00", "+8000", "8000."),
            wrong("amount", "NaN", "Infinity", "-Infinity", "null", "undefined", "eight"),
            wrong("amount", true, false, list("8000.00"), list(), map("amount", 8000)),
            wrong("amount", "9".repeat(19), "9".repeat(30), 1e300, Double.MAX_VALUE, "200000.01"),
            wrong("amount", Long.MAX_VALUE, Long.MIN_VALUE, "1000000000000.00"),
            wrong("amount", typed("Double", 0.1 + 0.2), typed("Bytes", "ODAwMA==")),
            wrong("amount", typed("Boolean", true), typed("Null", null)),
            wrong("amount", typed("Date", "2027-01-31T00:00:00.000+0000")),
            wrong("amount", Requests.attached("amount.txt", "8000.00")),
            wrong("reason", MISSING, null, "", " \n ", true, list("Rain."), map()),
            wrong("reason", "x".repeat(4001), "x".repeat(5000), "x".repeat(100_000)),
            wrong("reason", "Rain\u0000", "Rain\u0008", "\u001b[31mRain", "Rain\u007f"))
        .flatMap(wrong -> wrong);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("wrongBudgetChanges")
  void aWrongBudgetChangeIsNotFiled(String field, Object sent) {
    TestFilm film = filmOf("aWrongBudgetChangeIsNotFiled");
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");

    refusedFor(field, film, () -> start(film, "budget-change", changed(request, field, sent)));
  }

  static Stream<Arguments> wrongAmendments() {
    return Stream.of(
            wrong("kind", "", "ROBBERY", true),
            wrong("fromAccount", "", "9999", "9900"),
            wrong("toAccount", "", "9999", "3500", list("3600")),
            wrong("amount", "", "0", "-1", "1e3", "8,000.00", "8000.001", true, "200000.01"),
            wrong("reason", "", "x".repeat(4001), "x".repeat(5000), "Rain\u0000", map()),
            wrong("decision", MISSING, "", "APPROVE", "resubmit", true),
            wrong("comment", "x".repeat(4001), list("Done.")))
        .flatMap(wrong -> wrong);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("wrongAmendments")
  void aWrongAmendmentIsNotFiled(String field, Object sent) {
    TestFilm film = filmOf("aWrongAmendmentIsNotFiled");
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");
    Case change = new Case(film, film.id() + "-BC-1");
    if (film.desk("line1").tasks(change.key()).isEmpty()) {
      Case.started(film, "line1", "budget-change", request)
          .answered("producer1", DECIDE, "RETURN", "Less.");
    }

    refusedFor(
        field,
        film,
        () -> change.tried("line1", AMEND, changed(resubmitted(request), field, sent)));
  }

  static Stream<Arguments> wrongGreenlights() {
    return Stream.of(
            wrong("film", MISSING, "NOSUCH", true, list()),
            wrong("logline", MISSING, " ", true, "x".repeat(501), "Light\u0001"),
            wrong("vision", MISSING, "", list("Light"), "x".repeat(4001)),
            wrong("budgetVersion", 99, 0, -1, "1.5", 1.5, "one", true, list(1), "1e0", 1e300),
            wrong("budgetVersion", "9".repeat(25), Long.MAX_VALUE),
            wrong("scriptDraft", "Draft 9", true, "x".repeat(41), list("Draft 1")),
            wrong("scheduleStart", "tomorrow", "2027-02-30", "01.03.2027", 20270301, true, list()),
            wrong("scheduleEnd", "2027-02-28", "2027-13-01", "99999-01-01"))
        .flatMap(wrong -> wrong);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("wrongGreenlights")
  void aWrongGreenlightIsNotFiled(String field, Object sent) {
    TestFilm film = filmOf("aWrongGreenlightIsNotFiled");
    Map<String, Object> request = without(greenlight(film, ""), "scriptDraft");

    refusedFor(field, film, () -> start(film, "greenlight", changed(request, field, sent)));
  }

  static Stream<Arguments> wrongDrafts() {
    return Stream.of(
            wrong("film", MISSING, "NOSUCH", true),
            wrong("draft", MISSING, " ", "x".repeat(41), true, list("Draft 1"), "Draft\u0000"),
            wrong("summary", MISSING, "", "x".repeat(4001), true, map()),
            wrong("document", MISSING, "", "0".repeat(64), "0".repeat(65), "%", true, list()))
        .flatMap(wrong -> wrong);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("wrongDrafts")
  void aWrongScriptDraftIsNotFiled(String field, Object sent) {
    TestFilm film = filmOf("aWrongScriptDraftIsNotFiled");
    Map<String, Object> request = draft(film, "Draft 1", film.upload("FADE IN."));

    refusedFor(field, film, () -> start(film, "script-approval", changed(request, field, sent)));
  }

  static Stream<Arguments> wrongAnswers() {
    return Stream.of(
        arguments("decision", Map.of("comment", "Yes.")),
        arguments("decision", answer(null, "Yes.")),
        arguments("decision", answer("", "Yes.")),
        arguments("decision", answer("approve", "Yes.")),
        arguments("decision", answer("APPROVE ", "Yes.")),
        arguments("decision", answer("YES", "Yes.")),
        arguments("decision", answer("CONSENT", "An answer of another step.")),
        arguments("decision", answer("APPROVE_WITH_CONDITIONS", "Of another process.")),
        arguments("decision", answer("SILENCE", "Nobody's answer.")),
        arguments("decision", answer(true, "Yes.")),
        arguments("decision", answer(1, "Yes.")),
        arguments("decision", answer(list("APPROVE"), "Yes.")),
        arguments("decision", answer(map("decision", "APPROVE"), "Yes.")),
        arguments("decision", answer("x".repeat(5000), "Yes.")),
        arguments("comment", Map.of("decision", "RETURN")),
        arguments("comment", Map.of("decision", "REJECT")),
        arguments("comment", answer("RETURN", null)),
        arguments("comment", answer("RETURN", " \n\t ")),
        arguments("comment", answer("REJECT", "")),
        arguments("comment", answer("REJECT", "x".repeat(4001))),
        arguments("comment", answer("APPROVE", "x".repeat(4001))),
        arguments("comment", answer("APPROVE", "x".repeat(5000))),
        arguments("comment", answer("REJECT", true)),
        arguments("comment", answer("APPROVE", list("Yes."))),
        arguments("comment", answer("APPROVE", map())),
        arguments("comment", answer("REJECT", "No.\u0000")),
        arguments("comment", answer("APPROVE", "Yes.\u001b[2J")));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("wrongAnswers")
  void aWrongAnswerDecidesNothing(String field, Map<String, ?> answer) {
    TestFilm film = filmOf("aWrongAnswerDecidesNothing");
    Case change = new Case(film, film.id() + "-BC-1");
    if (film.desk("line1").get("/api/approvals/" + change.key()).status() == 404) {
      asked(film, "line1");
    }

    refusedFor(field, film, () -> change.tried("producer1", DECIDE, answer));
  }

  @Test
  void aTextThatNoVariableHoldsIsRefusedWhereverItIsSent() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");
    Case change = asked(film, "line1");
    String tooLong = "x".repeat(40_000);

    refusedFor(
        "reason", film, () -> start(film, "budget-change", with(request, "reason", tooLong)));
    refusedFor(
        "comment",
        film,
        () ->
            change.tried(
                "producer1", DECIDE, with(Map.of("decision", "APPROVE"), "comment", tooLong)));
  }

  @Test
  void theMostThatIsTakenIsCountedToTheCentAndOneCentMoreIsRefused() {
    TestFilm film = TestFilm.create(port);
    String most = "999999999999.99";
    refusedFor(
        "amount",
        film,
        () -> start(film, "budget-change", Requests.increase(film, "4500", "1000000000000.00")));

    Case.started(film, "line1", "budget-change", Requests.increase(film, "4500", most))
        .answered("exec1", DECIDE, "APPROVE")
        .answered("financier1", "userTask_giveConsent", "CONSENT")
        .answered("guarantor1", "userTask_giveConsent", "CONSENT");
    for (int i = 0; i < 2; i++) {
      Case.started(film, "line1", "budget-change", Requests.overage(film, "1100", most))
          .answered("exec1", DECIDE, "APPROVE");
    }

    assertThat(film.total()).isEqualTo("1000000999999.99");
    assertThat(film.balance("4500")).isEqualTo("1000000099999.99");
    assertThat(film.budget("1100", "approvedOverage")).isEqualTo("1999999999999.98");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "8000",
        "{\"variables\": []}",
        "{\"variables\": 7}",
        "{\"variables\": {\"amount\": 8000}}",
        "{\"variables\": {\"amount\": {\"value\": 1e999}}}",
        "{\"variables\": {\"amount\": {\"value\": NaN}}}",
        "{\"variables\": {\"amount\": {\"value\": \"x\", \"type\": \"Integer\"}}}",
        "{\"variables\": {\"amount\": {\"value\": \"1\", \"type\": \"Money\"}}}",
        "{\"variables\": {\"amount\": {\"value\": \"rO0ABQ==\", \"type\": \"Object\", \"valueInfo\":"
            + " {\"objectTypeName\": \"java.util.HashMap\","
            + " \"serializationDataFormat\": \"application/x-java-serialized-object\"}}}}",
        "{\"variables\": {\"amount\": {\"value\": \"{}\", \"type\": \"Object\", \"valueInfo\":"
            + " {\"objectTypeName\": \"java.net.URL\","
            + " \"serializationDataFormat\": \"application/json\"}}}}",
        "{\"variables\": {\"film\": {\"value\": \"\\ud800\"}}}"
      })
  void whatIsNoRequestAtAllIsTheCallersFault(String body) {
    TestFilm film = filmOf("whatIsNoRequestAtAllIsTheCallersFault");

    Answer answer = unmoved(film, () -> film.desk("line1").postJson(START, body));

    assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
  }

  @ParameterizedTest
  @MethodSource("unknownVariables")
  void anUnknownVariableOfAnyTypeIsNeverTheServersFault(String type, Object sent) {
    TestFilm film = filmOf("anUnknownVariableOfAnyTypeIsNeverTheServersFault");
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");

    Answer answer = start(film, "budget-change", with(request, "note", sent));

    assertThat(answer.status()).as("%s", answer).isLessThan(500);
  }

  static Stream<Arguments> unknownVariables() {
    return Stream.of(
        arguments("null", null),
        arguments("array", list(1, "two", list())),
        arguments("object", map("a", Map.of("b", 1))),
        arguments("number", 1e300),
        arguments("control characters", "a\u0000b\u0007"),
        arguments("emoji", "\uD83C\uDFAC".repeat(100)),
        arguments("date", typed("Date", "2027-01-31T00:00:00.000+0000")),
        arguments("bytes", typed("Bytes", "AAAA")),
        arguments("file", Requests.attached("note.txt", "Rain.")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/task",
        "/engine-rest/engine",
        "/engine-rest/version",
        "/engine-rest/process-definition",
        "/engine-rest/history/variable-instance",
        "/engine-rest/user",
        "/engine-rest/no-such-thing",
        "/engine-rest",
        "/engine-rest/",
        "/engine-rest/openapi.json",
        "/engine-rest/engine/default/task",
        "/api/films",
        "/api/films/NOVA",
        "/api/films/NOVA/budget",
        "/api/films/NOVA/approvals",
        "/api/films/NOVA/documents/0000",
        "/api/approvals/NOVA-BC-1",
        "/api/no-such-thing",
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/engine/engine/default/process-definition",
        "/camunda/api/engine/engine/default/history/task",
        "/camunda/api/engine/engine/default/user"
      })
  void whoHasNotLoggedInIsToldToDoSo(String path) {
    Desk stranger = Desk.withoutLogin(port);

    assertThat(stranger.get(path).status()).as("GET %s", path).isEqualTo(401);
    assertThat(stranger.post(path, Map.of()).status()).as("POST %s", path).isEqualTo(401);
    assertThat(stranger.delete(path).status()).as("DELETE %s", path).isEqualTo(401);
  }

  @Test
  void whoHasNotLoggedInNeitherAsksNorDecides() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1");
    Desk stranger = Desk.withoutLogin(port);
    String task = change.task(DECIDE);
    Map<String, ?> yes = Map.of("decision", "APPROVE");
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");

    assertThat(unmoved(film, () -> stranger.complete(task, yes)).status()).isEqualTo(401);
    assertThat(unmoved(film, () -> stranger.start("budget-change", request)).status())
        .isEqualTo(401);
    String tasklist = "/camunda/api/engine/engine/default/task/%s/complete".formatted(task);
    assertThat(unmoved(film, () -> stranger.post(tasklist, Map.of("variables", Map.of()))).status())
        .isEqualTo(401);
  }

  @Test
  void aWrongPasswordOpensNothing() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1");
    Desk nobody = film.desk("nobody");

    assertThat(nobody.get("/api/films").status()).isEqualTo(401);
    Answer answer = unmoved(film, () -> change.tried("nobody", DECIDE, "APPROVE"));
    // whoever tries again at once is made to wait
    assertThat(answer.status()).isIn(401, 429);
  }

  @Test
  void aProducerOfOtherFilmsNeitherAsksNorDecidesHere() {
    TestFilm film = TestFilm.without(port, "producer2");
    Case change = asked(film, "line1");
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");

    refused(film, 404, () -> change.tried("producer2", DECIDE, "APPROVE"));
    refused(film, 400, () -> film.desk("producer2").start("budget-change", request));
    refused(
        film,
        400,
        () ->
            film.desk("producer2")
                .start("greenlight", without(greenlight(film, "x"), "scriptDraft")));
    refused(
        film,
        400,
        () ->
            film.desk("producer2")
                .start("script-approval", draft(film, "Draft 1", film.upload("FADE IN."))));

    change.answered("producer1", DECIDE, "APPROVE");
  }

  @Test
  void aMembershipThatEndedYesterdayDoesNotCountAndOneUntilTodayDoes() {
    TestFilm film = TestFilm.without(port, "producer2");
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    film.join(member("producer2", "producer", "2020-01-01", today.minusDays(1).toString())).ok();
    Case change = asked(film, "line1");
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");

    refused(film, 404, () -> change.tried("producer2", DECIDE, "APPROVE"));
    refused(film, 400, () -> film.desk("producer2").start("budget-change", request));

    film.join(member("producer2", "producer", today.toString(), today.toString())).ok();
    change.answered("producer2", DECIDE, "APPROVE");
    assertThat(change.state()).isEqualTo("APPROVED");
  }

  @Test
  void aMembershipThatBeginsTomorrowDoesNotCountYet() {
    TestFilm film = TestFilm.without(port, "producer2");
    LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    film.join(member("producer2", "producer", tomorrow.toString(), "2099-12-31")).ok();
    Case change = asked(film, "line1");

    refused(film, 404, () -> change.tried("producer2", DECIDE, "APPROVE"));
  }

  @Test
  void theRoleHeldOnThisFilmCountsAndNotTheOneHeldElsewhere() {
    TestFilm film = TestFilm.without(port, "exec1");
    film.hire("executive-producer");
    film.join(Map.of("person", "exec1", "role", "producer")).ok();
    Case small = asked(film, "line1");
    Case large =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "25000.00"));

    refused(film, 403, () -> large.tried("exec1", DECIDE, "APPROVE"));

    small.answered("exec1", DECIDE, "APPROVE");
    assertThat(small.decisions()).containsExactly("exec1 as producer: APPROVE");
  }

  @Test
  void aTaskIsAnsweredOnce() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, "line1");
    String task = change.task(DECIDE);
    film.desk("producer1").complete(task, Map.of("decision", "APPROVE")).ok();

    for (String person : List.of("producer1", "producer2", "exec1")) {
      Answer again =
          refused(film, 409, () -> film.desk(person).complete(task, Map.of("decision", "APPROVE")));
      assertThat(again.text("detail")).contains("answered already");
    }

    assertThat(change.decisions()).hasSize(1);
    assertThat(film.balance("3500")).isEqualTo("192000.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requester",
        "requesterRole",
        "decidedBy",
        "consents",
        "share",
        "sameSection",
        "aboveTheLine",
        "contingencyDrawn",
        "shot",
        "subject",
        "because",
        "decision",
        "comment",
        "budgetChangeDecision",
        "amendment",
        "state",
        "filmText"
      })
  void whatAStartDoesNotAskForIsRefused(String name) {
    TestFilm film = filmOf("whatAStartDoesNotAskForIsRefused");
    Map<String, Object> request = transfer(film, "3500", "3600", "25000.00");

    refusedFor(name, film, () -> start(film, "budget-change", with(request, name, "APPROVE")));
  }

  @Test
  void aBusinessKeyOfTheCallersIsReplacedByTheNextNumber() {
    TestFilm film = TestFilm.create(port);
    Case first = asked(film, "line1");
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");

    Answer second =
        film.desk("line1")
            .post(START, Map.of("businessKey", first.key(), "variables", withValues(request)));

    assertThat(second.ok().path("businessKey").asText()).isEqualTo(film.id() + "-BC-2");
    JsonNode filed = film.desk("line1").get("/api/films/%s/approvals".formatted(film.id())).ok();
    assertThat(filed.path("items"))
        .extracting(approval -> approval.path("key").asText())
        .containsExactlyInAnyOrder(film.id() + "-BC-1", film.id() + "-BC-2");
    JsonNode underTheFirst =
        film.desk("admin").get("/engine-rest/task?processInstanceBusinessKey=" + first.key()).ok();
    assertThat(underTheFirst).hasSize(1);
  }

  private TestFilm filmOf(String method) {
    return FILMS.computeIfAbsent(method, itself -> TestFilm.create(port));
  }

  private Case asked(TestFilm film, String person) {
    return Case.started(film, person, "budget-change", transfer(film, "3500", "3600", "8000.00"));
  }

  private static Answer start(TestFilm film, String process, Map<String, ?> request) {
    return film.desk("producer1").start(process, request);
  }

  private static Map<String, Object> changed(
      Map<String, Object> request, String field, Object sent) {
    return sent == MISSING ? without(request, field) : with(request, field, sent);
  }

  private static Stream<Arguments> wrong(String field, Object... sent) {
    return Arrays.stream(sent).map(value -> arguments(field, value));
  }

  /** An array as a variable's value. */
  private static Object list(Object... elements) {
    return Map.of("value", new ArrayList<>(Arrays.asList(elements)));
  }

  /** An object as a variable's value. */
  private static Object map(Object... keyAndValue) {
    return Map.of(
        "value", keyAndValue.length == 0 ? Map.of() : Map.of(keyAndValue[0], keyAndValue[1]));
  }

  private static Object typed(String type, Object value) {
    Map<String, Object> variable = new HashMap<>();
    variable.put("value", value);
    variable.put("type", type);
    return variable;
  }

  private static Map<String, Object> answer(Object decision, Object comment) {
    Map<String, Object> answer = new HashMap<>();
    answer.put("decision", decision);
    answer.put("comment", comment);
    return answer;
  }

  private static Map<String, Object> withValues(Map<String, Object> request) {
    return request.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> Map.of("value", entry.getValue())));
  }

  private static Map<String, String> member(String person, String role, String from, String to) {
    return Map.of("person", person, "role", role, "from", from, "to", to);
  }
}
