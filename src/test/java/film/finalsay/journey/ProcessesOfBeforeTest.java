package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Deployment;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What began when consents, conditions and withdrawal were drawn within each process ends as drawn.
 */
@FinalSayTest
class ProcessesOfBeforeTest {

  private static final Path BEFORE = Path.of("src/test/resources/before");
  private static final Path NOW = Path.of("processes");
  private static final String CONSENT = "userTask_giveConsent";
  private static final String DECIDE = "userTask_decideGreenlight";

  private final ManagementService jobs;
  private final JdbcClient jdbc;

  @LocalServerPort private int port;

  ProcessesOfBeforeTest(ManagementService jobs, JdbcClient jdbc) {
    this.jobs = jobs;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void asBefore() throws IOException {
    deployed(BEFORE.resolve("budget-change-consent.form"));
    deployed(BEFORE.resolve("budget-change.bpmn"));
    deployed(BEFORE.resolve("greenlight.bpmn"));
  }

  @AfterEach
  void andNow() throws IOException {
    deployed(NOW.resolve("budget-change.bpmn"));
    deployed(NOW.resolve("greenlight.bpmn"));
  }

  @Test
  void aBudgetChangeIsConsentedToBySilence() throws IOException {
    Case change = increase();
    andNow();

    change.answered("exec1", "userTask_decideBudgetChange", "APPROVE");
    change.answered("financier1", CONSENT, "CONSENT");
    assertThat(change.waitingFor()).containsExactly(CONSENT + " for completion-guarantor");
    jdbc.sql("update question set asked_at = asked_at - interval '5' day where approval_key = :key")
        .param("key", change.key())
        .update();
    jobs.executeJob(
        jobs.createJobQuery().tenantIdIn(change.film().id()).timers().singleResult().getId());

    assertThat(change.decisions())
        .last()
        .isEqualTo("nobody as completion-guarantor: CONSENT_BY_SILENCE");
    assertThat(change.state()).isEqualTo("APPROVED");
  }

  @Test
  void aBudgetChangeIsWithdrawnWhereItStands() throws IOException {
    Case change = increase();
    change.answered("exec1", "userTask_decideBudgetChange", "APPROVE");
    andNow();

    change
        .film()
        .desk("line1")
        .post("/api/approvals/%s/withdrawal".formatted(change.key()), Map.of())
        .ok();

    assertThat(change.state()).isEqualTo("WITHDRAWN");
    assertThat(change.waitingFor()).isEmpty();
  }

  @Test
  void aGreenlightIsReturnedAtItsConditionsAndThenGiven() throws IOException {
    TestFilm film = ReadyFilm.create(port);
    String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
    Case greenlight =
        Case.started(film, "producer1", "greenlight", Requests.greenlight(film, "Draft 1"));
    andNow();

    greenlight.answered("exec1", DECIDE, onConditions(tomorrow));
    greenlight.answered("producer1", "userTask_reportCondition", reported());
    greenlight.answered("exec1", "userTask_confirmCondition", "RETURN_PACKAGE", "Another bond.");
    greenlight.answered("producer1", "userTask_amendPackage", Map.of("decision", "RESUBMIT"));
    greenlight.answered("exec1", DECIDE, onConditions(tomorrow));
    greenlight.answered("producer1", "userTask_reportCondition", reported());
    greenlight.answered("exec1", "userTask_confirmCondition", "CONFIRM");

    assertThat(greenlight.state()).isEqualTo("APPROVED");
  }

  private Case increase() {
    TestFilm film = TestFilm.create(port);
    return Case.started(
        film, "line1", "budget-change", Requests.increase(film, "4500", "50000.00"));
  }

  private static Map<String, String> onConditions(String due) {
    return Map.of(
        "decision",
        "APPROVE_WITH_CONDITIONS",
        "comment",
        "",
        "conditions",
        "The bond is signed | producer | The signed bond | " + due);
  }

  private static Map<String, String> reported() {
    return Map.of(
        "decision", "CONDITIONS_MET", "comment", "It is signed.", "reference", "Binder, tab 4");
  }

  private void deployed(Path model) throws IOException {
    Deployment.of(model.getFileName().toString(), Files.readString(model)).by("admin", port).ok();
  }
}
