package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.ContractPdf;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contract is asked for, heard, decided by its weight, committed, and signed as approved. */
@FinalSayTest
class ContractJourneyTest {

  private static final String ENDORSE = "userTask_endorseContract";
  private static final String CONSULT = "userTask_consult";
  private static final String DECIDE = "userTask_decideContract";
  private static final String AMEND = "userTask_amendContract";
  private static final String CONSENT = "userTask_giveConsent";
  private static final String TEXT = "Blue Crane Ltd hires out two camera boats for 12 days.";
  private static final String REPORT =
      """
      account,actual,commitments,etc
      1100,0,0,50000
      1400,0,0,250000
      3500,0,0,200000
      3600,0,0,300000
      4500,0,0,100000
      9900,0,0,100000
      """;

  @LocalServerPort private int port;
  private final ManagementService jobs;
  private final JdbcClient jdbc;
  private TestFilm film;
  private String document;

  ContractJourneyTest(ManagementService jobs, JdbcClient jdbc) {
    this.jobs = jobs;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void aGreenlitFilm() {
    film = GreenlitFilm.create(port);
    document = ContractPdf.upload(film, ContractPdf.of(TEXT));
  }

  @Test
  void aContractIsHeardDecidedCommittedAndSigned() {
    heardByBoth();
    Case contract = asked("line1", boats("12000.00"));
    assertThat(contract.key()).isEqualTo(film.id() + "-CT-1");
    contract.answered("producer1", ENDORSE, "APPROVE");
    assertThat(contract.waitingFor())
        .containsExactly(CONSULT + " for legal-counsel", CONSULT + " for production-accountant");
    assertThat(contract.shown("counsel1", CONSULT, "contentText"))
        .contains("Blue Crane Ltd", "3500 4000.00; 3600 8000.00", document);
    contract.answered("counsel1", CONSULT, "SUPPORT");
    contract.answered("accountant1", CONSULT, "CONCERN", "Account 3500 is tight.");
    assertThat(contract.waitingFor()).containsExactly(DECIDE + " for co-executive-producer");
    assertThat(contract.shown("coexec1", DECIDE, "historyText")).contains("Account 3500 is tight");

    contract.answered("coexec1", DECIDE, "APPROVE");

    assertThat(contract.state()).isEqualTo("APPROVED");
    assertThat(committed()).isEqualTo(Map.of("3500", "4000.00", "3600", "8000.00"));
    JsonNode filed = get("/contracts/1");
    assertThat(filed.path("state").asText()).isEqualTo("APPROVED");
    assertThat(filed.path("accounts")).hasSize(2);
    assertThat(get("/payment-calendar").path("items"))
        .extracting(due -> due.path("due").asText() + due.path("milestone").asText("-"))
        .containsExactly("2027-03-01-", "nullOn delivery");

    Answer other =
        sign(1, ContractPdf.upload(film, ContractPdf.signed(TEXT.replace("12 days", "15 days"))));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.text("detail"))
        .contains("word 10 is \"15\" there, and \"12\"", "Ask for an amendment");
    assertThat(get("/contracts/1").path("state").asText()).isEqualTo("APPROVED");

    sign(1, ContractPdf.upload(film, ContractPdf.signed(TEXT))).ok();

    assertThat(get("/contracts/1").path("state").asText()).isEqualTo("SIGNED");
    assertThat(sign(1, ContractPdf.upload(film, ContractPdf.signed(TEXT))).status()).isEqualTo(409);
    assertThat(get("/ledger").path("items").toString()).contains("CONTRACT_SIGNED");
  }

  @Test
  void theCostReportShowsWhatContractsBindTheFilmToBesideItsCostsAndCountsItOnce() {
    film.desk("line1")
        .postCsv("/api/films/%s/cost-reports?weekEnding=%s".formatted(film.id(), today()), REPORT)
        .ok();
    approved("producer1", boats("12000.00"), "coexec1");
    approved("producer1", with(boats("3000.00"), "counterparty", "Red Heron GmbH"), "producer2");

    JsonNode report = get("/cost-report");

    assertThat(report.path("total").path("approvedCommitments").asText()).isEqualTo("15000.00");
    assertThat(report.path("total").path("efc").asText()).isEqualTo("1000000.00");
    Map<String, String> shown = new TreeMap<>();
    for (JsonNode account : report.path("accounts")) {
      String amount = account.path("approvedCommitments").asText();
      if (!amount.equals("0.00")) {
        shown.put(account.path("account").asText(), amount);
      }
    }
    assertThat(shown).isEqualTo(committed()).isEqualTo(sumsOfTheContracts());
  }

  @Test
  void whatComesBackIsAmendedAndWeighedAnew() {
    Case contract = asked("producer1", boats("9000.00"));
    contract.answered("producer2", DECIDE, "RETURN", "Take both boats for longer.");
    Map<String, Object> more =
        Map.of(
            "decision", "RESUBMIT",
            "comment", "Done.",
            "amount", "60000.00",
            "accounts", "3600 60000.00",
            "payments", "60000.00 2027-04-01");
    contract.answered("producer1", AMEND, more);

    assertThat(contract.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    contract.answered("exec1", DECIDE, "APPROVE");

    assertThat(committed()).isEqualTo(Map.of("3600", "60000.00"));
    assertThat(get("/contracts/1").path("purpose").asText()).isEqualTo("Two camera boats");
  }

  @Test
  void whatIsRejectedWithdrawnOrNotEndorsedCommitsNothing() {
    asked("producer1", boats("9000.00")).answered("producer2", DECIDE, "REJECT", "Too dear.");
    asked("line1", boats("12000.00")).answered("producer1", ENDORSE, "REJECT", "No boats.");
    Case withdrawn = asked("producer1", boats("9000.00"));
    film.desk("producer1")
        .post("/api/approvals/%s/withdrawal".formatted(withdrawn.key()), Map.of())
        .ok();

    assertThat(withdrawn.state()).isEqualTo("WITHDRAWN");
    assertThat(committed()).isEmpty();
    assertThat(get("/contracts").path("items")).isEmpty();
    assertThat(get("/payment-calendar").path("items")).isEmpty();
  }

  @Test
  void silenceOfWhoIsHeardGoesOn() {
    heardByBoth();
    Case contract = asked("producer1", boats("9000.00"));
    contract.answered("counsel1", CONSULT, "SUPPORT");

    daysPass(contract, 3);

    assertThat(contract.waitingFor()).containsExactly(DECIDE + " for producer");
    contract.answered("producer2", DECIDE, "APPROVE");
    assertThat(contract.state()).isEqualTo("APPROVED");
  }

  @Test
  void whatBringsMoneyIsTheExecutiveProducersAndNeedsTheFinanciersConsent() {
    Case given = asked("producer1", gap());
    assertThat(given.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    given.answered("exec1", DECIDE, "APPROVE");
    assertThat(given.waitingFor()).containsExactly(CONSENT + " for financier");
    given.answered("financier1", CONSENT, "CONSENT");
    assertThat(given.state()).isEqualTo("APPROVED");
    assertThat(committed()).isEmpty();

    Case refused = asked("producer1", gap()).answered("exec1", DECIDE, "APPROVE");
    refused.answered("financier1", CONSENT, "REFUSE", "It ranks before ours.");
    assertThat(refused.state()).isEqualTo("REJECTED");

    Case silent = asked("producer1", gap()).answered("exec1", DECIDE, "APPROVE");
    daysPass(silent, 5);
    assertThat(silent.state()).isEqualTo("REJECTED");
    assertThat(get("/contracts").path("items")).hasSize(1);
  }

  @Test
  void splittingAContractLowersNoLevel() {
    List<String> levels =
        List.of(
            "producer",
            "co-executive-producer",
            "co-executive-producer",
            "co-executive-producer",
            "executive-producer");
    List<String> names =
        List.of(
            "Blue Crane Ltd",
            "BLUE CRANE LTD.",
            "Blue-Crane Ltd",
            "blue crane ltd",
            "Blüe Crane Ltd");
    List<String> amounts = List.of("10000.00", "0.01", "20000.00", "19999.99", "0.01");
    for (int part = 0; part < levels.size(); part++) {
      String amount = amounts.get(part);
      Case one = asked("producer1", with(boats(amount), "counterparty", names.get(part)));
      assertThat(one.waitingFor())
          .as("part %d", part)
          .containsExactly(DECIDE + " for " + levels.get(part));
    }
    Map<String, Object> flagged =
        with(with(boats("10.00"), "counterparty", "Grey Gull Ltd"), "finalCut", true);
    assertThat(asked("producer1", flagged).waitingFor())
        .containsExactly(DECIDE + " for executive-producer");
    assertThat(
            asked("producer1", with(boats("10.00"), "counterparty", "GREY GULL LTD")).waitingFor())
        .as("what stands beside a flag")
        .containsExactly(DECIDE + " for executive-producer");
  }

  @Test
  void aRelatedPartyNeedsThreeQuotesAndOneRoleHigherAndNeverTheRelatedOne() {
    film.desk("coexec1")
        .post(
            "/api/films/%s/interests".formatted(film.id()),
            Map.of(
                "nature", "SUPPLIER",
                "description", "owns a half of Blue Crane Ltd.",
                "matters", List.of("BUDGET_LOCK")))
        .ok();
    Answer without = film.desk("producer1").start("contract", boats("9000.00"));
    assertThat(without.status()).isEqualTo(400);
    assertThat(without.field()).isEqualTo("quotes");

    Case contract = asked("producer1", with(boats("9000.00"), "quotes", quotes()));

    assertThat(contract.waitingFor())
        .as("the co-executive producer has the interest")
        .containsExactly(DECIDE + " for executive-producer");
    assertThat(contract.tried("coexec1", DECIDE, "APPROVE").status()).isEqualTo(403);
    contract.answered("exec1", DECIDE, "APPROVE");
    assertThat(contract.state()).isEqualTo("APPROVED");
  }

  @Test
  void anAmendmentIsAContractThatIsBasedOnTheFirst() {
    approved("producer1", boats("9000.00"), "producer2");
    Map<String, Object> longer = with(boats("3000.00"), "basedOn", "1");
    Answer other =
        film.desk("producer1").start("contract", with(longer, "counterparty", "Red Heron GmbH"));
    assertThat(other.field()).isEqualTo("counterparty");

    Case amendment = asked("producer1", longer);
    assertThat(amendment.waitingFor()).containsExactly(DECIDE + " for co-executive-producer");
    amendment.answered("coexec1", DECIDE, "APPROVE");

    assertThat(get("/contracts/2").path("basedOn").asInt()).isEqualTo(1);
    assertThat(committed()).isEqualTo(sumsOfTheContracts());
    assertThat(sumsOfTheContracts().values().stream().map(BigDecimal::new).reduce(BigDecimal::add))
        .contains(new BigDecimal("12000.00"));
  }

  @Test
  void thePreviewSaysWhatIsDecidedThen() {
    heardByBoth();
    JsonNode preview =
        film.desk("producer1")
            .post("/api/films/%s/requests/contract/preview".formatted(film.id()), boats("12000.00"))
            .ok();

    assertThat(preview.path("allowed").asBoolean()).isTrue();
    assertThat(preview.path("decidedBy").asText()).isEqualTo("co-executive-producer");
    assertThat(preview.path("consulted").toString())
        .contains("legal-counsel", "production-accountant");
    assertThat(preview.path("does").asText()).contains("USD 8,000.00 on account 3600");
    assertThat(get("/contracts").path("items")).isEmpty();
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "accounts | 3600 8000.00\\n7777 4000.00 | accounts[1].account",
        "accounts | 3600 8000.00 | accounts",
        "accounts | 3600 8000.00\\n3600 4000.00 | accounts[1].account",
        "accounts | 3600 1,000 | accounts[0].amount",
        "payments | 6000.00 2027-03-01 | payments",
        "payments | 12000.00 2027-02-30 | payments[0].due",
        "payments | 12000.00 | payments[0].due",
        "termEnd | 2027-02-28 | termEnd",
        "termStart | soon | termStart",
        "basedOn | 9 | basedOn",
        "type | BARTER | type",
        "country | XX | country",
        "counterparty | ... | counterparty",
        "amount | -1 | amount",
        "document | 0000000000000000000000000000000000000000000000000000000000000000 | document",
      })
  void refusesWithTheField(String field, String value, String named) {
    Answer refused =
        film.desk("producer1")
            .start("contract", with(boats("12000.00"), field, value.replace("\\n", "\n")));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.field()).isEqualTo(named);
    assertThat(
            film.desk("admin").get("/api/films/%s/approvals".formatted(film.id())).ok().toString())
        .doesNotContain("-CT-");
  }

  @Test
  void refusesWhatNoAccountHasAndNoPdf() {
    Answer much =
        film.desk("producer1")
            .start(
                "contract",
                with(
                    with(with(boats("1.00"), "amount", "300000.01"), "accounts", "3600 300000.01"),
                    "payments",
                    "300000.01 On signature"));
    assertThat(much.field()).isEqualTo("accounts[0].amount");
    for (byte[] none : List.of("no PDF".getBytes(), ContractPdf.of(""))) {
      Answer unreadable =
          film.desk("producer1")
              .start("contract", with(boats("9.00"), "document", ContractPdf.upload(film, none)));
      assertThat(unreadable.status()).isEqualTo(400);
      assertThat(unreadable.field()).isEqualTo("document");
    }
    assertThat(film.desk("coexec1").start("contract", boats("9.00")).status()).isEqualTo(403);
  }

  @Test
  void whatAnAccountHasNotLeftAnyMoreIsNotApproved() {
    Map<String, Object> most = only("4500", "100000.00", "Blue Crane Ltd");
    Case first = asked("producer1", most);
    Case second = asked("producer1", only("4500", "100000.00", "Red Heron GmbH"));
    first.answered("exec1", DECIDE, "APPROVE");

    Answer refused = second.tried("exec1", DECIDE, "APPROVE");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("is committed already");
    assertThat(committed()).isEqualTo(Map.of("4500", "100000.00"));
  }

  @Test
  void aSignatureIsRefusedWithItsField() {
    approved("producer1", boats("9000.00"), "producer2");
    assertThat(sign(1, document).field()).isEqualTo("document");
    assertThat(sign(1, "00").field()).isEqualTo("document");
    assertThat(sign(2, document).status()).isEqualTo(404);
    String signed = ContractPdf.upload(film, ContractPdf.signed(TEXT));
    for (String day : List.of("2020-01-01", "2199-01-01", "never")) {
      Answer refused =
          film.desk("producer1").post(signature(1), Map.of("document", signed, "signedOn", day));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.field()).isEqualTo("signedOn");
    }
    assertThat(
            film.desk("director1")
                .post(signature(1), Map.of("document", signed, "signedOn", today()))
                .status())
        .isEqualTo(403);
  }

  @Test
  void whileTheFilmIsStoppedOnlyTheExecutiveProducerApprovesOne() {
    Case contract = asked("producer1", boats("9000.00"));
    CostFiles.onBudget(film).with("3600", "0.00,0.00,600000.00,").imported("line1", today());

    Answer stopped = contract.tried("producer2", DECIDE, "APPROVE");

    assertThat(stopped.status()).isEqualTo(409);
    assertThat(stopped.text("detail")).contains("Nobody below the executive producer approves");
    contract.answered("exec1", DECIDE, "APPROVE");
    assertThat(contract.state()).isEqualTo("APPROVED");
  }

  @Test
  void noTableThatLeavesAHeavyFlagToAProducerOrASaleToALowerRoleCounts() throws IOException {
    String table = Files.readString(Path.of("processes/contract-authority.dmn"));
    for (String row : List.of("bringsMoney", "flagged")) {
      String lower =
          table.replaceFirst(
              "(%s_decidedBy\">\\s*<text>\")executive-producer".formatted(row), "$1producer");
      assertThat(lower).isNotEqualTo(table);
      Answer refused =
          film.desk("admin")
              .upload(
                  "/engine-rest/deployment/create",
                  "contract-authority.dmn",
                  lower.getBytes(StandardCharsets.UTF_8));
      assertThat(refused.status()).as(row).isEqualTo(400);
      assertThat(refused.text("detail")).contains("contract-authority");
    }
  }

  @Test
  void aSignatureOnWhatWasChangedBehindTheProductIsRefused() {
    approved("producer1", boats("9000.00"), "producer2");
    String signed = ContractPdf.upload(film, ContractPdf.signed(TEXT));
    jdbc.sql("update document set content = :other where sha256 = :sha256")
        .param("other", ContractPdf.of("Blue Crane Ltd hires out three."))
        .param("sha256", document)
        .update();

    assertThat(sign(1, signed).status()).isEqualTo(409);
    assertThat(get("/contracts/1").path("state").asText()).isEqualTo("APPROVED");
  }

  private void heardByBoth() {
    film.join(Map.of("person", "counsel1", "role", "legal-counsel")).ok();
    film.join(Map.of("person", "accountant1", "role", "production-accountant")).ok();
  }

  private Case asked(String person, Map<String, Object> contract) {
    return Case.started(film, person, "contract", contract);
  }

  private void approved(String asks, Map<String, Object> contract, String decides) {
    asked(asks, contract).answered(decides, DECIDE, "APPROVE");
  }

  /** Two thirds of it on 3600, the rest on 3500; half on a day, half on delivery. */
  private Map<String, Object> boats(String amount) {
    BigDecimal all = new BigDecimal(amount);
    BigDecimal third = all.divide(BigDecimal.valueOf(3), 2, RoundingMode.DOWN);
    BigDecimal half = all.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
    boolean whole = half.signum() == 0 || third.signum() == 0;
    Map<String, Object> contract = new HashMap<>();
    contract.put("film", film.id());
    contract.put("counterparty", "Blue Crane Ltd");
    contract.put("country", "GB");
    contract.put("type", "EQUIPMENT");
    contract.put("purpose", "Two camera boats");
    contract.put("amount", amount);
    contract.put(
        "accounts",
        whole ? "3600 " + amount : "3500 %s\n3600 %s".formatted(third, all.subtract(third)));
    contract.put("termStart", "2027-03-01");
    contract.put("termEnd", "2027-03-12");
    contract.put(
        "payments",
        whole
            ? amount + " On delivery"
            : "%s 2027-03-01\n%s On delivery".formatted(half, all.subtract(half)));
    contract.put("document", document);
    return contract;
  }

  private Map<String, Object> only(String account, String amount, String counterparty) {
    return with(
        with(
            with(boats(amount), "accounts", account + " " + amount),
            "payments",
            amount + " On delivery"),
        "counterparty",
        counterparty);
  }

  /** Money that the film gets. */
  private Map<String, Object> gap() {
    Map<String, Object> gap = new HashMap<>(boats("9.00"));
    gap.keySet().removeAll(List.of("amount", "accounts", "payments"));
    return with(with(gap, "type", "FINANCE"), "counterparty", "Gap Bank Plc");
  }

  private String quotes() {
    return String.join(
        "\n",
        ContractPdf.upload(film, ContractPdf.of("Quote one")),
        ContractPdf.upload(film, ContractPdf.of("Quote two")),
        ContractPdf.upload(film, ContractPdf.of("Quote three")));
  }

  private static Map<String, Object> with(Map<String, Object> base, String field, Object value) {
    Map<String, Object> more = new HashMap<>(base);
    more.put(field, value);
    return more;
  }

  private JsonNode get(String path) {
    return film.desk("producer1").get("/api/films/" + film.id() + path).ok();
  }

  private String signature(int number) {
    return "/api/films/%s/contracts/%d/signature".formatted(film.id(), number);
  }

  private Answer sign(int number, String pdf) {
    return film.desk("producer1")
        .post(signature(number), Map.of("document", pdf, "signedOn", today()));
  }

  private static String today() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }

  /** By account. */
  private Map<String, String> committed() {
    return sums(get("/commitments?size=200").path("items"));
  }

  private Map<String, String> sumsOfTheContracts() {
    Map<String, String> sums = new TreeMap<>();
    for (JsonNode contract : get("/contracts?size=200").path("items")) {
      sums(get("/contracts/" + contract.path("number").asInt()).path("accounts"))
          .forEach((account, amount) -> sums.merge(account, amount, ContractJourneyTest::plus));
    }
    return sums;
  }

  private static Map<String, String> sums(JsonNode rows) {
    Map<String, String> sums = new TreeMap<>();
    for (JsonNode row : rows) {
      sums.merge(
          row.path("account").asText(), row.path("amount").asText(), ContractJourneyTest::plus);
    }
    return sums;
  }

  private static String plus(String one, String other) {
    return new BigDecimal(one).add(new BigDecimal(other)).toPlainString();
  }

  private void daysPass(Case asked, int days) {
    jdbc.sql(
            "update question set asked_at = asked_at - interval '%d' day where approval_key = :key"
                .formatted(days))
        .param("key", asked.key())
        .update();
    Job timer = jobs.createJobQuery().tenantIdIn(asked.film().id()).timers().singleResult();
    jobs.executeJob(timer.getId());
  }
}
