package film.finalsay.journey;

import static film.finalsay.journey.CostFiles.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A variance beyond a set size opens a task by itself. LOCATIONS has a budget of 300,000.00. */
@FinalSayTest
class CostVarianceJourneyTest {

  private static final String EXPLAIN = "userTask_explainVariance";
  private static final String WEEK_1 = "2026-01-03";
  private static final String WEEK_2 = "2026-01-10";
  private static final String WEEK_3 = "2026-01-17";

  @LocalServerPort int port;

  @Test
  void whatTheTableLetsPassOpensNothing() {
    TestFilm film = TestFilm.create(port);
    CostFiles.onBudget(film)
        .with("3600", "0,0,315000.00,Exactly 5 %.")
        .with("1100", "50000,0,10000.00,Exactly 10000.")
        .imported("line1", WEEK_1);
    assertThat(variances(film)).isEmpty();
  }

  @Test
  void aLargeVarianceIsTheProducersToExplain() {
    TestFilm film = TestFilm.create(port);
    CostFiles.onBudget(film)
        .with("3600", "5000,1000,309000.01,A second week.")
        .imported("line1", WEEK_1);

    Case variance = variance(film, 1);
    assertThat(variance.amount()).isEqualTo("15000.01");
    assertThat(variance.waitingFor()).containsExactly(EXPLAIN + " for producer");
    assertThat(variance.shown("producer1", EXPLAIN, "accountText")).isEqualTo("3600 LOCATIONS");
    assertThat(variance.shown("producer1", EXPLAIN, "budgetText")).isEqualTo("USD 300,000.00");
    assertThat(variance.shown("producer1", EXPLAIN, "actualText")).isEqualTo("USD 5,000.00");
    assertThat(variance.shown("producer1", EXPLAIN, "commitmentsText")).isEqualTo("USD 1,000.00");
    assertThat(variance.shown("producer1", EXPLAIN, "etcText")).isEqualTo("USD 309,000.01");
    assertThat(variance.shown("producer1", EXPLAIN, "efcText")).isEqualTo("USD 315,000.01");
    assertThat(variance.shown("producer1", EXPLAIN, "varianceText")).isEqualTo("USD -15,000.01");
    assertThat(variance.shown("producer1", EXPLAIN, "lastEfcText")).isEqualTo("—");
    assertThat(variance.shown("producer1", EXPLAIN, "efcReasonText")).isEqualTo("A second week.");
  }

  @Test
  void theExplanationIsOnRecord() {
    TestFilm film = TestFilm.create(port);
    overByTwentyThousand(film).imported("line1", WEEK_1);
    Case variance = variance(film, 1);
    assertThat(variance.tried("producer1", EXPLAIN, Map.of("decision", "EXPLAIN")).field())
        .isEqualTo("comment");
    assertThat(variance.tried("producer1", EXPLAIN, "APPROVE").field()).isEqualTo("decision");
    assertThat(variance.tried("line1", EXPLAIN, "EXPLAIN").status()).isEqualTo(403);

    variance.answered("producer1", EXPLAIN, "EXPLAIN", "The storm took the pier.");

    assertThat(variance.state()).isEqualTo("EXPLAINED");
    assertThat(variance.decisions()).containsExactly("producer1 as producer: EXPLAIN");
    JsonNode entries =
        film.desk("line1").get(path(film, "ledger?approval=" + variance.key())).ok().path("items");
    assertThat(entries.path(0).path("facts").path("state").asText()).isEqualTo("EXPLAINED");
    assertThat(entries.path(1).path("facts").path("comment").asText())
        .isEqualTo("The storm took the pier.");
  }

  @Test
  void aVerySevereOneIsTheExecutiveProducers() {
    TestFilm film = TestFilm.create(port);
    CostFiles.onBudget(film).with("3600", "0,0,350000.01,The storm.").imported("line1", WEEK_1);
    Case variance = variance(film, 1);
    assertThat(variance.waitingFor()).containsExactly(EXPLAIN + " for executive-producer");
    assertThat(variance.tried("producer1", EXPLAIN, "EXPLAIN").status()).isEqualTo(403);
    variance.answered("exec1", EXPLAIN, "EXPLAIN", "We wanted it at full length.");
    assertThat(variance.state()).isEqualTo("EXPLAINED");
  }

  @Test
  void whoReportedItDoesNotExplainIt() {
    TestFilm film = TestFilm.create(port);
    overByTwentyThousand(film).imported("producer1", WEEK_1);
    assertThat(variance(film, 1).tried("producer1", EXPLAIN, "EXPLAIN").status()).isEqualTo(403);
    variance(film, 1).answered("producer2", EXPLAIN, "EXPLAIN", "The storm took the pier.");
  }

  @Test
  void theSameIsNotAskedEveryWeekAndWorseIsAskedAnew() {
    TestFilm film = TestFilm.create(port);
    overByTwentyThousand(film).imported("line1", WEEK_1);
    overByTwentyThousand(film).imported("line1", WEEK_2);
    assertThat(variances(film)).hasSize(1);
    assertThat(variance(film, 1).state()).isEqualTo("PENDING");

    CostFiles.onBudget(film)
        .with("3600", "0,0,320000.01,One more night.")
        .imported("line1", WEEK_3);

    assertThat(variances(film)).hasSize(2);
    assertThat(variance(film, 1).state()).isEqualTo("WITHDRAWN");
    assertThat(variance(film, 2).shown("producer1", EXPLAIN, "lastEfcText"))
        .isEqualTo("USD 320,000.00");
  }

  @Test
  void anExplainedOneThatGotBetterIsNotAskedAgain() {
    TestFilm film = TestFilm.create(port);
    overByTwentyThousand(film).imported("line1", WEEK_1);
    variance(film, 1).answered("producer1", EXPLAIN, "EXPLAIN", "The storm took the pier.");
    CostFiles.onBudget(film).with("3600", "0,0,319999.99,A credit.").imported("line1", WEEK_2);
    assertThat(variances(film)).hasSize(1);
  }

  @Test
  void eachAccountIsAskedAboutByItself() {
    TestFilm film = TestFilm.create(port);
    overByTwentyThousand(film)
        .with("9900", "0,0,110000.01,Cash.")
        .with("4500", "0,0,160000.00,Six more weeks.")
        .imported("line1", WEEK_1);
    assertThat(variances(film))
        .containsExactlyInAnyOrder(
            "Explain 3600 LOCATIONS: USD 20,000.00 over its budget",
            "Explain 4500 EDITORIAL: USD 60,000.00 over its budget",
            "Explain 9900 CONTINGENCY: USD 10,000.01 over its budget");
  }

  @Test
  void byHandItIsAskedOnlyWhatTheTableWantsExplainedAndOnce() {
    TestFilm film = TestFilm.create(port);
    assertThat(asked(film, "3600").status()).as("no report").isEqualTo(409);
    overByTwentyThousand(film).imported("line1", WEEK_1);

    assertThat(asked(film, "3600").status()).as("open already").isEqualTo(409);
    assertThat(asked(film, "1100").field()).as("not over").isEqualTo("account");
    assertThat(asked(film, "7777").field()).as("no account").isEqualTo("account");
    assertThat(variances(film)).hasSize(1);

    variance(film, 1).answered("producer1", EXPLAIN, "EXPLAIN", "The storm.");
    assertThat(asked(film, "3600").status()).as("once more").isEqualTo(200);
  }

  private static Answer asked(TestFilm film, String account) {
    return film.desk("producer2")
        .start("cost-variance", Map.of("film", film.id(), "account", account));
  }

  private static CostFiles overByTwentyThousand(TestFilm film) {
    return CostFiles.onBudget(film).with("3600", "0,0,320000.00,The storm took the pier.");
  }

  private static Case variance(TestFilm film, int number) {
    return new Case(film, film.id() + "-CV-" + number);
  }

  private static List<String> variances(TestFilm film) {
    JsonNode approvals = film.desk("line1").get(path(film, "approvals?size=200")).ok();
    return StreamSupport.stream(approvals.path("items").spliterator(), false)
        .filter(approval -> approval.path("kind").asText().equals("COST_VARIANCE"))
        .map(approval -> approval.path("subject").asText())
        .toList();
  }
}
