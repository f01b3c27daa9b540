package film.finalsay.journey;

import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static film.finalsay.journey.Standing.shutOut;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.film.Phase;
import film.finalsay.support.CutFilm;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the director's cut to the locked picture, by the people, and what keeps a cut from it. */
@FinalSayTest
class CutJourneyTest {

  private static final String HEARD = "userTask_consult";
  private static final String ENDORSE = "userTask_endorseCut";
  private static final String DECIDE = "userTask_decideCut";
  private static final String LOCK = "userTask_decideAsExecutiveProducer";
  private static final String LOCK_AS_DIRECTOR = "userTask_decideAsDirector";
  private static final String CONSENT = "userTask_giveConsent";

  private CutFilm cuts;
  private TestFilm film;

  @LocalServerPort int port;

  @BeforeEach
  void aFilmInPostProduction() {
    cuts = CutFilm.inPost(port);
    film = cuts.film();
  }

  @Test
  void aCutIsApprovedLockedAndChangedAgainByReopeningAlone() {
    assertThat(finalCut().path("role").asText()).isEqualTo("executive-producer");
    int directors = cuts.handedIn("director1", "Director's cut", "DIRECTORS_CUT");
    int fine = cuts.handedIn("post1", "Fine cut 1", "FINE_CUT");
    assertThat(finalCut().path("closedBecause").isNull()).as("the director has handed in").isTrue();
    assertThat(approved(directors).state()).isEqualTo("APPROVED");

    Case approval = Case.started(film, "post1", "cut-approval", cuts.approval(fine));
    assertThat(approval.key()).isEqualTo(film.id() + "-CU-2");
    approval.answered("producer1", ENDORSE, "APPROVE");
    approval.answered("director1", HEARD, "CONCERN", "The storm is too long.");
    approval.answered("financier1", HEARD, "SUPPORT").answered("distributor1", HEARD, "SUPPORT");
    assertThat(approval.shown("exec1", DECIDE, "historyText")).contains("The storm is too long.");
    assertThat(approval.shown("exec1", DECIDE, "differenceText"))
        .startsWith("Against version 1, Director's cut: no shot differs.");
    assertThat(approval.shown("exec1", DECIDE, "contentText"))
        .contains("00:10:00:00", "All of them are there.");
    refused(film, 403, () -> approval.tried("coexec1", DECIDE, "APPROVE"));
    approval.answered("exec1", DECIDE, "APPROVE");
    assertThat(cut(fine).path("approval").asText()).isEqualTo(approval.key());
    assertThat(cut(fine).path("lock").isNull()).isTrue();

    Case lock = Case.started(film, "line1", "picture-lock", cuts.lock(fine));
    refused(film, 403, () -> lock.tried("coexec1", LOCK, "APPROVE"));
    shutOut(film, () -> lock.tried("director1", LOCK, "APPROVE"));
    lock.answered("exec1", LOCK, "APPROVE");
    assertThat(cut(fine).path("stage").asText()).as("not before the consent").isEqualTo("FINE_CUT");
    lock.answered("distributor1", CONSENT, "CONSENT");
    assertThat(cut(fine).path("stage").asText()).isEqualTo("LOCKED");
    assertThat(cut(fine).path("handedInAs").asText()).isEqualTo("FINE_CUT");
    assertThat(finalCut().path("lockedCut").asInt()).isEqualTo(fine);

    int later = cuts.handedIn("post1", "Fine cut 2", "FINE_CUT");
    assertThat(refused(film, 409, () -> start("cut-approval", cuts.approval(later))).text("detail"))
        .contains("picture", "is locked", lock.key(), "opened again");
    refused(film, 409, () -> start("picture-lock", cuts.lock(later)));
    assertThat(reopening(approval.key(), 409).text("detail")).contains("open that again first");

    reopened(lock.key());
    assertThat(finalCut().path("lockedCut").isNull()).isTrue();
    assertThat(cut(fine).path("stage").asText()).isEqualTo("FINE_CUT");
    assertThat(approved(later).state()).isEqualTo("APPROVED");
    assertThat(refused(film, 409, () -> start("picture-lock", cuts.lock(fine))).text("detail"))
        .contains("is not the approved fine cut");
    locked(later);
    assertThat(finalCut().path("lockedCut").asInt()).isEqualTo(later);

    assertThat(happenings())
        .contains("CUT_HANDED_IN", "TOOK_EFFECT", "REOPENED")
        .doesNotContain("CUT_HANDED_OVER");
  }

  @Test
  void untilTheDirectorsTimeIsOverNoOtherCutIsSubmitted() {
    int producers = cuts.handedIn("producer1", "Cut 1", "PRODUCERS_CUT");
    Map<String, Object> request = cuts.approval(producers);
    assertThat(refused(film, 409, () -> start("cut-approval", request)).text("detail"))
        .contains("has not begun", "70 days");

    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    begins("exec1", today.plusDays(1)).ok();
    begins("producer1", today).ok();
    assertThat(refused(film, 409, () -> start("cut-approval", request)).text("detail"))
        .contains("has until " + today.plusDays(69));
    assertThat(begins("producer2", today.plusDays(7)).status()).isEqualTo(409);
    assertThat(agreed(Map.of("directorsCutDays", 69)).status()).isEqualTo(409);
    agreed(Map.of("directorsCutDays", 71)).ok();

    begun(today.minusDays(70));
    refused(film, 409, () -> start("cut-approval", request));
    begun(today.minusDays(71));
    film.desk("producer1").started("cut-approval", request);
  }

  @Test
  void theDirectorMayHandOverEarlierAndNobodyElse() {
    int producers = cuts.handedIn("producer1", "Cut 1", "PRODUCERS_CUT");
    for (String person : List.of("producer1", "exec1", "post1")) {
      assertThat(handOver(person).status()).as(person).isEqualTo(403);
      assertThat(handsIn(person, "DIRECTORS_CUT").status()).as(person).isEqualTo(403);
    }
    refused(film, 409, () -> start("cut-approval", cuts.approval(producers)));
    handOver("director1").ok();
    assertThat(handOver("director1").status()).isEqualTo(409);

    film.desk("producer1").started("cut-approval", cuts.approval(producers));
    assertThat(happenings()).contains("CUT_HANDED_OVER");
  }

  @ParameterizedTest
  @CsvSource({
    "DEVELOPMENT, is in development",
    "PRE_PRODUCTION, is in pre-production",
    "PRODUCTION, is in production",
  })
  void beforePostProductionEvenTheDirectorsCutIsEarly(Phase phase, String why) {
    int version = cuts.handedIn("director1", "Cut 1", "DIRECTORS_CUT");
    Map<String, Object> another = cuts.cut("Cut 2", "DIRECTORS_CUT", "00:10:00:00", CutFilm.EDL);
    cuts.in(phase);
    assertThat(refused(film, 409, () -> cuts.handsIn("director1", another)).text("detail"))
        .contains(why, "once it is in post-production");
    refused(film, 409, () -> start("cut-approval", cuts.approval(version)));
    refused(film, 409, () -> start("picture-lock", cuts.lock(version)));
    refused(film, 409, () -> begins("producer1", LocalDate.now(ZoneOffset.UTC)));
    refused(film, 409, () -> handOver("director1"));
  }

  @Test
  void whatIsDeliveredIsNotDecidedAnymore() {
    int version = cuts.handedIn("director1", "Cut 1", "DIRECTORS_CUT");
    cuts.in(Phase.DELIVERED);
    assertThat(
            refused(film, 409, () -> start("cut-approval", cuts.approval(version))).text("detail"))
        .contains("is delivered");
  }

  @Test
  void eachFieldOfACutIsHeldToWhatItMeans() {
    cuts.handedIn("post1", "Cut 1", "FINE_CUT");
    Map<String, Object> good = cuts.cut("Cut 2", "FINE_CUT", "00:10:00:00", CutFilm.EDL);
    String broken = cuts.timeline(CutFilm.EDL.replace("00:07:00:00 00:10:00:00", "00:10:00:00"));
    String picture = cuts.timeline("not a timeline");
    Map<String, Object> wrong = new HashMap<>();
    wrong.put("stage", "LOCKED");
    wrong.put("runningTime", "00:10:00:24");
    wrong.put("frameRate", "26");
    wrong.put("timeline", "0".repeat(64));
    wrong.put("label", " ");
    wrong.put("file", List.of());
    wrong.forEach(
        (field, value) ->
            refusedFor(field, film, () -> cuts.handsIn("post1", with(good, field, value))));
    refusedFor(
        "runningTime", film, () -> cuts.handsIn("post1", with(good, "runningTime", "00:00:00:00")));
    refusedFor("timeline", film, () -> cuts.handsIn("post1", with(good, "timeline", picture)));
    assertThat(
            refused(film, 400, () -> cuts.handsIn("post1", with(good, "timeline", broken)))
                .text("detail"))
        .contains("line 6: an event has four times");
    refused(film, 409, () -> cuts.handsIn("post1", with(good, "label", "Cut 1")));
    for (String person : List.of("exec1", "coexec1", "financier1", "distributor1")) {
      refused(film, 403, () -> cuts.handsIn(person, good));
    }
    cuts.handsIn("post1", with(good, "frameRate", 24)).ok();
    assertThat(
            film.desk("financier1").get(cuts.path("/cuts?size=1")).ok().path("hasMore").asBoolean())
        .isTrue();
    assertThat(film.desk("financier1").get(cuts.path("/cuts/3")).status()).isEqualTo(404);
    assertThat(film.desk("counsel1").get(cuts.path("/cuts")).status()).isEqualTo(404);
  }

  @Test
  void whatIsAgreedOfTheFinalCutIsTheExecutiveProducersToSay() {
    for (String person : List.of("producer1", "coexec1", "director1", "post1")) {
      assertThat(film.desk(person).put(cuts.path("/final-cut"), Map.of()).status())
          .as(person)
          .isEqualTo(403);
    }
    Map<String, Object> wrong =
        Map.of(
            "holder", "coexec1",
            "directorsCutDays", 366,
            "shortestMinutes", 0,
            "longestMinutes", 1001);
    wrong.forEach((field, value) -> refusedFor(field, film, () -> agreed(Map.of(field, value))));
    refusedFor(
        "longestMinutes", film, () -> agreed(Map.of("shortestMinutes", 100, "longestMinutes", 90)));
    refusedFor("from", film, () -> begins("producer1", LocalDate.now(ZoneOffset.UTC).minusDays(1)));
    assertThat(begins("director1", LocalDate.now(ZoneOffset.UTC)).status()).isEqualTo(403);
  }

  @Test
  void aCutOutsideTheContractedRunningTimeIsNotSubmittedAndTheDirectorsIs() {
    agreed(Map.of("shortestMinutes", 10, "longestMinutes", 10)).ok();
    handOver("director1").ok();
    int exact = cuts.handedIn("post1", "Exact", "FINE_CUT");
    int longer = version("post1", "FINE_CUT", "Longer", "00:10:00:01");
    int directors = version("director1", "DIRECTORS_CUT", "Mine", "00:20:00:00");

    assertThat(
            refused(film, 409, () -> start("cut-approval", cuts.approval(longer))).text("detail"))
        .contains("runs 00:10:00:01", "10 to 10 minutes");
    Case approval = approved(directors);
    assertThat(approval.state()).isEqualTo("APPROVED");
    Case asked = Case.started(film, "producer1", "cut-approval", cuts.approval(exact));
    heardAll(asked);
    agreed(Map.of("shortestMinutes", 11)).ok();
    assertThat(refused(film, 409, () -> asked.tried("exec1", DECIDE, "APPROVE")).text("detail"))
        .contains("at least 11 minutes");
  }

  @Test
  void whoeverHoldsTheFinalCutLocksAloneAndStaysSoWhileALockIsOpen() {
    handOver("director1").ok();
    int fine = cuts.approvedFineCut("Fine cut 1");
    String second = film.hire("executive-producer");
    agreed(Map.of("holder", second)).ok();
    Case lock = Case.started(film, "post1", "picture-lock", cuts.lock(fine));
    assertThat(refused(film, 403, () -> lock.tried("exec1", LOCK, "APPROVE")).text("detail"))
        .contains(second + "'s alone");
    assertThat(agreed(Map.of()).text("detail")).contains(lock.key() + " is open");
    film.desk("post1").post("/api/approvals/%s/withdrawal".formatted(lock.key()), Map.of()).ok();

    agreed(Map.of("holder", "director1")).ok();
    Case directors = Case.started(film, "post1", "picture-lock", cuts.lock(fine));
    assertThat(directors.waitingFor()).containsExactly(LOCK_AS_DIRECTOR + " for director");
    refused(film, 403, () -> directors.tried("exec1", LOCK_AS_DIRECTOR, "APPROVE"));
    directors.answered("director1", LOCK_AS_DIRECTOR, "APPROVE");
    film.desk("admin").delete("/api/films/%s/team/director1/director".formatted(film.id())).ok();
    assertThat(
            refused(film, 409, () -> directors.tried("distributor1", CONSENT, "CONSENT"))
                .text("detail"))
        .contains("the final cut is the executive producer's now");
    assertThat(finalCut().path("lockedCut").isNull()).isTrue();
  }

  @Test
  void noRouteOfTheEngineLetsACoExecutiveProducerLock() {
    handOver("director1").ok();
    Case lock =
        Case.started(film, "post1", "picture-lock", cuts.lock(cuts.approvedFineCut("Fine cut 1")));
    String task = "/engine-rest/task/" + lock.task(LOCK);
    Map<String, Object> yes = Map.of("variables", Map.of("decision", Map.of("value", "APPROVE")));
    for (String route : List.of("/complete", "/submit-form", "/resolve")) {
      assertThat(film.desk("coexec1").post(task + route, yes).status())
          .as(route)
          .isBetween(400, 499);
    }
    assertThat(film.desk("coexec1").post(task + "/claim", Map.of("userId", "coexec1")).status())
        .isBetween(400, 499);
    assertThat(lock.waitingFor()).containsExactly(LOCK + " for executive-producer");
  }

  @Test
  void thePreviewTellsWhatTheRequestComesTo() {
    handOver("director1").ok();
    int fine = cuts.handedIn("post1", "Fine cut 1", "FINE_CUT");
    JsonNode preview = preview("cut-approval", cuts.approval(fine));
    assertThat(preview.path("allowed").asBoolean()).as("%s", preview).isTrue();
    assertThat(preview.path("decidedBy").asText()).isEqualTo("executive-producer");
    assertThat(texts(preview.path("consulted")))
        .containsExactlyInAnyOrder("director", "financier", "distributor");
    assertThat(preview.path("does").asText()).contains("becomes the approved fine cut");
    JsonNode refused = preview("picture-lock", cuts.lock(fine));
    assertThat(refused.path("refusal").path("reason").asText())
        .isEqualTo(start("picture-lock", cuts.lock(fine)).text("detail"));

    approved(fine);
    JsonNode lock = preview("picture-lock", cuts.lock(fine));
    assertThat(lock.path("decidedBy").asText()).isEqualTo("executive-producer");
    assertThat(texts(lock.path("consents"))).containsExactly("distributor");
    assertThat(locked(fine).decisions())
        .containsExactly(
            "exec1 as executive-producer: APPROVE", "distributor1 as distributor: CONSENT");
  }

  @Test
  void whoDoesNotAskAndWhatIsMissingIsRefusedAtTheStart() {
    int directors = cuts.handedIn("director1", "Cut 1", "DIRECTORS_CUT");
    for (String person : List.of("exec1", "coexec1")) {
      refused(film, 403, () -> film.desk(person).start("cut-approval", cuts.approval(directors)));
      refused(film, 403, () -> film.desk(person).start("picture-lock", cuts.lock(directors)));
    }
    refusedFor("cut", film, () -> start("cut-approval", cuts.approval(9)));
    refusedFor(
        "scenes", film, () -> start("cut-approval", with(cuts.approval(directors), "scenes", " ")));
    approved(directors);
    assertThat(
            refused(film, 409, () -> start("cut-approval", cuts.approval(directors)))
                .text("detail"))
        .contains("is approved already");
  }

  @Test
  void twoCutsAreComparedShotByShot() {
    int before = cuts.handedIn("post1", "Cut 1", "FINE_CUT");
    int after =
        cuts.handsIn("post1", cuts.cut("Cut 2", "FINE_CUT", "00:04:00:00", CutFilm.SHORTER))
            .ok()
            .path("version")
            .asInt();
    JsonNode difference =
        film.desk("financier1")
            .get(cuts.path("/cuts/%d/differences/%d?size=1".formatted(before, after)))
            .ok();

    assertThat(difference.path("before").asText()).isEqualTo("00:10:00:00");
    assertThat(difference.path("after").asText()).isEqualTo("00:04:00:00");
    assertThat(difference.path("longer").asText()).isEqualTo("-00:06:00:00");
    assertThat(difference.path("counts").toString()).isEqualTo("{\"DROPPED\":1,\"SHORTENED\":1}");
    JsonNode dropped = difference.path("shots").path("items").path(0);
    assertThat(difference.path("shots").path("hasMore").asBoolean()).isTrue();
    assertThat(dropped.path("source").asText()).isIn("A002", "A003");

    Map<String, Object> faster =
        with(cuts.cut("Cut 3", "FINE_CUT", "00:04:00:00", CutFilm.SHORTER), "frameRate", "25");
    cuts.handsIn("post1", faster).ok();
    assertThat(
            film.desk("post1").get(cuts.path("/cuts/%d/differences/3".formatted(before))).status())
        .isEqualTo(409);
  }

  /** Whatever is done to cuts, one is the locked one, and the register says which. */
  @Test
  void theLockedCutIsWhatTheRegisterSays() {
    handOver("director1").ok();
    for (int round = 1; round <= 3; round++) {
      int fine = cuts.approvedFineCut("Fine cut " + round);
      Case lock = locked(fine);
      assertThat(standing("LOCKED")).containsExactly(fine);
      assertThat(cut(fine).path("lock").asText()).isEqualTo(lock.key());
      if (round < 3) {
        reopened(lock.key());
        assertThat(standing("LOCKED")).isEmpty();
      }
    }
  }

  private Case approved(int version) {
    Case approval = Case.started(film, "producer1", "cut-approval", cuts.approval(version));
    heardAll(approval);
    return approval.answered("exec1", DECIDE, "APPROVE");
  }

  private static void heardAll(Case approval) {
    Stream.of("director1", "financier1", "distributor1")
        .forEach(person -> approval.answered(person, HEARD, "SUPPORT"));
  }

  private Case locked(int version) {
    return Case.started(film, "producer1", "picture-lock", cuts.lock(version))
        .answered("exec1", LOCK, "APPROVE")
        .answered("distributor1", CONSENT, "CONSENT");
  }

  private Answer reopening(String approval, int status) {
    return refused(film, status, () -> film.desk("line1").start("reopening", reopen(approval)));
  }

  private void reopened(String approval) {
    Case.started(film, "line1", "reopening", reopen(approval))
        .answered("exec1", "userTask_decideReopening", "APPROVE", "A shot came late.");
  }

  private Map<String, Object> reopen(String approval) {
    return Map.of("film", film.id(), "approval", approval, "reason", "A shot came late.");
  }

  private Answer start(String process, Map<String, ?> request) {
    return film.desk("producer1").start(process, request);
  }

  private JsonNode preview(String process, Map<String, Object> request) {
    Map<String, Object> fields = new HashMap<>(request);
    fields.remove("film");
    return film.desk("producer1")
        .post(cuts.path("/requests/%s/preview".formatted(process)), fields)
        .ok();
  }

  private Answer handOver(String person) {
    return film.desk(person).post(cuts.path("/final-cut/hand-over"), Map.of("comment", "Go on."));
  }

  private Answer begins(String person, LocalDate from) {
    return film.desk(person)
        .put(cuts.path("/final-cut/directors-cut"), Map.of("from", from.toString()));
  }

  private Answer agreed(Map<String, ?> said) {
    return film.desk("exec1").put(cuts.path("/final-cut"), said);
  }

  /** As if it had been said on that day. */
  private void begun(LocalDate from) {
    film.service(JdbcClient.class)
        .sql("update final_cut set directors_cut_from = :from where film_id = :film")
        .param("from", from)
        .param("film", film.id())
        .update();
  }

  private Answer handsIn(String person, String stage) {
    return cuts.handsIn(person, cuts.cut("Cut of " + person, stage, "00:10:00:00", CutFilm.EDL));
  }

  private int version(String person, String stage, String label, String runningTime) {
    return cuts.handsIn(person, cuts.cut(label, stage, runningTime, CutFilm.EDL))
        .ok()
        .path("version")
        .asInt();
  }

  private JsonNode cut(int version) {
    return film.desk("director1").get(cuts.path("/cuts/" + version)).ok();
  }

  private List<Integer> standing(String stage) {
    return StreamSupport.stream(
            film.desk("exec1").get(cuts.path("/cuts")).ok().path("items").spliterator(), false)
        .filter(cut -> cut.path("stage").asText().equals(stage))
        .map(cut -> cut.path("version").asInt())
        .toList();
  }

  private JsonNode finalCut() {
    return film.desk("exec1").get(cuts.path("/final-cut")).ok();
  }

  private Set<String> happenings() {
    return StreamSupport.stream(
            film.desk("exec1").get(cuts.path("/ledger?size=200")).ok().path("items").spliterator(),
            false)
        .map(entry -> entry.path("happening").asText())
        .collect(Collectors.toSet());
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Map<String, Object> with(Map<String, Object> base, String field, Object value) {
    Map<String, Object> all = new HashMap<>(base);
    all.put(field, value);
    return all;
  }
}
