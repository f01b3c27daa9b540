package film.finalsay.journey;

import static film.finalsay.journey.Requests.bond;
import static film.finalsay.journey.Requests.onConditions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody is engaged, replaced, extended, released: by whom, with whose consent, to what effect.
 */
@FinalSayTest
class KeyPersonnelJourneyTest {

  private static final String PROCESS = "key-personnel";
  private static final String ENDORSE = "userTask_endorsePersonnelRequest";
  private static final String CONSULT = "userTask_consult";
  private static final String DECIDE = "userTask_decidePersonnelRequest";
  private static final String AMEND = "userTask_amendPersonnelRequest";
  private static final String CONSENT = "userTask_giveConsent";
  private static final String DIRECTOR = "Mara Lindqvist";

  @LocalServerPort private int port;
  private final ManagementService jobs;
  private final JdbcClient jdbc;

  KeyPersonnelJourneyTest(ManagementService jobs, JdbcClient jdbc) {
    this.jobs = jobs;
    this.jdbc = jdbc;
  }

  @Test
  void whatTheDemoAsksForIsCalledAsItsFormCallsIt() {
    Case asked = new Case(new TestFilm("NOVA", port), "NOVA-KP-1");
    assertThat(asked.shown("producer1", ENDORSE, "contentText"))
        .startsWith("- **What is asked for**: ENGAGE")
        .contains("**Fee for one unit**: 8500");
  }

  @Test
  void whoIsEngagedIsOnFileAttachedCreditedAndPaidFromTheAccount() {
    TestFilm film = GreenlitFilm.create(port);
    Map<String, Object> asked =
        engage(film, "DIRECTOR_OF_PHOTOGRAPHY", "Ida Berg", "3500", "4000.00", "WEEKLY", 6);
    asked.put("credit", "Director of Photography");
    asked.put("loanOut", "Berg Pictures Ltd");
    Case request = Case.started(film, "line1", PROCESS, asked);
    assertThat(request.key()).isEqualTo(film.id() + "-KP-1");

    request.answered("producer1", ENDORSE, "APPROVE");
    assertThat(request.waitingFor()).containsExactly(CONSULT + " for director");
    assertThat(request.shown("director1", CONSULT, "contentText")).contains("Ida Berg");
    request.answered("director1", CONSULT, "CONCERN", "She has not shot at sea.");
    assertThat(request.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    request.answered("exec1", DECIDE, "APPROVE");

    assertThat(request.state()).isEqualTo("APPROVED");
    JsonNode engaged = engagements(film).get(0);
    assertThat(engaged.path("name").asText()).isEqualTo("Ida Berg");
    assertThat(engaged.path("approval").asText()).isEqualTo(request.key());
    assertThat(engaged.path("cost").asText()).isEqualTo("24000.00");
    assertThat(engaged.path("state").asText()).isEqualTo("ENGAGED");
    assertThat(attached(film)).contains("DIRECTOR_OF_PHOTOGRAPHY Ida Berg ATTACHED");
    assertThat(committed(film, "3500")).isEqualTo("24000.00");
    assertThat(film.desk("line1").get(path(film, "/credits")).ok().path("items"))
        .anySatisfy(
            credit -> {
              assertThat(credit.path("person").asText()).isEqualTo("Ida Berg");
              assertThat(credit.path("title").asText()).isEqualTo("Director of Photography");
            });
    assertThat(film.desk("line1").get(path(film, "/team")).ok().toString())
        .as("a hire is no role")
        .doesNotContain("Ida");
    assertThat(new String(film.desk("line1").download(path(film, "/engagements/export"))))
        .contains("Ida Berg", "24000.00");
    assertThat(happened(film, request.key()))
        .contains("AUTHORITY_RULED", "KEY_ATTACHMENTS_SAVED", "CREDIT_AGREED", "TOOK_EFFECT");
  }

  @Test
  void whatIsAProducersIsNotEndorsedBesidesAndWhatIsReturnedIsDecidedAnew() {
    TestFilm film = TestFilm.create(port);
    Case request =
        Case.started(film, "line1", PROCESS, engage(film, "CREW", "Nils Holm", "10000.00"));
    assertThat(request.waitingFor()).containsExactly(DECIDE + " for producer");

    request.answered("producer1", DECIDE, "RETURN", "He needs a day more.");
    request.answered(
        "line1", AMEND, Map.of("decision", "RESUBMIT", "fee", "10000.01", "basis", "FLAT"));

    assertThat(request.waitingFor()).containsExactly(ENDORSE + " for producer");
    request.answered("producer2", ENDORSE, "APPROVE");
    assertThat(request.waitingFor()).containsExactly(DECIDE + " for co-executive-producer");
    request.answered("coexec1", DECIDE, "APPROVE");
    assertThat(committed(film, "3500")).isEqualTo("10000.01");
  }

  @Test
  void whatIsRejectedOrWithdrawnEngagesNobody() {
    TestFilm film = TestFilm.create(port);
    Case rejected =
        Case.started(film, "line1", PROCESS, engage(film, "CREW", "Nils Holm", "100.00"))
            .answered("producer1", DECIDE, "REJECT", "Not him.");
    Case unendorsed =
        Case.started(film, "line1", PROCESS, engage(film, "EDITOR", "Nils Holm", "100.00"))
            .answered("producer1", ENDORSE, "REJECT", "Not him.");
    Case withdrawn =
        Case.started(film, "line1", PROCESS, engage(film, "CREW", "Nils Holm", "100.00"))
            .answered("producer1", DECIDE, "RETURN", "Why him?")
            .answered("line1", AMEND, "WITHDRAW");

    assertThat(List.of(rejected.state(), unendorsed.state(), withdrawn.state()))
        .containsExactly("REJECTED", "REJECTED", "WITHDRAWN");
    assertThat(engagements(film)).isEmpty();
    assertThat(committed(film, "3500")).isEqualTo("0");
  }

  @Test
  void theDirectorOfAGreenlitFilmIsReplacedWithEachPartysConsent() {
    TestFilm film = GreenlitFilm.create(port);
    Case request = Case.started(film, "producer1", PROCESS, replaceDirector(film));
    assertThat(request.shown("exec1", DECIDE, "consentsText")).contains("the financier");
    assertThat(request.shown("exec1", DECIDE, "because"))
        .isEqualTo("This position is the executive producer's to fill, to keep and to leave.");
    assertThat(request.shown("exec1", DECIDE, "contentText")).contains("Vera Stern", DIRECTOR);
    request.answered("exec1", DECIDE, "APPROVE");
    assertThat(request.waitingFor())
        .containsExactlyInAnyOrder(
            CONSENT + " for financier", CONSENT + " for completion-guarantor");
    assertThat(request.shown("guarantor1", CONSENT, "silenceBecause")).contains("a refusal");
    assertThat(request.shown("guarantor1", CONSENT, "contentText")).contains("Vera Stern");
    request.answered("financier1", CONSENT, "CONSENT");
    assertThat(attached(film)).contains("DIRECTOR " + DIRECTOR + " ATTACHED");

    request.answered("guarantor1", CONSENT, "CONSENT");

    assertThat(request.state()).isEqualTo("APPROVED");
    assertThat(attached(film))
        .contains("DIRECTOR Vera Stern ATTACHED")
        .noneMatch(one -> one.contains(DIRECTOR));
  }

  @Test
  void oneRefusalOrSilenceKeepsTheDirectorAndLetsALeadActorStayLonger() {
    TestFilm film = GreenlitFilm.create(port);
    Case refused =
        Case.started(film, "producer1", PROCESS, replaceDirector(film))
            .answered("exec1", DECIDE, "APPROVE")
            .answered("guarantor1", CONSENT, "REFUSE", "She is in the bond.");
    assertThat(refused.state()).isEqualTo("REJECTED");

    Case silent =
        Case.started(film, "producer1", PROCESS, replaceDirector(film))
            .answered("exec1", DECIDE, "APPROVE")
            .answered("financier1", CONSENT, "CONSENT");
    assertThatThrownBy(() -> jobs.executeJob(timer(film).getId()))
        .hasMessageContaining("There is time to answer until");
    daysPass(silent, 5);
    assertThat(silent.state()).isEqualTo("REJECTED");
    assertThat(attached(film)).contains("DIRECTOR " + DIRECTOR + " ATTACHED");

    Map<String, Object> lead = engage(film, "LEAD_CAST", "Ines Albrecht", "500.00");
    lead.put("character", "The keeper");
    Case comes =
        Case.started(film, "producer1", PROCESS, lead)
            .answered("director1", CONSULT, "SUPPORT")
            .answered("exec1", DECIDE, "APPROVE")
            .answered("financier1", CONSENT, "CONSENT");
    daysPass(comes, 5);
    assertThat(comes.state()).as("silence is consent to who comes").isEqualTo("APPROVED");
    assertThat(attached(film).stream().filter(one -> one.contains("Ines Albrecht")))
        .containsExactly("LEAD_CAST Ines Albrecht ATTACHED");
  }

  /** The oracle: by no route, and whoever tries. */
  @Test
  void nobodyReplacesTheDirectorOfAGreenlitFilmAlone() {
    TestFilm film = GreenlitFilm.create(port);
    film.join(Map.of("person", "producer1", "role", "executive-producer")).ok();
    List<String> before = attached(film);
    Map<String, Object> another =
        Map.of(
            "attachments",
            List.of(
                Map.of(
                    "name", "Vera Stern",
                    "role", "DIRECTOR",
                    "state", "ATTACHED",
                    "reference", "Contract")));
    for (String person : List.of("line1", "producer1", "coexec1", "exec1", "director1", "admin")) {
      Answer saved = film.desk(person).put(path(film, "/key-attachments"), another);
      assertThat(saved.status()).as(person).isIn(403, 404, 409);
    }
    for (String person : List.of("producer1", "exec1")) {
      Case own = Case.started(film, person, PROCESS, replaceDirector(film));
      assertThat(own.tried(person, DECIDE, "APPROVE").status()).isEqualTo(403);
      own.answered(person.equals("exec1") ? "producer1" : "exec1", DECIDE, "APPROVE");
      assertThat(own.state()).as("the parties are asked").isEqualTo("PENDING");
      for (String one : List.of("producer1", "exec1", "line1")) {
        assertThat(own.tried(one, CONSENT, "CONSENT").status()).as(one).isIn(403, 404);
      }
      Answer reopened =
          film.desk(person)
              .start(
                  "reopening",
                  Map.of(
                      "film", film.id(), "approval", film.id() + "-GL-1", "reason", "The lead."));
      if (reopened.status() < 300) {
        Case reopening = new Case(film, reopened.text("businessKey"));
        assertThat(reopening.tried(person, "userTask_decideReopening", "APPROVE").status())
            .isEqualTo(403);
      }
    }
    assertThat(attached(film)).isEqualTo(before);
    assertThat(engagements(film)).isEmpty();
  }

  @Test
  void whileConditionsAreOpenNothingIsPaidAndNobodyGoesOnWhomItWasGiven() {
    TestFilm film = ReadyFilm.create(port);
    new Case(
            film,
            film.desk("producer1").started("greenlight", Requests.greenlight(film, "Draft 1")))
        .answered("exec1", "userTask_decideGreenlight", onConditions(bond("producer")));

    Answer paid = film.desk("producer1").start(PROCESS, engage(film, "CREW", "Nils Holm", "1.00"));
    assertThat(paid.status()).isEqualTo(409);
    assertThat(paid.text("detail")).contains(film.id() + "-GL-1");
    Answer goes = film.desk("producer1").start(PROCESS, release(film, "DIRECTOR", DIRECTOR));
    assertThat(goes.status()).isEqualTo(409);
    assertThat(goes.text("detail")).contains("package returned first");
    Map<String, Object> unpaid = engage(film, "EDITOR", "Nils Holm", "1.00");
    List.of("fee", "basis", "units", "account").forEach(unpaid::remove);
    approved(film, unpaid);
    assertThat(engagements(film).get(0).path("fee").isNull()).isTrue();
    assertThat(attached(film)).contains("EDITOR Nils Holm ATTACHED");
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"DIRECTOR\",\"LEAD_CAST\",\"WRITER\" | \"WRITER\" | no row",
        "\"executive-producer\"</text> | \"co-executive-producer\"</text> | is the executive producer's to decide",
        "\"producer\"</text> | \"line-producer\"</text> | names nobody who could decide",
        "<= 10000 | < 10000 | no row",
      })
  void noTableTakesTheDirectorFromTheExecutiveProducer(String part, String instead, String why)
      throws IOException {
    String shipped = Files.readString(Path.of("processes/key-personnel-authority.dmn"));
    String written = part.replace("<=", "&lt;=");
    assertThat(shipped).contains(written);

    Answer answer =
        Desk.of(port, "admin")
            .upload(
                "/engine-rest/deployment/create",
                "key-personnel-authority.dmn",
                shipped
                    .replace(written, instead.replace("< 1", "&lt; 1"))
                    .getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.field()).isEqualTo("key-personnel-authority");
    assertThat(answer.text("detail")).contains(why);
  }

  @Test
  void theGuarantorIsAskedFromTheDayOnThatItsBondIsInForceAndNobodyPutsThatOff() {
    TestFilm film = ReadyFilm.create(port);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThat(film.desk("line1").put(path(film, "/completion-bond"), inForce(today)).status())
        .isEqualTo(403);
    film.desk("producer1").put(path(film, "/completion-bond"), inForce(today.plusDays(30))).ok();
    GreenlitFilm.greenlit(film);

    Case early =
        Case.started(film, "producer1", PROCESS, replaceDirector(film))
            .answered("exec1", DECIDE, "APPROVE");
    assertThat(early.waitingFor()).containsExactly(CONSENT + " for financier");
    Answer later =
        film.desk("producer1").put(path(film, "/completion-bond"), inForce(today.plusDays(31)));
    assertThat(later.status()).isEqualTo(409);
    film.desk("producer1").put(path(film, "/completion-bond"), inForce(today)).ok();
    assertThat(
            film.desk("line1")
                .get(path(film, "/completion-bond"))
                .ok()
                .path("inForceFrom")
                .asText())
        .isEqualTo(today.toString());
    early.answered("financier1", CONSENT, "REFUSE", "Not now.");

    Case inForce =
        Case.started(film, "producer1", PROCESS, replaceDirector(film))
            .answered("exec1", DECIDE, "APPROVE");
    assertThat(inForce.waitingFor())
        .containsExactlyInAnyOrder(
            CONSENT + " for financier", CONSENT + " for completion-guarantor");
  }

  @Test
  void anEditorsReleaseWaitsTwoWorkingDaysUnlessTheDirectorAnswers() {
    TestFilm film = TestFilm.create(port);
    approved(film, engage(film, "EDITOR", "Nils Holm", "900.00"));
    Case release = Case.started(film, "producer1", PROCESS, release(film, "EDITOR", "Nils Holm"));
    assertThat(release.waitingFor()).containsExactly(CONSULT + " for director");
    assertThat(timer(film).getDuedate())
        .isBetween(
            Instant.now().plus(Duration.ofHours(95)), Instant.now().plus(Duration.ofHours(97)));
    daysPass(release, 4);
    assertThat(release.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    release.answered("exec1", DECIDE, "RETURN", "Ask her again.");
    release.answered("producer1", AMEND, "RESUBMIT");
    release.answered("director1", CONSULT, "SUPPORT").answered("exec1", DECIDE, "APPROVE");

    assertThat(engagements(film).get(0).path("state").asText()).isEqualTo("RELEASED");
    assertThat(engagements(film).get(0).path("changedBy").asText()).isEqualTo(release.key());
    assertThat(attached(film)).isEmpty();
    assertThat(committed(film, "3500")).as("what is owed stays owed").isEqualTo("900.00");
    assertThat(refused(film, release(film, "EDITOR", "Nils Holm"))).isEqualTo("whom");
  }

  @Test
  void anExtensionCountsWithWhatWasThereAndMovesTheLastDay() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> first = engage(film, "CREW", "Nils Holm", "9000.00");
    first.put("stop", "2027-03-31");
    approved(film, first);
    Map<String, Object> longer = engage(film, "CREW", "ignored", "1000.01");
    longer.put("act", "EXTEND");
    longer.put("whom", film.id() + "-KP-1");
    longer.put("stop", "2027-03-31");
    assertThat(refused(film, longer)).isEqualTo("stop");
    longer.put("stop", "2027-04-30");
    Case request = Case.started(film, "producer1", PROCESS, longer);
    assertThat(request.waitingFor()).containsExactly(DECIDE + " for co-executive-producer");
    request.answered("coexec1", DECIDE, "APPROVE");

    JsonNode engaged = engagements(film).get(0);
    assertThat(engaged.path("stop").asText()).isEqualTo("2027-04-30");
    assertThat(engaged.path("cost").asText()).isEqualTo("10000.01");
    assertThat(committed(film, "3500")).isEqualTo("10000.01");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "the same name | Nils Holm | | | CREW",
        "another spelling | HOLM,  Níls | | | CREW",
        "the same login | Niels Holm | counsel1 | | CREW",
        "the same company | Somebody Else | | holm films ltd. | CREW",
        "another position | Nils Holm | | | DAY_PLAYER",
      })
  void splittingAHireLowersNoLevel(
      String how, String name, String person, String loanOut, String position) {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> first = engage(film, "CREW", "Nils Holm", "9999.00");
    first.put("person", "counsel1");
    first.put("loanOut", "Holm Films, Ltd");
    Case open = Case.started(film, "line1", PROCESS, first);
    assertThat(open.waitingFor()).containsExactly(DECIDE + " for producer");

    Map<String, Object> second = engage(film, position, name, "1.01");
    second.put("person", person);
    second.put("loanOut", loanOut);
    second.put("character", position.equals("DAY_PLAYER") ? "A sailor" : null);
    JsonNode preview =
        film.desk("line1").post(path(film, "/requests/key-personnel/preview"), second).ok();
    assertThat(preview.path("decidedBy").asText())
        .as("%s: %s", how, preview)
        .isEqualTo("co-executive-producer");
    Case split = Case.started(film, "producer1", PROCESS, second);
    if (position.equals("DAY_PLAYER")) {
      split.answered("director1", CONSULT, "SUPPORT");
    }
    assertThat(split.waitingFor()).containsExactly(DECIDE + " for co-executive-producer");

    open.answered("producer1", DECIDE, "REJECT", "No.");
    second.put("name", "Quite Another");
    second.remove("person");
    second.remove("loanOut");
    assertThat(
            film.desk("line1")
                .post(path(film, "/requests/key-personnel/preview"), second)
                .ok()
                .path("decidedBy")
                .asText())
        .isEqualTo("producer");
  }

  @Test
  void whoCannotBeReleasedByALevelIsNotReplacedByIt() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> dear = engage(film, "CREW", "Nils Holm", "200.00");
    dear.put("payOrPlay", true);
    approved(film, dear, "exec1");
    Map<String, Object> cheap = engage(film, "CREW", "Olga Brandt", "1.00");
    cheap.put("act", "REPLACE");
    cheap.put("whom", "Nils Holm");
    cheap.put("reason", "She is free.");

    Case request = Case.started(film, "producer1", PROCESS, cheap);

    assertThat(request.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    request.answered("exec1", DECIDE, "APPROVE");
    assertThat(engagements(film))
        .extracting(one -> one.path("name").asText() + " " + one.path("state").asText())
        .containsExactly("Olga Brandt ENGAGED", "Nils Holm RELEASED");
  }

  @Test
  void whoIsHiredDoesNotDecideItByLoginOrByName() {
    TestFilm film = TestFilm.create(port);
    film.join(Map.of("person", "producer2", "role", "executive-producer")).ok();
    Map<String, Object> asked = engage(film, "EDITOR", "Another Name", "100.00");
    asked.put("person", "producer2");
    Case byLogin =
        Case.started(film, "line1", PROCESS, asked)
            .answered("producer1", ENDORSE, "APPROVE")
            .answered("director1", CONSULT, "SUPPORT");
    assertThat(byLogin.tried("producer2", DECIDE, "APPROVE").status()).isEqualTo(403);
    String name = fullName(film, "producer2");
    Case byName =
        Case.started(film, "line1", PROCESS, engage(film, "EDITOR", name, "100.00"))
            .answered("producer1", ENDORSE, "APPROVE")
            .answered("director1", CONSULT, "SUPPORT");
    assertThat(byName.tried("producer2", DECIDE, "APPROVE").status()).isEqualTo(403);
    byName.answered("exec1", DECIDE, "APPROVE");
    assertThat(happened(film, byName.key())).contains("RECUSED");
  }

  @Test
  void whatIsWrongIsRefusedByItsFieldAndChangesNothing() {
    TestFilm film = TestFilm.create(port);
    Map<String, String> wrong = new HashMap<>();
    wrong.put("act=FIRE", "act");
    wrong.put("position=KING", "position");
    wrong.put("name=", "name");
    wrong.put("name=...", "name");
    wrong.put("person=nobody", "person");
    wrong.put("account=7777", "account");
    wrong.put("fee=200000.01", "fee");
    wrong.put("fee=-1", "fee");
    wrong.put("fee=", "fee");
    wrong.put("basis=MONTHLY", "basis");
    wrong.put("units=2", "units");
    wrong.put("start=", "start");
    wrong.put("stop=2027-02-28", "stop");
    wrong.put("dealMemo=", "dealMemo");
    wrong.put("dealMemo=" + "0".repeat(64), "dealMemo");
    wrong.put("character=The keeper", "character");
    wrong.put("budgetChange=" + film.id() + "-BC-9", "budgetChange");
    wrong.forEach(
        (change, field) -> {
          String[] said = change.split("=", 2);
          Map<String, Object> asked = engage(film, "CREW", "Nils Holm", "100.00");
          asked.put(said[0], said[1]);
          assertThat(refused(film, asked)).as(change).isEqualTo(field);
        });
    Map<String, Object> key = engage(film, "CREW", "Nils Holm", "100.00");
    key.put("keyElement", true);
    assertThat(refused(film, key)).isEqualTo("castMedical");
    key.put("castMedical", "0".repeat(64));
    assertThat(refused(film, key)).isEqualTo("castMedical");
    Map<String, Object> unplayed = engage(film, "LEAD_CAST", "Nils Holm", "100.00");
    assertThat(refused(film, unplayed)).isEqualTo("character");
    Map<String, Object> myself = engage(film, "CREW", "Nils Holm", "100.00");
    myself.put("person", "line1");
    assertThat(refused(film, myself)).isEqualTo("name");
    assertThat(refused(film, release(film, "CREW", "Nils Holm"))).isEqualTo("whom");
    Answer forbidden =
        film.desk("director1").start(PROCESS, engage(film, "CREW", "Nils Holm", "100.00"));
    assertThat(forbidden.status()).isEqualTo(403);
    assertThat(engagements(film)).isEmpty();
  }

  @Test
  void aCharacterIsOnePersons() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> first = engage(film, "DAY_PLAYER", "Nils Holm", "100.00");
    first.put("character", "The Pilot");
    Map<String, Object> second = engage(film, "DAY_PLAYER", "Olga Brandt", "100.00");
    second.put("character", "the pilot");
    Case late = Case.started(film, "producer1", PROCESS, second);
    late.answered("director1", CONSULT, "SUPPORT");
    approved(film, first, "coexec1");

    assertThat(refused(film, second)).isEqualTo("character");
    Answer tooLate = late.tried("coexec1", DECIDE, "APPROVE");
    assertThat(tooLate.status()).isEqualTo(409);
    assertThat(tooLate.text("message") + tooLate.text("detail")).contains("is cast already");
  }

  @Test
  void anOpenBudgetChangeMakesRoomOnceItIsApproved() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> dear = engage(film, "EDITOR", "Nils Holm", "200000.50");
    assertThat(refused(film, dear)).isEqualTo("fee");
    String other =
        film.desk("producer1")
            .started("budget-change", Requests.transfer(film, "3500", "3600", "10.00"));
    dear.put("budgetChange", other);
    assertThat(refused(film, dear)).isEqualTo("budgetChange");
    String change =
        film.desk("producer1")
            .started("budget-change", Requests.transfer(film, "3600", "3500", "10.00"));
    dear.put("budgetChange", change);
    dear.put("fee", "200010.01");
    assertThat(refused(film, dear)).isEqualTo("fee");
    dear.put("fee", "200010.00");
    Case request = Case.started(film, "producer1", PROCESS, dear);
    request.answered("director1", CONSULT, "SUPPORT");
    assertThat(request.tried("exec1", DECIDE, "APPROVE").status()).isEqualTo(409);
    film.desk("exec1").answer(change, "userTask_decideBudgetChange", "APPROVE", "").ok();

    request.answered("exec1", DECIDE, "APPROVE");

    assertThat(committed(film, "3500")).isEqualTo("200010.00");
  }

  @Test
  void fringesOfTheAccountArePaidOnTopUpToTheirCutoff() {
    TestFilm film = TestFilm.create(port);
    film.desk("line1")
        .postCsv(
            path(film, "/budgets/1/detail"),
            """
            account,detail,description,quantity,unit,rate,currency,total,fringes
            ,,Social security,,,7.65%,,,FICA
            ,,Unemployment,,,2.5%,,1000,SUI
            ,,Elsewhere,,,50%,,,VAT
            3500,3501,Drivers,,,,,199118.80,
            3500,3502,Captain,,,,,800.00,FICA+SUI
            3600,3601,Harbour,,,,,200000.00,VAT
            """)
        .ok();
    Map<String, Object> asked = engage(film, "CREW", "Nils Holm", "2000.00");

    JsonNode preview =
        film.desk("line1").post(path(film, "/requests/key-personnel/preview"), asked).ok();

    assertThat(preview.path("amount").asText()).as("%s", preview).isEqualTo("2178.00");
    approved(film, asked, "producer2");
    assertThat(engagements(film).get(0).path("cost").asText()).isEqualTo("2178.00");
    assertThat(committed(film, "3500")).isEqualTo("2178.00");
  }

  @Test
  void underAHardStopNobodyBelowTheExecutiveProducerApprovesWhatIsPaid() {
    TestFilm film = GreenlitFilm.create(port);
    Map<String, Object> paid = engage(film, "CREW", "Nils Holm", "9000.00");
    Case request = Case.started(film, "line1", PROCESS, paid);
    Map<String, Object> unpaid = engage(film, "CREW", "Olga Brandt", "1.00");
    List.of("fee", "basis", "units", "account").forEach(unpaid::remove);
    CostFiles.onBudget(film)
        .with("3600", "0.00,0.00,400000.01,")
        .imported("line1", LocalDate.now(ZoneOffset.UTC).toString());

    Answer stopped = request.tried("producer1", DECIDE, "APPROVE");

    assertThat(stopped.status()).isEqualTo(409);
    assertThat(stopped.body().toString()).contains("Nobody below the executive producer");
    assertThat(committed(film, "3500")).isEqualTo("0");
    approved(film, unpaid, "producer2");
    request.answered("exec1", DECIDE, "APPROVE");
    assertThat(committed(film, "3500")).isEqualTo("9000.00");
  }

  @Test
  void whatSomebodyWroteOfAnInterestIsTextInTheReason() {
    TestFilm film = TestFilm.create(port);
    for (String person : List.of("producer1", "producer2")) {
      film.desk(person)
          .post(
              path(film, "/interests"),
              Map.of("nature", "SUPPLIER", "description", "[Approved](https://evil.example)"))
          .ok();
    }
    Case request =
        Case.started(film, "coexec1", PROCESS, engage(film, "CREW", "Nils Holm", "100.00"));

    assertThat(request.shown("exec1", DECIDE, "because"))
        .contains("Not for the producer", "\\[Approved\\]");
  }

  @Test
  void nobodyIsPaidFromTheContingency() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> asked = engage(film, "CREW", "Nils Holm", "9900", "9000.00", "FLAT", 1);

    assertThat(refused(film, asked)).isEqualTo("account");
  }

  private Case approved(TestFilm film, Map<String, Object> asked) {
    return approved(film, asked, "exec1");
  }

  private Case approved(TestFilm film, Map<String, Object> asked, String by) {
    Case request = Case.started(film, "producer1", PROCESS, asked);
    if (request.waitingFor().get(0).startsWith(CONSULT)) {
      request.answered("director1", CONSULT, "SUPPORT");
    }
    return request.answered(by, DECIDE, "APPROVE");
  }

  private static Map<String, Object> engage(
      TestFilm film, String position, String name, String fee) {
    return engage(film, position, name, "3500", fee, "FLAT", 1);
  }

  private static Map<String, Object> engage(
      TestFilm film,
      String position,
      String name,
      String account,
      String fee,
      String basis,
      int units) {
    Map<String, Object> asked = new HashMap<>();
    asked.put("film", film.id());
    asked.put("act", "ENGAGE");
    asked.put("position", position);
    asked.put("name", name);
    asked.put("account", account);
    asked.put("fee", fee);
    asked.put("basis", basis);
    asked.put("units", String.valueOf(units));
    asked.put("start", "2027-03-01");
    asked.put("dealMemo", film.upload("Deal memo."));
    return asked;
  }

  private static Map<String, Object> replaceDirector(TestFilm film) {
    Map<String, Object> asked = engage(film, "DIRECTOR", "Vera Stern", "100.00");
    asked.put("act", "REPLACE");
    asked.put("whom", DIRECTOR);
    asked.put("reason", "She is ill.");
    return asked;
  }

  private static Map<String, Object> release(TestFilm film, String position, String whom) {
    return Map.of(
        "film",
        film.id(),
        "act",
        "RELEASE",
        "position",
        position,
        "whom",
        whom,
        "reason",
        "We part.");
  }

  private static Map<String, Object> inForce(LocalDate day) {
    return Map.of("inForceFrom", day.toString());
  }

  /** The field that is refused. */
  private static String refused(TestFilm film, Map<String, Object> asked) {
    Answer answer = film.desk("line1").start(PROCESS, asked);
    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    return answer.field();
  }

  private static JsonNode engagements(TestFilm film) {
    return film.desk("line1").get(path(film, "/engagements")).ok().path("items");
  }

  private static List<String> attached(TestFilm film) {
    Answer answer = film.desk("line1").get(path(film, "/key-attachments"));
    return answer.status() == 404
        ? List.of()
        : StreamSupport.stream(answer.ok().path("attachments").spliterator(), false)
            .map(
                one ->
                    "%s %s %s"
                        .formatted(
                            one.path("role").asText(),
                            one.path("name").asText(),
                            one.path("state").asText()))
            .toList();
  }

  private static String committed(TestFilm film, String account) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode one : film.desk("line1").get(path(film, "/commitments")).ok().path("items")) {
      if (one.path("account").asText().equals(account)) {
        sum = sum.add(new BigDecimal(one.path("amount").asText()));
      }
    }
    return sum.toPlainString();
  }

  private static List<String> happened(TestFilm film, String key) {
    return StreamSupport.stream(
            film.desk("line1").get(path(film, "/ledger?size=200")).ok().path("items").spliterator(),
            false)
        .filter(entry -> entry.path("approval").asText().equals(key))
        .map(entry -> entry.path("happening").asText())
        .toList();
  }

  private static String fullName(TestFilm film, String person) {
    JsonNode profile =
        film.desk("admin").get("/engine-rest/user/%s/profile".formatted(person)).ok();
    return profile.path("firstName").asText() + " " + profile.path("lastName").asText();
  }

  private static String path(TestFilm film, String what) {
    return "/api/films/%s%s".formatted(film.id(), what);
  }

  /** Nobody answers: the question was put days ago, and the engine comes to its timer. */
  private void daysPass(Case asked, int days) {
    jdbc.sql(
            "update question set asked_at = asked_at - interval '%d' day where approval_key = :key"
                .formatted(days))
        .param("key", asked.key())
        .update();
    jobs.executeJob(timer(asked.film()).getId());
  }

  private Job timer(TestFilm film) {
    return jobs.createJobQuery().tenantIdIn(film.id()).timers().singleResult();
  }
}
