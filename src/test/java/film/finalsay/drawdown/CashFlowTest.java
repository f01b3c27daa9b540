package film.finalsay.drawdown;

import static film.finalsay.drawdown.DrawnFilm.TODAY;
import static film.finalsay.drawdown.DrawnFilm.tranche;
import static film.finalsay.drawdown.DrawnFilm.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cash flows and payees over HTTP. */
@FinalSayTest
class CashFlowTest {

  private final JdbcClient database;
  private DrawnFilm film;

  @LocalServerPort private int port;

  CashFlowTest(JdbcClient database) {
    this.database = database;
  }

  @BeforeEach
  void aFilmWithAPlan() {
    film = new DrawnFilm(TestFilm.create(port).secured("1000.00"));
    film.film().join(Map.of("person", "accountant1", "role", "production-accountant")).ok();
  }

  @Test
  void eachSaveIsAVersionAndThoseBeforeStay() {
    assertThat(film.desk("line1").get(film.path("cash-flow")).status()).isEqualTo(404);
    JsonNode first = film.scheduled(tranche("1", TODAY, "1000.00")).ok();
    film.desk("exec1")
        .put(
            film.path("cash-flow"),
            Map.of(
                "basedOn",
                1,
                "tranches",
                List.of(
                    with(tranche("1", TODAY, "400"), "milestone", "Start of photography"),
                    with(tranche("2", TODAY, "600"), "earliest", "2027-W05"))))
        .ok();

    JsonNode second = film.desk("director1").get(film.path("cash-flow")).ok();
    assertThat(second.path("version").asInt()).isEqualTo(2);
    assertThat(second.path("savedBy").asText()).isEqualTo("exec1");
    assertThat(second.path("tranches").path(0).path("milestone").asText())
        .isEqualTo("Start of photography");
    assertThat(second.path("tranches").path(1).path("earliest").asText()).isEqualTo("2027-02-01");
    assertThat(second.path("tranches").path(1).path("left").asText()).isEqualTo("600.00");
    assertThat(second.path("sources").path(0).path("left").asText()).isEqualTo("1000.00");
    assertThat(film.desk("line1").get(film.path("cash-flow?version=1")).ok()).isEqualTo(first);
    JsonNode versions = film.desk("line1").get(film.path("cash-flow/versions?size=1")).ok();
    assertThat(versions.path("items").path(0).path("version").asInt()).isEqualTo(2);
    assertThat(versions.path("hasMore").asBoolean()).isTrue();
    assertThat(film.entry("CASH_FLOW_SAVED").path("facts").path("source Equity").asText())
        .isEqualTo("1000.00");
    Answer late =
        film.desk("line1")
            .put(
                film.path("cash-flow"),
                Map.of("basedOn", 1, "tranches", List.of(tranche("1", TODAY, "1"))));
    assertThat(late.status()).isEqualTo(409);
  }

  @Test
  void whoDoesNotDoItsMoneySavesNone() {
    Map<String, Object> schedule = Map.of("tranches", List.of(tranche("1", TODAY, "1")));
    for (String person : List.of("director1", "financier1", "guarantor1", "admin")) {
      assertThat(film.desk(person).put(film.path("cash-flow"), schedule).status())
          .as(person)
          .isEqualTo(403);
    }
    TestFilm other = TestFilm.create(port);
    String stranger = other.hire("producer");
    assertThat(film.desk(stranger).put(film.path("cash-flow"), schedule).status()).isEqualTo(404);
    assertThat(film.desk(stranger).get(film.path("money")).status()).isEqualTo(404);
    assertThat(film.desk(stranger).get(film.path("payees")).status()).isEqualTo(404);
    assertThat(film.desk(stranger).get(film.path("drawdowns")).status()).isEqualTo(404);
  }

  @Test
  void theTranchesOfASourceComeToAtMostWhatItGives() {
    film.scheduled(tranche("1", TODAY, "400"), tranche("2", TODAY, "600")).ok();

    Answer much = film.scheduled(tranche("1", TODAY, "400"), tranche("2", TODAY, "600.01"));
    assertThat(much.status()).isEqualTo(400);
    assertThat(much.field()).isEqualTo("tranches");
    assertThat(film.scheduled(with(tranche("1", TODAY, "1"), "source", "Nobody")).field())
        .isEqualTo("tranches");
    assertThat(film.scheduled(tranche("a", TODAY, "1"), tranche("A", TODAY, "1")).field())
        .isEqualTo("tranches");
    assertThat(film.scheduled().field()).isEqualTo("tranches");
    assertThat(film.desk("line1").get(film.path("cash-flow")).ok().path("version").asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "source,",
    "tranche,",
    "earliest,",
    "earliest, soon",
    "earliest, 2027-W60",
    "earliest, 1899-12-31",
    "most, 0",
    "most, '1,000'",
    "most,",
    "colour, red"
  })
  void aWrongTrancheIsRefusedByItsPlace(String field, String value) {
    Answer refused =
        film.scheduled(tranche("1", TODAY, "1"), with(tranche("2", TODAY, "1"), field, value));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.field()).isEqualTo("tranches[1]." + field);
  }

  @Test
  void whatIsTakenOfATrancheStaysInTheCashFlow() {
    DrawnFilm drawn = DrawnFilm.create(port);
    drawn.asked("producer1", "1", "250000.00");

    Answer less = drawn.scheduled(tranche("1", TODAY, "249999.99"));

    assertThat(less.status()).isEqualTo(409);
    assertThat(drawn.scheduled(tranche("2", TODAY, "1")).status()).isEqualTo(409);
    drawn.scheduled(tranche("1", TODAY, "250000.00")).ok();
  }

  @Test
  void aFileIsExportedAndImportedBack() {
    JsonNode saved =
        film.scheduled(
                with(tranche("=1", TODAY, "400.10"), "milestone", "Start, \"day 1\""),
                tranche("2", TODAY, "5"))
            .ok();
    byte[] csv = film.desk("line1").download(film.path("cash-flow/export"));
    assertThat(new String(csv, StandardCharsets.UTF_8))
        .startsWith("source,tranche,earliest,milestone,most\r\n")
        .contains("'=1");

    JsonNode imported = putCsv(new String(csv, StandardCharsets.UTF_8)).ok();

    assertThat(imported.path("version").asInt()).isEqualTo(2);
    assertThat(imported.path("tranches")).isEqualTo(saved.path("tranches"));
  }

  @Test
  void aFileIsReadAsSpreadsheetsWriteIt() {
    JsonNode read =
        putCsv(
                """
                \uFEFFWeek;Source;Part;Amount;Milestone

                2027-W05;Equity;1;400.00;
                2027-02-08;Equity;2;"600.00";Wrap
                Total;;;1,000.00;
                """)
            .ok();

    assertThat(read.path("tranches")).hasSize(2);
    assertThat(read.path("tranches").path(0).path("earliest").asText()).isEqualTo("2027-02-01");
    assertThat(read.path("tranches").path(0).path("milestone").isNull()).isTrue();
    assertThat(
            putCsv("source,tranche,earliest,most\nEquity,1,2027-02-01,\"1,000.00\"\n")
                .ok()
                .path("tranches")
                .path(0)
                .path("most")
                .asText())
        .isEqualTo("1000.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source,tranche,most\\nEquity,1,1 | line 1",
        "source,tranche,earliest,most,colour\\nEquity,1,2027-02-01,1,red | line 1",
        "source,tranche,earliest,most\\nEquity,1,2027-02-01 | line 2 has 3 cells",
        "source,tranche,earliest,most\\nEquity,1,2027-02-01,1\\nEquity,2,soon,1 | line 3: \"earliest\"",
        "source,tranche,earliest,most\\nEquity,1,2027-02-01,-1 | line 2: \"most\"",
        "source,tranche,earliest,most\\n\"Equity,1,2027-02-01,1 | cannot be read",
        "source,tranche,earliest,most\\n | no tranche"
      })
  void aFileThatIsNoneIsRefusedByItsLine(String csv, String why) {
    Answer refused = putCsv(csv.replace("\\n", "\n"));

    assertThat(refused.status()).as("%s", refused).isEqualTo(400);
    assertThat(refused.field()).isEqualTo("file");
    assertThat(refused.text("detail")).contains(why);
    assertThat(film.desk("line1").get(film.path("cash-flow")).status()).isEqualTo(404);
  }

  @Test
  void ofAPayeesAccountNoMoreIsKeptThanItsEnd() {
    JsonNode payee = film.payee("producer1", "Lighthouse Ltd", "DE02 1203 0000 0000 2020 51").ok();
    assertThat(payee.path("account").asText()).isEqualTo("…2051");
    assertThat(film.desk("financier1").get(film.path("payees")).ok().path("items"))
        .singleElement()
        .isEqualTo(payee);
    assertThat(
            database
                .sql("select * from payee where film_id = :film")
                .param("film", film.id())
                .query()
                .listOfRows()
                .toString())
        .contains("2051")
        .doesNotContain("1203");
    assertThat(film.entry("PAYEE_APPROVED").toString()).contains("2051").doesNotContain("1203");

    assertThat(film.payee("exec1", "lighthouse ltd", "12345678").status()).isEqualTo(409);
    assertThat(film.payee("line1", "Another", "12345678").status()).isEqualTo(403);
    assertThat(film.payee("producer1", "Another", "1234567").field()).isEqualTo("account");
    assertThat(film.payee("producer1", "Another", "1234-5678-é").field()).isEqualTo("account");
    assertThat(film.payee("producer1", " ", "12345678").field()).isEqualTo("name");
  }

  @Test
  void anEndedPayeeStaysReadable() {
    String id = film.payee("producer1", "Lighthouse Ltd", "12345678").ok().path("id").asText();
    assertThat(film.desk("line1").delete(film.path("payees/" + id)).status()).isEqualTo(403);
    film.desk("producer2").delete(film.path("payees/" + id)).ok();
    assertThat(film.desk("producer2").delete(film.path("payees/" + id)).status()).isEqualTo(404);

    JsonNode payee = film.desk("line1").get(film.path("payees")).ok().path("items").path(0);
    assertThat(payee.path("endedBy").asText()).isEqualTo("producer2");
    assertThat(film.entry("PAYEE_ENDED").path("facts").path("name").asText())
        .isEqualTo("Lighthouse Ltd");
  }

  @Test
  void thereIsMoneyToTellOfAFilmWithoutAny() {
    JsonNode money =
        film.desk("line1")
            .get("/api/films/%s/money".formatted(TestFilm.without(port, "line1").id()))
            .body();
    assertThat(money.path("status").asInt()).as("not on that team").isEqualTo(404);
    JsonNode own = film.money();
    assertThat(own.path("secured").asText()).isEqualTo("1000.00");
    assertThat(own.path("drawn").asText()).isEqualTo("0.00");
    assertThat(own.path("funds").isNull()).isTrue();
    assertThat(own.path("spent").isNull()).isTrue();
  }

  private Answer putCsv(String csv) {
    HttpResponse<String> answer =
        film.desk("accountant1")
            .raw("PUT", film.path("cash-flow"), "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    try {
      return new Answer(answer.statusCode(), "", new ObjectMapper().readTree(answer.body()));
    } catch (IOException noJson) {
      throw new UncheckedIOException(noJson);
    }
  }
}
