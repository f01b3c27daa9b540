package film.finalsay.journey;

import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static film.finalsay.support.Territories.germany;
import static film.finalsay.support.Territories.germanyOpening;
import static film.finalsay.support.Territories.germanyWithTrailer;
import static film.finalsay.support.Territories.line;
import static film.finalsay.support.Territories.plan;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import film.finalsay.support.Trust;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a film comes out, from the draft to the dates that it is delivered by, over HTTP. */
@FinalSayTest
class ReleasePlanJourneyTest {

  private static final String CONSULT = "userTask_consult";
  private static final String DECIDE = "userTask_decideReleasePlan";
  private static final String AMEND = "userTask_amendReleasePlan";
  private static final String CONSENT = "userTask_giveConsent";
  private static final int PREVIEWED = Trust.count(12, 100);

  @LocalServerPort private int port;

  private TestFilm film;
  private String distributor;

  @BeforeEach
  void aFilmWithADistributor() {
    film = TestFilm.create(port);
    distributor = film.hire("distributor");
  }

  @Test
  void anApprovedPlanIsTheFilmsAndItsDatesAre() {
    drafted("producer2", germany());
    assertThat(film.desk("line1").get(path("/release-plan")).status()).isEqualTo(404);
    assertThat(film.desk("line1").get(path("/release-dates")).status()).isEqualTo(404);

    Case first = asked(1);
    assertThat(first.key()).isEqualTo(film.id() + "-MP-1");
    assertThat(first.waitingFor()).containsExactly(CONSULT + " for director");
    first.answered("director1", CONSULT, "CONCERN", "The key art gives away the end.");
    assertThat(first.shown("exec1", DECIDE, "contentText"))
        .contains("Nordlicht Filmverleih, platform")
        .contains("theatrical from 2028")
        .contains("USD 100,000.00")
        .contains("Trailer by 2027");
    assertThat(first.shown("exec1", DECIDE, "rulingText")).contains("first release plan");
    first.answered("exec1", DECIDE, "APPROVE");
    assertThat(first.waitingFor()).containsExactly(CONSENT + " for distributor");
    assertThat(first.shown(distributor, CONSENT, "silenceBecause")).contains("counts as a refusal");
    first.answered(distributor, CONSENT, "CONSENT");

    assertThat(first.state()).isEqualTo("APPROVED");
    JsonNode plan = film.desk("line1").get(path("/release-plan")).ok();
    assertThat(plan.path("version").asInt()).isEqualTo(1);
    assertThat(plan.path("approval").asText()).isEqualTo(first.key());
    assertThat(plan.path("territories").path(0).path("minimumCommitment").asText())
        .isEqualTo("75000.00");
    assertThat(dates())
        .containsExactly(
            "2027-11-15 Germany MATERIAL Key art",
            "2027-12-01 Germany MATERIAL Trailer",
            "2028-03-02 Germany OPENING THEATRICAL",
            "2028-09-01 Germany OPENING SUBSCRIPTION");
    JsonNode page = film.desk("line1").get(path("/release-dates?size=3")).ok();
    assertThat(page.path("items")).hasSize(3);
    assertThat(page.path("hasMore").asBoolean()).isTrue();
  }

  @Test
  void aLaterPlanSupersedesItAndADraftChangesNothing() {
    approved(germany());
    drafted("coexec1", germanyOpening("2028-03-12"));
    assertThat(film.desk("line1").get(path("/release-plan")).ok().path("version").asInt())
        .isEqualTo(1);

    Case second = asked(2);
    second.answered("director1", CONSULT, "SUPPORT");
    assertThat(second.waitingFor()).containsExactly(DECIDE + " for producer");
    second.answered("producer2", DECIDE, "APPROVE").answered(distributor, CONSENT, "CONSENT");

    assertThat(dates()).contains("2028-03-12 Germany OPENING THEATRICAL").hasSize(4);
    JsonNode versions = film.desk("line1").get(path("/release-plans")).ok().path("items");
    assertThat(versions).hasSize(2);
    assertThat(versions.path(0).path("approval").asText()).isEqualTo(second.key());
    assertThat(film.desk("line1").get(path("/release-plans/1")).ok().path("savedBy").asText())
        .isEqualTo("producer2");
    assertThat(film.desk("line1").get(path("/release-plans/3")).status()).isEqualTo(404);
  }

  @Test
  void severalSmallChangesCountTogether() {
    approved(germany());
    drafted("coexec1", germanyWithTrailer("37000.00", "107000.00"));
    asked(2)
        .answered("director1", CONSULT, "SUPPORT")
        .answered("producer2", DECIDE, "APPROVE")
        .answered(distributor, CONSENT, "CONSENT");

    drafted("coexec1", germanyWithTrailer("40000.01", "110000.01"));
    JsonNode preview = preview("producer1", 3).ok();

    assertThat(preview.path("decidedBy").asText())
        .as("3 % of the last plan, and more than 10 % of the executive producer's")
        .isEqualTo("executive-producer");
  }

  @Test
  void whoDraftedItNeitherDecidesNorConsents() {
    drafted("exec1", germany());
    assertThat(preview("producer1", 1).ok().path("refusal").path("reason").asText())
        .contains("executive producer");
    refused(film, 409, () -> start("producer1", 1));

    drafted(distributor, germany());
    refused(film, 409, () -> start("producer1", 2));
    String colleague = film.hire("sales", "distributor");
    Case asked =
        asked(2).answered("director1", CONSULT, "SUPPORT").answered("exec1", DECIDE, "APPROVE");
    Answer own = refused(film, 403, () -> asked.tried(distributor, CONSENT, "CONSENT"));
    assertThat(own.text("detail")).contains("drafted: version 2");
    asked.answered(colleague, CONSENT, "CONSENT");
    assertThat(asked.state()).isEqualTo("APPROVED");
  }

  @Test
  void aRefusedOrReturnedPlanLeavesWhatStands() {
    approved(germany());
    drafted("producer2", germany("distributor", "Another"));
    Case returned =
        asked(2)
            .answered("director1", CONSULT, "SUPPORT")
            .answered("exec1", DECIDE, "RETURN", "Who?");
    drafted("producer2", germany("distributor", "Another House"));
    returned.answered(
        "producer1", AMEND, Map.of("decision", "RESUBMIT", "version", 3, "comment", "They."));
    returned.answered("director1", CONSULT, "SUPPORT").answered("exec1", DECIDE, "APPROVE");
    returned.answered(distributor, CONSENT, "REFUSE", "Not with them.");

    assertThat(returned.state()).isEqualTo("REJECTED");
    JsonNode plan = film.desk("line1").get(path("/release-plan")).ok();
    assertThat(plan.path("version").asInt()).isEqualTo(1);
    assertThat(plan.path("approval").asText()).isEqualTo(film.id() + "-MP-1");
  }

  @Test
  void itIsTakenBackAtAnyStep() {
    drafted("producer2", germany());
    Case asked = asked(1);

    film.desk("producer1")
        .post("/api/approvals/%s/withdrawal".formatted(asked.key()), Map.of())
        .ok();

    assertThat(asked.state()).isEqualTo("WITHDRAWN");
    assertThat(film.desk("line1").get(path("/release-plan")).status()).isEqualTo(404);
  }

  @Test
  void whatIsAskedForIsAVersionThatThereIsAndThatDoesNotStand() {
    refusedFor("version", film, () -> start("producer1", 1));
    drafted("producer2", germany());
    refusedFor("version", film, () -> start("producer1", 0));
    refused(film, 403, () -> start("line1", 1));
    Case open = asked(1);
    refused(film, 409, () -> start("producer1", 1));
    open.answered("director1", CONSULT, "SUPPORT")
        .answered("exec1", DECIDE, "APPROVE")
        .answered(distributor, CONSENT, "CONSENT");
    assertThat(refused(film, 409, () -> start("producer1", 1)).text("detail"))
        .contains("already, by " + open.key());
  }

  @Test
  void whatWasChangedBehindTheRequestTakesNoEffect() {
    drafted("producer2", germany());
    Case asked = asked(1).answered("director1", CONSULT, "SUPPORT");
    film.service(JdbcClient.class)
        .sql(
            "update release_plan set territories = replace(territories, '75000.00', '5000.00') where film_id = :film")
        .param("film", film.id())
        .update();
    asked.answered("exec1", DECIDE, "APPROVE");

    Answer refused = refused(film, 409, () -> asked.tried(distributor, CONSENT, "CONSENT"));

    assertThat(refused.text("detail")).contains("is not what " + asked.key());
  }

  @Test
  void aDistributorWhoJoinsMeanwhileIsNotPassedOver() {
    film = TestFilm.create(port);
    drafted("producer2", germany());
    Case asked = asked(1).answered("director1", CONSULT, "SUPPORT");
    distributor = film.hire("distributor");

    Answer refused = refused(film, 409, () -> asked.tried("exec1", DECIDE, "APPROVE"));
    assertThat(refused.text("detail")).contains("A distributor has joined");

    asked
        .answered("exec1", DECIDE, "RETURN", "They have to consent.")
        .answered("producer1", AMEND, Map.of("decision", "RESUBMIT", "version", 1))
        .answered("director1", CONSULT, "SUPPORT")
        .answered("exec1", DECIDE, "APPROVE")
        .answered(distributor, CONSENT, "CONSENT");
    assertThat(asked.state()).isEqualTo("APPROVED");
  }

  @Test
  void aDraftIsCheckedFieldByFieldAndIsForThoseWhoMakeIt() {
    refusedFor(
        "territories[0].lines[0].paidBy",
        film,
        () -> draft("producer1", germany("lines", List.of(line("Trailer", "1.00", "FILM")))));
    refusedFor(
        "territories[0].pattern", film, () -> draft("producer1", germany("pattern", "SIDEWAYS")));
    refusedFor(
        "territories",
        film,
        () -> film.desk("producer1").put(path("/release-plans"), Map.of("territories", List.of())));
    Answer unknown =
        refused(
            film,
            400,
            () ->
                film.desk("producer1")
                    .put(
                        path("/release-plans"),
                        Map.of("territories", List.of(germany()), "colour", "red")));
    assertThat(unknown.field()).isEqualTo("colour");
    refused(film, 403, () -> draft("line1", germany()));
    refused(film, 403, () -> draft("financier1", germany()));
    drafted("producer1", germany());
    refused(
        film,
        409,
        () ->
            film.desk("producer2")
                .put(
                    path("/release-plans"),
                    Map.of("territories", List.of(germany()), "basedOn", 7)));
  }

  @Test
  void previewAndDecisionNeverDisagree() {
    approved(germany());
    Random random = new Random(20261130);
    for (int i = 0; i < PREVIEWED; i++) {
      int cents = 30_000_00 + random.nextInt(12_000_00);
      Map<String, Object> territory =
          switch (random.nextInt(3)) {
            case 0 ->
                germanyOpening(LocalDate.of(2028, 3, 2).plusDays(random.nextInt(29)).toString());
            case 1 ->
                germanyWithTrailer(
                    "%d.%02d".formatted(cents / 100, cents % 100),
                    "%d.%02d".formatted(cents / 100 + 70_000, cents % 100));
            default -> germany("recoupmentCap", random.nextBoolean() ? null : "90000.00");
          };
      int version = drafted("producer2", territory);
      JsonNode preview = preview("producer1", version).ok();
      assertThat(preview.path("allowed").asBoolean()).as("%s", preview).isTrue();
      Case asked = asked(version).answered("director1", CONSULT, "SUPPORT");
      assertThat(asked.waitingFor())
          .containsExactly(DECIDE + " for " + preview.path("decidedBy").asText());
      asked.answered("exec1", DECIDE, i % 3 == 0 ? "APPROVE" : "REJECT", "Because.");
      if (i % 3 == 0) {
        assertThat(preview.path("consents").path(0).asText()).isEqualTo("distributor");
        asked.answered(distributor, CONSENT, "CONSENT");
      }
    }
  }

  private void approved(Map<String, Object> territory) {
    asked(drafted("producer2", territory))
        .answered("director1", CONSULT, "SUPPORT")
        .answered("exec1", DECIDE, "APPROVE")
        .answered(distributor, CONSENT, "CONSENT");
  }

  private int drafted(String person, Map<String, Object> territory) {
    return draft(person, territory).ok().path("version").asInt();
  }

  private Answer draft(String person, Map<String, Object> territory) {
    return film.desk(person).put(path("/release-plans"), plan(territory));
  }

  private Case asked(int version) {
    return Case.started(film, "producer1", "release-plan", request(version));
  }

  private Answer start(String person, int version) {
    return film.desk(person).start("release-plan", request(version));
  }

  private Answer preview(String person, int version) {
    return film.desk(person).post(path("/requests/release-plan/preview"), request(version));
  }

  private Map<String, Object> request(int version) {
    return Map.of("film", film.id(), "version", version);
  }

  private List<String> dates() {
    List<String> dates = new ArrayList<>();
    for (JsonNode date : film.desk("line1").get(path("/release-dates")).ok().path("items")) {
      dates.add(
          "%s %s %s %s"
              .formatted(
                  date.path("due").asText(),
                  date.path("territory").asText(),
                  date.path("kind").asText(),
                  date.path("what").asText()));
    }
    return dates;
  }

  private String path(String rest) {
    return "/api/films/%s%s".formatted(film.id(), rest);
  }
}
