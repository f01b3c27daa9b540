package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.Fingerprint;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form shows what is so when it is opened, and who answers is on record with what they read. */
interface FormsWhenOpened {

  String DECIDE = "userTask_decideBudgetChange";

  /** Its step asks for a field of the name of a text that every form shows. */
  String DRAWN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_shown" targetNamespace="http://bpmn.io/schema/bpmn">
        <bpmn:process id="asks-for-guidance" name="Asks for guidance" isExecutable="true" camunda:historyTimeToLive="P3650D">
          <bpmn:startEvent id="startEvent_asked" />
          <bpmn:sequenceFlow id="flow_1" sourceRef="startEvent_asked" targetRef="userTask_guide" />
          <bpmn:userTask id="userTask_guide" name="Guide" camunda:candidateGroups="producer">
            <bpmn:extensionElements>
              <camunda:properties><camunda:property name="fields" value="guidance" /></camunda:properties>
            </bpmn:extensionElements>
          </bpmn:userTask>
          <bpmn:sequenceFlow id="flow_2" sourceRef="userTask_guide" targetRef="endEvent_guided" />
          <bpmn:endEvent id="endEvent_guided" />
        </bpmn:process>
      </bpmn:definitions>
      """;

  int port();

  DataSource dataSource();

  ProcessEngine engine();

  @Test
  default void figuresOnAnOpenFormAreTodays() {
    TestFilm film = TestFilm.create(port());
    Case change = change(film);
    Case other = change(film);
    assertThat(change.shown("producer1", DECIDE, "fromBefore")).contains("200,000.00");
    String first = read(change, "producer1");

    other.answered("producer1", DECIDE, "APPROVE");

    assertThat(change.shown("producer1", DECIDE, "fromBefore")).contains("199,000.00");
    String last = read(change, "producer1");
    assertThat(last).isNotEqualTo(first);
    change.answered("producer1", DECIDE, "APPROVE");
    assertThat(seen(change)).isEqualTo(last);
  }

  @Test
  default void whatAPersonReadIsKeptToTheLetter() {
    TestFilm film = TestFilm.create(port());
    Case change = change(film);
    String task = "/engine-rest/task/%s/form-variables".formatted(change.task(DECIDE));
    JsonNode form = film.desk("producer1").get(task).ok();

    Map<String, Object> kept = kept(change, "producer1");
    Map<String, String> texts = texts(kept);
    assertThat(texts).hasSizeGreaterThan(20).doesNotContainKey("asOfText");
    texts.forEach(
        (name, text) -> assertThat(form.path(name).path("value").asText()).isEqualTo(text));
    assertThat(form.path("asOfText").path("value").asText()).isNotEmpty();

    film.desk("producer1").get(task).ok();
    assertThat(kept(change, "producer1")).as("opened again").isEqualTo(kept);
  }

  @Test
  default void whoOpenedNothingSawNothing() {
    TestFilm film = TestFilm.create(port());
    Case change = change(film);
    change.shown("producer2", DECIDE, "subject");

    change.answered("producer1", DECIDE, "APPROVE");

    assertThat(seen(change)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void aTaskHasNoTextsUntilItsFormIsOpened(String which) {
    TestFilm film = TestFilm.create(port());
    Case change = change(film);
    String task = "/task/" + change.task(DECIDE);
    EngineApi api =
        which.equals("open")
            ? EngineApi.open(port(), "producer1")
            : EngineApi.behindTheTasklist(port(), "producer1");

    JsonNode known = api.call("GET", task + "/variables", Map.of()).ok();
    JsonNode form = api.call("GET", task + "/form-variables", Map.of()).ok();
    JsonNode two =
        api.call("GET", task + "/form-variables?variableNames=filmText,amount", Map.of()).ok();

    assertThat(names(known))
        .contains("subject", "approvalNumber", "requestedBy", "amount")
        .doesNotContain("filmText", "historyText", "amountText", "fromBefore");
    assertThat(names(form))
        .containsAll(names(known))
        .contains("filmText", "historyText", "amountText", "fromBefore");
    assertThat(names(two)).containsExactlyInAnyOrder("filmText", "amount");
    assertThat(two.path("filmText")).isEqualTo(form.path("filmText"));
    assertThat(texts(kept(change, "producer1"))).containsOnlyKeys("filmText");
  }

  @Test
  default void aTextThatWasShownComesBackAsItWasOrNotAtAll() {
    TestFilm film = TestFilm.create(port());
    film.desk("admin")
        .upload(
            "/engine-rest/deployment/create",
            "asks-for-guidance.bpmn",
            DRAWN.getBytes(StandardCharsets.UTF_8))
        .ok();
    Case asked = Case.started(film, "line1", "asks-for-guidance", Map.of("film", film.id()));
    String step = "userTask_guide";
    String guidance = asked.shown("producer1", step, "guidance");

    Answer other = asked.tried("producer1", step, approving("guidance", guidance + " Or not."));

    assertThat(other.status()).isEqualTo(400);
    assertThat(other.field()).isEqualTo("guidance");
    assertThat(other.text("detail")).contains("is what was shown to you");
    Map<String, Object> asItWas = approving("guidance", guidance);
    asItWas.put("historyText", asked.shown("producer1", step, "historyText"));
    asItWas.put("asOfText", "1 Jan 2026, 00:00 UTC");
    asked.answered("producer1", step, asItWas);
    assertThat(asked.state()).isEqualTo("APPROVED");
  }

  /** The version before laid the texts out as the task began, for everybody. */
  @Test
  default void aTaskOfTheVersionBeforeShowsWhatIsSoToday() {
    TestFilm film = TestFilm.create(port());
    Case change = change(film);
    Case unopened = change(film);
    String before = Fingerprint.of(Map.of("historyText", "Of before."));
    for (Case one : List.of(change, unopened)) {
      engine().getTaskService().setVariableLocal(one.task(DECIDE), "historyText", "Of before.");
      jdbc()
          .sql("update question set shown = :texts, shown_sha256 = :sha256 where task_id = :task")
          .param("texts", "{\"historyText\":\"Of before.\"}")
          .param("sha256", before)
          .param("task", one.task(DECIDE))
          .update();
    }

    assertThat(change.shown("producer1", DECIDE, "historyText")).isEqualTo("None yet.");
    change.answered("producer1", DECIDE, approving("historyText", "None yet."));
    unopened.answered("producer1", DECIDE, approving("historyText", "Of before."));

    assertThat(seen(change)).isNotEqualTo(before).matches("[0-9a-f]{64}");
    assertThat(seen(unopened)).isEqualTo(before);
    assertThat(unopened.state()).isEqualTo("APPROVED");
  }

  @Test
  default void theSameFormCanBeOpenedManyTimesAtOnce() {
    TestFilm film = TestFilm.create(port());
    Case change = change(film);
    String form = "/engine-rest/task/%s/form-variables".formatted(change.task(DECIDE));

    List<Answer> answers =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> film.desk(i % 2 == 0 ? "producer1" : "exec1").get(form))
            .toList();

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(read(change, "producer1")).isEqualTo(read(change, "exec1"));
  }

  private static Case change(TestFilm film) {
    return Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "1000.00"));
  }

  private static Map<String, Object> approving(String name, String text) {
    return new HashMap<>(Map.of("decision", "APPROVE", name, text));
  }

  private static List<String> names(JsonNode variables) {
    return variables.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** What the ledger tells of the first answer. */
  private static String seen(Case open) {
    String ledger = "/api/films/%s/ledger?size=200&approval=%s";
    JsonNode entries =
        open.film().desk("exec1").get(ledger.formatted(open.film().id(), open.key())).ok();
    return StreamSupport.stream(entries.path("items").spliterator(), false)
        .filter(entry -> entry.path("happening").asText().equals("DECIDED"))
        .map(entry -> entry.path("seen").asText(""))
        .findFirst()
        .orElseThrow();
  }

  /** The fingerprint of what a person was shown of an approval. */
  private String read(Case open, String person) {
    return Fingerprint.of(texts(kept(open, person)));
  }

  private static Map<String, String> texts(Map<String, Object> kept) {
    try {
      return new ObjectMapper()
          .readValue(kept.get("texts").toString(), new TypeReference<TreeMap<String, String>>() {});
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }

  /** The one row of what a person was shown of an approval. */
  private Map<String, Object> kept(Case open, String person) {
    return jdbc()
        .sql(
            """
            select f.shown_at, cast(f.texts as varchar(100000)) as texts
            from shown_form f join question q on q.task_id = f.task_id
            where q.approval_key = :approval and f.person = :person
            """)
        .param("approval", open.key())
        .param("person", person)
        .query()
        .singleRow();
  }

  private JdbcClient jdbc() {
    return JdbcClient.create(dataSource());
  }
}
