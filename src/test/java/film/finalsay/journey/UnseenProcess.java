package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A process that the product has never seen, drawn with nothing but a user task for the executive
 * producer, stands under the same guard as those it ships with.
 */
interface UnseenProcess {

  String DRAWN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_hire" targetNamespace="http://bpmn.io/schema/bpmn">
        <bpmn:process id="hire-key-person" name="Hire key person" isExecutable="true" camunda:historyTimeToLive="P3650D">
          <bpmn:startEvent id="startEvent_asked" />
          <bpmn:sequenceFlow id="flow_1" sourceRef="startEvent_asked" targetRef="userTask_decide" />
          <bpmn:userTask id="userTask_decide" name="Decide" camunda:candidateGroups="executive-producer" />
          <bpmn:sequenceFlow id="flow_2" sourceRef="userTask_decide" targetRef="endEvent_decided" />
          <bpmn:endEvent id="endEvent_decided" />
        </bpmn:process>
      </bpmn:definitions>
      """;

  int port();

  @Test
  default void standsUnderTheSameGuard() {
    TestFilm film = TestFilm.create(port());
    film.join(Map.of("person", "admin", "role", "executive-producer")).ok();
    film.desk("admin")
        .upload(
            "/engine-rest/deployment/create",
            "hire-key-person.bpmn",
            DRAWN.getBytes(StandardCharsets.UTF_8))
        .ok();
    Map<String, Object> request =
        Map.of("film", film.id(), "subject", "Hire Ines Falk as director of photography");

    refusedStart(film, "line1", Map.of("subject", "No film"), 400, "film");
    refusedStart(film, "line1", Map.of("film", "NONE", "subject", "x"), 400, "film");
    Answer byTheDirector = film.desk("director1").start("hire-key-person", request);
    assertThat(byTheDirector.status()).as("%s", byTheDirector).isEqualTo(403);

    Case own = Case.started(film, "exec1", "hire-key-person", request);
    Case hire = Case.started(film, "line1", "hire-key-person", request);
    assertThat(hire.key()).startsWith(film.id() + "-AP-");
    assertThat(hire.waitingFor()).containsExactly("userTask_decide for executive-producer");

    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("decision", "YES"),
            Map.of("decision", "CONSENT"),
            Map.of("decision", "REJECT"))) {
      Answer answer = film.desk("exec1").complete(hire.task("userTask_decide"), wrong);
      assertThat(answer.status()).as("%s: %s", wrong, answer).isEqualTo(400);
    }
    for (String person : List.of("line1", "producer2", "coexec1", "director1", "financier1")) {
      Answer claimed =
          film.desk(person)
              .post(
                  "/engine-rest/task/%s/claim".formatted(hire.task("userTask_decide")),
                  Map.of("userId", person));
      assertThat(claimed.status()).as("%s: %s", person, claimed).isEqualTo(403);
      Answer answer = hire.tried(person, "userTask_decide", "APPROVE");
      assertThat(answer.status()).as("%s: %s", person, answer).isEqualTo(403);
    }
    assertThat(own.tried("exec1", "userTask_decide", "APPROVE").text("detail"))
        .contains("nobody decides their own request");
    assertThat(hire.decisions()).isEmpty();

    hire.answered("exec1", "userTask_decide", "APPROVE");
    own.answered("admin", "userTask_decide", "REJECT", "Not this year.");
    assertThat(hire.state()).isEqualTo("APPROVED");
    assertThat(hire.decisions()).containsExactly("exec1 as executive-producer: APPROVE");
    assertThat(own.state()).isEqualTo("REJECTED");
    JsonNode filed = film.desk("admin").approval(hire.key());
    assertThat(filed.path("subject").asText())
        .isEqualTo("Hire Ines Falk as director of photography");
    assertThat(filed.path("requester").asText()).isEqualTo("line1");
  }

  private static void refusedStart(
      TestFilm film, String person, Map<String, Object> request, int status, String field) {
    Answer answer = film.desk(person).start("hire-key-person", request);
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.field()).isEqualTo(field);
  }
}
