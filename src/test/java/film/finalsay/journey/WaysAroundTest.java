package film.finalsay.journey;

import static film.finalsay.journey.Requests.increase;
import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static film.finalsay.journey.Standing.unmoved;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the engine's REST API offers beside answering leads around no decision. */
@FinalSayTest
class WaysAroundTest {

  private static final String DECIDE = "userTask_decideBudgetChange";
  private static final String AMEND = "userTask_amendBudgetChange";
  private static final String CONSENT = "userTask_giveConsent";
  private static final String START = "/engine-rest/process-definition/key/budget-change/start";

  @LocalServerPort int port;

  @Test
  void whoDecidesCannotAnswerTheConsentsAway() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, increase(film, "4500", "50000.00"));

    answered(change, "exec1", DECIDE, yes("APPROVE"), Map.of("consents", ""));

    assertThat(change.state()).isEqualTo("PENDING");
    assertThat(change.waitingFor())
        .containsExactly(CONSENT + " for completion-guarantor", CONSENT + " for financier");
    assertThat(film.total()).isEqualTo("1000000.00");
  }

  @Test
  void whoConsentsCannotConsentForTheOther() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, increase(film, "4500", "50000.00"));
    change.answered("exec1", DECIDE, "APPROVE");
    Map<String, Object> forged = new HashMap<>();
    forged.put("consents", "financier");
    forged.put("consentingGroup", "financier");
    forged.put("consent", "CONSENT");
    forged.put("nrOfInstances", 1);
    forged.put("nrOfActiveInstances", 1);
    forged.put("nrOfCompletedInstances", 1);

    answered(change, "financier1", CONSENT, yes("CONSENT"), forged);

    assertThat(change.state()).isEqualTo("PENDING");
    assertThat(change.waitingFor()).containsExactly(CONSENT + " for completion-guarantor");
    assertThat(film.total()).isEqualTo("1000000.00");
    change.answered("guarantor1", CONSENT, "CONSENT");
    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(film.total()).isEqualTo("1050000.00");
  }

  @Test
  void whoRefusesConsentIsNotOverruledByAVariable() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, increase(film, "4500", "50000.00"));
    change.answered("exec1", DECIDE, "APPROVE");

    answered(change, "guarantor1", CONSENT, no("REFUSE"), Map.of("consent", "CONSENT"));

    assertThat(change.state()).isEqualTo("REJECTED");
    assertThat(film.total()).isEqualTo("1000000.00");
  }

  @Test
  void theAnswerCountsAndNotTheVariableTheProcessKeepsItIn() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, transfer(film, "3500", "3600", "8000.00"));

    answered(change, "producer1", DECIDE, no("REJECT"), Map.of("budgetChangeDecision", "APPROVE"));

    assertThat(change.state()).isEqualTo("REJECTED");
    assertThat(film.balance("3500")).isEqualTo("200000.00");
  }

  @Test
  void whatIsAppliedIsWhatIsOnFileAndNotWhatTheDeciderSends() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, transfer(film, "3500", "3600", "8000.00"));
    Map<String, Object> forged =
        Map.of(
            "amount", "90000.00",
            "fromAccount", "1400",
            "toAccount", "1100",
            "kind", "INCREASE",
            "film", "NOVA");

    answered(change, "producer1", DECIDE, yes("APPROVE"), forged);

    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(change.amount()).isEqualTo("8000.00");
    assertThat(film.balance("3500")).isEqualTo("192000.00");
    assertThat(film.balance("3600")).isEqualTo("308000.00");
    assertThat(film.balance("1400")).isEqualTo("250000.00");
    assertThat(film.total()).isEqualTo("1000000.00");
  }

  @Test
  void whatIsReturnedGoesToTheRequesterAndToNobodyOfTheDecidersChoice() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, transfer(film, "3500", "3600", "8000.00"));

    answered(
        change,
        "producer1",
        DECIDE,
        no("RETURN"),
        Map.of("requester", "producer1", "requesterRole", "producer"));

    assertThat(change.waitingFor()).containsExactly(AMEND + " for line-producer");
    assertThat(film.desk("line1").tasks(change.key())).containsOnlyKeys(AMEND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "applyBudgetChangeDelegate",
        "rejectApprovalDelegate",
        "groups",
        "execution",
        "task",
        "authenticatedUserId"
      })
  void aVariableTakesNoStepsPlace(String name) {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> request = increase(film, "4500", "50000.00");
    Map<String, Object> forged = Requests.with(request, name, "nothing");

    refusedFor(name, film, () -> film.desk("line1").start("budget-change", forged));
    Case change = asked(film, request);
    answered(change, "exec1", DECIDE, yes("APPROVE"), Map.of(name, "nothing"));
    answered(change, "financier1", CONSENT, yes("CONSENT"), Map.of(name, "nothing"));
    assertThat(change.waitingFor()).containsExactly(CONSENT + " for completion-guarantor");
    answered(change, "guarantor1", CONSENT, yes("CONSENT"), Map.of(name, "nothing"));

    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(film.total()).isEqualTo("1050000.00");
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({
    "resolve, exec1",
    "resolve, producer1",
    "bpmnError, producer1",
    "bpmnEscalation, producer1",
    "delegate, producer1",
    "assignee, producer1",
    "unclaim, coexec1"
  })
  void aTaskIsNotHandedOn(String way, String person) {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, increase(film, "4500", "50000.00"));
    Case small = asked(film, transfer(film, "3500", "3600", "8000.00"));
    Map<String, Object> sent =
        switch (way) {
          case "delegate", "assignee" -> Map.of("userId", "producer2");
          case "bpmnError" -> Map.of("errorCode", "consentRefused");
          case "bpmnEscalation" -> Map.of("escalationCode", "consentRefused");
          default -> Map.of();
        };

    for (Case open : List.of(change, small)) {
      Answer answer =
          unmoved(
              film,
              () ->
                  film.desk(person)
                      .post("/engine-rest/task/%s/%s".formatted(open.task(DECIDE), way), sent));
      assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"resolve", "unclaim", "claim", "delegate"})
  void whatIsInTheRequestersHandIsNotTakenOutOfIt(String way) {
    TestFilm film = TestFilm.create(port);
    Case change =
        Case.started(film, "producer1", "budget-change", transfer(film, "3500", "3600", "8000.00"))
            .answered("coexec1", DECIDE, "RETURN", "Less.");
    String task = "/engine-rest/task/%s/".formatted(change.task(AMEND)) + way;

    film.desk("exec1").post(task, Map.of("userId", "exec1"));
    Answer answer = unmoved(film, () -> change.tried("exec1", AMEND, "WITHDRAW"));

    assertThat(answer.status()).as("%s", answer).isEqualTo(403);
    change.answered("producer1", AMEND, "WITHDRAW");
  }

  @Test
  void nobodyFillsInTheAnswerOfAnother() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, increase(film, "4500", "50000.00"));
    film.desk("coexec1")
        .post(
            "/engine-rest/task/%s/resolve".formatted(change.task(DECIDE)),
            Map.of("variables", Map.of("decision", Map.of("value", "APPROVE"))));

    refusedFor("decision", film, () -> change.tried("exec1", DECIDE, Map.of()));

    assertThat(change.shown("exec1", DECIDE, "decision")).isIn("", "null");
  }

  @Test
  void aConsentIsNotRefusedWithoutADecisionOnRecord() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, increase(film, "4500", "50000.00"));
    change.answered("exec1", DECIDE, "APPROVE");
    String task = film.desk("financier1").task(change.key(), CONSENT);

    Answer answer =
        unmoved(
            film,
            () ->
                film.desk("financier1")
                    .post(
                        "/engine-rest/task/%s/bpmnError".formatted(task),
                        Map.of("errorCode", "consentRefused")));

    assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
  }

  @Test
  void theVariablesOfAProcessAreNotForItsPeopleToChange() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, increase(film, "4500", "50000.00"));
    String task = change.task(DECIDE);
    String process = processOf(change);
    Map<String, Object> none = Map.of("value", "", "type", "String");

    for (String person : List.of("line1", "coexec1", "exec1")) {
      for (String path :
          List.of(
              "/engine-rest/task/%s/variables/consents".formatted(task),
              "/engine-rest/task/%s/localVariables/consents".formatted(task),
              "/engine-rest/process-instance/%s/variables/consents".formatted(process),
              "/engine-rest/execution/%s/localVariables/consents".formatted(process))) {
        Answer answer = unmoved(film, () -> film.desk(person).put(path, none));
        assertThat(answer.status()).as("%s %s: %s", person, path, answer).isEqualTo(403);
      }
    }
  }

  @Test
  void aProcessIsNotMovedStoppedOrDeletedByItsPeople() {
    TestFilm film = TestFilm.create(port);
    Case change = asked(film, transfer(film, "3500", "3600", "8000.00"));
    String process = "/engine-rest/process-instance/" + processOf(change);
    Map<String, Object> jump =
        Map.of(
            "instructions",
            List.of(
                Map.of(
                    "type", "startBeforeActivity", "activityId", "serviceTask_applyBudgetChange")));

    for (String person : List.of("line1", "producer1", "coexec1", "exec1")) {
      Answer moved = unmoved(film, () -> film.desk(person).post(process + "/modification", jump));
      assertThat(moved.status()).as("%s", moved).isEqualTo(403);
      Answer stopped =
          unmoved(
              film, () -> film.desk(person).put(process + "/suspended", Map.of("suspended", true)));
      assertThat(stopped.status()).as("%s", stopped).isEqualTo(403);
      Answer deleted = unmoved(film, () -> film.desk(person).delete(process));
      assertThat(deleted.status()).as("%s", deleted).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "startBeforeActivity, serviceTask_applyBudgetChange",
    "startBeforeActivity, userTask_decideBudgetChange",
    "startBeforeActivity, userTask_giveConsent",
    "startBeforeActivity, userTask_amendBudgetChange",
    "startAfterActivity, userTask_decideBudgetChange"
  })
  void aProcessStartsAtItsBeginning(String type, String activity) {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> variables = new HashMap<>();
    transfer(film, "3500", "3600", "8000.00")
        .forEach((name, value) -> variables.put(name, Map.of("value", value)));
    variables.put("requester", Map.of("value", "line1"));
    variables.put("requesterRole", Map.of("value", "line-producer"));
    variables.put("decidedBy", Map.of("value", "producer"));
    variables.put("consents", Map.of("value", ""));
    variables.put("consentingGroup", Map.of("value", "financier"));
    variables.put("budgetChangeDecision", Map.of("value", "APPROVE"));
    Map<String, Object> request =
        Map.of(
            "variables",
            variables,
            "startInstructions",
            List.of(Map.of("type", type, "activityId", activity)));

    Answer answer = unmoved(film, () -> film.desk("line1").post(START, request));

    assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
  }

  private static Case asked(TestFilm film, Map<String, ?> request) {
    return Case.started(film, "line1", "budget-change", request);
  }

  /** Answers, and sends along what is none of the answerer's business; then without that. */
  private static void answered(
      Case change, String person, String step, Map<String, ?> answer, Map<String, ?> forged) {
    TestFilm film = change.film();
    Map<String, Object> both = new HashMap<>(answer);
    both.putAll(forged);
    Answer sent = refused(film, 400, () -> film.desk(person).answer(change.key(), step, both));
    assertThat(forged.keySet()).contains(sent.field());
    change.answered(person, step, answer);
  }

  private static Map<String, String> yes(String decision) {
    return Map.of("decision", decision);
  }

  private static Map<String, String> no(String decision) {
    return Map.of("decision", decision, "comment", "No.");
  }

  private static String processOf(Case change) {
    return change
        .film()
        .desk("admin")
        .get("/engine-rest/process-instance?businessKey=" + change.key())
        .ok()
        .path(0)
        .path("id")
        .asText();
  }
}
