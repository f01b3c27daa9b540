package film.finalsay.journey;

import static film.finalsay.journey.Requests.bond;
import static film.finalsay.journey.Requests.greenlight;
import static film.finalsay.journey.Requests.onConditions;
import static film.finalsay.journey.Requests.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.ShootingSchedule;
import film.finalsay.support.Territories;
import film.finalsay.support.TestFilm;
import film.finalsay.support.WriteRoutes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a greenlight was given on is not lost by one person's doing, whichever route of our API they
 * take; what adds to it may be saved.
 */
@FinalSayTest
class GreenlightBasisTest {

  private static final String DECIDE = "userTask_decideGreenlight";
  private static final List<String> PEOPLE =
      List.of("line1", "producer1", "coexec1", "exec1", "admin");

  private static final Map<String, String> EQUITY =
      Map.of("name", "Equity", "kind", "EQUITY", "amount", "1000000.00", "state", "CONFIRMED");
  private static final Map<String, String> BANK =
      Map.of("name", "Bank", "kind", "GAP", "amount", "5000.00", "state", "PENDING");
  private static final Map<String, String> DIRECTOR = person("Mara Lindqvist", "DIRECTOR");
  private static final Map<String, String> LEAD = person("Ines Albrecht", "LEAD_CAST");
  private static final Map<String, String> ITEM =
      Map.of("state", "IN_HAND", "reference", "Binder 1");

  private final JdbcClient database;

  @LocalServerPort int port;

  GreenlightBasisTest(JdbcClient database) {
    this.database = database;
  }

  /** A request that would take something away from the package, for the routes that save it. */
  private static Map<String, List<Object>> losses() {
    Map<String, List<Object>> losses = new LinkedHashMap<>();
    losses.put(
        "PUT /finance-plan",
        List.of(
            plan(with(EQUITY, "amount", "1.00")),
            plan(BANK),
            plan(with(EQUITY, "state", "PENDING")),
            plan(with(EQUITY, "kind", "GRANT")),
            plan(with(EQUITY, "name", "Equity of another")),
            plan(with(EQUITY, "terms", "Half of it on delivery.")),
            plan(with(EQUITY, "expires", "2099-01-01"))));
    losses.put("PUT /sales-estimates", List.of(estimates("49.99")));
    losses.put(
        "PUT /key-attachments",
        List.of(
            people(),
            people(LEAD),
            people(DIRECTOR),
            people(person("Somebody Else", "DIRECTOR"), LEAD),
            people(with(DIRECTOR, "state", "IN_NEGOTIATION"), LEAD),
            people(with(DIRECTOR, "state", "LETTER_OF_INTENT"), LEAD),
            people(with(DIRECTOR, "reference", "Another contract"), LEAD),
            people(DIRECTOR, LEAD, person("Nils Holm", "EDITOR"))));
    for (String item : List.of("CHAIN_OF_TITLE", "INSURANCE", "COMPLETION_BOND")) {
      losses.put(
          "PUT /package-items/" + item,
          List.of(
              Map.of("state", "MISSING"),
              Map.of("state", "IN_PROGRESS"),
              with(ITEM, "reference", "Another binder")));
    }
    losses.put("PUT /shooting", List.of(Map.of("shootingDays", 19, "shootingDaysCompleted", 0)));
    return losses;
  }

  /** Every other route that writes; what it sends is nothing that the package has. */
  private static Map<String, Supplier<Object>> others(TestFilm film) {
    Map<String, Supplier<Object>> others = new LinkedHashMap<>();
    others.put(
        "POST /api/films",
        () -> Map.of("id", film.id(), "title", "Another", "currency", "EUR", "kind", "SHORT"));
    others.put("POST /team", () -> Map.of("person", "producer2", "role", "associate-producer"));
    others.put("DELETE /team/{person}/{role}", () -> null);
    others.put("POST /interests", () -> Map.of("nature", "CAST", "description", "The lead."));
    others.put("DELETE /interests/{id}", () -> null);
    others.put("POST /credits", () -> Map.of("person", "director1", "title", "Producer"));
    others.put("DELETE /credits/{id}", () -> null);
    others.put("PUT /completion-bond", () -> Map.of("inForceFrom", "2099-01-01"));
    others.put("POST /budgets", () -> TestFilm.TOP_SHEET.replace("300000", "1"));
    others.put("POST /budgets/{version}/detail", () -> "account,detail,total\n1100,1101,1\n");
    others.put("POST /cost-reports", () -> CostFiles.onBudget(film).csv());
    others.put(
        "PUT /cash-flow", () -> "source,tranche,earliest,most\nEquity,1,2027-02-01,1000000.00\n");
    others.put("POST /payees", () -> Map.of("name", "Lighthouse Ltd", "account", "12345678"));
    others.put("DELETE /payees/{id}", () -> null);
    others.put("POST /schedules", () -> ShootingSchedule.on(List.of(ShootingSchedule.today())));
    others.put("PUT /production-reports/{day}", () -> ShootingSchedule.report(8));
    others.put("POST /production-reports/{day}/countersignature", () -> Map.of("sha256", "0"));
    others.put("POST /contracts/{number}/signature", () -> Map.of("signedOn", "2026-01-01"));
    others.put("PUT /delivery-items", () -> Map.of("distributor", "Northlight"));
    others.put("POST /delivery-items/usual", () -> Map.of("distributor", "Northlight"));
    others.put("PUT /delivery-items/{number}", () -> Map.of("state", "SENT"));
    others.put("PUT /release-plans", () -> Map.of("territories", List.of(Territories.germany())));
    others.put("POST /cuts", () -> Map.of("label", "Cut 1", "stage", "DIRECTORS_CUT"));
    others.put("PUT /final-cut", () -> Map.of("holder", "director1"));
    others.put("PUT /final-cut/directors-cut", () -> Map.of("from", "2027-05-01"));
    others.put("POST /final-cut/hand-over", () -> Map.of("comment", "It is ready."));
    others.put("POST /documents", () -> "a document");
    others.put("POST /scripts/{draft}/clearance", () -> Map.of("findings", List.of()));
    others.put(
        "POST /scripts/{draft}/clearance/{report}/{finding}/settlement",
        () -> Map.of("state", "CLEARED", "how", "So."));
    others.put("POST /scripts/{draft}/issues", () -> Map.of("name", "Ida Berg"));
    others.put("POST /scripts/{draft}/issues/{copy}/end", () -> Map.of("state", "REVOKED"));
    others.put("POST /signatures/check", () -> Map.of());
    others.put(
        "POST /budget-changes/preview", () -> Requests.transfer(film, "3500", "3600", "1.00"));
    others.put("POST /api/approvals/{key}/withdrawal", () -> Map.of());
    others.put("POST /requests/{process}/preview", () -> Map.of("act", "ENGAGE"));
    others.put("PUT /greenlight-committee", () -> Map.of("seats", List.of()));
    others.put("DELETE /greenlight-committee", () -> null);
    others.put("PUT /api/greenlight-committee", () -> Map.of("seats", List.of()));
    others.put("DELETE /api/greenlight-committee", () -> null);
    return others;
  }

  @Test
  void nothingThatAGivenGreenlightRestsOnIsLostOverAnyRoute() {
    TestFilm film = GreenlitFilm.greenlit(ready());
    TreeSet<String> walked = new TreeSet<>();
    TreeSet<String> before = basis(film);
    losses()
        .forEach(
            (route, bodies) -> {
              walked.add(route.replaceFirst("items/.*", "items/{item}"));
              for (Object body : bodies) {
                for (String person : PEOPLE) {
                  lost(film, route, body, person, before);
                }
              }
            });
    others(film)
        .forEach(
            (route, body) -> {
              walked.add(route);
              PEOPLE.forEach(person -> written(film, route, body.get(), person));
              assertThat(basis(film)).as(route).containsAll(before);
            });
    assertThat(walked)
        .as("a route that writes is tried here, too")
        .containsExactlyInAnyOrderElementsOf(
            WriteRoutes.all().stream().map(one -> one.replace("/api/films/{film}", "")).toList());
  }

  private void lost(
      TestFilm film, String route, Object body, String person, TreeSet<String> before) {
    Answer answer = written(film, route, body, person);
    assertThat(answer.status()).as("%s by %s: %s", body, person, answer).isIn(403, 409);
    if (person.equals("producer1")) {
      assertThat(answer.status()).as("%s %s", body, answer).isEqualTo(409);
      assertThat(answer.text("detail")).contains(film.id() + "-GL-1", "reopening");
    }
    assertThat(basis(film)).isEqualTo(before);
  }

  @Test
  void whileConditionsAreOpenThePackageHasToBeReturnedFirst() {
    TestFilm film = ready();
    new Case(film, film.desk("producer1").started("greenlight", greenlight(film, "Draft 1")))
        .answered("exec1", DECIDE, onConditions(bond("producer")));
    TreeSet<String> before = basis(film);
    losses()
        .forEach(
            (route, bodies) -> {
              for (Object body : bodies) {
                Answer answer = written(film, route, body, "producer1");
                assertThat(answer.status()).as("%s %s", route, body).isEqualTo(409);
                assertThat(answer.text("detail")).contains(film.id() + "-GL-1", "returned first");
              }
            });
    assertThat(basis(film)).isEqualTo(before);
    improved(film);
  }

  @Test
  void whatAddsToAGivenGreenlightIsSaved() {
    improved(GreenlitFilm.greenlit(ready()));
  }

  /** What came since then may go again; what was there then stays. */
  private void improved(TestFilm film) {
    Map<String, Object> presale = with(with(EQUITY, "name", "Presale"), "amount", "10.00");
    put(film, "finance-plan", plan(EQUITY, with(BANK, "state", "CONFIRMED"), presale)).ok();
    put(film, "sales-estimates", estimates("60.00")).ok();
    put(film, "package-items/INSURANCE", with(ITEM, "owner", "producer2")).ok();
    put(film, "shooting", Map.of("shootingDays", 21, "shootingDaysCompleted", 0)).ok();
  }

  @Test
  void whatCameSinceTheGreenlightMayGoAgain() {
    TestFilm film = GreenlitFilm.greenlit(ready());
    improved(film);
    put(film, "finance-plan", plan(EQUITY, BANK)).ok();
  }

  @Test
  void whatAnEarlierVersionLetGoKeepsNobodyFromSavingTheRest() {
    TestFilm film = GreenlitFilm.greenlit(ready());
    database
        .sql("update package_item set state = 'MISSING' where film_id = :film")
        .param("film", film.id())
        .update();
    put(film, "finance-plan", plan(EQUITY, BANK, with(EQUITY, "name", "Presale"))).ok();
    put(film, "package-items/INSURANCE", ITEM).ok();
    assertThat(put(film, "finance-plan", plan(BANK)).status()).isEqualTo(409);
  }

  @Test
  void whoeverSaysYesSaysItToWhatIsOnFile() {
    TestFilm film = ready();
    Case greenlight = Case.started(film, "producer1", "greenlight", greenlight(film, "Draft 1"));
    Map<String, Object> restored =
        Map.of(
            "PUT /finance-plan", plan(EQUITY, BANK),
            "PUT /sales-estimates", estimates("50.00"),
            "PUT /key-attachments", people(DIRECTOR, LEAD));
    losses()
        .forEach(
            (route, bodies) -> {
              if (route.equals("PUT /shooting")) {
                return;
              }
              written(film, route, bodies.get(0), "producer1").ok();
              Answer yes = greenlight.tried("exec1", DECIDE, "APPROVE");
              assertThat(yes.status()).as("%s %s", route, yes).isEqualTo(409);
              assertThat(yes.text("message")).contains("on file has changed since");
              written(film, route, restored.getOrDefault(route, ITEM), "producer1").ok();
            });
    greenlight.answered("exec1", DECIDE, "APPROVE");
  }

  @Test
  void onceTheGreenlightCountsNoMoreAndBeforeThereIsOneAnythingIsSaved() {
    everythingChanges(ready());

    TestFilm reopened = GreenlitFilm.greenlit(ready());
    Case.started(
            reopened,
            "line1",
            "reopening",
            Map.of(
                "film", reopened.id(), "approval", reopened.id() + "-GL-1", "reason", "The lead."))
        .answered("exec1", "userTask_decideReopening", "APPROVE")
        .answered("financier1", "userTask_giveConsent", "CONSENT")
        .answered("guarantor1", "userTask_giveConsent", "CONSENT");
    everythingChanges(reopened);

    TestFilm voided = GreenlitFilm.greenlit(ready());
    database
        .sql("update greenlight_package set logline = 'Another film.' where approval_key = :key")
        .param("key", voided.id() + "-GL-1")
        .update();
    voided.desk("producer1").post(path(voided, "/signatures/check"), List.of()).ok();
    everythingChanges(voided);
  }

  private static void everythingChanges(TestFilm film) {
    losses()
        .forEach(
            (route, bodies) ->
                bodies.forEach(body -> written(film, route, body, "producer1").ok()));
  }

  /** With all that a package can have, and money that is still to come. */
  private TestFilm ready() {
    TestFilm film = ReadyFilm.create(port);
    film.inHand("COMPLETION_BOND");
    put(film, "finance-plan", plan(EQUITY, BANK)).ok();
    put(film, "sales-estimates", estimates("50.00")).ok();
    return film;
  }

  /** What one may count on, each in a line. */
  private static TreeSet<String> basis(TestFilm film) {
    TreeSet<String> basis = new TreeSet<>();
    Desk admin = film.desk("admin");
    JsonNode facts = admin.get(path(film, "")).ok();
    for (String fact : List.of("title", "kind", "currency", "vision", "phase", "shootingDays")) {
      basis.add(fact + " " + facts.path(fact));
    }
    JsonNode plan = admin.get(path(film, "/finance-plan")).ok();
    basis.add("secured " + new BigDecimal(plan.path("secured").asText()));
    plan.path("sources").forEach(source -> basis.add("source " + source));
    basis.add("take " + admin.get(path(film, "/sales-estimates")).ok().path("take"));
    admin
        .get(path(film, "/key-attachments"))
        .ok()
        .path("attachments")
        .forEach(one -> basis.add("attached " + one));
    admin.get(path(film, "/package-items")).ok().forEach(item -> basis.add("item " + item));
    JsonNode budget = admin.get(path(film, "/budget")).ok();
    basis.add("budget %s %s".formatted(budget.path("version"), budget.path("total")));
    admin
        .get(path(film, "/script-drafts"))
        .ok()
        .path("items")
        .forEach(draft -> basis.add("draft " + draft));
    return basis;
  }

  private static Answer put(TestFilm film, String what, Object body) {
    return film.desk("producer1").put(path(film, "/" + what), body);
  }

  /** Sends a text as CSV, and what is no JSON for this route as a file. */
  private static Answer written(TestFilm film, String route, Object body, String person) {
    String method = route.substring(0, route.indexOf(' '));
    String path =
        route
            .substring(method.length() + 1)
            .replace("{person}", "director1")
            .replace("{role}", "director")
            .replace("{key}", film.id() + "-GL-1")
            .replaceAll("\\{[a-z]+}", "1");
    String full = path.startsWith("/api/") ? path : path(film, path);
    Desk desk = film.desk(person);
    if (path.equals("/documents")) {
      return desk.upload(full, "file.txt", body.toString().getBytes());
    }
    if (body instanceof String csv) {
      return desk.postCsv(full + "?weekEnding=2026-01-03", csv);
    }
    return body == null ? desk.delete(full) : desk.call(method, full, body);
  }

  private static String path(TestFilm film, String below) {
    return "/api/films/" + film.id() + below;
  }

  @SafeVarargs
  private static Map<String, Object> plan(Map<String, ?>... sources) {
    return Map.of("sources", List.of(sources));
  }

  @SafeVarargs
  private static Map<String, Object> people(Map<String, ?>... people) {
    return Map.of("attachments", new ArrayList<>(List.of(people)));
  }

  private static Map<String, Object> estimates(String take) {
    return Map.of(
        "agent",
        "Lantern Sales",
        "date",
        "2026-05-20",
        "territories",
        List.of(Map.of("territory", "Germany", "ask", "100.00", "take", take)));
  }

  private static Map<String, String> person(String name, String role) {
    return Map.of("name", name, "role", role, "state", "ATTACHED", "reference", "Contract");
  }
}
