package film.finalsay.drawdown;

import static film.finalsay.drawdown.DrawnFilm.AMEND;
import static film.finalsay.drawdown.DrawnFilm.CONSENT;
import static film.finalsay.drawdown.DrawnFilm.DECIDE;
import static film.finalsay.drawdown.DrawnFilm.DRAWDOWN;
import static film.finalsay.drawdown.DrawnFilm.ENDORSE;
import static film.finalsay.drawdown.DrawnFilm.ENTER;
import static film.finalsay.drawdown.DrawnFilm.NOTE;
import static film.finalsay.drawdown.DrawnFilm.ON_BUDGET;
import static film.finalsay.drawdown.DrawnFilm.TODAY;
import static film.finalsay.drawdown.DrawnFilm.tranche;
import static film.finalsay.drawdown.DrawnFilm.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.TestFilm;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money drawn from a source, over HTTP, from the request to what arrived. */
@FinalSayTest
class DrawdownTest {

  private final JdbcClient database;
  private DrawnFilm film;

  @LocalServerPort private int port;

  DrawdownTest(JdbcClient database) {
    this.database = database;
  }

  @BeforeEach
  void aFilmThatMayDraw() {
    film = DrawnFilm.create(port);
  }

  @Test
  void whatIsEndorsedDecidedAndConsentedToIsDrawn() {
    String key = film.asked("accountant1", "1", "250000.00");
    assertThat(key).isEqualTo(film.id() + "-DD-1");
    film.desk("producer1").answer(key, ENDORSE, "APPROVE", "").ok();
    film.desk("exec1").answer(key, DECIDE, "APPROVE", "").ok();
    assertThat(film.desk("admin").tasksFor("financier", key)).as("not asked yet").isEmpty();
    assertThat(film.money().path("asked").asText()).isEqualTo("250000.00");
    film.desk("guarantor1").answer(key, CONSENT, "CONSENT", "").ok();
    film.desk("financier1").answer(key, CONSENT, "CONSENT", "").ok();

    assertThat(film.state(key)).isEqualTo("APPROVED");
    assertThat(film.entry("TOOK_EFFECT").path("facts").path("sourceLeft").asText())
        .isEqualTo("750000.00");
    assertThat(film.tranche("1").path("drawn").asText()).isEqualTo("250000.00");
    assertThat(film.tranche("1").path("left").asText()).isEqualTo("150000.00");
    JsonNode money = film.money();
    assertThat(money.path("secured").asText()).isEqualTo("1000000.00");
    assertThat(money.path("drawn").asText()).isEqualTo("250000.00");
    assertThat(money.path("arrived").asText()).isEqualTo("0.00");
    assertThat(money.path("asked").asText()).isEqualTo("0.00");
    assertThat(money.path("committed").asText()).isEqualTo("0.00");
    assertThat(money.path("spent").asText()).isEqualTo("190000.00");
    assertThat(money.path("efc").asText()).isEqualTo("1000000.00");
    assertThat(money.path("hardStop").isNull()).isTrue();
    JsonNode drawn = film.desk("director1").get(film.path("drawdowns")).ok().path("items").path(0);
    assertThat(drawn.path("approval").asText()).isEqualTo(key);
    assertThat(drawn.path("state").asText()).isEqualTo("APPROVED");
  }

  @Test
  void whoIsPaidByItDoesNotDecideIt() {
    JsonNode profile = film.desk("admin").get("/engine-rest/user/exec1/profile").ok();
    String name = profile.path("lastName").asText() + ", " + profile.path("firstName").asText();
    film.payee("producer1", name, "DE02 1203 0000 0000 2020 52").ok();
    Map<String, Object> draw = DrawnFilm.with(film.draw("1", "100.00"), "payee", name);
    Answer alone = film.desk("producer1").start(DRAWDOWN, draw);
    assertThat(alone.status()).isEqualTo(409);
    assertThat(alone.text("detail")).contains("exec1", "is paid by it");

    String other = film.film().hire("executive-producer");
    String key = film.desk("producer1").started(DRAWDOWN, draw);
    Answer own =
        film.desk("exec1")
            .complete(film.desk("admin").task(key, DECIDE), Map.of("decision", "APPROVE"));
    assertThat(own.status()).isEqualTo(403);
    film.desk(other).answer(key, DECIDE, "APPROVE", "").ok();
  }

  @Test
  void whatArrivesAsAskedIsEnteredAndNobodyHasToTakeNote() {
    String key = film.approved("1", "400000.00");
    String receipt = film.id() + "-DA-1";

    film.entered(receipt, "accountant1", "400000.00").ok();

    assertThat(film.state(receipt)).isEqualTo("ACKNOWLEDGED");
    assertThat(film.money().path("arrived").asText()).isEqualTo("400000.00");
    JsonNode facts = film.entry("DRAWDOWN_ARRIVED").path("facts");
    assertThat(facts.path("drawdown").asText()).isEqualTo(key);
    assertThat(facts.path("difference").asText()).isEqualTo("0.00");
  }

  @Test
  void aProducerTakesNoteOfADifferenceAndWhatDidNotComeIsLeftAgain() {
    film.approved("1", "400000.00");
    String receipt = film.id() + "-DA-1";
    assertThat(film.desk("producer1").start("drawdown-receipt", receiptOf("DD-1")).status())
        .as("it is asked already")
        .isEqualTo(409);
    film.entered(receipt, "line1", "399999.50").ok();

    assertThat(film.state(receipt)).isEqualTo("PENDING");
    assertThat(film.entry("DRAWDOWN_ARRIVED").path("facts").path("difference").asText())
        .isEqualTo("-0.50");
    assertThat(film.tranche("1").path("left").asText()).isEqualTo("0.50");
    film.desk("producer2").answer(receipt, NOTE, "ACKNOWLEDGE", "").ok();

    assertThat(film.state(receipt)).isEqualTo("ACKNOWLEDGED");
    assertThat(film.desk("producer1").start(DRAWDOWN, film.draw("1", "0.51")).field())
        .isEqualTo("amount");
    film.asked("producer1", "1", "0.50");
  }

  @Test
  void nothingMayArriveAndMoreOnlyWithinTheSource() {
    film.approved("1", "400000.00");
    film.approved("2", "500000.00");

    Answer much = film.entered(film.id() + "-DA-1", "accountant1", "500000.01");
    assertThat(much.status()).isEqualTo(400);
    assertThat(much.field()).isEqualTo("arrived");
    film.entered(film.id() + "-DA-1", "accountant1", "500000.00").ok();
    film.entered(film.id() + "-DA-2", "accountant1", "0").ok();

    assertThat(film.money().path("drawn").asText()).isEqualTo("500000.00");
    assertThat(film.tranche("1").path("left").asText()).isEqualTo("-100000.00");
    assertThat(film.tranche("2").path("left").asText()).isEqualTo("600000.00");
    assertThat(film.desk("producer1").start(DRAWDOWN, film.draw("2", "500000.01")).field())
        .as("not beyond the source")
        .isEqualTo("amount");
  }

  @ParameterizedTest
  @CsvSource({
    "arrived,",
    "arrived, -1",
    "arrived, 1.001",
    "arrived, much",
    "arrivedOn,",
    "arrivedOn, tomorrow"
  })
  void aWrongArrivalIsRefused(String field, String value) {
    film.approved("1", "400000.00");
    Map<String, Object> answer =
        Map.of("decision", "CONFIRM", "arrived", "1.00", "arrivedOn", TODAY.toString());

    Answer refused =
        film.desk("accountant1").answer(film.id() + "-DA-1", ENTER, with(answer, field, value));

    assertThat(refused.status()).as("%s", refused).isEqualTo(400);
    assertThat(film.money().path("arrived").asText()).isEqualTo("0.00");
  }

  @Test
  void whoMayNotSayWhatArrivedDoesNot() {
    film.approved("1", "400000.00");
    String receipt = film.id() + "-DA-1";
    for (String person : new String[] {"exec1", "producer1", "financier1", "director1"}) {
      Answer answer =
          film.desk(person)
              .complete(
                  film.desk("admin").task(receipt, ENTER),
                  Map.of("decision", "CONFIRM", "arrived", "1", "arrivedOn", TODAY.toString()));
      assertThat(answer.status()).as(person).isGreaterThanOrEqualTo(400);
    }
    Answer none =
        film.entered(receipt, "accountant1", "1.00").status() < 300
            ? film.desk("producer1").start("drawdown-receipt", receiptOf("DD-1"))
            : null;
    assertThat(none.status()).as("entered once").isEqualTo(409);
    assertThat(film.desk("producer1").start("drawdown-receipt", receiptOf("DD-9")).field())
        .isEqualTo("drawdown");
  }

  private Map<String, Object> receiptOf(String number) {
    return Map.of("film", film.id(), "drawdown", film.id() + "-" + number);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "source, Harbour",
    "source,",
    "tranche, 3",
    "tranche,",
    "amount, 400000.01",
    "amount, 0",
    "amount, 1.001",
    "amount,",
    "valueDate, 2020-01-01",
    "valueDate, 2199-01-01",
    "valueDate, soon",
    "valueDate,",
    "payee, Somebody",
    "payee,",
    "costReport, 2",
    "costReport,",
    "costsAsReported, false",
    "costsAsReported,"
  })
  void aWrongFieldIsRefusedByItsName(String field, String value) {
    Object sent = "false".equals(value) ? Boolean.FALSE : value;

    Answer refused =
        film.desk("accountant1").start(DRAWDOWN, with(film.draw("1", "1.00"), field, sent));

    assertThat(refused.status()).as("%s", refused).isEqualTo(400);
    assertThat(refused.field()).as("%s", refused).isEqualTo(field);
    assertThat(film.desk("line1").get(film.path("drawdowns")).ok().path("items")).isEmpty();
  }

  @Test
  void onlyWhoAsksForMoneyAsks() {
    for (String person : new String[] {"exec1", "coexec1", "director1", "financier1"}) {
      Answer answer = film.desk(person).start(DRAWDOWN, film.draw("1", "1.00"));
      assertThat(answer.status()).as("%s %s", person, answer).isEqualTo(403);
    }
  }

  @Test
  void oneRequestIsOpenForATranche() {
    String first = film.asked("producer1", "1", "1.00");

    Answer second = film.desk("line1").start(DRAWDOWN, film.draw("1", "1.00"));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text("detail")).contains(first);
    film.asked("line1", "2", "1.00");
    film.desk("producer1").post("/api/approvals/%s/withdrawal".formatted(first), Map.of()).ok();
    assertThat(film.state(first)).isEqualTo("WITHDRAWN");
    film.asked("line1", "1", "400000.00");
  }

  @Test
  void theReportIsAtMostTenDaysOld() {
    DrawnFilm old = DrawnFilm.create(port);
    String moved = "update cost_report set week_ending = :day where film_id = :film";
    database.sql(moved).param("day", TODAY.minusDays(11)).param("film", old.id()).update();
    Answer refused = old.desk("producer1").start(DRAWDOWN, old.draw("1", "1.00"));
    assertThat(refused.field()).isEqualTo("costReport");
    assertThat(refused.text("message") + refused.text("detail")).contains("10 days");

    database.sql(moved).param("day", TODAY.minusDays(10)).param("film", old.id()).update();
    old.asked("producer1", "1", "1.00");
  }

  @Test
  void aTrancheIsDrawnFromItsDayAndASourceUntilItsLast() {
    film.scheduled(tranche("1", TODAY.plusDays(14), "1.00"), tranche("2", TODAY.plusDays(15), "1"))
        .ok();
    film.asked("producer1", "1", "1.00");
    assertThat(film.desk("producer1").start(DRAWDOWN, film.draw("2", "1.00")).field())
        .isEqualTo("valueDate");
  }

  @Test
  void whatIsPendingExpiredOrDeferredIsNotDrawn() {
    film.planned(
            "Equity, EQUITY, 1000000, CONFIRMED",
            "Bank, GAP, 5000, PENDING",
            "Old, PRESALE, 5000, CONFIRMED, " + TODAY.minusDays(1),
            "Short, PRESALE, 5000, CONFIRMED, " + TODAY.plusDays(13))
        .ok();
    film.scheduled(
            tranche("1", TODAY, "1"),
            with(tranche("1", TODAY, "5000"), "source", "Bank"),
            with(tranche("1", TODAY, "5000"), "source", "Old"),
            with(tranche("1", TODAY, "5000"), "source", "Short"))
        .ok();

    Map<String, Object> draw = film.draw("1", "1.00");
    for (String source : new String[] {"Bank", "Old"}) {
      assertThat(film.desk("producer1").start(DRAWDOWN, with(draw, "source", source)).field())
          .isEqualTo("source");
    }
    assertThat(film.desk("producer1").start(DRAWDOWN, with(draw, "source", "Short")).field())
        .isEqualTo("valueDate");
  }

  @Test
  void nothingIsDrawnBeforeTheGreenlightNorUnderAHardStop() {
    TestFilm early = ReadyFilm.create(port);
    DrawnFilm undecided = DrawnFilm.ready(early);
    Answer refused = undecided.desk("producer1").start(DRAWDOWN, undecided.draw("1", "1.00"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("message") + refused.text("detail")).contains("not greenlit");

    film.reported(
            TODAY.minusDays(2), ON_BUDGET.replace("3600,0,0,300000,", "3600,0,0,300001,Rain."))
        .ok();
    Answer stopped =
        film.desk("producer1").start(DRAWDOWN, with(film.draw("1", "1.00"), "costReport", 2));
    assertThat(stopped.status()).isEqualTo(409);
    assertThat(stopped.text("message") + stopped.text("detail")).contains("hard stop");
  }

  @Test
  void aSourceThatExpiresRaisesTheHardStopAndStopsWhatIsUnderWay() {
    film.planned("Equity, EQUITY, 1000000, CONFIRMED", "Presale, PRESALE, 50000, CONFIRMED").ok();
    film.reported(
            TODAY.minusDays(2), ON_BUDGET.replace("3600,0,0,300000,", "3600,0,0,350000,Rain."))
        .ok();
    assertThat(film.money().path("hardStop").isNull()).isTrue();
    String key =
        film.desk("producer1").started(DRAWDOWN, with(film.draw("1", "1.00"), "costReport", 2));
    film.desk("exec1").answer(key, DECIDE, "APPROVE", "").ok();
    film.desk("guarantor1").answer(key, CONSENT, "CONSENT", "").ok();

    database
        .sql("update finance_source set expires = :day where film_id = :film and name = 'Presale'")
        .param("day", TODAY.minusDays(1))
        .param("film", film.id())
        .update();

    assertThat(film.money().path("secured").asText()).isEqualTo("1000000.00");
    assertThat(film.money().path("hardStop").asText()).contains("USD 1,000,000.00");
    Answer consent = film.desk("financier1").answer(key, CONSENT, "CONSENT", "");
    assertThat(consent.status()).isEqualTo(409);
    assertThat(consent.text("message") + consent.text("detail")).contains("hard stop");
    assertThat(film.money().path("drawn").asText()).isEqualTo("0.00");
  }

  @Test
  void whatHasChangedSinceTheFilingIsLookedAtAgainBeforeTheEffect() {
    String key = film.asked("producer1", "1", "400000.00");
    film.desk("exec1").answer(key, DECIDE, "APPROVE", "").ok();
    film.desk("guarantor1").answer(key, CONSENT, "CONSENT", "").ok();
    String payee =
        film.desk("line1").get(film.path("payees")).ok().path("items").path(0).path("id").asText();
    film.desk("producer1").delete(film.path("payees/" + payee)).ok();
    film.payee("producer1", "Lighthouse Ltd", "DE02 1203 0000 0000 2020 51").ok();

    Answer consent = film.desk("financier1").answer(key, CONSENT, "CONSENT", "");

    assertThat(consent.status()).isEqualTo(409);
    assertThat(consent.text("message") + consent.text("detail")).contains("another account");
    assertThat(film.state(key)).isEqualTo("PENDING");
  }

  @Test
  void thePreviewSaysWhatItComesTo() {
    Map<String, Object> draw = film.draw("1", "100000.00");
    draw.remove("film");
    JsonNode preview = film.desk("line1").post(film.path("requests/drawdown/preview"), draw).ok();
    assertThat(preview.path("allowed").asBoolean()).as("%s", preview).isTrue();
    assertThat(preview.path("does").asText()).contains("900,000.00 would be left", "…2051");
    assertThat(preview.path("consents").toString())
        .contains("completion-guarantor", "financier")
        .doesNotContain("distributor");
    JsonNode refused =
        film.desk("line1")
            .post(film.path("requests/drawdown/preview"), with(draw, "amount", "400000.01"))
            .ok();
    assertThat(refused.path("allowed").asBoolean()).isFalse();
    assertThat(film.desk("line1").get(film.path("drawdowns")).ok().path("items")).isEmpty();
  }

  @Test
  void whatIsReturnedIsAmendedWithTheStatementMadeAnew() {
    String key = film.asked("accountant1", "1", "400000.00");
    film.desk("producer1").answer(key, ENDORSE, "RETURN", "Half of it is enough.").ok();
    Map<String, Object> less = Map.of("decision", "RESUBMIT", "amount", "200000.00");
    assertThat(film.desk("accountant1").answer(key, AMEND, less).field())
        .isEqualTo("costsAsReported");
    film.desk("accountant1").answer(key, AMEND, with(less, "costsAsReported", true)).ok();

    assertThat(film.tranche("1").path("open").asText()).isEqualTo("200000.00");
    film.desk("producer1").answer(key, ENDORSE, "APPROVE", "").ok();
    film.desk("exec1").answer(key, DECIDE, "APPROVE", "").ok();
  }

  @Test
  void aPlanKeepsWhatIsDrawn() {
    film.planned("Equity, EQUITY, 1000000, CONFIRMED", "Fund, GRANT, 5000, CONFIRMED").ok();
    film.scheduled(with(tranche("1", TODAY, "5000"), "source", "Fund")).ok();
    String key =
        film.desk("producer1").started(DRAWDOWN, with(film.draw("1", "5000"), "source", "Fund"));
    film.planned("Equity, EQUITY, 1000000, CONFIRMED", "Fund, GRANT, 4000, CONFIRMED").ok();
    film.planned("Equity, EQUITY, 1000000, CONFIRMED", "Fund, GRANT, 5000, CONFIRMED").ok();
    film.desk("exec1").answer(key, DECIDE, "APPROVE", "").ok();
    film.desk("guarantor1").answer(key, CONSENT, "CONSENT", "").ok();
    film.desk("financier1").answer(key, CONSENT, "CONSENT", "").ok();

    Answer less =
        film.planned("Equity, EQUITY, 1000000, CONFIRMED", "Fund, GRANT, 4999.99, CONFIRMED");

    assertThat(less.status()).isEqualTo(409);
    assertThat(less.text("detail")).contains("USD 5,000.00 of Fund are drawn");
    assertThat(film.planned("Equity, EQUITY, 1000000, CONFIRMED").status()).isEqualTo(409);
  }
}
