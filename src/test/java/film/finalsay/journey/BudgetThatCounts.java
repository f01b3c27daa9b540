package film.finalsay.journey;

import static film.finalsay.journey.Requests.contingency;
import static film.finalsay.journey.Requests.greenlight;
import static film.finalsay.journey.Requests.increase;
import static film.finalsay.journey.Requests.overage;
import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Requests.with;
import static film.finalsay.journey.Requests.without;
import static film.finalsay.journey.Standing.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.security.Routes;
import film.finalsay.support.Desk;
import film.finalsay.support.TestFilm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Once a change was approved on a budget, another counts only by a decision, and whoever decides
 * sees what becomes of the change.
 */
interface BudgetThatCounts {

  String OTHER_SHEET =
      TestFilm.TOP_SHEET.replace("3500,TRANSPORTATION,PRODUCTION,200000", "3500,VANS,OTHER,70000");

  String DECIDES = "userTask_decideBudgetChange";
  String LOCKS = "userTask_decideBudgetLock";

  int port();

  @ParameterizedTest
  @ValueSource(strings = {"TRANSFER", "CONTINGENCY", "OVERAGE", "INCREASE"})
  default void noImportTakesAnApprovedChangeOutOfWhatCounts(String kind) {
    TestFilm film = TestFilm.create(port());
    String change = approved(film, request(film, kind));
    CostFiles.onBudget(film).imported("line1", "2026-01-03");
    int counts = current(film).path("version").asInt();
    Map<String, String> before = everywhere(film);

    JsonNode imported = film.importBudget(OTHER_SHEET).ok();
    byte[] same =
        film.desk("line1").download("/api/films/%s/budgets/%d/export".formatted(film.id(), counts));
    film.desk("line1").upload(budgets(film), "again.csv", same).ok();

    assertThat(imported.path("countingVersion").asInt()).isEqualTo(counts);
    assertThat(imported.path("standing").asText())
        .isEqualTo(
            ("Version %1$d counts, and stays: budget changes were approved on it. Version %2$d counts"
                    + " once a budget lock puts it in that place. It does not take over the changes"
                    + " that were approved: %3$s.")
                .formatted(counts, counts + 1, change));
    assertThat(everywhere(film)).isEqualTo(before);
  }

  @Test
  default void whoeverLocksAnotherSeesWhatItLeavesBehind() {
    TestFilm film = TestFilm.create(port());
    String moved = approved(film, transfer(film, "3500", "3600", "8000.00"));
    film.importBudget(OTHER_SHEET).ok();
    String overspent = approved(film, overage(film, "1100", "900.00"));
    assertThat(film.balance("3500")).as("another change, on the same").isEqualTo("192000.00");
    Case lock = lock(film, 2);

    assertThat(lock.shown("exec1", LOCKS, "leftBehindText"))
        .startsWith(
            "Version 1 counts, with the changes that were approved on it. Version 2 does not")
        .contains(
            "- %s: Transfer USD 8,000.00 from 3500 TRANSPORTATION to 3600 LOCATIONS"
                .formatted(moved),
            "- %s: Overage of USD 900.00 on 1100 WRITER".formatted(overspent),
            "- 3500 TRANSPORTATION: USD 192,000.00, in version 2 USD 70,000.00",
            "- 3600 LOCATIONS: USD 308,000.00, in version 2 USD 300,000.00",
            "- 1100 WRITER: USD 50,000.00 and an approved overage of USD 900.00, in version 2 USD"
                + " 50,000.00")
        .endsWith("- Total: USD 1,000,000.00, in version 2 USD 870,000.00");
    assertThat(current(film).path("version").asInt()).as("until it is decided").isEqualTo(1);
    lock.answered("exec1", LOCKS, "APPROVE");

    assertThat(current(film).path("version").asInt()).isEqualTo(2);
    assertThat(current(film).path("standing").asText())
        .isEqualTo("Version 2 counts: it is locked.");
    assertThat(
            film.desk("line1")
                .get("/api/films/%s/ledger?size=200".formatted(film.id()))
                .ok()
                .findValuesAsText("changesLeftBehind"))
        .containsExactly(moved + "," + overspent);
  }

  @Test
  default void whatGoesOnFromAVersionLeavesNothingBehind() {
    TestFilm film = TestFilm.create(port());
    approved(film, transfer(film, "3500", "3600", "8000.00"));
    approved(film, increase(film, "3600", "50000.00"));
    Case lock = lock(film, 2);

    assertThat(lock.shown("exec1", LOCKS, "leftBehindText")).isEmpty();
    lock.answered("exec1", LOCKS, "APPROVE");
    assertThat(film.balance("3600")).isEqualTo("358000.00");
  }

  @Test
  default void whatChangesWereApprovedOnIsNotBrokenDownAnew() {
    TestFilm film = TestFilm.create(port());
    approved(film, transfer(film, "3500", "3600", "8000.00"));

    String detail = "account,detail,description,total\n1100,1101,Screenplay,50000\n";
    assertThat(
            refused(
                    film,
                    409,
                    () -> film.desk("line1").postCsv(budgets(film) + "/1/detail", detail))
                .text("detail"))
        .contains("Budget changes were approved on version 1");
    film.importBudget(TestFilm.TOP_SHEET).ok();
    film.desk("line1").postCsv(budgets(film) + "/2/detail", detail).ok();
  }

  @Test
  default void aPackageThatNamesAnotherBudgetLacksTheOneThatCounts() {
    TestFilm film = TestFilm.create(port());
    approved(film, transfer(film, "3500", "3600", "8000.00"));
    film.importBudget(TestFilm.TOP_SHEET).ok();
    Map<String, Object> ofTheOther =
        with(without(greenlight(film, "Draft 1"), "scriptDraft"), "budgetVersion", 2);
    Case greenlight = Case.started(film, "producer1", "greenlight", ofTheOther);
    String lacking = "changes were approved on version 1; version 2 has to be locked first";

    assertThat(missing(greenlight)).contains(lacking);
    lock(film, 2).answered("exec1", LOCKS, "APPROVE");
    greenlight.answered("producer1", "userTask_completePackage", resubmitted(ofTheOther));
    assertThat(missing(greenlight)).doesNotContain("budget that counts");
  }

  @Test
  default void anImportThatCountsSaysWhichOpenRequestsItStrands() {
    TestFilm film = TestFilm.create(port());
    Case open = Case.started(film, "line1", "budget-change", request(film, "TRANSFER"));

    JsonNode imported = film.importBudget(TestFilm.TOP_SHEET).ok();

    assertThat(imported.path("standing").asText())
        .isEqualTo(
            ("Version 2 counts: none is locked, and it is the newest. Requests that were made on"
                    + " another version can only be returned and amended: %s.")
                .formatted(open.key()));
    refused(film, 409, () -> open.tried("exec1", DECIDES, "APPROVE"));
    open.answered("exec1", DECIDES, "RETURN", "Ask for it on version 2.")
        .answered("line1", "userTask_amendBudgetChange", resubmitted(request(film, "TRANSFER")))
        .answered("exec1", DECIDES, "APPROVE");
    assertThat(current(film).path("standing").asText())
        .isEqualTo("Version 2 counts: budget changes were approved on it.");
  }

  private static Map<String, Object> request(TestFilm film, String kind) {
    return switch (kind) {
      case "TRANSFER" -> transfer(film, "3500", "3600", "40000.00");
      case "CONTINGENCY" -> contingency(film, "3600", "40000.00");
      case "OVERAGE" -> overage(film, "3600", "40000.00");
      default -> increase(film, "3600", "40000.00");
    };
  }

  /** Approved, and consented to where that is asked. */
  private static String approved(TestFilm film, Map<String, Object> request) {
    Case change =
        Case.started(film, "line1", "budget-change", request).answered("exec1", DECIDES, "APPROVE");
    for (String waiting : change.waitingFor()) {
      String party = waiting.endsWith("financier") ? "financier1" : "guarantor1";
      change.answered(party, "userTask_giveConsent", "CONSENT");
    }
    assertThat(change.state()).isEqualTo("APPROVED");
    return change.key();
  }

  private static Case lock(TestFilm film, int version) {
    return Case.started(
        film, "producer1", "budget-lock", Map.of("film", film.id(), "version", version));
  }

  private static String missing(Case greenlight) {
    return greenlight.shown("producer1", "userTask_completePackage", "missingItems");
  }

  /** All that is to be read of the film, but its list of versions and its ledger; and a preview. */
  private static Map<String, String> everywhere(TestFilm film) {
    Desk desk = film.desk("exec1");
    Map<String, String> read = new TreeMap<>();
    Routes.read().all().stream()
        .filter(route -> route.methods().contains("GET"))
        .map(route -> route.path())
        .filter(path -> path.startsWith("/api/films/{film}"))
        .map(path -> path.replace("{film}", film.id()))
        .filter(path -> !path.contains("{") && !path.endsWith("/budgets"))
        .filter(path -> !path.contains("/ledger"))
        .forEach(path -> read.put(path, desk.get(path).toString()));
    assertThat(read).containsKeys("/api/films/%s/budget".formatted(film.id()));
    for (String kind : List.of("TRANSFER", "CONTINGENCY", "OVERAGE", "INCREASE")) {
      read.put(
          kind,
          film.desk("line1")
              .post(
                  "/api/films/%s/budget-changes/preview".formatted(film.id()), request(film, kind))
              .toString());
    }
    return read;
  }

  private static JsonNode current(TestFilm film) {
    return film.desk("line1").get("/api/films/%s/budget".formatted(film.id())).ok();
  }

  private static String budgets(TestFilm film) {
    return "/api/films/%s/budgets".formatted(film.id());
  }
}
