package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A claim is for oneself, and gives no role that one does not have. A task that somebody has
 * claimed comes back when they go, and is taken from them by few.
 */
interface ClaimedTasks {

  String DECIDE = "userTask_decideBudgetChange";
  String AMEND = "userTask_amendBudgetChange";
  String PREPARE = "userTask_prepare";
  String DRAWN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_hands" targetNamespace="http://bpmn.io/schema/bpmn">
        <bpmn:process id="in-hand" name="In hand" isExecutable="true" camunda:historyTimeToLive="P3650D">
          <bpmn:startEvent id="startEvent_asked" />
          <bpmn:sequenceFlow id="flow_1" sourceRef="startEvent_asked" targetRef="userTask_prepare" />
          <bpmn:userTask id="userTask_prepare" name="Prepare" camunda:candidateGroups="producer">
            <bpmn:extensionElements>
              <camunda:properties>
                <camunda:property name="outcomes" value="RESUBMIT,WITHDRAW" />
              </camunda:properties>
            </bpmn:extensionElements>
          </bpmn:userTask>
        </bpmn:process>
      </bpmn:definitions>
      """;

  int port();

  DataSource dataSource();

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void aRoleThatEndsGivesBackWhatItsHolderClaimed(String which) {
    TestFilm film = TestFilm.create(port());
    Case left = claimed(film, which, "producer2");
    Case kept = claimed(film, which, "producer1");
    Case back = returned(film, "producer2");

    film.desk("exec1").delete("/api/films/%s/team/producer2/producer".formatted(film.id())).ok();

    assertThat(holder(left, DECIDE)).isEqualTo("null");
    assertThat(holder(kept, DECIDE)).isEqualTo("producer1");
    assertThat(holder(back, AMEND)).isEqualTo("null");
    assertThat(
            api(which, "producer1").call("POST", task(left) + "/claim", user("producer1")).status())
        .isEqualTo(204);
    left.answered("producer1", DECIDE, "APPROVE");
    back.answered("producer1", AMEND, "WITHDRAW");
    assertThat(left.state()).isEqualTo("APPROVED");
    assertThat(back.state()).isEqualTo("WITHDRAWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void whoClaimedGivesBackAlsoWithoutTheRole(String which) {
    TestFilm film = TestFilm.create(port());
    Case open = claimed(film, which, "producer2");
    // as it was before claims ended with the role
    JdbcClient.create(dataSource())
        .sql("update team_member set to_day = :day where film_id = :film and person = 'producer2'")
        .param("day", LocalDate.now(ZoneOffset.UTC).minusDays(1))
        .param("film", film.id())
        .update();

    Answer given = api(which, "producer2").call("POST", task(open) + "/unclaim", Map.of());

    assertThat(given.status()).as("%s", given).isEqualTo(204);
    assertThat(holder(open, DECIDE)).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void anExecutiveProducerOfTheFilmTakesAClaimBackAndNobodyElse(String which) {
    TestFilm film = TestFilm.create(port());
    TestFilm other = TestFilm.without(port(), "exec1");
    Case open = claimed(film, which, "producer2");
    Case elsewhere = claimed(other, which, "producer2");
    Map<String, Object> nobody = Collections.singletonMap("userId", null);

    for (String person :
        List.of("producer1", "coexec1", "line1", "director1", "financier1", "admin")) {
      for (Answer taken :
          List.of(
              api(which, person).call("POST", task(open) + "/unclaim", Map.of()),
              api(which, person).call("POST", task(open) + "/claim", nobody),
              api(which, "exec1").call("POST", task(elsewhere) + "/unclaim", Map.of()),
              api(which, "exec1").call("POST", task(elsewhere) + "/claim", nobody))) {
        assertThat(taken.status()).as("%s: %s", person, taken).isBetween(400, 499);
      }
    }
    assertThat(holder(open, DECIDE)).isEqualTo("producer2");
    assertThat(holder(elsewhere, DECIDE)).isEqualTo("producer2");

    Answer taken = api(which, "exec1").call("POST", task(open) + "/unclaim", Map.of());
    assertThat(taken.status()).as("%s", taken).isEqualTo(204);
    assertThat(holder(open, DECIDE)).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void aClaimGivesNoRole(String which) {
    TestFilm film = TestFilm.create(port());
    Case givenBack = returned(film, "producer1");
    taken(which, "producer1", givenBack, AMEND, "unclaim");
    Case drawn = drawn(film, "line1", DRAWN);

    Map.of(givenBack, AMEND, drawn, PREPARE)
        .forEach(
            (open, step) -> {
              // who asked for the drawn one, too
              for (String person : List.of("line1", "director1")) {
                refused(claim(which, person, open, step, person));
                refused(open.tried(person, step, "WITHDRAW"));
              }
              assertThat(holder(open, step)).isEqualTo("null");

              // as it could be claimed before
              JdbcClient.create(dataSource())
                  .sql("update act_ru_task set assignee_ = 'line1' where id_ = :task")
                  .param("task", open.task(step))
                  .update();
              refused(open.tried("line1", step, "WITHDRAW"));
            });

    film.desk("exec1").delete("/api/films/%s/team/financier1/financier".formatted(film.id())).ok();
    assertThat(holder(givenBack, AMEND)).isEqualTo("null");
    assertThat(holder(drawn, PREPARE)).isEqualTo("null");
    givenBack.answered("producer2", AMEND, "WITHDRAW");
    drawn.answered("producer2", PREPARE, "WITHDRAW");
  }

  @Test
  default void aVariableGivesNoRoleEither() {
    TestFilm film = TestFilm.create(port());
    String asked = "camunda:candidateGroups=";
    String model = DRAWN.replace(asked, "camunda:assignee=\"${helper}\" " + asked);
    Case own = drawn(film, "producer1", model, "helper", "producer1");

    refused(film.desk("producer1").start("in-hand", Map.of("film", film.id(), "helper", "line1")));

    assertThat(holder(own, PREPARE)).isEqualTo("producer1");
    // what the model asked for is not there any more
    JdbcClient.create(dataSource())
        .sql("delete from act_ru_variable where name_ = 'helper'")
        .update();
    own.answered("producer1", PREPARE, "WITHDRAW");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void nobodyClaimsForAnother(String which) {
    TestFilm film = TestFilm.create(port());
    Case change =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "100.00"));
    Case givenBack = returned(film, "producer1");
    taken(which, "producer1", givenBack, AMEND, "unclaim");

    Map.of(change, DECIDE, givenBack, AMEND)
        .forEach(
            (open, step) -> {
              for (String person : List.of("director1", "guarantor1", "producer2", "exec1")) {
                refused(claim(which, person, open, step, "producer1"));
                for (String door : List.of("assignee", "delegate", "resolve", "identity-links")) {
                  Answer answer =
                      api(which, person)
                          .call(
                              "POST",
                              "/task/%s/%s".formatted(open.task(step), door),
                              Map.of("userId", "producer1", "type", "assignee"));
                  assertThat(answer.status())
                      .as("%s by %s: %s", door, person, answer)
                      .isBetween(400, 499);
                }
              }
              assertThat(holder(open, step)).isEqualTo("null");
              taken(which, "producer1", open, step, "claim");
              assertThat(holder(open, step)).isEqualTo("producer1");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "behind the Tasklist"})
  default void whatWhoAskedHasClaimedIsTakenBackAndWhatTheyWereGivenIsNot(String which) {
    TestFilm film = TestFilm.create(port());
    Case given = returned(film, "producer1");
    Case claimed = drawn(film, "producer1", DRAWN);
    taken(which, "producer1", claimed, PREPARE, "claim");

    for (String person : List.of("producer2", "coexec1", "director1")) {
      refused(api(which, person).call("POST", unclaim(claimed, PREPARE), Map.of()));
    }
    refused(api(which, "exec1").call("POST", unclaim(given, AMEND), Map.of()));
    assertThat(holder(claimed, PREPARE)).isEqualTo("producer1");
    assertThat(holder(given, AMEND)).isEqualTo("producer1");

    taken(which, "exec1", claimed, PREPARE, "unclaim");
    assertThat(holder(claimed, PREPARE)).isEqualTo("null");
    // who asked has it back, whatever they did with it
    taken(which, "producer1", given, AMEND, "unclaim");
    taken(which, "producer1", given, AMEND, "claim");
    given.answered("producer1", AMEND, "WITHDRAW");
  }

  private static Case returned(TestFilm film, String requester) {
    return Case.started(film, requester, "budget-change", transfer(film, "3500", "3600", "1.00"))
        .answered("exec1", DECIDE, "RETURN", "Less.");
  }

  private static Case drawn(TestFilm film, String requester, String model, String... sent) {
    film.desk("admin")
        .upload(
            "/engine-rest/deployment/create",
            "in-hand.bpmn",
            model.getBytes(StandardCharsets.UTF_8))
        .ok();
    Map<String, String> request = new HashMap<>(Map.of("film", film.id()));
    if (sent.length > 0) {
      request.put(sent[0], sent[1]);
    }
    return Case.started(film, requester, "in-hand", request);
  }

  private Answer claim(String which, String person, Case open, String step, String forWhom) {
    return api(which, person)
        .call("POST", "/task/%s/claim".formatted(open.task(step)), user(forWhom));
  }

  private void taken(String which, String person, Case open, String step, String way) {
    Answer answer =
        api(which, person)
            .call(
                "POST",
                "/task/%s/%s".formatted(open.task(step), way),
                way.equals("claim") ? user(person) : Map.of());
    assertThat(answer.status()).as("%s: %s", way, answer).isEqualTo(204);
  }

  private static String unclaim(Case open, String step) {
    return "/task/%s/unclaim".formatted(open.task(step));
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(403);
  }

  private Case claimed(TestFilm film, String which, String person) {
    Case open =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "100.00"));
    Answer claimed = api(which, person).call("POST", task(open) + "/claim", user(person));
    assertThat(claimed.status()).as("%s", claimed).isEqualTo(204);
    return open;
  }

  private EngineApi api(String which, String person) {
    return which.equals("open")
        ? EngineApi.open(port(), person)
        : EngineApi.behindTheTasklist(port(), person);
  }

  private static String task(Case open) {
    return "/task/" + open.task(DECIDE);
  }

  private static Map<String, Object> user(String person) {
    return Map.of("userId", person);
  }

  private static String holder(Case open, String step) {
    return open.film()
        .desk("admin")
        .get("/engine-rest/task/" + open.task(step))
        .ok()
        .path("assignee")
        .asText();
  }
}
