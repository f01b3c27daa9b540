package film.finalsay.locationfee;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** A kind of request in an hour: one class, one process, two forms, and this. */
@FinalSayTest
class LocationFeeTest {

  private static final String ENDORSE = "userTask_endorseLocationFee";
  private static final String DECIDE = "userTask_decideLocationFee";

  private final RepositoryService repository;
  private TestFilm film;

  @LocalServerPort private int port;

  LocationFeeTest(RepositoryService repository) {
    this.repository = repository;
  }

  @BeforeEach
  void aFilmThatMayBeSpentOn() {
    repository
        .createDeployment()
        .name("location-fee")
        .enableDuplicateFiltering(true)
        .addClasspathResource("locationfee/location-fee.bpmn")
        .addClasspathResource("locationfee/location-fee-start.form")
        .addClasspathResource("locationfee/location-fee-decide.form")
        .deploy();
    film = GreenlitFilm.create(port);
  }

  @Test
  void aFeeThatIsEndorsedAndDecidedIsCommitted() {
    String key = film.desk("line1").started("location-fee", fee("1500.00"));
    assertThat(key).isEqualTo(film.id() + "-LF-1");

    film.desk("producer1").answer(key, ENDORSE, "APPROVE", "").ok();
    film.desk("exec1").answer(key, DECIDE, "APPROVE", "").ok();

    assertThat(film.desk("exec1").approval(key).path("state").asText()).isEqualTo("APPROVED");
    assertThat(
            film.desk("exec1")
                .get("/api/films/%s/commitments".formatted(film.id()))
                .ok()
                .path("items"))
        .singleElement()
        .satisfies(
            committed -> {
              assertThat(committed.path("approval").asText()).isEqualTo(key);
              assertThat(committed.path("account").asText()).isEqualTo("3500");
              assertThat(committed.path("amount").asText()).isEqualTo("1500.00");
            });
  }

  @Test
  void aProducersOwnGoesStraightUpAndOneThatIsRejectedCommitsNothing() {
    String key = film.desk("producer1").started("location-fee", fee("10.00"));

    film.desk("exec1").answer(key, DECIDE, "REJECT", "The river is free.").ok();

    assertThat(film.desk("exec1").approval(key).path("state").asText()).isEqualTo("REJECTED");
    assertThat(
            film.desk("exec1")
                .get("/api/films/%s/commitments".formatted(film.id()))
                .ok()
                .path("items"))
        .isEmpty();
  }

  @Test
  void whatTheAccountDoesNotHaveIsRefusedAtOnceAndAgainBeforeItIsCommitted() {
    Desk.Answer refused = film.desk("line1").start("location-fee", fee("999999999.00"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.field()).isEqualTo("amount");

    String most = film.balance("3500");
    String first = film.desk("producer1").started("location-fee", fee(most));
    String second = film.desk("producer1").started("location-fee", fee(most));
    film.desk("exec1").answer(first, DECIDE, "APPROVE", "").ok();

    Desk.Answer answer = film.desk("exec1").answer(second, DECIDE, "APPROVE", "");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("detail")).contains("is committed already");
  }

  @Test
  void aDrawnEffectApprovesNothingThatHasAnEffectOfItsOwn() throws IOException {
    redrawn("${applyRequest}", "${recordCommitment}");
    String key = film.desk("producer1").started("location-fee", fee("10.00"));

    Desk.Answer answer = film.desk("exec1").answer(key, DECIDE, "APPROVE", "");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("detail")).contains("the step that approves it comes before");
  }

  @Test
  void whatIsApprovedByItsOwnEffectMayBeToldToARole() throws IOException {
    redrawn(
        "</bpmn:process>",
        """
          <bpmn:sequenceFlow id="flow_told" sourceRef="serviceTask_commitLocationFee" targetRef="serviceTask_notify" />
          <bpmn:serviceTask id="serviceTask_notify" name="Notify" camunda:delegateExpression="${notifyRole}">
            <bpmn:extensionElements><camunda:properties>
              <camunda:property name="role" value="director" />
              <camunda:property name="text" value="We shoot there." />
            </camunda:properties></bpmn:extensionElements>
          </bpmn:serviceTask>
        </bpmn:process>
        """);
    String key = film.desk("producer1").started("location-fee", fee("10.00"));
    film.desk("exec1").answer(key, DECIDE, "APPROVE", "").ok();

    film.desk("director1").answer(film.id() + "-AN-1", "userTask_takeNote", "ACKNOWLEDGE", "").ok();
  }

  /** Under the same name, so that the next test deploys its own again. */
  private void redrawn(String drawn, String anew) throws IOException {
    String model =
        new ClassPathResource("locationfee/location-fee.bpmn")
            .getContentAsString(StandardCharsets.UTF_8);
    repository
        .createDeployment()
        .name("location-fee")
        .addString("locationfee/location-fee.bpmn", model.replace(drawn, anew))
        .deploy();
  }

  private Map<String, Object> fee(String amount) {
    return Map.of(
        "film", film.id(), "place", "The old harbour", "account", "3500", "amount", amount);
  }
}
