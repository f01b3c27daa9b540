package film.finalsay.support;

import film.finalsay.approval.Role;
import film.finalsay.budget.reading.BudgetImports;
import film.finalsay.engine.login.Impersonation;
import film.finalsay.film.Film;
import film.finalsay.film.FilmAdministration;
import film.finalsay.film.FilmKind;
import film.finalsay.film.Phase;
import film.finalsay.film.TeamMember;
import film.finalsay.film.Viewer;
import film.finalsay.finance.FinancePlans;
import film.finalsay.greenlight.PackageItems;
import film.finalsay.support.Desk.Answer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh film for one test: the demo people in their roles, and a budget of round figures. */
public record TestFilm(String id, int port) {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  /** Total 1,000,000.00; 10 % of it contingency. */
  public static final String TOP_SHEET =
      """
      account,description,section,total
      1100,WRITER,ATL,50000
      1400,CAST,ATL,250000
      3500,TRANSPORTATION,PRODUCTION,200000
      3600,LOCATIONS,PRODUCTION,300000
      4500,EDITORIAL,POST,100000
      9900,CONTINGENCY,OTHER,100000
      """;

  private static final Viewer ADMINISTRATOR = new Viewer("admin", true);

  private static final Map<String, Role> TEAM =
      Map.of(
          "line1", Role.LINE_PRODUCER,
          "producer1", Role.PRODUCER,
          "producer2", Role.PRODUCER,
          "coexec1", Role.CO_EXECUTIVE_PRODUCER,
          "exec1", Role.EXECUTIVE_PRODUCER,
          "director1", Role.DIRECTOR,
          "financier1", Role.FINANCIER,
          "guarantor1", Role.COMPLETION_GUARANTOR);

  public static TestFilm create(int port) {
    return without(port);
  }

  /** The same, with nobody in the roles of these people; without its line producer, no budget. */
  public static TestFilm without(int port, String... absent) {
    TestFilm film = new TestFilm("FILM" + COUNTER.incrementAndGet(), port);
    FilmAdministration administration = film.service(FilmAdministration.class);
    administration.create(
        new Film(
            film.id,
            "Film " + film.id,
            FilmKind.FEATURE,
            Currency.getInstance("USD"),
            Phase.DEVELOPMENT,
            null,
            null,
            20,
            0),
        ADMINISTRATOR);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    TEAM.forEach(
        (person, role) -> {
          if (!List.of(absent).contains(person)) {
            administration.join(new TeamMember(film.id, person, role, today, null), ADMINISTRATOR);
          }
        });
    if (!List.of(absent).contains("line1")) {
      film.service(BudgetImports.class)
          .importTopSheet(film.id, TOP_SHEET.getBytes(StandardCharsets.UTF_8), null, "line1");
    }
    return film;
  }

  /** Lets somebody ask for something before the test begins, and returns the process. */
  String begun(String person, String process, Map<String, Object> variables) {
    return service(Impersonation.class).start(person, process, variables);
  }

  /** Lets somebody answer at the one open step of this name before the test begins. */
  void answered(String person, String processInstanceId, String step, String decision) {
    service(Impersonation.class)
        .answer(person, processInstanceId, step, Map.of("decision", decision));
  }

  /** A service of the product that the film is in. */
  public <T> T service(Class<T> type) {
    return RunningProducts.service(port, type);
  }

  public Desk desk(String person) {
    return Desk.of(port, person);
  }

  /** Puts somebody on the team, as the administrator. */
  public Answer join(Map<String, String> member) {
    return desk("admin").post("/api/films/%s/team".formatted(id), member);
  }

  /** Puts a new person on the team, who is on no other film's, and returns their id. */
  public String hire(String role) {
    return hire(role.replace("-", ""), role);
  }

  /**
   * Puts a new person on the team, called after what they are and the film, and returns their id.
   */
  public String hire(String name, String role) {
    return hire(name, role, "ALL");
  }

  /** The same, in a role for money or for creative matters alone. */
  public String hire(String name, String role, String scope) {
    String person = name + "Of" + id;
    desk("admin")
        .post(
            "/engine-rest/user/create",
            Map.of(
                "profile", Map.of("id", person, "firstName", "New", "lastName", person),
                "credentials", Map.of("password", person)))
        .ok();
    join(Map.of("person", person, "role", role, "scope", scope)).ok();
    return person;
  }

  public Answer importBudget(String csv) {
    return desk("line1").postCsv("/api/films/%s/budgets".formatted(id), csv);
  }

  /** Uploads a script and returns its SHA-256; a text without a scene becomes one. */
  public String upload(String text) {
    byte[] content = scene(text).getBytes(StandardCharsets.UTF_8);
    return desk("line1")
        .upload("/api/films/%s/documents".formatted(id), "script.fountain", content)
        .ok()
        .path("sha256")
        .asText();
  }

  /** Saves a finance plan of one confirmed source. */
  public TestFilm secured(String amount) {
    service(FinancePlans.class)
        .save(
            id,
            Map.of(
                "sources",
                List.of(
                    Map.of(
                        "name", "Equity",
                        "kind", "EQUITY",
                        "amount", amount,
                        "state", "CONFIRMED"))),
            "producer1");
    return this;
  }

  /** All that a greenlight asks for at its budget, besides script and schedule. */
  public TestFilm packaged() {
    secured("1000000.00");
    service(PackageItems.class)
        .saveAttachments(
            id,
            Map.of(
                "attachments",
                List.of(
                    attached("Mara Lindqvist", "DIRECTOR"),
                    attached("Ines Albrecht", "LEAD_CAST"))),
            "producer1");
    inHand("CHAIN_OF_TITLE");
    inHand("INSURANCE");
    return this;
  }

  private static Map<String, String> attached(String name, String role) {
    return Map.of("name", name, "role", role, "state", "ATTACHED", "reference", "Contract");
  }

  /** Says that an item of the package is in hand. */
  public void inHand(String item) {
    service(PackageItems.class)
        .set(id, item, Map.of("state", "IN_HAND", "reference", "Binder 1"), "producer1");
  }

  /** The text in a scene of its own, unless it has one. */
  public static String scene(String text) {
    return text.contains("INT. ") || text.contains("EXT. ")
        ? text
        : "INT. LIGHTHOUSE - NIGHT\n\n" + text;
  }

  /** The balance of an account of the current budget. */
  public String balance(String account) {
    return budget(account, "balance");
  }

  public String budget(String account, String column) {
    for (var row : desk("line1").get("/api/films/%s/budget".formatted(id)).ok().path("accounts")) {
      if (row.path("account").asText().equals(account)) {
        return row.path(column).asText();
      }
    }
    throw new AssertionError("no account " + account);
  }

  public String total() {
    return desk("line1").get("/api/films/%s/budget".formatted(id)).ok().path("total").asText();
  }
}
