package film.finalsay.journey;

import film.finalsay.FinalSayApplication;
import film.finalsay.approval.Teams;
import film.finalsay.support.FinalSayOnPostgresTest;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Two nodes on one database, as a production office runs them. */
@FinalSayOnPostgresTest
class NeverAboveTheCapOnPostgresTest implements NeverAboveTheCap {

  private static final List<String> SETTINGS =
      List.of(
          "spring.datasource.url",
          "spring.datasource.username",
          "spring.datasource.password",
          "FINALSAY_DB_OWNER",
          "FINALSAY_DB_OWNER_PASSWORD",
          "FINALSAY_ADMIN_ID",
          "FINALSAY_ADMIN_PASSWORD",
          "camunda.bpm.job-execution.enabled",
          "server.port");

  private final DataSource dataSource;
  private final ProcessEngine engine;
  private final Teams teams;
  private final Environment environment;
  private ConfigurableApplicationContext second;

  @LocalServerPort private int port;

  NeverAboveTheCapOnPostgresTest(
      DataSource dataSource, ProcessEngine engine, Teams teams, Environment environment) {
    this.dataSource = dataSource;
    this.engine = engine;
    this.teams = teams;
    this.environment = environment;
  }

  @BeforeEach
  void aSecondNode() {
    second =
        new SpringApplicationBuilder(FinalSayApplication.class)
            .profiles("default", "postgres")
            .run(
                Stream.concat(
                        // the pages of a JVM are found in one static place, which the first node
                        // has
                        Stream.of("--camunda.bpm.webapp.enabled=false"),
                        SETTINGS.stream()
                            .map(
                                name ->
                                    "--%s=%s".formatted(name, environment.getProperty(name, "0"))))
                    .toArray(String[]::new));
    ProcessEngines.registerProcessEngine(engine);
  }

  @AfterEach
  void theSecondNodeStops() {
    second.close();
    ProcessEngines.registerProcessEngine(engine);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public DataSource dataSource() {
    return dataSource;
  }

  @Override
  public List<Node> nodes() {
    return List.of(
        new Node(engine, teams),
        new Node(second.getBean(ProcessEngine.class), second.getBean(Teams.class)));
  }
}
