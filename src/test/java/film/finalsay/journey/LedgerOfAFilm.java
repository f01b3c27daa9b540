package film.finalsay.journey;

import static film.finalsay.journey.Requests.increase;
import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.ledger.LedgerCheck;
import film.finalsay.support.Desk;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;

/**
 * What happens on a film is in its ledger, in the order in which it happened, each in its chain.
 */
interface LedgerOfAFilm {

  String DECIDE = "userTask_decideBudgetChange";
  String TABLE = "budget-change-authority.dmn";

  int port();

  DataSource dataSource();

  ProcessEngine engine();

  @Test
  default void tellsEveryRequestRulingDecisionAndEffectAndWhoMadeIt() {
    TestFilm film = TestFilm.create(port());
    Map<String, Object> request = increase(film, "4500", "50000.00");
    String amend = "userTask_amendBudgetChange";
    String consent = "userTask_giveConsent";
    Case change =
        Case.started(film, "line1", "budget-change", request)
            .opened("exec1", DECIDE)
            .answered("exec1", DECIDE, "RETURN", "Less.")
            .opened("line1", amend)
            .answered("line1", amend, resubmitted(with(request, "amount", "40000.00")))
            .opened("exec1", DECIDE)
            .answered("exec1", DECIDE, "APPROVE")
            .opened("financier1", consent)
            .answered("financier1", consent, "CONSENT")
            .opened("guarantor1", consent)
            .answered("guarantor1", consent, "CONSENT");

    List<JsonNode> entries = entries(film, "?size=200&approval=" + change.key());

    assertThat(entries)
        .extracting(LedgerOfAFilm::inShort)
        .containsExactly(
            "REQUESTED by line1 as line-producer",
            "AUTHORITY_RULED by nobody as nobody",
            "DECIDED by exec1 as executive-producer",
            "DECIDED by line1 as line-producer",
            "AMENDED by line1 as line-producer",
            "AUTHORITY_RULED by nobody as nobody",
            "DECIDED by exec1 as executive-producer",
            "DECIDED by financier1 as financier",
            "DECIDED by guarantor1 as completion-guarantor",
            "SETTLED by nobody as nobody",
            "TOOK_EFFECT by nobody as nobody");
    assertThat(entries.get(0).path("facts").path("amount").asText()).isEqualTo("50000.00");
    assertThat(entries.get(4).path("facts").path("amount").asText()).isEqualTo("40000.00");
    for (int decision : List.of(2, 3, 6, 7, 8)) {
      assertThat(entries.get(decision).path("seen").asText()).matches("[0-9a-f]{64}");
    }
    assertThat(entries.get(6).path("facts").path("subjectSha256"))
        .isEqualTo(entries.get(4).path("facts").path("subjectSha256"))
        .isNotEqualTo(entries.get(2).path("facts").path("subjectSha256"));
    assertThat(new LedgerCheck(dataSource()).run(Optional.of(film.id())).findings()).isEmpty();
  }

  @Test
  default void tellsOnWhoseBehalfAHigherRoleDecides() {
    TestFilm film = TestFilm.create(port());
    Case change =
        Case.started(
                film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "8000.00"))
            .answered("coexec1", DECIDE, "APPROVE");

    JsonNode decided = entries(film, "?approval=" + change.key()).get(2);

    assertThat(decided.path("role").asText()).isEqualTo("co-executive-producer");
    assertThat(decided.path("onBehalfOf").asText()).isEqualTo("producer");
  }

  @Test
  default void tellsWhoJoinedAndLeftTheTeam() {
    TestFilm film = TestFilm.without(port(), "producer2");
    film.join(Map.of("person", "producer2", "role", "producer")).ok();
    Desk exec = film.desk("exec1");
    assertThat(film.desk("producer2").get("/api/films/" + film.id()).status()).isEqualTo(200);

    String role = "/api/films/%s/team/producer2/producer".formatted(film.id());
    assertThat(film.desk("producer1").delete(role).status()).isEqualTo(403);
    assertThat(exec.delete(role).status()).isEqualTo(204);
    assertThat(exec.delete(role).status()).isEqualTo(404);

    assertThat(film.desk("producer2").get("/api/films/" + film.id()).status()).isEqualTo(404);
    List<JsonNode> entries = entries(film, "?size=200");
    assertThat(entries)
        .extracting(LedgerOfAFilm::inShort)
        .startsWith("FILM_CREATED by admin as nobody")
        .contains("BUDGET_IMPORTED by line1 as line-producer")
        .endsWith("TEAM_JOINED by admin as nobody", "TEAM_LEFT by exec1 as executive-producer");
    assertThat(entries.get(entries.size() - 1).path("facts").path("member").asText())
        .isEqualTo("producer2");
  }

  /** The table is put back as it was, which is another change. */
  @Test
  default void tellsEveryChangeOfTheAuthorityTable() throws IOException {
    TestFilm film = TestFilm.create(port());
    String table = Files.readString(Path.of("processes", TABLE));
    Desk admin = film.desk("admin");

    deploy(admin, table.replace("</definitions>", "<!-- " + film.id() + " --></definitions>"));
    deploy(admin, table);

    List<JsonNode> changes =
        entries(film, "?size=200").stream()
            .filter(entry -> entry.path("happening").asText().equals("AUTHORITY_TABLE_CHANGED"))
            .toList();
    assertThat(changes)
        .extracting(LedgerOfAFilm::inShort)
        .containsExactly(
            "AUTHORITY_TABLE_CHANGED by admin as nobody",
            "AUTHORITY_TABLE_CHANGED by admin as nobody");
    assertThat(changes.get(1).path("facts").path("sha256"))
        .isEqualTo(changes.get(0).path("facts").path("before"));
    assertThat(changes.get(1).path("facts").path("before"))
        .isEqualTo(changes.get(0).path("facts").path("sha256"));
  }

  @Test
  default void tellsWhoStoppedAProcessAndThatItsRequestIsWithdrawn() {
    TestFilm film = TestFilm.create(port());
    Case stuck =
        Case.started(
            film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "8000.00"));
    String process = "/engine-rest/process-instance/" + processOf(stuck);

    assertThat(film.desk("exec1").delete(process).status()).isEqualTo(403);
    assertThat(film.desk("admin").delete(process).status()).isEqualTo(204);

    assertThat(stuck.state()).isEqualTo("WITHDRAWN");
    List<JsonNode> entries = entries(film, "?size=200&approval=" + stuck.key());
    JsonNode last = entries.get(entries.size() - 1);
    assertThat(inShort(last)).isEqualTo("SETTLED by admin as nobody");
    assertThat(last.path("facts").path("state").asText()).isEqualTo("WITHDRAWN");
  }

  @Test
  default void outlivesWhatTheEngineForgets() {
    TestFilm film = TestFilm.create(port());
    Case change =
        Case.started(
            film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "8000.00"));
    String process = processOf(change);
    change.answered("producer1", DECIDE, "APPROVE");
    List<JsonNode> before = entries(film, "?size=200&approval=" + change.key());

    engine().getHistoryService().deleteHistoricProcessInstance(process);

    assertThat(film.desk("admin").get("/engine-rest/history/process-instance/" + process).status())
        .isEqualTo(404);
    assertThat(entries(film, "?size=200&approval=" + change.key())).isEqualTo(before).hasSize(5);
    assertThat(change.state()).isEqualTo("APPROVED");
  }

  private static String processOf(Case change) {
    return change
        .film()
        .desk("admin")
        .get("/engine-rest/task/" + change.task(DECIDE))
        .ok()
        .path("processInstanceId")
        .asText();
  }

  private static void deploy(Desk admin, String table) {
    admin.upload("/engine-rest/deployment/create", TABLE, table.getBytes()).ok();
  }

  /** The oldest first. */
  private static List<JsonNode> entries(TestFilm film, String query) {
    List<JsonNode> entries = new ArrayList<>();
    film.desk("line1")
        .get("/api/films/%s/ledger%s".formatted(film.id(), query))
        .ok()
        .path("items")
        .forEach(entries::add);
    Collections.reverse(entries);
    return entries;
  }

  private static String inShort(JsonNode entry) {
    return "%s by %s as %s"
        .formatted(
            entry.path("happening").asText(),
            entry.path("person").asText("nobody"),
            entry.path("role").asText("nobody"));
  }
}
