package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static film.finalsay.support.Cast.with;
import static film.finalsay.support.ShootingSchedule.imported;
import static film.finalsay.support.ShootingSchedule.shot;
import static film.finalsay.support.ShootingSchedule.today;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ShootingSchedule;
import film.finalsay.support.ShootingScript;
import film.finalsay.support.TestFilm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change of the locked schedule: who decides it, who consents, what it does. */
@FinalSayTest
class ScheduleChangeJourneyTest {

  private static final String DECIDE = "userTask_decideScheduleChange";
  private static final String AMEND = "userTask_amendScheduleChange";
  private static final String CONSENT = "userTask_giveConsent";

  private final ManagementService jobs;
  private final JdbcClient jdbc;

  @LocalServerPort private int port;

  ScheduleChangeJourneyTest(ManagementService jobs, JdbcClient jdbc) {
    this.jobs = jobs;
    this.jdbc = jdbc;
  }

  @Test
  void insideTheWrapDateAndFreeItIsAProducers() {
    TestFilm film = locked();
    int version = imported(film, days(0, 2, 3, 4, 6));
    Map<String, Object> request = change(film, version);
    JsonNode preview =
        film.desk("line1")
            .post("/api/films/%s/requests/schedule-change/preview".formatted(film.id()), request)
            .ok();
    assertThat(preview.path("decidedBy").asText()).isEqualTo("producer");

    Case change = Case.started(film, "line1", "schedule-change", request);
    assertThat(change.key()).isEqualTo(film.id() + "-SC-1");
    assertThat(change.waitingFor()).containsExactly(DECIDE + " for producer");
    assertThat(change.shown("producer1", DECIDE, "contentText"))
        .contains("**Cause**: The ferry", "**Days added**: 1", "**Days dropped**: 1");
    change.answered("producer1", DECIDE, "APPROVE");

    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(baseline(film)).isEqualTo(version);
    assertThat(lockedBy(film)).isEqualTo(change.key());
  }

  @Test
  void oneDayIsTheCoExecutiveProducersAndTheNextOneAddsToIt() {
    TestFilm film = locked();
    Case first =
        Case.started(
            film, "line1", "schedule-change", change(film, imported(film, days(0, 1, 2, 3, 5, 6))));
    assertThat(first.waitingFor()).containsExactly(DECIDE + " for co-executive-producer");
    refused(film, 403, () -> first.tried("producer1", DECIDE, "APPROVE"));
    first.answered("coexec1", DECIDE, "APPROVE");
    assertThat(first.state()).isEqualTo("APPROVED");
    assertThat(shootingDays(film)).isEqualTo(6);

    Case second =
        Case.started(
            film,
            "line1",
            "schedule-change",
            change(film, imported(film, days(0, 1, 2, 3, 4, 5, 6))));
    assertThat(second.waitingFor()).containsExactly(DECIDE + " for executive-producer");
  }

  @Test
  void whatCostsIsWeighedTogetherAndTheFinancierConsents() {
    TestFilm film = locked();
    int version = imported(film, days(0, 2, 3, 4, 6));
    Map<String, Object> small = with(change(film, version), Map.of("costs", "3500 10000.00"));
    Case first = Case.started(film, "line1", "schedule-change", small);
    assertThat(first.amount()).isEqualTo("10000.00");
    assertThat(first.waitingFor()).containsExactly(DECIDE + " for co-executive-producer");
    first.answered("coexec1", DECIDE, "APPROVE");
    assertThat(first.waitingFor()).containsExactly(CONSENT + " for financier");
    first.answered("financier1", CONSENT, "CONSENT");
    assertThat(baseline(film)).isEqualTo(version);

    Map<String, Object> more =
        with(change(film, imported(film, days(0, 1, 3, 4, 6))), Map.of("costs", "3500 0.01"));
    Case second = Case.started(film, "line1", "schedule-change", more);
    assertThat(second.waitingFor()).containsExactly(DECIDE + " for executive-producer");
  }

  @Test
  void aLaterWrapNeedsTheGuarantorAndSilenceRefusesIt() {
    TestFilm film = locked();
    int version = imported(film, days(0, 1, 2, 3, 7));
    Case change = Case.started(film, "line1", "schedule-change", change(film, version));
    change.answered("coexec1", DECIDE, "APPROVE");
    assertThat(change.waitingFor()).containsExactly(CONSENT + " for completion-guarantor");

    jdbc.sql("update question set asked_at = asked_at - interval '3' day where approval_key = :key")
        .param("key", change.key())
        .update();
    jobs.executeJob(jobs.createJobQuery().tenantIdIn(film.id()).timers().singleResult().getId());

    assertThat(change.state()).isEqualTo("REJECTED");
    assertThat(baseline(film)).isEqualTo(1);
    Case again = Case.started(film, "line1", "schedule-change", change(film, version));
    again
        .answered("coexec1", DECIDE, "APPROVE")
        .answered("guarantor1", CONSENT, "REFUSE", "Not bonded.");
    assertThat(again.state()).isEqualTo("REJECTED");
  }

  @Test
  void anotherDeliveryDateIsTheExecutiveProducersWithTheDistributor() {
    TestFilm film = locked();
    film.hire("distributor");
    Map<String, Object> request =
        with(
            change(film, imported(film, days(0, 1, 2, 3, 7))),
            Map.of("deliveryDate", today().plusYears(1).toString()));

    Case change = Case.started(film, "line1", "schedule-change", request);

    assertThat(change.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    change.answered("exec1", DECIDE, "APPROVE");
    assertThat(change.waitingFor())
        .containsExactlyInAnyOrder(
            CONSENT + " for completion-guarantor", CONSENT + " for distributor");
  }

  @Test
  void aReturnedChangeComesBackRuledAnewAndIsRejectedOrWithdrawn() {
    TestFilm film = locked();
    Case change =
        Case.started(
                film,
                "line1",
                "schedule-change",
                change(film, imported(film, days(0, 1, 2, 3, 5, 6))))
            .answered("coexec1", DECIDE, "RETURN", "Without the day.");
    int smaller = imported(film, days(0, 1, 2, 4, 6));
    change.answered("line1", AMEND, Map.of("decision", "RESUBMIT", "version", smaller));
    assertThat(change.waitingFor()).containsExactly(DECIDE + " for producer");
    change.answered("producer1", DECIDE, "REJECT", "It stays.");
    assertThat(change.state()).isEqualTo("REJECTED");

    Case withdrawn = Case.started(film, "line1", "schedule-change", change(film, smaller));
    film.desk("line1").post("/api/approvals/" + withdrawn.key() + "/withdrawal", Map.of()).ok();
    assertThat(withdrawn.state()).isEqualTo("WITHDRAWN");
    assertThat(baseline(film)).isEqualTo(1);
  }

  @Test
  void moneyIsOnTheAccountOrComesByABudgetChangeThatIsApprovedFirst() {
    TestFilm film = locked();
    Map<String, Object> request = change(film, imported(film, days(0, 2, 3, 4, 6)));
    refusedFor("costs", film, () -> start(film, with(request, Map.of("costs", "3500 200000.01"))));
    Case room =
        Case.started(film, "line1", "budget-change", transfer(film, "3600", "3500", "1000.00"));
    Case change =
        Case.started(
                film,
                "line1",
                "schedule-change",
                with(request, Map.of("costs", "3500 1000.00", "budgetChange", room.key())))
            .answered("coexec1", DECIDE, "APPROVE");

    Answer early = refused(film, 409, () -> change.tried("financier1", CONSENT, "CONSENT"));
    assertThat(early.text("detail")).contains(room.key(), "is not approved");
    room.answered("producer1", "userTask_decideBudgetChange", "APPROVE");
    change.answered("financier1", CONSENT, "CONSENT");

    assertThat(change.state()).isEqualTo("APPROVED");
  }

  @Test
  void whatWasShotStaysAndDroppingTheRestEndsTheShoot() {
    TestFilm film = ShootingSchedule.locked(port, List.of(today(), today().plusDays(1)));
    shot(film, today(), 16);
    Answer left =
        refused(
            film,
            409,
            () -> start(film, change(film, imported(film, List.of(today().plusDays(1))))));
    assertThat(left.text("detail")).contains("leaves out days that have a production report");

    Case change =
        Case.started(
            film, "line1", "schedule-change", change(film, imported(film, List.of(today()))));
    change.answered("producer1", DECIDE, "APPROVE");

    JsonNode of = film.desk("line1").get("/api/films/" + film.id()).ok();
    assertThat(of.path("phase").asText()).isEqualTo("POST_PRODUCTION");
    assertThat(of.path("shootingDays").asInt()).isEqualTo(1);
  }

  @Test
  void aWrongRequestNamesItsField() {
    TestFilm unlocked = TestFilm.create(port);
    ShootingScript.locked(unlocked);
    int first = imported(unlocked, days(0, 1));
    Answer none = refused(unlocked, 409, () -> start(unlocked, change(unlocked, first)));
    assertThat(none.text("detail")).contains("has no locked schedule");

    TestFilm film = locked();
    int version = imported(film, days(0, 2, 3, 4, 6));
    Map<String, Object> request = change(film, version);
    refusedFor("version", film, () -> start(film, with(request, Map.of("version", 9))));
    refusedFor("version", film, () -> start(film, with(request, Map.of("version", 1))));
    refusedFor("cause", film, () -> start(film, with(request, Map.of("cause", " "))));
    refusedFor("costs", film, () -> start(film, with(request, Map.of("costs", "3500"))));
    refusedFor("costs", film, () -> start(film, with(request, Map.of("costs", "9999 1.00"))));
    refusedFor("costs", film, () -> start(film, with(request, Map.of("costs", "3500 -1"))));
    refusedFor("costs", film, () -> start(film, with(request, Map.of("costs", "3500 1\n3500 2"))));
    refusedFor(
        "budgetChange",
        film,
        () -> start(film, with(request, Map.of("budgetChange", film.id() + "-BC-9"))));
    refusedFor(
        "deliveryDate",
        film,
        () -> start(film, with(request, Map.of("deliveryDate", today().toString()))));
    Case open = Case.started(film, "line1", "schedule-change", request);
    assertThat(
            film.desk("line1")
                .post(
                    "/api/films/%s/requests/schedule-change/preview".formatted(film.id()), request)
                .ok()
                .path("refusal")
                .path("reason")
                .asText())
        .as("the preview says so, too")
        .contains(open.key() + " is open already");
    Answer second = refused(film, 409, () -> start(film, request));
    assertThat(second.text("detail")).contains(open.key() + " is open already");
  }

  /** Five days, from today on. */
  private TestFilm locked() {
    return ShootingSchedule.locked(port, days(0, 1, 2, 3, 6));
  }

  private static List<LocalDate> days(int... fromToday) {
    List<LocalDate> days = new ArrayList<>();
    for (int day : fromToday) {
      days.add(today().plusDays(day));
    }
    return days;
  }

  private static Map<String, Object> change(TestFilm film, int version) {
    return Map.of(
        "film", film.id(), "version", version, "cause", "The ferry does not sail on that day.");
  }

  private static Answer start(TestFilm film, Map<String, Object> request) {
    return film.desk("line1").start("schedule-change", request);
  }

  private static int baseline(TestFilm film) {
    return schedule(film).path("version").asInt();
  }

  private static String lockedBy(TestFilm film) {
    return schedule(film).path("lockedBy").asText();
  }

  private static JsonNode schedule(TestFilm film) {
    return film.desk("line1").get("/api/films/%s/schedule".formatted(film.id())).ok();
  }

  private static int shootingDays(TestFilm film) {
    return film.desk("line1").get("/api/films/" + film.id()).ok().path("shootingDays").asInt();
  }
}
