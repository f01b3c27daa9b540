package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Standing.refused;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The authority table is the office's: what it deploys counts, unless it cannot be decided by. */
@FinalSayTest
class AuthorityTableDeploymentTest {

  private static final String AUTHORITY = "budget-change-authority.dmn";
  private static final String CONSENT = "budget-change-consent.dmn";
  private static final String VARIANCE = "cost-report-variance.dmn";
  private static final String DECIDE = "userTask_decideBudgetChange";
  private static final String CONSENTS = "userTask_giveConsent";
  private static final String AMEND = "userTask_amendBudgetChange";

  @LocalServerPort int port;
  private final ManagementService jobs;
  private final JdbcClient jdbc;

  AuthorityTableDeploymentTest(ManagementService jobs, JdbcClient jdbc) {
    this.jobs = jobs;
    this.jdbc = jdbc;
  }

  @AfterEach
  void theShippedTablesCountAgain() throws IOException {
    deploy(AUTHORITY, shipped(AUTHORITY)).ok();
    deploy(CONSENT, shipped(CONSENT)).ok();
  }

  @Test
  void aNewLimitCountsForNewRequestsAndNotForThoseThatRun() throws IOException {
    TestFilm film = TestFilm.create(port);
    Case before =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "8000.00"));
    deploy(
            AUTHORITY,
            shipped(AUTHORITY)
                .replace("&lt;= 10000</text>", "&lt;= 7000</text>")
                .replace("]10000..50000]", "]7000..50000]")
                .replace("&gt; 10000<", "&gt; 7000<"))
        .ok();

    Case after =
        Case.started(film, "line1", "budget-change", transfer(film, "3600", "3500", "8000.00"));

    assertThat(after.waitingFor()).containsExactly(DECIDE + " for co-executive-producer");
    assertThat(after.shown("coexec1", DECIDE, "because"))
        .isEqualTo(
            "Transfers of together more than 7,000 and up to 50,000 from one account are the"
                + " co\\-executive producer's.");
    assertThat(before.waitingFor()).containsExactly(DECIDE + " for producer");
    before.answered("producer1", DECIDE, "RETURN", "A little more, please.");
    before.answered(
        "line1", AMEND, Requests.resubmitted(transfer(film, "3500", "3600", "9000.00")));
    assertThat(before.waitingFor()).as("amended").containsExactly(DECIDE + " for producer");
    before.answered("producer1", DECIDE, "APPROVE");
    assertThat(film.balance("3500")).isEqualTo("191000.00");
  }

  @Test
  void theRowOfAContingencyDrawnAheadOfTheShootingDecides() throws IOException {
    String guarantors =
        "<outputEntry id=\"contingencyDrawnAheadOfShooting_consents\">\n          <text>\"";
    String table = shipped(AUTHORITY);
    assertThat(table).contains(guarantors);
    deploy(AUTHORITY, table.replace(guarantors, guarantors + "financier,")).ok();
    TestFilm film = TestFilm.create(port);

    assertThat(consents(film, "50000.00")).isEqualTo("[\"completion-guarantor\"]");
    assertThat(consents(film, "50000.01")).isEqualTo("[\"financier\",\"completion-guarantor\"]");
    Case change =
        Case.started(film, "line1", "budget-change", Requests.contingency(film, "3600", "50000.01"))
            .answered("exec1", DECIDE, "APPROVE");
    assertThat(change.waitingFor())
        .containsExactly(CONSENTS + " for completion-guarantor", CONSENTS + " for financier");
  }

  private static String consents(TestFilm film, String amount) {
    return film.desk("line1")
        .post(
            "/api/films/%s/budget-changes/preview".formatted(film.id()),
            Requests.contingency(film, "3600", amount))
        .ok()
        .path("consents")
        .toString();
  }

  @Test
  void aStopThatComesBeforeAConsentHoldsUpWhatALowerRoleApproved() throws IOException {
    String nobodys =
        "<outputEntry id=\"transferWithinSectionSmall_consents\">\n          <text>\"\"";
    String table = shipped(AUTHORITY);
    assertThat(table).contains(nobodys);
    deploy(AUTHORITY, table.replace(nobodys, nobodys.replace("\"\"", "\"completion-guarantor\"")))
        .ok();
    TestFilm film = GreenlitFilm.create(port);
    Case change =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "8000.00"));
    change.answered("producer1", DECIDE, "APPROVE");
    CostFiles.onBudget(film)
        .with("3600", "0,0,400000.01,The storm.")
        .imported("line1", "2026-01-03");

    Answer stopped =
        refused(
            film, 409, () -> change.tried("guarantor1", CONSENTS, Map.of("decision", "CONSENT")));

    assertThat(stopped.text("detail"))
        .contains("Nobody below the executive producer approves a budget change now");
    assertThat(change.waitingFor()).containsExactly(CONSENTS + " for completion-guarantor");
    new Case(film, film.id() + "-CO-1")
        .answered("exec1", "userTask_decideCostOverrun", "APPROVE", "From the fees.");
    change.answered("guarantor1", CONSENTS, "CONSENT");
    assertThat(film.balance("3500")).isEqualTo("192000.00");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "&gt; 50000 | &gt; 60000 | has no row for",
        "&gt; 50000 | &gt; 40000 | overlap",
        "\"co-executive-producer\" | \"line-producer\" | lets the line producer decide",
        "\"co-executive-producer\" | \"producr\" | no role on a film's team",
        "\"financier,completion-guarantor\" | \"director\" | asks director for consent",
        "number(cumulative) | number(cumulativ) | asks in the column",
        "hitPolicy=\"UNIQUE\" | hitPolicy=\"FIRST\" | has to be UNIQUE",
        "<text>\"INCREASE\"</text> | <text>\"GIFT\"</text> | has no row for",
        "<text>\"producer\"</text> | <text>if amount = \"7.77\" then \"director\" else \"producer\"</text> | works out decidedBy in the row",
        "<text>\"producer\"</text> | <text>if amount = \"7.77\" then null else \"producer\"</text> | works out decidedBy in the row",
        "<text>\"financier,completion-guarantor\"</text> | <text>\"financier,\" + \"completion-guarantor\"</text> | works out consents in the row",
      })
  void aTableThatCannotBeDecidedByNeverCounts(String part, String instead, String why)
      throws IOException {
    String table = shipped(AUTHORITY);
    assertThat(table).contains(part);
    String version = version();

    Answer answer = deploy(AUTHORITY, table.replace(part, instead));

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.field()).isEqualTo("budget-change-authority");
    assertThat(answer.text("detail")).contains(why);
    assertThat(version()).isEqualTo(version);
  }

  @Test
  void aPartyIsHeldToTheTermsOnWhichItWasAsked() throws IOException {
    TestFilm film = TestFilm.create(port);
    Case change =
        Case.started(film, "line1", "budget-change", Requests.increase(film, "4500", "50000.00"));
    change.answered("exec1", DECIDE, "APPROVE").answered("guarantor1", CONSENTS, "CONSENT");
    deploy(CONSENT, shipped(CONSENT).replace("\"REFUSAL\"</text>", "\"CONSENT\"</text>")).ok();

    jdbc.sql("update question set asked_at = asked_at - interval '5' day where approval_key = :key")
        .param("key", change.key())
        .update();
    jobs.executeJob(jobs.createJobQuery().tenantIdIn(film.id()).timers().singleResult().getId());

    assertThat(change.decisions()).last().isEqualTo("nobody as financier: REFUSAL_BY_SILENCE");
    assertThat(change.state()).isEqualTo("REJECTED");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"P5D\" | \"soon\" | has to be a period such as P5D",
        "\"P5D\" | \"-P5D\" | has to be a period such as P5D",
        "\"P5D\" | \"P0D\" | has to be a period such as P5D",
        "\"P5D\" | \"PT8785H\" | of at most a year",
        "\"P5D\" | \"P999999999Y\" | of at most a year",
        "<text>\"P5D\"</text> | <text>if today() > date(\"2030-01-01\") then \"P5D\" else \"P5D\"</text> | works out consentDeadline",
        "\"REFUSAL\"</text> | \"MAYBE\"</text> | it can mean CONSENT or REFUSAL",
        "not(\"INCREASE\") | \"OVERAGE\" | has 0 rows for the completion guarantor",
      })
  void termsThatAreNoneNeverCount(String part, String instead, String why) throws IOException {
    String table = shipped(CONSENT);
    assertThat(table).contains(part);

    Answer answer = deploy(CONSENT, table.replace(part, instead));

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.text("detail")).contains(why);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "&gt;= -5 | &gt;= -4 | has no row for",
        "<text>\"executive-producer\"</text> | <text>\"accountant\"</text> | names nobody who could explain",
      })
  void aVarianceTableThatLeavesAnAccountUnansweredNeverCounts(
      String part, String instead, String why) throws IOException {
    String table = shipped(VARIANCE);
    assertThat(table).contains(part);

    Answer answer = deploy(VARIANCE, table.replaceFirst(Pattern.quote(part), instead));

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.text("detail")).contains(why);
  }

  private String version() {
    return admin()
        .get("/engine-rest/decision-definition?key=budget-change-authority&latestVersion=true")
        .ok()
        .path(0)
        .path("version")
        .asText();
  }

  private Answer deploy(String name, String table) {
    return admin()
        .upload("/engine-rest/deployment/create", name, table.getBytes(StandardCharsets.UTF_8));
  }

  private Desk admin() {
    return Desk.of(port, "admin");
  }

  private static String shipped(String name) throws IOException {
    return Files.readString(Path.of("processes", name));
  }
}
