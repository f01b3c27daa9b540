package film.finalsay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.approval.Role;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger as a film's team reads it over HTTP. */
@FinalSayTest
class LedgerApiTest {

  private static final String SEEN = "5e".repeat(32);

  private final Ledger ledger;
  private final TransactionTemplate transaction;
  @LocalServerPort int port;

  LedgerApiTest(Ledger ledger, PlatformTransactionManager transactions) {
    this.ledger = ledger;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Test
  void theTeamReadsWhatHappenedTheNewestFirst() {
    TestFilm film = TestFilm.create(port);
    append(film, decided("KEY-1"));
    append(film, Event.of(Happening.SETTLED).on("KEY-1"));

    JsonNode items = film.desk("director1").get(path(film) + "?size=2").ok().path("items");

    JsonNode settled = items.get(0);
    JsonNode decided = items.get(1);
    assertThat(settled.path("happening").asText()).isEqualTo("SETTLED");
    assertThat(settled.path("person").isNull()).isTrue();
    assertThat(settled.path("facts")).isEmpty();
    assertThat(settled.path("number").asLong()).isEqualTo(decided.path("number").asLong() + 1);
    assertThat(settled.path("previousHash")).isEqualTo(decided.path("hash"));
    assertThat(decided.path("happening").asText()).isEqualTo("DECIDED");
    assertThat(decided.path("approval").asText()).isEqualTo("KEY-1");
    assertThat(decided.path("person").asText()).isEqualTo("coexec1");
    assertThat(decided.path("role").asText()).isEqualTo("co-executive-producer");
    assertThat(decided.path("onBehalfOf").asText()).isEqualTo("producer");
    assertThat(decided.path("seen").asText()).isEqualTo(SEEN);
    assertThat(decided.path("at").asText()).endsWith("Z");
    assertThat(decided.path("facts").path("comment").asText()).isEqualTo("“Für, alle”");
  }

  @Test
  void theEntriesOfOneApprovalArePaged() {
    TestFilm film = TestFilm.create(port);
    for (int i = 1; i <= 3; i++) {
      append(film, decided("KEY-1").with("i", i));
      append(film, decided("KEY-2").with("i", i));
    }

    JsonNode first = film.desk("line1").get(path(film) + "?approval=KEY-1&size=2").ok();
    JsonNode second = film.desk("line1").get(path(film) + "?approval=KEY-1&size=2&page=1").ok();

    assertThat(first.path("items"))
        .extracting(entry -> entry.path("facts").path("i").asText())
        .containsExactly("3", "2");
    assertThat(first.path("hasMore").asBoolean()).isTrue();
    assertThat(second.path("items"))
        .extracting(entry -> entry.path("facts").path("i").asText())
        .containsExactly("1");
    assertThat(second.path("hasMore").asBoolean()).isFalse();
    assertThat(film.desk("line1").get(path(film) + "?approval=KEY-3").ok().path("items")).isEmpty();
  }

  @Test
  void theAnchorIsTheLastEntry() {
    TestFilm film = TestFilm.create(port);
    append(film, decided("KEY-1"));

    JsonNode anchor = film.desk("financier1").get(path(film) + "/anchor").ok();

    JsonNode last = film.desk("line1").get(path(film) + "?size=1").ok().path("items").get(0);
    assertThat(anchor.path("film").asText()).isEqualTo(film.id());
    assertThat(anchor.path("number")).isEqualTo(last.path("number"));
    assertThat(anchor.path("hash")).isEqualTo(last.path("hash"));
  }

  @Test
  void aSpreadsheetGetsTheSamePageInUtf8() throws IOException {
    TestFilm film = TestFilm.create(port);
    for (int i = 1; i <= 3; i++) {
      append(film, decided("KEY-1"));
    }
    String path = path(film) + "?approval=KEY-1&size=2";

    String asked = csv(film, path + "&format=csv");

    assertThat(film.desk("line1").getAs("text/csv", path).contentType())
        .isEqualTo("text/csv;charset=UTF-8");
    assertThat(film.desk("line1").getAs("text/csv", path).body().asText()).isEqualTo(asked);
    List<CSVRecord> lines = lines(asked);
    assertThat(lines).hasSize(2);
    JsonNode newest = film.desk("line1").get(path).ok().path("items").get(0);
    assertThat(lines.get(0).get("number")).isEqualTo(newest.path("number").asText());
    assertThat(lines.get(0).get("at")).isEqualTo(newest.path("at").asText());
    assertThat(lines.get(0).get("hash")).isEqualTo(newest.path("hash").asText());
    assertThat(lines.get(0).get("person")).isEqualTo("coexec1");
    assertThat(lines.get(0).get("facts")).isEqualTo("comment: “Für, alle”; outcome: APPROVE");
    assertThat(lines(csv(film, path + "&format=csv&page=1"))).hasSize(1);
    assertThat(lines(csv(film, path + "&format=csv&page=2"))).isEmpty();
  }

  @Test
  void noCellIsAFormula() throws IOException {
    TestFilm film = TestFilm.create(port);
    for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1")) {
      append(
          film,
          Event.of(Happening.DECIDED)
              .on("KEY-1")
              .by(formula, null)
              .saw(formula)
              .with(formula, "worth \"it\", =1+1"));
    }

    List<CSVRecord> lines = lines(csv(film, path(film) + "?approval=KEY-1&format=csv"));

    assertThat(lines).hasSize(7);
    assertThat(lines.get(6).get("person")).isEqualTo("'=1+1");
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(line).allMatch(cell -> !cell.matches("(?s)[=+@\\t\\r\\n-].*")));
  }

  @Test
  void onlyTheFilmsTeamReadsIt() {
    TestFilm film = TestFilm.without(port, "producer2");
    TestFilm other = TestFilm.create(port);
    append(film, decided("KEY-1"));
    Desk stranger = Desk.of(port, "producer2");

    for (String path : List.of("", "?format=csv", "/anchor", "?approval=KEY-1")) {
      problem(404, stranger.get(path(film) + path));
      problem(404, stranger.get("/api/films/NONE/ledger" + path));
      assertThat(Desk.withoutLogin(port).get(path(film) + path).status()).isEqualTo(401);
    }
    problem(404, stranger.getAs("text/csv", path(film)));
    assertThat(stranger.get(path(other) + "?approval=KEY-1").ok().path("items")).isEmpty();
  }

  @Test
  void aWrongPageOrFormatIsRefused() {
    TestFilm film = TestFilm.create(port);
    Desk desk = film.desk("line1");

    assertThat(problem(400, desk.get(path(film) + "?format=xml")).field()).isEqualTo("format");
    assertThat(problem(400, desk.get(path(film) + "?size=201")).field()).isEqualTo("size");
    assertThat(problem(400, desk.get(path(film) + "?page=-1")).field()).isEqualTo("page");
    assertThat(problem(400, desk.get(path(film) + "?format=csv&size=0")).field()).isEqualTo("size");
    assertThat(desk.getAs("image/png", path(film)).status()).isEqualTo(406);
  }

  @Test
  void itIsOnlyRead() {
    TestFilm film = TestFilm.create(port);

    problem(403, film.desk("admin").post(path(film), List.of()));
    problem(403, film.desk("admin").delete(path(film)));
    problem(403, film.desk("admin").put(path(film) + "/anchor", List.of()));
  }

  private void append(TestFilm film, Event event) {
    transaction.executeWithoutResult(running -> ledger.append(film.id(), event));
  }

  private static Event decided(String approval) {
    return Event.of(Happening.DECIDED)
        .on(approval)
        .by("coexec1", Role.CO_EXECUTIVE_PRODUCER)
        .onBehalfOf(Role.PRODUCER)
        .saw(SEEN)
        .with("outcome", "APPROVE")
        .with("comment", "“Für, alle”");
  }

  private static String path(TestFilm film) {
    return "/api/films/%s/ledger".formatted(film.id());
  }

  private static String csv(TestFilm film, String path) {
    return new String(film.desk("line1").download(path), StandardCharsets.UTF_8);
  }

  private static List<CSVRecord> lines(String csv) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(csv))
        .getRecords();
  }

  private static Answer problem(int status, Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.contentType()).as("%s", answer).startsWith("application/problem+json");
    return answer;
  }
}
