package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a modeller draws without any Java is kept, shown, amended and settled as our own are. */
@FinalSayTest
class DrawnRequestsTest {

  private static final String ENDORSE = "userTask_endorse";
  private static final String DECIDE = "userTask_decide";
  private static final String AMEND = "userTask_amend";

  /** %s: what the gateway goes by, the step before the end, what the end means. */
  private static final String MODEL =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="drawn">
        <bpmn:process id="drawn-stunt" name="Stunt" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="start" />
          <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="rule" />
          <bpmn:businessRuleTask id="rule" name="Who endorses" camunda:decisionRef="drawn-stunt-who"
              camunda:resultVariable="who" camunda:mapDecisionResult="singleEntry" />
          <bpmn:sequenceFlow id="f2" sourceRef="rule" targetRef="userTask_endorse" />
          <bpmn:userTask id="userTask_endorse" name="Endorse stunt" camunda:candidateGroups="${who}">
            <bpmn:extensionElements><camunda:properties>
              <camunda:property name="outcomes" value="APPROVE,RETURN,REJECT" />
            </camunda:properties></bpmn:extensionElements>
          </bpmn:userTask>
          <bpmn:sequenceFlow id="f3" sourceRef="userTask_endorse" targetRef="endorsed" />
          <bpmn:exclusiveGateway id="endorsed" default="f4" />
          <bpmn:sequenceFlow id="f5" sourceRef="endorsed" targetRef="userTask_amend">
            <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${decision == 'RETURN'}</bpmn:conditionExpression>
          </bpmn:sequenceFlow>
          <bpmn:userTask id="userTask_amend" name="Amend stunt" camunda:candidateGroups="line-producer">
            <bpmn:extensionElements><camunda:properties>
              <camunda:property name="outcomes" value="RESUBMIT,WITHDRAW" />
              <camunda:property name="fields" value="amount,place" />
            </camunda:properties></bpmn:extensionElements>
          </bpmn:userTask>
          <bpmn:sequenceFlow id="f6" sourceRef="userTask_amend" targetRef="rule" />
          <bpmn:sequenceFlow id="f4" sourceRef="endorsed" targetRef="userTask_decide" />
          <bpmn:userTask id="userTask_decide" name="Decide stunt" camunda:candidateGroups="executive-producer">
            <bpmn:extensionElements><camunda:properties>
              <camunda:property name="outcomes" value="APPROVE,RETURN,REJECT" />
            </camunda:properties></bpmn:extensionElements>
          </bpmn:userTask>
          <bpmn:sequenceFlow id="f7" sourceRef="userTask_decide" targetRef="effect" />
          %s
          <bpmn:sequenceFlow id="f8" sourceRef="effect" targetRef="end" />
          <bpmn:endEvent id="end" name="Through">
            <bpmn:extensionElements><camunda:properties>
              <camunda:property name="means" value="%s" />
            </camunda:properties></bpmn:extensionElements>
          </bpmn:endEvent>
        </bpmn:process>
      </bpmn:definitions>
      """;

  private static final String NOTHING = "<bpmn:exclusiveGateway id=\"effect\" name=\"Decided\" />";
  private static final String COMMITS =
      "<bpmn:serviceTask id=\"effect\" name=\"Commit\" camunda:delegateExpression=\"${recordCommitment}\" />";

  private static final String TABLE =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
          xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="t" name="Who" namespace="drawn">
        <decision id="drawn-stunt-who" name="Who endorses a stunt" camunda:historyTimeToLive="P1D">
          <decisionTable id="dt" hitPolicy="UNIQUE">
            <input id="i"><inputExpression id="ie" typeRef="string"><text>place</text></inputExpression></input>
            <output id="o" name="who" typeRef="string" />
            <rule id="rule_everywhere"><description>Everywhere.</description>
              <inputEntry id="c"><text></text></inputEntry>
              <outputEntry id="r"><text>"producer"</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  private final RepositoryService repository;
  private TestFilm film;

  @LocalServerPort private int port;

  DrawnRequestsTest(RepositoryService repository) {
    this.repository = repository;
  }

  @BeforeEach
  void aFilmThatMayBeSpentOn() {
    film = GreenlitFilm.create(port);
  }

  @Test
  void itsContentIsOnFileShownAmendedAndInTheLedgerWithWhoWasNamedByWhichTable() {
    Case stunt = asked(NOTHING, "approved", "8000.00");

    assertThat(stunt.shown("producer1", ENDORSE, "contentText").replace("\\", ""))
        .contains("**Amount**: 8000.00", "**Place**: The old harbour");
    stunt.answered("producer1", ENDORSE, "RETURN", "Cheaper, please.");
    stunt.answered("line1", AMEND, Map.of("decision", "RESUBMIT", "amount", "6000.00"));
    assertThat(stunt.shown("producer1", ENDORSE, "contentText").replace("\\", ""))
        .contains("**Amount**: 6000.00", "**Place**: The old harbour");
    stunt.answered("producer1", ENDORSE, "APPROVE").answered("exec1", DECIDE, "APPROVE");

    assertThat(stunt.state()).isEqualTo("APPROVED");
    List<JsonNode> told = ledger(stunt);
    assertThat(told)
        .filteredOn(entry -> entry.path("happening").asText().equals("AUTHORITY_RULED"))
        .hasSize(2)
        .allSatisfy(
            entry ->
                assertThat(entry.at("/facts/said").asText())
                    .isEqualTo("rule_everywhere: who = producer"));
    assertThat(told)
        .filteredOn(entry -> entry.path("happening").asText().equals("AMENDED"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.at("/facts/amount").asText()).isEqualTo("6000.00");
              assertThat(entry.at("/facts/place").asText()).isEqualTo("The old harbour");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"amount", "place", "contentText", "requester", "evil"})
  void whoeverDecidesChangesNothingOfIt(String field) {
    Case stunt = asked(NOTHING, "approved", "8000.00");

    Answer answer = stunt.tried("producer1", ENDORSE, Map.of("decision", "APPROVE", field, "1.00"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo(field);
    assertThat(stunt.decisions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"rejected,APPROVE", "withdrawn,APPROVE"})
  void anEndThatTheAnswersOnRecordContradictIsNotReached(String means, String answer) {
    Case stunt = asked(NOTHING, means, "8000.00").answered("producer1", ENDORSE, "APPROVE");

    Answer refused = stunt.tried("exec1", DECIDE, answer);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("would end as " + means);
    assertThat(stunt.state()).isEqualTo("PENDING");
  }

  @Test
  void aNoCountsAlsoWhereTheDrawingEndsAsApprovedAndTheLedgerSaysSo() {
    Case stunt = asked(NOTHING, "approved", "8000.00").answered("producer1", ENDORSE, "APPROVE");

    stunt.answered("exec1", DECIDE, "REJECT", "Too high.");

    assertThat(stunt.state()).isEqualTo("REJECTED");
    assertThat(ledger(stunt))
        .anySatisfy(
            entry -> {
              assertThat(entry.at("/facts/drawnAs").asText()).isEqualTo("APPROVED");
              assertThat(entry.at("/facts/state").asText()).isEqualTo("REJECTED");
            });
  }

  @Test
  void whatIsAgreedIsCommittedAndCannotBeTakenBackOrMovedAway() {
    Case stunt = asked(COMMITS, "approved", "199000.00").answered("producer1", ENDORSE, "APPROVE");

    stunt.answered("exec1", DECIDE, "APPROVE");

    assertThat(stunt.state()).isEqualTo("APPROVED");
    assertThat(committed()).containsExactly("199000.00");
    assertThat(
            film.desk("line1")
                .post("/api/approvals/%s/withdrawal".formatted(stunt.key()), Map.of())
                .status())
        .isEqualTo(409);
    Answer moved =
        film.desk("line1")
            .start("budget-change", Requests.transfer(film, "3500", "3600", "2000.00"));
    assertThat(moved.status()).isEqualTo(400);
    assertThat(moved.text("detail")).contains("is committed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RETURN", "REJECT"})
  void whatSomebodySaidNoToIsNotCommitted(String answer) {
    Case stunt = asked(COMMITS, "approved", "1000.00").answered("producer1", ENDORSE, "APPROVE");

    Answer refused = stunt.tried("exec1", DECIDE, answer);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("takes no effect");
    assertThat(committed()).isEmpty();
  }

  @Test
  void whoHasAnInterestInTheAccountDoesNotAgreeToIt() {
    film.desk("producer1")
        .post(
            "/api/films/%s/interests".formatted(film.id()),
            Map.of("nature", "SUPPLIER", "account", "3500", "description", "owns the trucks"))
        .ok();

    Answer refused = asked(COMMITS, "approved", "1000.00").tried("producer1", ENDORSE, "APPROVE");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("detail")).contains("interest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"consents", "conditions", "committee-vote"})
  void whatOthersCallIsNotStartedByItself(String part) {
    Answer refused = film.desk("line1").start(part, Map.of("film", film.id()));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("is called by other processes");
  }

  @Test
  void twoFieldsThatReadAlikeAreNotTaken() {
    deploy(NOTHING, "approved");
    Map<String, Object> request = request("1000.00");
    request.put("Amount", "1.00");

    Answer refused = film.desk("line1").start("drawn-stunt", request);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail")).contains("reads like");
  }

  private Case asked(String effect, String means, String amount) {
    deploy(effect, means);
    return Case.started(film, "line1", "drawn-stunt", request(amount));
  }

  private Map<String, Object> request(String amount) {
    return new HashMap<>(
        Map.of("film", film.id(), "amount", amount, "account", "3500", "place", "The old harbour"));
  }

  private void deploy(String effect, String means) {
    repository
        .createDeployment()
        .name("drawn-stunt")
        .addString("drawn-stunt.bpmn", MODEL.formatted(effect, means))
        .addString("drawn-stunt-who.dmn", TABLE)
        .deploy();
  }

  private List<String> committed() {
    return list(
        film.desk("exec1").get("/api/films/%s/commitments".formatted(film.id())).ok().path("items"),
        "amount");
  }

  private static List<String> list(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }

  private List<JsonNode> ledger(Case stunt) {
    JsonNode items =
        film.desk("exec1")
            .get("/api/films/%s/ledger?approval=%s&size=100".formatted(film.id(), stunt.key()))
            .ok()
            .path("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }
}
