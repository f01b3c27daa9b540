package film.finalsay.journey;

import static film.finalsay.journey.Standing.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import film.finalsay.support.Trust;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A budget change is weighed without asking for it, by the rules that it would be asked under. */
@FinalSayTest
class PreviewTest {

  private static final String DECIDE = "userTask_decideBudgetChange";
  private static final String CONSENT = "userTask_giveConsent";
  private static final int PREVIEWED = Trust.count(100, 500);
  private static final List<String> ACCOUNTS =
      List.of("1100", "1400", "3500", "3600", "4500", "9900", "7777");
  private static final List<String> KINDS =
      List.of("TRANSFER", "TRANSFER", "TRANSFER", "CONTINGENCY", "OVERAGE", "INCREASE", "GIFT");

  @LocalServerPort int port;

  @Test
  void previewAndDecisionNeverDisagree() {
    TestFilm film = TestFilm.create(port);
    Random random = new Random(20261124);
    int allowed = 0;
    for (int i = 0; i < PREVIEWED; i++) {
      Map<String, Object> request = request(film, random);
      JsonNode preview = preview(film, request).ok();
      Answer started = film.desk("line1").start("budget-change", request);
      if (preview.path("allowed").asBoolean()) {
        allowed++;
        Case change = new Case(film, started.ok().path("businessKey").asText());
        assertThatItIsDecidedAsPreviewed(film, change, preview, random.nextInt(10) == 0);
      } else {
        assertThat(started.status()).as("%s of %s", preview, request).isBetween(400, 409);
        assertThat(withoutLabel(started.text("detail")))
            .isEqualTo(withoutLabel(preview.path("refusal").path("reason").asText()));
      }
    }
    assertThat(allowed).as("of %d", PREVIEWED).isBetween(PREVIEWED / 4, PREVIEWED * 3 / 4);
  }

  /** The form that somebody starts by calls a field by its own words, and names what it offers. */
  private static String withoutLabel(String refusal) {
    return refusal.matches("Kind( of change)?: .*TRANSFER.*INCREASE.*")
        ? "kind"
        : refusal.replaceFirst("^[A-Z][a-z ]+: ", "");
  }

  @Test
  void aPreviewStartsAndChangesNothing() {
    TestFilm film = TestFilm.create(port);
    Standing.unmoved(film, () -> preview(film, Requests.transfer(film, "3500", "3600", "8000.00")));
  }

  @Test
  void itShowsTheFiguresTheLimitAndWhatIsHeld() {
    TestFilm film = TestFilm.create(port);
    Case.started(film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "2000.00"))
        .answered("producer1", DECIDE, "APPROVE");
    Case.started(
        film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "1000.00"));

    JsonNode preview = preview(film, Requests.transfer(film, "3500", "3600", "3000.00")).ok();

    assertThat(preview.path("decidedBy").asText()).isEqualTo("producer");
    assertThat(preview.path("from").path("before").asText()).isEqualTo("198000.00");
    assertThat(preview.path("from").path("after").asText()).isEqualTo("195000.00");
    assertThat(preview.path("from").path("held").asText()).isEqualTo("1000.00");
    assertThat(preview.path("total").path("after").asText()).isEqualTo("1000000.00");
    JsonNode cumulative = preview.path("cumulative");
    assertThat(cumulative.path("approved").asText()).isEqualTo("2000.00");
    assertThat(cumulative.path("pending").asText()).isEqualTo("1000.00");
    assertThat(cumulative.path("withThis").asText()).isEqualTo("6000.00");
    assertThat(cumulative.path("limit").asText()).isEqualTo("10000.00");
  }

  @Test
  void theLimitIsExactWhateverItIsALimitOf() {
    TestFilm film = TestFilm.create(port);
    film.importBudget(
            """
            account,description,section,total
            3500,TRANSPORTATION,PRODUCTION,123456.78
            3600,LOCATIONS,PRODUCTION,300000
            9900,CONTINGENCY,OTHER,100000
            """)
        .ok();

    assertThat(limit(film, Requests.transfer(film, "3500", "3600", "0.01")))
        .as("5 % of the account")
        .isEqualTo("6172.83");
    assertThat(limit(film, Requests.transfer(film, "3500", "3600", "6172.84")))
        .as("10 % of the account")
        .isEqualTo("12345.67");
    assertThat(limit(film, Requests.transfer(film, "3600", "3500", "10000.01")))
        .as("10 % of the account, less than the 50,000")
        .isEqualTo("30000.00");
    assertThat(limit(film, Requests.transfer(film, "3500", "3600", "12345.68"))).isNull();
    assertThat(limit(film, Requests.contingency(film, "3500", "0.01"))).isEqualTo("25000.00");
  }

  @Test
  void inAHardStopTheLimitIsTheExecutiveProducers() {
    TestFilm film = GreenlitFilm.create(port);
    Map<String, Object> request = Requests.transfer(film, "3500", "3600", "1000.00");
    assertThat(limit(film, request)).isEqualTo("10000.00");

    CostFiles.onBudget(film)
        .with("3600", "0,0,400000.01,The storm.")
        .imported("line1", "2026-01-03");

    assertThat(preview(film, request).ok().path("decidedBy").asText())
        .isEqualTo("executive-producer");
    assertThat(limit(film, request)).isNull();
  }

  @Test
  void anAmendmentIsNotWeighedAgainstWhatItTakesThePlaceOf() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> request = Requests.transfer(film, "3500", "3600", "6000.00");
    Case returned = Case.started(film, "line1", "budget-change", request);
    Case.started(film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "1.00"));
    returned.answered("producer1", DECIDE, "RETURN", "Why so much?");
    assertThat(preview(film, request).ok().path("decidedBy").asText())
        .as("besides it")
        .isEqualTo("co-executive-producer");

    JsonNode preview = preview(film, Requests.with(request, "approval", returned.key())).ok();

    assertThat(preview.path("decidedBy").asText()).isEqualTo("producer");
    assertThat(preview.path("from").path("held").asText()).isEqualTo("1.00");
    assertThat(preview.path("cumulative").path("pending").asText()).isEqualTo("1.00");
    assertThat(preview.path("cumulative").path("withThis").asText()).isEqualTo("6001.00");
    returned.answered("line1", "userTask_amendBudgetChange", Requests.resubmitted(request));
    assertThat(returned.waitingFor()).containsExactly(DECIDE + " for producer");
  }

  @Test
  void onlyAnOpenRequestOfTheFilmIsAmended() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> request = Requests.transfer(film, "3500", "3600", "6000.00");
    Case approved = Case.started(film, "line1", "budget-change", request);
    approved.answered("producer1", DECIDE, "APPROVE");
    TestFilm other = TestFilm.create(port);
    Case others =
        Case.started(
            other, "line1", "budget-change", Requests.transfer(other, "3500", "3600", "1.00"));

    assertThat(refusal(film, Requests.with(request, "approval", approved.key())))
        .isEqualTo("CONFLICT");
    assertThat(refusal(film, Requests.with(request, "approval", others.key())))
        .isEqualTo("NOT_FOUND");
    assertThat(refusal(film, Requests.with(request, "approval", "NONE-BC-1")))
        .isEqualTo("NOT_FOUND");
  }

  private String refusal(TestFilm film, Map<String, Object> request) {
    return preview(film, request).ok().path("refusal").path("kind").asText();
  }

  private String limit(TestFilm film, Map<String, Object> request) {
    return preview(film, request).ok().path("cumulative").path("limit").textValue();
  }

  @Test
  void itIsForThoseWhoMayAskAndForTheFilmsTeam() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> request = Requests.transfer(film, "3500", "3600", "8000.00");

    JsonNode director = film.desk("director1").post(path(film), request).ok().path("refusal");
    assertThat(director.path("kind").asText()).isEqualTo("FORBIDDEN");
    refused(film, 404, () -> stranger().post(path(film), request));
    refused(film, 400, () -> film.desk("line1").postJson(path(film), "[1]"));
  }

  private Desk stranger() {
    String person = "stranger" + System.nanoTime();
    Desk.of(port, "admin")
        .post(
            "/engine-rest/user/create",
            Map.of(
                "profile", Map.of("id", person, "firstName", "A", "lastName", "Stranger"),
                "credentials", Map.of("password", person)))
        .ok();
    return Desk.of(port, person);
  }

  private void assertThatItIsDecidedAsPreviewed(
      TestFilm film, Case change, JsonNode preview, boolean staysOpen) {
    String decidedBy = preview.path("decidedBy").asText();
    assertThat(change.waitingFor()).containsExactly(DECIDE + " for " + decidedBy);
    if (staysOpen) {
      return;
    }
    change.answered("exec1", DECIDE, "APPROVE");
    for (JsonNode party : preview.path("consents")) {
      assertThat(change.waitingFor()).contains(CONSENT + " for " + party.asText());
      boolean guarantor = party.asText().equals("completion-guarantor");
      change.answered(guarantor ? "guarantor1" : "financier1", CONSENT, "CONSENT");
    }
    assertThat(change.state()).isEqualTo("APPROVED");
    JsonNode budget = film.desk("line1").get("/api/films/%s/budget".formatted(film.id())).ok();
    if (!preview.path("from").isNull()) {
      assertThatItIs(budget, preview.path("from"));
    }
    assertThatItIs(budget, preview.path("to"));
    assertThat(account(budget, preview.path("to").path("account").asText(), "approvedOverage"))
        .isEqualTo(preview.path("overage").path("after").asText());
    assertThat(budget.path("total").asText())
        .isEqualTo(preview.path("total").path("after").asText());
    assertThat(account(budget, "9900", "balance"))
        .isEqualTo(preview.path("contingency").path("after").asText());
  }

  private static void assertThatItIs(JsonNode budget, JsonNode change) {
    assertThat(account(budget, change.path("account").asText(), "balance"))
        .isEqualTo(change.path("after").asText());
  }

  private static String account(JsonNode budget, String number, String column) {
    return StreamSupport.stream(budget.path("accounts").spliterator(), false)
        .filter(account -> account.path("account").asText().equals(number))
        .map(account -> account.path(column).asText())
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> request(TestFilm film, Random random) {
    Map<String, Object> request = new HashMap<>();
    request.put("film", film.id());
    request.put("kind", KINDS.get(random.nextInt(KINDS.size())));
    request.put("fromAccount", ACCOUNTS.get(random.nextInt(ACCOUNTS.size())));
    request.put("toAccount", ACCOUNTS.get(random.nextInt(ACCOUNTS.size())));
    int size = random.nextInt(3);
    long cents = 1 + (long) (random.nextDouble() * (size == 0 ? 3_000_00 : 20_000_00));
    request.put(
        "amount",
        BigDecimal.valueOf(size == 2 && cents % 20 == 0 ? -cents : cents, 2).toPlainString());
    request.put("reason", "The harbour asks for it.");
    return request;
  }

  private Answer preview(TestFilm film, Map<String, Object> request) {
    return film.desk("line1").post(path(film), request);
  }

  private static String path(TestFilm film) {
    return "/api/films/%s/budget-changes/preview".formatted(film.id());
  }
}
