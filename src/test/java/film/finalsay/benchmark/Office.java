package film.finalsay.benchmark;

import film.finalsay.FinalSayApplication;
import film.finalsay.support.TestFilm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running application at which budget changes are asked for and approved over REST. */
final class Office implements AutoCloseable {

  static final int FILMS = 4;

  /** So large that thousands of small changes together stay the producer's. */
  private static final String TOP_SHEET =
      """
      account,description,section,total
      1100,WRITER,ATL,50000
      3500,TRANSPORTATION,PRODUCTION,20000000
      3600,LOCATIONS,PRODUCTION,90000000
      9900,CONTINGENCY,OTHER,10000000
      """;

  private final ConfigurableApplicationContext application;
  private final Statements statements;
  private final List<ChangeDesk> desks;

  private Office(
      ConfigurableApplicationContext application, Statements statements, List<ChangeDesk> desks) {
    this.application = application;
    this.statements = statements;
    this.desks = desks;
  }

  static Office ours(Database database) {
    Statements statements = new Statements();
    ConfigurableApplicationContext product =
        run(
            FinalSayApplication.class,
            statements,
            database.place("ours"),
            database.profiles(),
            "--FINALSAY_ADMIN_ID=admin",
            "--FINALSAY_ADMIN_PASSWORD=admin");
    int port = port(product);
    List<ChangeDesk> desks =
        Stream.generate(() -> film(port))
            .limit(FILMS)
            .map(film -> new ChangeDesk(port, request(film.id())))
            .toList();
    return new Office(product, statements, desks);
  }

  static Office stock(Database database) {
    Statements statements = new Statements();
    ConfigurableApplicationContext stock =
        run(
            StockApplication.class,
            statements,
            database.place("stock"),
            new String[0],
            // nothing of the settings of ours
            "--spring.config.name=stock",
            "--spring.flyway.enabled=false",
            "--camunda.bpm.auto-deployment-enabled=false",
            "--camunda.bpm.webapp.enabled=false",
            "--camunda.bpm.authorization.enabled=true",
            "--camunda.bpm.generic-properties.properties.group-resource-whitelist-pattern=[a-zA-Z0-9-]+");
    ProcessEngine engine = stock.getBean(ProcessEngine.class);
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("budget-change.bpmn", model())
        .addClasspathResource("processes/budget-change-authority.dmn")
        .deploy();
    person(engine, "line1", "line-producer");
    person(engine, "producer1", "producer");
    grant(
        engine,
        "line-producer",
        Resources.PROCESS_DEFINITION,
        Permissions.READ,
        Permissions.CREATE_INSTANCE);
    grant(engine, "line-producer", Resources.PROCESS_INSTANCE, Permissions.CREATE);
    int port = port(stock);
    List<ChangeDesk> desks =
        Stream.iterate(1, film -> film + 1)
            .limit(FILMS)
            .map(film -> new ChangeDesk(port, request("FILM" + film)))
            .toList();
    return new Office(stock, statements, desks);
  }

  private static ConfigurableApplicationContext run(
      Class<?> what,
      Statements statements,
      Database.Place place,
      String[] profiles,
      String... settings) {
    return new SpringApplicationBuilder(what)
        .profiles(profiles)
        .initializers(statements)
        .run(
            Stream.concat(
                    Stream.of(
                        "--server.port=0",
                        "--spring.datasource.url=" + place.url(),
                        "--spring.datasource.username=" + place.user(),
                        "--spring.datasource.password=" + place.password()),
                    Stream.of(settings))
                .toArray(String[]::new));
  }

  private static int port(ConfigurableApplicationContext application) {
    return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static TestFilm film(int port) {
    TestFilm film = TestFilm.without(port, "line1");
    film.join(Map.of("person", "line1", "role", "line-producer")).ok();
    film.importBudget(TOP_SHEET).ok();
    return film;
  }

  private static Map<String, Object> request(String film) {
    return new TreeMap<>(
        Map.of(
            "film", film,
            "kind", "TRANSFER",
            "fromAccount", "3600",
            "toAccount", "3500",
            "amount", "0.10",
            "reason", "The harbour asks for a second week after the storm."));
  }

  /** The steps of {@code budget-change.bpmn} that a change takes which one person approves. */
  private static BpmnModelInstance model() {
    return Bpmn.createExecutableProcess("budget-change")
        .camundaHistoryTimeToLive(3650)
        .startEvent()
        .serviceTask("file")
        .camundaDelegateExpression("${file}")
        .businessRuleTask("authority")
        .camundaDecisionRef("budget-change-authority")
        .camundaResultVariable("ruling")
        .camundaMapDecisionResult("singleResult")
        .userTask("decide")
        .camundaCandidateGroups("${ruling.decidedBy}")
        .camundaDueDate("P3D")
        .exclusiveGateway("approved")
        .condition("yes", "${decision == 'APPROVE'}")
        .serviceTask("apply")
        .camundaDelegateExpression("${apply}")
        .endEvent()
        .moveToNode("approved")
        .condition("no", "${decision != 'APPROVE'}")
        .endEvent()
        .done();
  }

  private static void person(ProcessEngine engine, String id, String group) {
    IdentityService identity = engine.getIdentityService();
    User user = identity.newUser(id);
    user.setPassword(id);
    identity.saveUser(user);
    identity.saveGroup(identity.newGroup(group));
    identity.createMembership(id, group);
  }

  private static void grant(ProcessEngine engine, String group, Resource what, Permission... may) {
    AuthorizationService authorizations = engine.getAuthorizationService();
    Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setGroupId(group);
    grant.setResource(what);
    grant.setResourceId(Authorization.ANY);
    grant.setPermissions(may);
    authorizations.saveAuthorization(grant);
  }

  /** One desk for each of the films. */
  List<ChangeDesk> desks() {
    return desks;
  }

  int port() {
    return port(application);
  }

  Statements statements() {
    return statements;
  }

  DataSource source() {
    return application.getBean(DataSource.class);
  }

  @Override
  public void close() {
    application.close();
  }
}
