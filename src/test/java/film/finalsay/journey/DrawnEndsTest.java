package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Deployment;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How what a modeller draws comes to its end: by what was answered, and by whom. */
@FinalSayTest
class DrawnEndsTest {

  private static final String ENDORSE = "userTask_endorse";
  private static final String DECIDE = "userTask_decide";
  private static final String AMEND = "userTask_amend";
  private static final String CONSENT = "userTask_giveConsent";
  private static final String CANCELLED = "film.stuntCancelled";

  private static final String COMMITS =
      "<bpmn:serviceTask id='commit' name='Commit' camunda:delegateExpression='${recordCommitment}' />";

  private static final String ASKS_A_PARTY =
      """
      <bpmn:callActivity id="callActivity_consent" name="Ask the party" calledElement="consents">
        <bpmn:extensionElements>
          <camunda:in source="consentingGroup" target="consentingGroup" />
          <camunda:in source="table" target="consentTable" />
          <camunda:in source="kind" target="kind" />
          <camunda:in source="change" target="change" />
          <camunda:in sourceExpression="The stunt is dangerous." target="because" />
        </bpmn:extensionElements>
      </bpmn:callActivity>
      """;

  private final ManagementService jobs;
  private final RuntimeService runtime;
  private final JdbcClient jdbc;
  private TestFilm film;

  @LocalServerPort private int port;

  DrawnEndsTest(ManagementService jobs, RuntimeService runtime, JdbcClient jdbc) {
    this.jobs = jobs;
    this.runtime = runtime;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void aFilm() {
    film = TestFilm.create(port);
  }

  @ParameterizedTest(name = "drawn as {0}: {1}")
  @CsvSource({"approved,WITHDRAWN,APPROVED", "lapsed,LAPSED,", "withdrawn,WITHDRAWN,"})
  void nobodysAnswerApprovesNothing(String means, String state, String drawnAs) {
    Case stunt =
        asked(start(DECIDE) + decides() + late(DECIDE, "end") + flow(DECIDE, "end") + end(means));

    timePasses();

    assertThat(stunt.decisions()).isEmpty();
    assertThat(stunt.state()).isEqualTo(state);
    assertThat(settled(stunt).path("state").asText()).isEqualTo(state);
    assertThat(settled(stunt).path("drawnAs").asText(null)).isEqualTo(drawnAs);
  }

  @Test
  void theFlowBehindAFirstStepThatNobodyAnsweredReadsNoAnswer() {
    Case stunt =
        asked(
            start(DECIDE)
                + decides()
                + late(DECIDE, "decided")
                + flow(DECIDE, "decided")
                + "<bpmn:exclusiveGateway id='decided' default='flow_decided_end' />"
                + flow("decided", "end")
                + "<bpmn:sequenceFlow id='flow_yes' sourceRef='decided' targetRef='end_yes'><bpmn:conditionExpression>${decision == 'APPROVE' or comment == 'Late.'}</bpmn:conditionExpression></bpmn:sequenceFlow>"
                + end("approved").replace("'end'", "'end_yes'")
                + end("lapsed"));

    timePasses();

    assertThat(stunt.state()).isEqualTo("LAPSED");
  }

  @Test
  void norDoesSilenceThatCountsAsConsent() {
    Case stunt =
        asked(
            start("callActivity_consent")
                + ASKS_A_PARTY
                + flow("callActivity_consent", "end")
                + end("approved"),
            Map.of(
                "consentingGroup",
                "completion-guarantor",
                "table",
                "budget-change-consent",
                "kind",
                "INCREASE"));
    assertThat(stunt.waitingFor()).containsExactly(CONSENT + " for completion-guarantor");

    jdbc.sql("update question set asked_at = asked_at - interval '9' day where approval_key = :key")
        .param("key", stunt.key())
        .update();
    timePasses();

    assertThat(stunt.decisions())
        .containsExactly("nobody as completion-guarantor: CONSENT_BY_SILENCE");
    assertThat(stunt.state()).isEqualTo("WITHDRAWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "true", "\"grip\"", "\"\""})
  void aPartyThatIsNoRoleIsRefusedByItsName(String party) {
    deploy(
        start("callActivity_consent")
            + ASKS_A_PARTY
            + flow("callActivity_consent", "end")
            + end("approved"));

    Answer refused =
        film.desk("line1")
            .postJson(
                "/engine-rest/process-definition/key/drawn-end/start",
                """
                {"variables": {"film": {"value": "%s"}, "consentingGroup": {"value": %s},
                  "table": {"value": "greenlight-consent"}, "change": {"value": "BUDGET_LOCK"}}}"""
                    .formatted(film.id(), party));

    assertThat(refused.status()).as("%s", refused).isEqualTo(409);
    assertThat(refused.text("detail"))
        .contains(party.replace("\"", ""), "is not a party that can be asked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "true", "\"grip\"", "\"\"", "null"})
  void aStepForAGroupThatIsNoRoleIsRefused(String group) {
    deploy(
        start(DECIDE)
            + decides().replace("'executive-producer'", "'${who}'")
            + flow(DECIDE, "end")
            + end("approved"));

    Answer refused =
        film.desk("line1")
            .postJson(
                "/engine-rest/process-definition/key/drawn-end/start",
                "{\"variables\":{\"film\":{\"value\":\"%s\"},\"who\":{\"value\":%s}}}"
                    .formatted(film.id(), group));

    assertThat(refused.status()).as("%s", refused).isEqualTo(409);
    assertThat(refused.text("detail")).contains(DECIDE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"subProcess", "transaction"})
  void whatTheEndOfAPartMeansIsNotTaken(String part) {
    Answer refused =
        Deployment.of(
                "drawn-end.bpmn",
                model(withPart(part, end("rejected").replace("'end'", "'end_part'"))))
            .by("admin", port);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail"))
        .contains("end_part", "says what an end means within a part of the process");
  }

  @Test
  void theEndOfAPartSettlesNothing() {
    Case stunt = asked(withPart("subProcess", "<bpmn:endEvent id='end_part' />"));

    stunt.answered("producer1", ENDORSE, "APPROVE");
    assertThat(stunt.state()).isEqualTo("PENDING");
    stunt.answered("exec1", DECIDE, "REJECT", "Too dangerous.");

    assertThat(stunt.state()).isEqualTo("REJECTED");
  }

  @Test
  void anInterestDeclaredAfterTheAnswerTakesItsWeight() {
    Case stunt = asked(endorsedThenConsulted("", "end"));
    stunt.answered("producer1", ENDORSE, "APPROVE");

    declareInterest();
    stunt.answered("director1", DECIDE, "SUPPORT");

    assertThat(stunt.state()).isEqualTo("WITHDRAWN");
    assertThat(settled(stunt).path("drawnAs").asText()).isEqualTo("APPROVED");
  }

  @Test
  void andItsEffect() {
    Case stunt = asked(endorsedThenConsulted(COMMITS + flow("commit", "end"), "commit"));
    stunt.answered("producer1", ENDORSE, "APPROVE");

    declareInterest();
    Answer refused = stunt.tried("director1", DECIDE, "SUPPORT");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("the approval of the producer is not on record");
    assertThat(stunt.state()).isEqualTo("PENDING");
    assertThat(
            film.desk("exec1")
                .get("/api/films/%s/commitments".formatted(film.id()))
                .ok()
                .path("items"))
        .isEmpty();
  }

  @Test
  void itsOwnStepsOfFilingAndAmendingLeaveItAsItWasAnswered() {
    Case stunt = asked(filedAndAmended());

    stunt.answered("exec1", DECIDE, "RETURN", "Cheaper, please.");
    stunt.answered("line1", AMEND, Map.of("decision", "RESUBMIT", "amount", "600.00"));
    assertThat(stunt.shown("exec1", DECIDE, "contentText").replace("\\", ""))
        .contains("**Amount**: 600.00");
    stunt.answered("exec1", DECIDE, "APPROVE");

    assertThat(stunt.state()).isEqualTo("APPROVED");
    assertThat(ledger(stunt, "AMENDED"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.path("amount").asText()).isEqualTo("600.00"));
  }

  @Test
  void whoeverAmendsChangesNothingThatTheStepDoesNotAskFor() {
    String rewritten =
        """
        <camunda:inputOutput>
          <camunda:outputParameter name="amount">900</camunda:outputParameter>
          <camunda:outputParameter name="document">zzz</camunda:outputParameter>
        </camunda:inputOutput></bpmn:extensionElements>
        """;
    Case stunt =
        asked(
            start(ENDORSE)
                + step(ENDORSE, "producer", "APPROVE,REJECT", "")
                    .replace("</bpmn:extensionElements>", rewritten)
                + flow(ENDORSE, AMEND)
                + step(AMEND, "line-producer", "RESUBMIT,WITHDRAW", "note")
                + flow(AMEND, DECIDE)
                + decides()
                + flow(DECIDE, "end")
                + end("approved"));

    stunt
        .answered("producer1", ENDORSE, "APPROVE")
        .answered(
            "line1",
            AMEND,
            Map.of("decision", "RESUBMIT", "amount", "900", "document", "zzz", "note", "At dawn."));

    assertThat(ledger(stunt, "AMENDED"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.path("amount").asText()).isEqualTo("1000.00");
              assertThat(entry.path("note").asText()).isEqualTo("At dawn.");
              assertThat(entry.has("document")).isFalse();
            });
  }

  @Test
  void aMessageThatEndsItWithoutAnAnswerApprovesNothing() {
    Case stunt = asked(filedAndAmended());

    runtime.createMessageCorrelation(CANCELLED).processInstanceBusinessKey(stunt.key()).correlate();

    assertThat(stunt.waitingFor()).isEmpty();
    assertThat(stunt.state()).isEqualTo("WITHDRAWN");
  }

  private static String filedAndAmended() {
    return start("file")
        + "<bpmn:serviceTask id='file' name='File' camunda:delegateExpression='${fileRequest}' />"
        + flow("file", DECIDE)
        + decides()
        + """
          <bpmn:boundaryEvent id="cancelled" attachedToRef="userTask_decide">
            <bpmn:messageEventDefinition messageRef="message_cancelled" />
          </bpmn:boundaryEvent>
          """
        + flow("cancelled", "end_cancelled")
        + end("withdrawn").replace("'end'", "'end_cancelled'")
        + flow(DECIDE, "decided")
        + "<bpmn:exclusiveGateway id='decided' default='flow_decided_end' />"
        + flow("decided", "end")
        + "<bpmn:sequenceFlow id='flow_returned' sourceRef='decided' targetRef='%s'><bpmn:conditionExpression>${decision == 'RETURN'}</bpmn:conditionExpression></bpmn:sequenceFlow>"
            .formatted(AMEND)
        + step(AMEND, "line-producer", "RESUBMIT,WITHDRAW", "amount")
        + flow(AMEND, "amend")
        + "<bpmn:serviceTask id='amend' name='Amend' camunda:delegateExpression='${amendRequest}' />"
        + flow("amend", DECIDE)
        + end("approved");
  }

  private static String endorsedThenConsulted(String effect, String next) {
    return start(ENDORSE)
        + step(ENDORSE, "producer", "APPROVE,REJECT", "")
        + flow(ENDORSE, DECIDE)
        + step(DECIDE, "director", "SUPPORT,CONCERN", "")
        + flow(DECIDE, next)
        + effect
        + end("approved");
  }

  private static String withPart(String kind, String end) {
    return start("part")
        + "<bpmn:%s id='part' name='Endorsement'>".formatted(kind)
        + "<bpmn:startEvent id='start_part' />"
        + flow("start_part", ENDORSE)
        + step(ENDORSE, "producer", "APPROVE,REJECT", "")
        + flow(ENDORSE, "end_part")
        + end
        + "</bpmn:%s>".formatted(kind)
        + flow("part", DECIDE)
        + decides()
        + flow(DECIDE, "end")
        + end("approved");
  }

  private void declareInterest() {
    film.desk("producer1")
        .post(
            "/api/films/%s/interests".formatted(film.id()),
            Map.of("nature", "SUPPLIER", "account", "3500", "description", "owns the trucks"))
        .ok();
  }

  private void timePasses() {
    jobs.executeJob(jobs.createJobQuery().tenantIdIn(film.id()).timers().singleResult().getId());
  }

  private Case asked(String drawn) {
    return asked(drawn, Map.of());
  }

  private Case asked(String drawn, Map<String, Object> more) {
    deploy(drawn);
    Map<String, Object> request =
        new HashMap<>(Map.of("film", film.id(), "amount", "1000.00", "account", "3500"));
    request.putAll(more);
    return Case.started(film, "line1", "drawn-end", request);
  }

  private void deploy(String drawn) {
    Deployment.of("drawn-end.bpmn", model(drawn)).by("admin", port).ok();
  }

  private static String model(String drawn) {
    return """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="drawn">
          <bpmn:message id="message_cancelled" name="%s" />
          <bpmn:process id="drawn-end" name="Stunt" isExecutable="true" camunda:historyTimeToLive="P1D">
            %s
          </bpmn:process>
        </bpmn:definitions>
        """
        .formatted(CANCELLED, drawn);
  }

  private static String start(String next) {
    return "<bpmn:startEvent id='start' />" + flow("start", next);
  }

  private static String decides() {
    return step(DECIDE, "executive-producer", "APPROVE,RETURN,REJECT", "");
  }

  private static String step(String id, String group, String outcomes, String fields) {
    return """
        <bpmn:userTask id="%1$s" name="%1$s" camunda:candidateGroups='%2$s'>
          <bpmn:extensionElements><camunda:properties>
            <camunda:property name="outcomes" value="%3$s" />
            <camunda:property name="fields" value="%4$s" />
          </camunda:properties></bpmn:extensionElements>
        </bpmn:userTask>
        """
        .formatted(id, group, outcomes, fields);
  }

  /** After five days without an answer. */
  private static String late(String step, String next) {
    return """
        <bpmn:boundaryEvent id="late" attachedToRef="%s"><bpmn:timerEventDefinition>
          <bpmn:timeDuration>P5D</bpmn:timeDuration>
        </bpmn:timerEventDefinition></bpmn:boundaryEvent>
        """
            .formatted(step)
        + flow("late", next);
  }

  private static String end(String means) {
    return """
        <bpmn:endEvent id='end'><bpmn:extensionElements><camunda:properties>
          <camunda:property name="means" value="%s" />
        </camunda:properties></bpmn:extensionElements></bpmn:endEvent>
        """
        .formatted(means);
  }

  private static String flow(String from, String to) {
    return "<bpmn:sequenceFlow id='flow_%1$s_%2$s' sourceRef='%1$s' targetRef='%2$s' />"
        .formatted(from, to);
  }

  private JsonNode settled(Case stunt) {
    return ledger(stunt, "SETTLED").get(0);
  }

  private List<JsonNode> ledger(Case stunt, String happening) {
    JsonNode items =
        film.desk("exec1")
            .get("/api/films/%s/ledger?approval=%s&size=100".formatted(film.id(), stunt.key()))
            .ok()
            .path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(entry -> entry.path("happening").asText().equals(happening))
        .map(entry -> entry.path("facts"))
        .toList();
  }
}
