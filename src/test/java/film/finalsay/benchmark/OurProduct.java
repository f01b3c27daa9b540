package film.finalsay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.FinalSayApplication;
import film.finalsay.support.Desk;
import film.finalsay.support.TestFilm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole product, with the demo's people beside the approver. */
final class OurProduct implements Measured {

  private static final String FOR_THE_EXECUTIVE_PRODUCER = "For the executive producer";

  private final ConfigurableApplicationContext product;
  private final ProcessEngine engine;
  private final List<Original> originals;
  private final int stepsOfOriginals;
  private final Clones clones;
  private final String filter;
  private final TasklistBrowser browser;

  private OurProduct(Database database, ConfigurableApplicationContext product) {
    this.product = product;
    this.engine = product.getBean(ProcessEngine.class);
    DataSource source = product.getBean(DataSource.class);
    int port = product.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    TestFilm film = TestFilm.create(port);
    hire();
    cloneFilms(source, database, film);
    this.originals = requests(film).stream().map(number -> Original.of(engine, number)).toList();
    this.stepsOfOriginals = originals.stream().mapToInt(one -> one.steps().size()).sum();
    this.clones =
        new Clones(
            source,
            database,
            originals.stream().map(Original::instance).toList(),
            Approver.filmOfCopy());
    this.filter =
        engine
            .getFilterService()
            .createFilterQuery()
            .filterName(FOR_THE_EXECUTIVE_PRODUCER)
            .singleResult()
            .getId();
    this.browser = TasklistBrowser.login(port, Approver.ID);
  }

  static OurProduct start(Database database) {
    Database.Place place = database.place("ours");
    return new OurProduct(
        database,
        new SpringApplicationBuilder(FinalSayApplication.class)
            .profiles(database.profiles())
            .run(
                "--server.port=0",
                "--spring.datasource.url=" + place.url(),
                "--spring.datasource.username=" + place.user(),
                "--spring.datasource.password=" + place.password(),
                "--FINALSAY_ADMIN_ID=admin",
                "--FINALSAY_ADMIN_PASSWORD=admin"));
  }

  DataSource source() {
    return product.getBean(DataSource.class);
  }

  List<Original> originals() {
    return originals;
  }

  @Override
  public void grow(int tasks) {
    clones.upTo(tasks / stepsOfOriginals);
    asApprover(
        () ->
            assertThat(new TaskList(engine, filter).count())
                .as("open tasks that the approver sees")
                .isEqualTo(tasks * Approver.FILMS.size() / Approver.ALL_FILMS));
    cardsShowWhatThoseOfRealTasksShow();
  }

  @Override
  public Map<String, Runnable> queries() {
    Map<String, Runnable> queries = new TreeMap<>();
    new TaskList(engine, filter)
        .queries()
        .forEach((name, query) -> queries.put(name, () -> asApprover(query)));
    return queries;
  }

  /** The same over HTTP, in a session of the Tasklist. */
  Map<String, Runnable> requests() {
    Map<String, Runnable> requests = new TreeMap<>();
    requests.put(TaskList.LIST, browser::list);
    requests.put(TaskList.COUNT, browser::count);
    requests.put(TaskList.FILTER, () -> browser.filtered(filter));
    return requests;
  }

  private void cardsShowWhatThoseOfRealTasksShow() {
    JsonNode answer = browser.filtered(filter);
    JsonNode cards = answer.path("_embedded").path("task");
    assertThat(cards).hasSizeGreaterThanOrEqualTo(1);
    for (JsonNode card : cards) {
      assertThat(card.path("_embedded").path("variable").findValuesAsText("name"))
          .as("variables on a card of %s", card.path("name"))
          .containsExactlyInAnyOrder("subject", "approvalNumber", "requestedBy");
    }
  }

  private void asApprover(Runnable work) {
    IdentityService identity = engine.getIdentityService();
    identity.setAuthentication(Approver.ID, Approver.GROUPS, Approver.FILMS);
    try {
      work.run();
    } finally {
      identity.clearAuthentication();
    }
  }

  private void hire() {
    IdentityService identity = engine.getIdentityService();
    User approver = identity.newUser(Approver.ID);
    approver.setFirstName("Alma");
    approver.setLastName("Reed");
    approver.setPassword(Approver.ID);
    identity.saveUser(approver);
    for (String group : Approver.GROUPS) {
      if (identity.createGroupQuery().groupId(group).count() == 0) {
        identity.saveGroup(identity.newGroup(group));
      }
      identity.createMembership(Approver.ID, group);
    }
  }

  private static void cloneFilms(DataSource source, Database database, TestFilm film) {
    String copy = "'F' || s.n";
    int last = Approver.ALL_FILMS - 1;
    String own = "t.%s = '" + film.id() + "'";
    Clones.copy(source, database, 0, last, "film", own.formatted("id"), Map.of("ID", copy));
    String team = own.formatted("film_id");
    Clones.copy(source, database, 0, last, "team_member", team, Map.of("FILM_ID", copy));
    for (String one : Approver.FILMS) {
      Clones.copy(
          source,
          database,
          1,
          1,
          "team_member",
          team + " and t.person = 'exec1'",
          Map.of("FILM_ID", "'" + one + "'", "PERSON", "'" + Approver.ID + "'"));
    }
  }

  /** One of each kind: two for a producer, two for an executive producer, one for a director. */
  private static List<String> requests(TestFilm film) {
    Desk asks = film.desk("line1");
    List<String> numbers = new ArrayList<>();
    Stream.of(
            Map.of("kind", "CONTINGENCY", "toAccount", "3600"),
            Map.of("kind", "INCREASE", "toAccount", "4500"))
        .forEach(
            change -> {
              Map<String, Object> request = new TreeMap<>(change);
              request.put("film", film.id());
              request.put("amount", "12000.00");
              request.put("reason", "The harbour asks for a second week after the storm.");
              numbers.add(asks.started("budget-change", request));
            });
    numbers.add(
        asks.started(
            "script-approval",
            Map.of(
                "film",
                film.id(),
                "draft",
                "Draft 1",
                "summary",
                "The lighthouse burns down earlier.",
                "document",
                film.upload("FADE IN."))));
    numbers.add(
        asks.started(
            "greenlight",
            Map.of(
                "film",
                film.id(),
                "logline",
                "A lighthouse keeper saves the one ship that looks for her.",
                "vision",
                "A hopeful film about people who keep the light on.",
                "budgetVersion",
                1)));
    return numbers;
  }

  @Override
  public void close() {
    product.close();
  }
}
