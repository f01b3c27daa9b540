package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Requests.with;
import static film.finalsay.journey.Requests.without;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reports to financier, distributor and guarantor, from the draft to who has read them. */
@FinalSayTest
class StakeholderReportTest {

  private static final String PROCESS = "stakeholder-report";
  private static final String RELEASE = "userTask_releaseReport";
  private static final String AMEND = "userTask_amendReport";
  private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();
  private static final Pattern ANCHOR = Pattern.compile("(\\S+) (\\d+) ([0-9a-f]{64})");

  @LocalServerPort int port;

  private TestFilm film;
  private String distributor;

  @BeforeEach
  void aFilmWithACostReport() {
    film = TestFilm.create(port).secured("1100000.00");
    distributor = film.hire("distributor");
    CostFiles.onBudget(film)
        .with("3600", "5000.00,1000.00,314000.01,Storm")
        .imported("line1", "2026-01-03");
  }

  @Test
  void eachRecipientGetsWhatIsTheirsAndTakesNoteOfIt() throws IOException {
    new Case(film, film.id() + "-CV-1")
        .answered(
            "producer1", "userTask_explainVariance", "EXPLAIN", "The storm took the harbour set.");
    Case change =
        Case.started(film, "line1", "budget-change", transfer(film, "3600", "3500", "1000"));
    change.answered("producer1", "userTask_decideBudgetChange", "APPROVE");
    Case report = drafted();
    assertThat(report.key()).isEqualTo(film.id() + "-RP-1");
    assertThat(report.waitingFor()).containsExactly(RELEASE + " for executive-producer");
    assertThat(report.shown("exec1", RELEASE, "reportText").replace("\\", ""))
        .contains("USD 920,000.01", "The storm took the harbour set", change.key());

    report.answered("exec1", RELEASE, "APPROVE", "We are watching the weather.");

    assertThat(report.state()).isEqualTo("APPROVED");
    String financiers = pdf("financier1", report, "");
    assertThat(financiers)
        .contains("Stakeholder report " + report.key(), "A calm month, but for the storm.")
        .contains("We are watching the weather.")
        .contains("Cost report 1, week ending 2026-01-03", "Estimated final cost USD 920,000.01")
        .contains("Variance, negative is over USD 79,999.99", "Secured USD 1,100,000.00")
        .contains("Contingency left USD 100,000.00 of USD 100,000.00", "Shot 0 of 20 days, 0 %")
        .contains("3600 LOCATIONS: USD -21,000.01. The storm took the harbour set.")
        .contains(change.key());
    assertThat(pdf(distributor, report, ""))
        .contains("A calm month, but for the storm.", "Shot 0 of 20 days, 0 %")
        .doesNotContain("920,000", "1,100,000", "Cost report", "variances", change.key());
    inTheLedger(financiers);

    JsonNode copies = copies("exec1");
    assertThat(copies)
        .extracting(copy -> copy.path("role").asText())
        .containsExactlyInAnyOrder("financier", "distributor", "completion-guarantor");
    assertThat(copies(distributor))
        .extracting(copy -> copy.path("role").asText())
        .containsExactly("distributor");
    assertThat(copies("director1")).isEmpty();
    List<Map<String, String>> notices = ledger("REQUESTED", "readers");
    assertThat(notices)
        .extracting(facts -> facts.get("readers"))
        .containsExactlyInAnyOrder("financier1", distributor, "guarantor1");

    Case notice = noticeTo(distributor);
    assertThat(notice.shown(distributor, "userTask_takeNote", "askedText").replace("\\", ""))
        .contains("A calm month", "We are watching the weather")
        .doesNotContain("920,000", "1,100,000", change.key());
    notice.answered(distributor, "userTask_takeNote", "ACKNOWLEDGE");
    assertThat(notice.state()).isEqualTo("ACKNOWLEDGED");
    assertThat(notice.decisions()).containsExactly(distributor + " as distributor: ACKNOWLEDGE");
  }

  @Test
  void aNewerCostReportLetsNoneBeReleasedUntilItIsComputedAnew() throws IOException {
    Case report = drafted();
    CostFiles.onBudget(film)
        .with("3600", "5000.00,1000.00,320000.00,Another storm")
        .imported("line1", "2026-01-10");

    Answer refused = refused(film, 409, () -> report.tried("exec1", RELEASE, "APPROVE"));
    assertThat(refused.text("detail"))
        .contains(
            "Cost report: it was 1, week ending 2026-01-03, and is 2, week ending 2026-01-10.")
        .contains("Estimated final cost: it was USD 920,000.01, and is USD 926,000.00.")
        .contains("The largest variances: it was 3600 LOCATIONS: USD -20,000.01.")
        .doesNotContain("Budget:", "Secured:");
    assertThat(report.shown("exec1", RELEASE, "changedText")).contains("Cost report");
    assertThat(copies("exec1")).isEmpty();

    report.answered("exec1", RELEASE, "RETURN", "There is a newer cost report.");
    report.answered("producer1", AMEND, Map.of("decision", "RESUBMIT", "comment", ""));
    report.answered("exec1", RELEASE, "APPROVE");

    assertThat(report.state()).isEqualTo("APPROVED");
    assertThat(pdf("guarantor1", report, "")).contains("USD 926,000.00");
  }

  @Test
  void aReportThatIsRejectedOrWithdrawnGoesToNobody() {
    Case rejected = drafted();
    rejected.answered("exec1", RELEASE, "REJECT", "Not this month.");
    Case withdrawn = drafted();
    withdrawn.answered("exec1", RELEASE, "RETURN", "Say more.");
    withdrawn.answered("producer1", AMEND, "WITHDRAW");
    Case taken = drafted();
    film.desk("producer1")
        .post("/api/approvals/%s/withdrawal".formatted(taken.key()), Map.of())
        .ok();

    assertThat(rejected.state()).isEqualTo("REJECTED");
    assertThat(withdrawn.state()).isEqualTo("WITHDRAWN");
    assertThat(taken.state()).isEqualTo("WITHDRAWN");
    assertThat(copies("exec1")).isEmpty();
    refused(film, 404, () -> film.desk("financier1").get(path(rejected, "")));
  }

  @Test
  void aCorrectionIsANewReportThatNamesTheOld() throws IOException {
    Case first = drafted();
    refusedFor(
        "corrects",
        film,
        () -> film.desk("producer1").start(PROCESS, with(report(), "corrects", first.key())));
    first.answered("exec1", RELEASE, "APPROVE");
    Case second = Case.started(film, "producer1", PROCESS, with(report(), "corrects", first.key()));
    second.answered("exec1", RELEASE, "APPROVE");

    assertThat(pdf("financier1", second, "")).contains("it corrects " + first.key());
    assertThat(copies("financier1"))
        .extracting(copy -> copy.path("corrects").asText(null))
        .containsExactly(first.key(), null);
  }

  @Test
  void whatIsWrongIsNamed() {
    refusedFor("periodEnd", film, () -> start(without(report(), "periodEnd")));
    refusedFor(
        "periodEnd",
        film,
        () -> start(with(report(), "periodEnd", LocalDate.parse(TODAY).plusDays(1).toString())));
    refusedFor("periodStart", film, () -> start(with(report(), "periodStart", "2020-01-01")));
    refusedFor("text", film, () -> start(without(report(), "text")));
    refusedFor("toFinancier", film, () -> start(with(report(), "toFinancier", "maybe")));
    refusedFor(
        "toFinancier",
        film,
        () ->
            start(
                with(
                    with(with(report(), "toFinancier", false), "toDistributor", false),
                    "toGuarantor",
                    false)));
    TestFilm without = TestFilm.create(port);
    refusedFor(
        "toDistributor",
        without,
        () -> without.desk("producer1").start(PROCESS, with(report(), "film", without.id())));
    refused(film, 403, () -> film.desk("line1").start(PROCESS, report()));
    refused(film, 403, () -> film.desk("exec1").start(PROCESS, report()));
  }

  @Test
  void aCoExecutiveProducerReleasesNone() {
    Case report = drafted();
    refused(film, 403, () -> report.tried("coexec1", RELEASE, "APPROVE"));
    refused(film, 403, () -> report.tried("producer1", RELEASE, "APPROVE"));
  }

  @Test
  void thePreviewSaysWhoReleasesItAndToWhomItGoes() {
    JsonNode seen =
        film.desk("producer1")
            .post(
                "/api/films/%s/requests/%s/preview".formatted(film.id(), PROCESS),
                without(report(), "film"))
            .ok();
    assertThat(seen.path("allowed").asBoolean()).isTrue();
    assertThat(seen.path("decidedBy").asText()).isEqualTo("executive-producer");
    assertThat(seen.path("does").asText())
        .isEqualTo(
            "Goes to the financier, distributor, completion guarantor, each with what is theirs.");
  }

  private Case drafted() {
    return Case.started(film, "producer1", PROCESS, report());
  }

  private Answer start(Map<String, Object> request) {
    return film.desk("producer1").start(PROCESS, request);
  }

  private Map<String, Object> report() {
    return new HashMap<>(
        Map.of(
            "film",
            film.id(),
            "periodStart",
            TODAY,
            "periodEnd",
            TODAY,
            "toFinancier",
            true,
            "toDistributor",
            true,
            "toGuarantor",
            true,
            "text",
            "A calm month, but for the storm."));
  }

  private static String path(Case report, String query) {
    return "/api/approvals/%s/report.pdf%s".formatted(report.key(), query);
  }

  private String pdf(String person, Case report, String query) throws IOException {
    byte[] pdf = Desk.of(port, person).download(path(report, query));
    try (PDDocument read = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(read).replaceAll("[ \\r]+", " ");
    }
  }

  private JsonNode copies(String person) {
    return Desk.of(port, person)
        .get("/api/films/%s/stakeholder-reports".formatted(film.id()))
        .ok()
        .path("items");
  }

  /** What the report prints of the ledger is so. */
  private void inTheLedger(String printed) {
    Matcher anchor = ANCHOR.matcher(printed);
    assertThat(anchor.find()).isTrue();
    assertThat(anchor.group(1)).isEqualTo(film.id());
    assertThat(
            StreamSupport.stream(entries().spliterator(), false)
                .filter(entry -> entry.path("number").asText().equals(anchor.group(2)))
                .map(entry -> entry.path("hash").asText()))
        .containsExactly(anchor.group(3));
  }

  private JsonNode entries() {
    return film.desk("exec1")
        .get("/api/films/%s/ledger?size=200".formatted(film.id()))
        .ok()
        .path("items");
  }

  private List<Map<String, String>> ledger(String happening, String fact) {
    return StreamSupport.stream(entries().spliterator(), false)
        .filter(entry -> entry.path("happening").asText().equals(happening))
        .map(entry -> entry.path("facts"))
        .filter(facts -> facts.has(fact))
        .map(facts -> Map.of(fact, facts.path(fact).asText()))
        .toList();
  }

  private Case noticeTo(String person) {
    for (int number = 1; number <= 3; number++) {
      Case notice = new Case(film, "%s-AN-%d".formatted(film.id(), number));
      if (film.desk("admin").taskOf(person, notice.key(), "userTask_takeNote") != null) {
        return notice;
      }
    }
    throw new AssertionError("nobody told " + person);
  }
}
