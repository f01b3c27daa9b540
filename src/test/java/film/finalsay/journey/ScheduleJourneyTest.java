package film.finalsay.journey;

import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static film.finalsay.support.ShootingSchedule.imported;
import static film.finalsay.support.ShootingSchedule.today;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.ShootingSchedule;
import film.finalsay.support.ShootingScript;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A schedule from the file to the days by which the film is shot. */
@FinalSayTest
class ScheduleJourneyTest {

  private static final String ENDORSE = "userTask_endorseScheduleLock";
  private static final String CONSULT = "userTask_consult";
  private static final String DECIDE = "userTask_decideScheduleLock";
  private static final String AMEND = "userTask_amendScheduleLock";
  private static final String CONSENT = "userTask_giveConsent";

  private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
  private static final List<LocalDate> THREE_DAYS =
      List.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));

  private final ManagementService jobs;
  private final JdbcClient jdbc;

  @LocalServerPort private int port;

  ScheduleJourneyTest(ManagementService jobs, JdbcClient jdbc) {
    this.jobs = jobs;
    this.jdbc = jdbc;
  }

  @Test
  void aFileIsAVersionWithItsDaysMovesAndWarnings() {
    TestFilm film = scripted();
    film.join(Map.of("person", "firstad1", "role", "first-assistant-director")).ok();

    JsonNode schedule =
        film.desk("firstad1")
            .postCsv(
                path(film),
                """
                date,unit,location,scenes,pages,cast,D/N
                2027-03-02,Main,Sea,3,9,1,Night
                2027-03-01,Main,Harbour,1,1 3/8,"1, 2",Night
                2027-03-01,Main,Lighthouse,2,6/8,1,Night
                2027-03-03,Main,Lighthouse,4,4/8,1,Dawn
                """)
            .ok();

    assertThat(schedule.path("version").asInt()).isEqualTo(1);
    assertThat(schedule.path("baseline").asBoolean()).isFalse();
    assertThat(schedule.path("firstDay").asText()).isEqualTo("2027-03-01");
    assertThat(schedule.path("wrapDate").asText()).isEqualTo("2027-03-03");
    assertThat(schedule.path("pages").asText()).isEqualTo("11 5/8");
    assertThat(schedule.path("companyMoves").asInt()).isEqualTo(1);
    assertThat(schedule.path("unscheduled")).extracting(JsonNode::asText).containsExactly("5");
    assertThat(schedule.path("warnings"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "2027-03-02: Main has 9 pages, more than 8.",
            "2027-03-03: Main has 4/8 pages, less than 1.");
    assertThat(schedule.path("days").get(0).path("pages").asText()).isEqualTo("2 1/8");

    String file =
        new String(film.desk("line1").download(path(film) + "/1/export"), StandardCharsets.UTF_8);
    film.desk("line1").postCsv(path(film), file).ok();
    assertThat(difference(film, 1, 2).path("identical").asBoolean()).isTrue();
    assertThat(film.desk("line1").get(path(film)).ok().path("items"))
        .extracting(version -> version.path("version").asInt())
        .containsExactly(2, 1);
    assertThat(happenings(film)).contains("SCHEDULE_IMPORTED by firstad1");
  }

  @Test
  void twoVersionsDifferByTheirDaysAndByWhereScenesWent() {
    TestFilm film = scripted();
    imported(film, THREE_DAYS);
    imported(film, List.of(FIRST, FIRST.plusDays(2), FIRST.plusDays(3)));

    JsonNode difference = difference(film, 1, 2);

    assertThat(difference.path("days"))
        .extracting(day -> day.path("date").asText() + " " + day.path("change").asText())
        .containsExactly("2027-03-02 DROPPED", "2027-03-03 CHANGED", "2027-03-04 ADDED");
    assertThat(difference.path("scenes"))
        .extracting(scene -> scene.path("scene").asText())
        .containsExactly("2", "3");
    assertThat(difference.path("wrapDateAfter").asText()).isEqualTo("2027-03-04");
  }

  @Test
  void aFileThatIsRefusedImportsNothing() {
    TestFilm film = scripted();
    Answer unknown =
        refused(
            film,
            400,
            () ->
                film.desk("line1")
                    .postCsv(
                        path(film), ShootingSchedule.on(THREE_DAYS).replace(",3,2,", ",33,2,")));
    assertThat(unknown.field()).isEqualTo("file");
    assertThat(unknown.text("detail")).contains("line 4: the locked script has no scene \"33\"");
    refused(film, 403, () -> film.desk("director1").postCsv(path(film), "x"));
    refused(film, 404, () -> film.desk("line1").get(path(film) + "/1"));
    refused(film, 404, () -> film.desk("line1").get("/api/films/%s/schedule".formatted(film.id())));

    TestFilm unlocked = TestFilm.create(port);
    Answer answer =
        refused(
            unlocked,
            409,
            () -> unlocked.desk("line1").postCsv(path(unlocked), ShootingSchedule.on(THREE_DAYS)));
    assertThat(answer.text("detail")).contains("is not locked");
  }

  @Test
  void aLockHearsWhoShootsAndMakesItsDaysTheDaysPlanned() {
    TestFilm film = scripted();
    film.join(Map.of("person", "firstad1", "role", "first-assistant-director")).ok();
    imported(film, THREE_DAYS);
    Case lock = asked(film, "line1", 1);
    assertThat(lock.key()).isEqualTo(film.id() + "-SB-1");
    assertThat(lock.waitingFor()).containsExactly(ENDORSE + " for producer");

    lock.answered("producer1", ENDORSE, "APPROVE");
    assertThat(lock.waitingFor())
        .containsExactlyInAnyOrder(
            CONSULT + " for director", CONSULT + " for first-assistant-director");
    lock.answered("director1", CONSULT, "CONCERN", "The sea on one day?")
        .answered("firstad1", CONSULT, "SUPPORT");
    assertThat(lock.shown("exec1", DECIDE, "contentText"))
        .contains("**Shooting days**: 3", "**Wrap date**: 2027\\-03\\-03", "**Pages**: 6");
    lock.answered("exec1", DECIDE, "APPROVE");

    assertThat(lock.state()).isEqualTo("APPROVED");
    assertThat(lock.decisions()).contains("director1 as director: CONCERN");
    JsonNode locked = film.desk("line1").get("/api/films/%s/schedule".formatted(film.id())).ok();
    assertThat(locked.path("lockedBy").asText()).isEqualTo(lock.key());
    assertThat(filmOf(film).path("shootingDays").asInt()).isEqualTo(3);
    assertThat(filmOf(film).path("phase").asText()).isEqualTo("DEVELOPMENT");
    assertThat(happenings(film)).startsWith("TOOK_EFFECT by nobody", "SHOOTING_DAYS_SET by nobody");
  }

  @Test
  void whoIsNotThereIsNotHeardAndSilenceGoesOn() {
    TestFilm film = scripted();
    imported(film, THREE_DAYS);
    Case lock = asked(film, "producer1", 1);
    assertThat(lock.waitingFor()).containsExactly(CONSULT + " for director");

    jdbc.sql("update question set asked_at = asked_at - interval '3' day where approval_key = :key")
        .param("key", lock.key())
        .update();
    jobs.executeJob(jobs.createJobQuery().tenantIdIn(film.id()).timers().singleResult().getId());

    assertThat(lock.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    lock.answered("exec1", DECIDE, "APPROVE");
    assertThat(lock.state()).isEqualTo("APPROVED");
  }

  @Test
  void aReturnedLockComesBackWithAnotherVersionAndIsRejectedOrWithdrawn() {
    TestFilm film = scripted();
    imported(film, THREE_DAYS);
    imported(film, List.of(FIRST));
    Case lock =
        heard(asked(film, "producer1", 1)).answered("exec1", DECIDE, "RETURN", "In one day.");
    lock.answered("producer1", AMEND, Map.of("decision", "RESUBMIT", "version", 2));
    heard(lock).answered("exec1", DECIDE, "REJECT", "Not so.");
    assertThat(lock.state()).isEqualTo("REJECTED");
    Case unendorsed = asked(film, "line1", 1).answered("producer1", ENDORSE, "REJECT", "No.");
    assertThat(unendorsed.state()).isEqualTo("REJECTED");

    Case withdrawn = asked(film, "producer1", 1);
    film.desk("producer1").post("/api/approvals/" + withdrawn.key() + "/withdrawal", Map.of()).ok();

    assertThat(withdrawn.state()).isEqualTo("WITHDRAWN");
    assertThat(filmOf(film).path("shootingDays").asInt()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"coexec1", "producer2", "line1", "director1", "producer1"})
  void nobodyButTheExecutiveProducerLocksASchedule(String person) {
    TestFilm film = scripted();
    imported(film, THREE_DAYS);
    Case lock = heard(asked(film, "producer1", 1));

    refused(film, 403, () -> lock.tried(person, DECIDE, "APPROVE"));
  }

  @Test
  void onceGreenlitThePartiesConsentAndOneRefusalLeavesItAsItIs() {
    TestFilm film = GreenlitFilm.shooting(port);
    imported(film, THREE_DAYS);
    Case refusedLock =
        heard(asked(film, "producer1", 1))
            .answered("exec1", DECIDE, "APPROVE")
            .answered("guarantor1", CONSENT, "REFUSE", "Three days are not enough.");
    assertThat(refusedLock.state()).isEqualTo("REJECTED");

    Case lock = heard(asked(film, "producer1", 1)).answered("exec1", DECIDE, "APPROVE");
    assertThat(lock.waitingFor())
        .containsExactlyInAnyOrder(
            CONSENT + " for financier", CONSENT + " for completion-guarantor");
    assertThat(lock.shown("guarantor1", CONSENT, "silenceBecause"))
        .contains("within five days", "the schedule stays as it is");
    lock.answered("financier1", CONSENT, "CONSENT").answered("guarantor1", CONSENT, "CONSENT");

    assertThat(lock.state()).isEqualTo("APPROVED");
    assertThat(filmOf(film).path("shootingDays").asInt()).isEqualTo(3);
    assertThat(filmOf(film).path("phase").asText()).isEqualTo("PRE_PRODUCTION");
  }

  @Test
  void whatIsLockedIsWhatWasDecidedOn() {
    TestFilm film = ShootingSchedule.locked(port, List.of(today(), today().plusDays(1)));
    ShootingSchedule.shot(film, today(), 16);
    imported(film, THREE_DAYS);
    Answer left = refused(film, 409, () -> start(film, "producer1", 2));
    assertThat(left.text("detail"))
        .contains("leaves out days that have a production report: " + today());
    Answer twice = refused(film, 409, () -> start(film, "producer1", 1));
    assertThat(twice.text("detail")).contains("locked already");
  }

  @Test
  void aWrongRequestNamesItsField() {
    TestFilm film = scripted();
    imported(film, THREE_DAYS);

    refusedFor("version", film, () -> start(film, "producer1", 9));
    refusedFor("version", film, () -> start(film, "producer1", "one"));
    refusedFor("version", film, () -> start(film, "producer1", ""));
    refused(film, 403, () -> start(film, "director1", 1));
    Case open = asked(film, "producer1", 1);
    Answer second = refused(film, 409, () -> start(film, "producer2", 1));
    assertThat(second.text("detail")).contains(open.key() + " is open already");
  }

  private TestFilm scripted() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);
    return film;
  }

  private static Case asked(TestFilm film, String person, int version) {
    return Case.started(
        film, person, "schedule-lock", Map.of("film", film.id(), "version", version));
  }

  private static Answer start(TestFilm film, String person, Object version) {
    return film.desk(person).start("schedule-lock", Map.of("film", film.id(), "version", version));
  }

  private static Case heard(Case lock) {
    return lock.answered("director1", CONSULT, "SUPPORT");
  }

  private static String path(TestFilm film) {
    return "/api/films/%s/schedules".formatted(film.id());
  }

  private static JsonNode difference(TestFilm film, int from, int to) {
    return film.desk("line1").get("%s/%d/differences/%d".formatted(path(film), from, to)).ok();
  }

  private static JsonNode filmOf(TestFilm film) {
    return film.desk("line1").get("/api/films/" + film.id()).ok();
  }

  private static List<String> happenings(TestFilm film) {
    return film
        .desk("line1")
        .get("/api/films/%s/ledger?size=200".formatted(film.id()))
        .ok()
        .path("items")
        .findParents("happening")
        .stream()
        .map(
            entry ->
                "%s by %s"
                    .formatted(
                        entry.path("happening").asText(), entry.path("person").asText("nobody")))
        .toList();
  }
}
