package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a modeller lets follow from a yes: a commitment, a document on record, a notice. */
@FinalSayTest
class DrawnEffectsTest {

  private static final String DECIDE = "userTask_decide";
  private static final String AMEND = "userTask_amend";
  private static final String TAKE_NOTE = "userTask_takeNote";

  private static final String MODEL =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="drawn">
        <bpmn:process id="drawn-hire" name="Hire" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="start" />
          <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="userTask_decide" />
          <bpmn:userTask id="userTask_decide" name="Decide hire" camunda:candidateGroups="producer">
            <bpmn:extensionElements><camunda:properties>
              <camunda:property name="outcomes" value="APPROVE,APPROVE_WITH_CONDITIONS,RETURN,REJECT" />
            </camunda:properties></bpmn:extensionElements>
          </bpmn:userTask>
          <bpmn:sequenceFlow id="f2" sourceRef="userTask_decide" targetRef="decided" />
          <bpmn:exclusiveGateway id="decided" default="f3" />
          <bpmn:sequenceFlow id="f4" sourceRef="decided" targetRef="userTask_amend">
            <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${decision == 'RETURN'}</bpmn:conditionExpression>
          </bpmn:sequenceFlow>
          <bpmn:userTask id="userTask_amend" name="Amend hire" camunda:candidateGroups="line-producer">
            <bpmn:extensionElements><camunda:properties>
              <camunda:property name="outcomes" value="RESUBMIT,WITHDRAW" />
              <camunda:property name="fields" value="amount,rider" />
            </camunda:properties></bpmn:extensionElements>
          </bpmn:userTask>
          <bpmn:sequenceFlow id="f5" sourceRef="userTask_amend" targetRef="userTask_decide" />
          <bpmn:sequenceFlow id="f3" sourceRef="decided" targetRef="first" />
          %s
          <bpmn:sequenceFlow id="f6" sourceRef="first" targetRef="second" />
          %s
          <bpmn:sequenceFlow id="f7" sourceRef="second" targetRef="end" />
          <bpmn:endEvent id="end" name="Hired" />
        </bpmn:process>
      </bpmn:definitions>
      """;

  private static final String COMMITS = step("recordCommitment");
  private static final String ATTACHES = step("attachDocument", "field", "rider");
  private static final String NOTIFIES =
      step("notifyRole", "role", "director", "text", "You have *your* crane.");

  private final JdbcClient database;
  private TestFilm film;

  @LocalServerPort private int port;

  DrawnEffectsTest(JdbcClient database) {
    this.database = database;
  }

  @BeforeEach
  void aFilmThatMayBeSpentOn() {
    film = GreenlitFilm.create(port);
  }

  @ParameterizedTest
  @CsvSource({
    "amount,lots,plain decimal number",
    "amount,-5,more than zero",
    "amount,10.001,more decimals",
    "amount,999999999.00,has left",
    "amount,,is missing",
    "account,0000,has no account"
  })
  void whatCouldNotBeCommittedIsNotTakenAtTheStart(String field, String value, String why) {
    deploy(COMMITS, NOTIFIES);

    Answer refused = film.desk("line1").start("drawn-hire", request(field, value));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.text("detail")).contains(why);
  }

  @Test
  void whatCouldNotBeCommittedIsNotTakenWhereItIsAmendedEither() {
    deploy(COMMITS, NOTIFIES);
    Case hire = asked().answered("producer1", DECIDE, "RETURN", "Cheaper, please.");

    Answer refused = hire.tried("line1", AMEND, amended("amount", "999999999.00"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.field()).isEqualTo("amount");
    hire.answered("line1", AMEND, amended("amount", "20.00"))
        .answered("producer1", DECIDE, "APPROVE");
    assertThat(facts(hire)).contains("20.00 on 3500");
  }

  @Test
  void whoWithdrawsIsNotAskedWhetherItCouldBeCommitted() {
    deploy(COMMITS, NOTIFIES);
    Case hire = asked().answered("producer1", DECIDE, "RETURN", "Cheaper, please.");
    Case.started(film, "line1", "drawn-hire", request("amount", film.balance("3500")))
        .answered("producer1", DECIDE, "APPROVE");

    hire.answered("line1", AMEND, Map.of("decision", "WITHDRAW"));

    assertThat(hire.decisions()).contains("line1 as line-producer: WITHDRAW");
  }

  @Test
  void aDocumentThatIsAttachedIsShownOnRecordAndVoidsTheApprovalIfItIsChanged() {
    String rider = film.upload("Crane, two days. " + film.id());
    deploy(ATTACHES, NOTIFIES);
    Case hire = Case.started(film, "line1", "drawn-hire", request("rider", rider));
    assertThat(hire.shown("producer1", DECIDE, "contentText"))
        .contains("/api/films/%s/documents/%s".formatted(film.id(), rider));
    hire.answered("producer1", DECIDE, "APPROVE");

    assertThat(hire.state()).isEqualTo("APPROVED");
    assertThat(facts(hire)).contains(rider);
    alter(rider);
    film.desk("exec1").post("/api/films/%s/signatures/check".formatted(film.id()), List.of()).ok();
    assertThat(hire.state()).isEqualTo("VOID");
  }

  @Test
  void nobodyAgreesToADocumentThatIsNotWhatItWas() {
    String rider = film.upload("Crane, one day. " + film.id());
    deploy(ATTACHES, NOTIFIES);
    Case hire = Case.started(film, "line1", "drawn-hire", request("rider", rider));
    alter(rider);

    Answer refused = hire.tried("producer1", DECIDE, "APPROVE");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("is not what it was");
  }

  @ParameterizedTest
  @CsvSource({
    "0000000000000000000000000000000000000000000000000000000000000000,upload it first",
    "crane.pdf,upload it first",
    ",is missing"
  })
  void aDocumentThatTheFilmDoesNotHaveIsNotTakenAtTheStart(String sha256, String why) {
    deploy(ATTACHES, NOTIFIES);

    Answer refused = film.desk("line1").start("drawn-hire", request("rider", sha256));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.field()).isEqualTo("rider");
    assertThat(refused.text("detail")).contains(why);
  }

  @Test
  void whoeverHoldsTheRoleIsToldWhatWasApprovedAndTakesNote() {
    deploy(COMMITS, NOTIFIES);
    String second = film.hire("director");
    Case hire = asked().answered("producer1", DECIDE, "APPROVE");

    assertThat(hire.state()).isEqualTo("APPROVED");
    assertThat(facts(hire)).contains("1000.00 on 3500").contains("director1").contains(second);
    Case notice = new Case(film, film.id() + "-AN-1");
    assertThat(notice.shown("director1", TAKE_NOTE, "noticeText"))
        .isEqualTo("You have \\*your\\* crane.");
    assertThat(notice.shown("director1", TAKE_NOTE, "approvedText")).contains(hire.key(), "Hire");
    assertThat(notice.shown("director1", TAKE_NOTE, "askedText")).contains("1000\\.00");
    assertThat(notice.shown("director1", TAKE_NOTE, "answersText"))
        .contains("producer", "approved");
    assertThat(notice.tried("producer1", TAKE_NOTE, "ACKNOWLEDGE").status()).isEqualTo(403);
    notice
        .answered("director1", TAKE_NOTE, "ACKNOWLEDGE")
        .answered(second, TAKE_NOTE, "ACKNOWLEDGE");
    assertThat(notice.state()).isEqualTo("ACKNOWLEDGED");
  }

  @Test
  void nobodyIsToldOfWhatSomebodySaidNoTo() {
    deploy(NOTIFIES, COMMITS);

    Answer refused = asked().tried("producer1", DECIDE, "REJECT");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("takes no effect");
    assertThat(film.desk("director1").get("/api/approvals/%s-AN-1".formatted(film.id())).status())
        .isEqualTo(404);
  }

  @Test
  void nobodyStartsANotice() {
    Answer refused = film.desk("exec1").start("approval-notice", Map.of("film", film.id()));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("nobody starts it");
  }

  @Test
  void whatIsCommittedOnceIsNotCommittedTwice() {
    deploy(COMMITS, COMMITS);

    Answer refused = asked().tried("producer1", DECIDE, "APPROVE");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("is committed already");
  }

  @ParameterizedTest
  @CsvSource({
    "role,stuntman,one of associate-producer",
    "role,${role},one of associate-producer",
    "text,,of at most 500 plain characters",
    "text,Paid: ${amount},has an expression"
  })
  void aNoticeThatNamesNobodyOrIsWorkedOutIsNotDeployed(String name, String value, String why) {
    Map<String, String> values = new HashMap<>(Map.of("role", "director", "text", "Known."));
    values.put(name, value == null ? "" : value);

    Answer refused = deployed(model(COMMITS, step("notifyRole", values)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail")).contains("hire.bpmn, second:").contains(why);
  }

  @Test
  void whereThereAreNoConditionsNobodyApprovesOnConditions() {
    deploy(COMMITS, NOTIFIES);
    Case hire = asked();

    Answer refused = hire.tried("producer1", DECIDE, "APPROVE_WITH_CONDITIONS");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail"))
        .contains("none of the answers allowed here: APPROVE, RETURN, REJECT");
    assertThat(hire.decisions()).isEmpty();
    assertThat(
            film.desk("producer1")
                .get("/engine-rest/task/%s/deployed-form".formatted(hire.task(DECIDE)))
                .ok()
                .toString())
        .contains("\"RETURN\"")
        .doesNotContain("APPROVE_WITH_CONDITIONS");
  }

  /** Who reads it as an account or a document passes over blanks. */
  @Test
  void blanksAroundWhatIsNamedHideNothing() {
    String rider = film.upload("Crane, three days. " + film.id());
    deploy(COMMITS, ATTACHES);
    film.desk("producer2")
        .post(
            "/api/films/%s/interests".formatted(film.id()),
            Map.of(
                "person",
                "producer2",
                "nature",
                "SUPPLIER",
                "description",
                "Owns the cranes.",
                "account",
                "3500"))
        .ok();
    Map<String, Object> request = request("account", " 3500\n");
    request.put("rider", "\t" + rider + " ");
    Case hire = Case.started(film, "line1", "drawn-hire", request);

    assertThat(hire.shown("producer1", DECIDE, "contentText"))
        .contains("/api/films/%s/documents/%s".formatted(film.id(), rider));
    assertThat(hire.tried("producer2", DECIDE, "APPROVE").status()).isEqualTo(403);
    hire.answered("producer1", DECIDE, "APPROVE");
    alter(rider);
    film.desk("exec1").post("/api/films/%s/signatures/check".formatted(film.id()), List.of()).ok();
    assertThat(hire.state()).isEqualTo("VOID");
  }

  @Test
  void onlyAServiceTaskTakesEffect() {
    for (String other :
        List.of(
            ATTACHES.replace("serviceTask", "businessRuleTask"),
            ATTACHES.replace("serviceTask", "sendTask"),
            """
            <bpmn:serviceTask id="STEP" name="Do" camunda:expression="${now()}">
              <bpmn:extensionElements>
                <camunda:executionListener event="end" delegateExpression="${recordCommitment}" />
              </bpmn:extensionElements>
            </bpmn:serviceTask>
            """)) {
      Answer refused = deployed(model(COMMITS, other));

      assertThat(refused.status()).as(other).isEqualTo(400);
      assertThat(refused.text("detail"))
          .contains("takes an effect, which only a service task does");
    }
  }

  /** What the engine does not read as a property of the step is none. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "camunda:properties,z:properties",
        "camunda:property name='role',z:property name='role'"
      })
  void aPropertyOfAnotherNamespaceIsNone(String ours, String other) {
    String step = NOTIFIES.replace("name=\"role\"", "name='role'");

    Answer refused =
        deployed(
            model(COMMITS, step.replace(ours, other))
                .replace("<bpmn:definitions", "<bpmn:definitions xmlns:z=\"urn:z\""));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail")).contains("second: needs an extension property");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "${rider}", "film", "subject"})
  void aDocumentIsAttachedByTheNameOfAField(String field) {
    Answer refused = deployed(model(COMMITS, step("attachDocument", "field", field)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail")).contains("second: needs an extension property \"field\"");
  }

  /** It would go round for ever, and hold the film. */
  @Test
  void whatGoesRoundOverAnEffectEnds() {
    deployed(
            model(COMMITS, NOTIFIES)
                .replace(
                    "</bpmn:process>",
                    "<bpmn:sequenceFlow id='round' sourceRef='second' targetRef='second' />"
                        + "</bpmn:process>"))
        .ok();

    Answer refused = asked().tried("producer1", DECIDE, "APPROVE");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("second has taken effect already");
  }

  private Case asked() {
    return Case.started(film, "line1", "drawn-hire", request("amount", "1000.00"));
  }

  private Map<String, Object> request(String field, String value) {
    Map<String, Object> request =
        new HashMap<>(Map.of("film", film.id(), "amount", "1000.00", "account", "3500"));
    request.put(field, value);
    return request;
  }

  private static Map<String, Object> amended(String field, String value) {
    return Map.of("decision", "RESUBMIT", field, value);
  }

  private void deploy(String first, String second) {
    deployed(model(first, second)).ok();
  }

  private Answer deployed(String model) {
    return film.desk("admin")
        .upload(
            "/engine-rest/deployment/create", "hire.bpmn", model.getBytes(StandardCharsets.UTF_8));
  }

  private static String model(String first, String second) {
    return MODEL.formatted(first.replace("STEP", "first"), second.replace("STEP", "second"));
  }

  private static String step(String bean, String... values) {
    Map<String, String> named = new HashMap<>();
    for (int each = 0; each < values.length; each += 2) {
      named.put(values[each], values[each + 1]);
    }
    return step(bean, named);
  }

  private static String step(String bean, Map<String, String> values) {
    StringBuilder properties = new StringBuilder();
    values.forEach(
        (name, value) ->
            properties.append(
                "<camunda:property name=\"%s\" value=\"%s\" />".formatted(name, value)));
    return """
        <bpmn:serviceTask id="STEP" name="Do" camunda:delegateExpression="${%s}">
          <bpmn:extensionElements><camunda:properties>%s</camunda:properties></bpmn:extensionElements>
        </bpmn:serviceTask>
        """
        .formatted(bean, properties);
  }

  /** What the ledger says that was done. */
  private String facts(Case hire) {
    JsonNode items =
        film.desk("exec1")
            .get("/api/films/%s/ledger?approval=%s&size=100".formatted(film.id(), hire.key()))
            .ok()
            .path("items");
    StringBuilder facts = new StringBuilder();
    StreamSupport.stream(items.spliterator(), false)
        .filter(entry -> entry.path("happening").asText().equals("TOOK_EFFECT"))
        .map(entry -> entry.path("facts"))
        .forEach(
            did ->
                facts
                    .append(did.path("committed").asText() + " on " + did.path("account").asText())
                    .append(did));
    return facts.toString();
  }

  private void alter(String sha256) {
    int rows =
        database
            .sql("update document set content = :content where sha256 = :sha256")
            .param("content", "Crane, ten days.".getBytes(StandardCharsets.UTF_8))
            .param("sha256", sha256)
            .update();
    assertThat(rows).isEqualTo(1);
  }
}
