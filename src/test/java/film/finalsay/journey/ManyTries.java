package film.finalsay.journey;

import static film.finalsay.journey.Requests.increase;
import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.approval.Role;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import film.finalsay.support.Trust;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Trust, rows 6, 7, 11 and 12: what one try would hardly find. Seeded, so that it finds it again.
 */
interface ManyTries {

  String DECIDE = "userTask_decideBudgetChange";

  /** People of this test alone: the others' roles are what other tests are about. */
  List<String> PEOPLE = List.of("eyes1", "eyes2", "eyes3", "eyes4", "eyes5");

  int port();

  /** Row 6: one person as two pairs of eyes, also through two groups or two films. */
  @Test
  default void everyPairOfEyesIsAnotherPersonsWhateverRolesTheyHold() {
    Random random = new Random(6);
    int approved = 0;
    int rounds = Trust.count(12, 1000);
    PEOPLE.forEach(this::hire);
    for (int round = 0; round < rounds; round++) {
      TestFilm film =
          TestFilm.without(
              port(),
              "line1",
              "producer1",
              "producer2",
              "coexec1",
              "exec1",
              "director1",
              "financier1");
      film.join(Map.of("person", "admin", "role", "line-producer")).ok();
      TestFilm elsewhere = round % 4 == 0 ? TestFilm.create(port()) : film;
      Map<String, Set<Role>> roles = randomRoles(random, film);
      film.desk("admin")
          .postCsv("/api/films/%s/budgets".formatted(film.id()), TestFilm.TOP_SHEET)
          .ok();
      List<String> submitters =
          roles.keySet().stream()
              .filter(person -> roles.get(person).stream().anyMatch(Role.PRODUCING::contains))
              .toList();
      if (submitters.isEmpty()) {
        continue;
      }
      String requester = submitters.get(random.nextInt(submitters.size()));
      Answer started =
          film.desk(requester).start("budget-change", increase(film, "4500", "50000.00"));
      assertThat(started.status()).isEqualTo(threeOthersCanAnswer(requester, roles) ? 200 : 409);
      if (started.status() == 409) {
        continue;
      }
      Case change = new Case(film, started.text("businessKey"));
      everybodyTriesEverything(random, change, elsewhere);
      approved += requireDifferentPeople(change, requester, roles) ? 1 : 0;
    }
    assertThat(approved).as("of %d, some can be approved rightly", rounds).isPositive();
  }

  /** Row 7: starts with a forged initiator, requester, approval, amount or business key. */
  @Test
  default void whatIsForgedAtTheStartHasNoEffect() {
    Random random = new Random(7);
    TestFilm film = TestFilm.create(port());
    Case earlier =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "1.00"));
    List<String> names =
        List.of(
            "initiator",
            "requester",
            "requesterRole",
            "authenticatedUserId",
            "starter",
            "decidedBy",
            "consents",
            "because",
            "budgetChangeDecision",
            "decision",
            "consent",
            "consentingGroup",
            "approvalNumber",
            "approvalKey",
            "businessKey",
            "subject",
            "subjectHash",
            "share",
            "sameSection",
            "aboveTheLine",
            "contingencyDrawn",
            "shot",
            "budgetChangeId",
            "tenantId",
            "processInstanceId",
            "nrOfInstances",
            "loopCounter",
            "camunda",
            "amountMinor",
            "state");
    List<Object> values =
        List.of(
            "exec1",
            "producer1",
            "APPROVE",
            "producer",
            "line-producer",
            "",
            "0",
            "-1",
            0,
            true,
            earlier.key(),
            "NOVA",
            "NOVA-BC-1",
            "APPROVED",
            99999999);
    int starts = Trust.count(40, 500);
    for (int i = 0; i < starts; i++) {
      Map<String, Object> forged = transfer(film, "3500", "3600", "60000.00");
      int how = 1 + random.nextInt(6);
      for (int n = 0; n < how; n++) {
        forged.put(names.get(random.nextInt(names.size())), values.get(random.nextInt(15)));
      }
      String key = random.nextBoolean() ? earlier.key() + "-" + i : "NOVA-BC-" + i;
      Answer answer = film.desk("line1").start("budget-change", key, forged);
      assertThat(answer.status()).as("%s: %s", forged, answer).isEqualTo(400);
      assertThat(answer.field()).as("%s: %s", forged, answer).isIn(names);
    }
    assertThat(
            film.desk("line1")
                .get("/api/films/%s/approvals".formatted(film.id()))
                .ok()
                .path("items"))
        .hasSize(1);
    assertThat(film.balance("3500")).isEqualTo("200000.00");
    assertThat(earlier.state()).isEqualTo("PENDING");
    assertThat(earlier.decisions()).isEmpty();
  }

  /** Row 11: a double submit of a decision. */
  @Test
  default void ofTwoAnswersAtOnceOneCountsAndTheOtherIsToldSo() throws Exception {
    int pairs = Trust.count(40, 5000);
    TestFilm film = TestFilm.create(port());
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < pairs; i++) {
        Case change =
            Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "0.01"));
        String task = change.task(DECIDE);
        String other = i % 2 == 0 ? "producer1" : "producer2";
        List<Answer> answers =
            atOnce(
                both,
                () -> film.desk("producer1").complete(task, Map.of("decision", "APPROVE")),
                () ->
                    film.desk(other)
                        .complete(task, Map.of("decision", "REJECT", "comment", "No.")));
        assertThat(answers)
            .as("pair %d", i)
            .extracting(Answer::status)
            .containsExactlyInAnyOrder(204, 409);
        Answer lost = answers.get(0).status() == 409 ? answers.get(0) : answers.get(1);
        assertThat(lost.contentType()).startsWith("application/problem+json");
        assertThat(change.decisions()).hasSize(1);
      }
    } finally {
      both.shutdown();
    }
  }

  /** Row 12: a start retried ten times under one business key. */
  @Test
  default void aStartThatIsRetriedIsFiledOnce() throws Exception {
    int keys = Trust.count(15, 1000);
    int retries = 10;
    TestFilm film = TestFilm.create(port());
    Set<String> filed = new HashSet<>();
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try {
      for (int i = 0; i < keys; i++) {
        String key = "PO-" + i;
        List<Callable<Answer>> tries =
            Collections.nCopies(
                retries,
                () ->
                    film.desk("line1")
                        .start("budget-change", key, transfer(film, "3500", "3600", "0.01")));
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> answer : callers.invokeAll(tries)) {
          answers.add(answer.get());
        }
        List<Answer> taken = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(taken).as("%s: %s", key, answers).hasSize(1);
        String number = taken.get(0).text("businessKey");
        filed.add(number);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
            .allSatisfy(
                again -> {
                  assertThat(again.status()).isEqualTo(409);
                  assertThat(again.text("detail")).contains(key).contains(number);
                });
      }
    } finally {
      callers.shutdown();
    }
    assertThat(filed).hasSize(keys);
    assertThat(
            film.desk("admin")
                .get(
                    "/engine-rest/process-instance/count?businessKeyLike="
                        + Desk.encoded(film.id() + "-%"))
                .ok()
                .path("count")
                .asInt())
        .isEqualTo(keys);
  }

  private void hire(String person) {
    Map<String, Object> profile = Map.of("id", person, "firstName", person, "lastName", "Ward");
    Answer hired =
        Desk.of(port(), "admin")
            .post(
                "/engine-rest/user/create",
                Map.of("profile", profile, "credentials", Map.of("password", person)));
    assertThat(hired.status()).as("%s", hired).isEqualTo(204);
  }

  private static Map<String, Set<Role>> randomRoles(Random random, TestFilm film) {
    Map<String, Set<Role>> roles = new HashMap<>();
    for (String person : PEOPLE) {
      Set<Role> held = new TreeSet<>();
      int number = 1 + random.nextInt(4);
      for (int i = 0; i < number; i++) {
        held.add(Role.values()[random.nextInt(Role.values().length)]);
      }
      held.forEach(role -> film.join(Map.of("person", person, "role", role.id())).ok());
      roles.put(person, held);
    }
    return roles;
  }

  /** An executive producer and a financier; the guarantor is there anyway. */
  private static boolean threeOthersCanAnswer(String requester, Map<String, Set<Role>> roles) {
    for (String executive : PEOPLE) {
      for (String financier : PEOPLE) {
        if (!executive.equals(requester)
            && !financier.equals(requester)
            && !financier.equals(executive)
            && roles.get(executive).contains(Role.EXECUTIVE_PRODUCER)
            && roles.get(financier).contains(Role.FINANCIER)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Until nothing moves any more. */
  private static void everybodyTriesEverything(Random random, Case change, TestFilm elsewhere) {
    List<String> people = new ArrayList<>(PEOPLE);
    people.add("guarantor1");
    boolean moved = true;
    while (moved && change.state().equals("PENDING")) {
      moved = false;
      Collections.shuffle(people, random);
      for (String person : people) {
        for (JsonNode task : openTasks(change)) {
          String outcome =
              task.path("taskDefinitionKey").asText().equals(DECIDE) ? "APPROVE" : "CONSENT";
          int status =
              elsewhere
                  .desk(person)
                  .complete(task.path("id").asText(), Map.of("decision", outcome))
                  .status();
          assertThat(status).isLessThan(500);
          moved |= status == 204;
        }
      }
    }
  }

  private static JsonNode openTasks(Case change) {
    return change
        .film()
        .desk("admin")
        .get("/engine-rest/task?processInstanceBusinessKey=" + change.key())
        .ok();
  }

  private static boolean requireDifferentPeople(
      Case change, String requester, Map<String, Set<Role>> roles) {
    JsonNode approval = change.film().desk("admin").approval(change.key());
    List<String> eyes = new ArrayList<>(List.of(requester));
    for (JsonNode decision : approval.path("decisions")) {
      String person = decision.path("person").asText();
      Role role = Role.ofId(decision.path("role").asText()).orElseThrow();
      eyes.add(person);
      if (roles.containsKey(person)) {
        assertThat(roles.get(person)).as("%s on %s", person, change.key()).contains(role);
      }
    }
    assertThat(eyes).as("who had a hand in %s", change.key()).doesNotHaveDuplicates();
    boolean approved = approval.path("state").asText().equals("APPROVED");
    if (approved) {
      assertThat(eyes).hasSizeGreaterThanOrEqualTo(4);
    }
    assertThat(total(change)).isEqualTo(approved ? "1050000.00" : "1000000.00");
    return approved;
  }

  private static String total(Case change) {
    return change
        .film()
        .desk("admin")
        .get("/api/films/%s/budget".formatted(change.film().id()))
        .ok()
        .path("total")
        .asText();
  }

  private static List<Answer> atOnce(
      ExecutorService both, Callable<Answer> one, Callable<Answer> other)
      throws InterruptedException, ExecutionException {
    List<Answer> answers = new ArrayList<>();
    for (Future<Answer> answer : both.invokeAll(List.of(one, other))) {
      answers.add(answer.get());
    }
    return answers;
  }
}
