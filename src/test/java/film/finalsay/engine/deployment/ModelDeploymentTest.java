package film.finalsay.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk;
import film.finalsay.support.FinalSayTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An update brings other tables, and an office has changed some of its own. */
@FinalSayTest
class ModelDeploymentTest {

  @LocalServerPort int port;
  private final ModelDeployment update;
  private final RepositoryService repository;

  ModelDeploymentTest(ModelDeployment update, RepositoryService repository) {
    this.update = update;
    this.repository = repository;
  }

  static List<String> tables() {
    return List.of(
        "budget-change-authority",
        "budget-change-consent",
        "contract-authority",
        "cost-report-variance",
        "drawdown-terms",
        "greenlight-consent",
        "greenlight-package",
        "key-personnel-authority",
        "release-plan-authority",
        "schedule-change-authority",
        "schedule-slip");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theOfficesTableStaysAndTheProductsFollowsTheUpdate(String table) throws IOException {
    String shipped = Files.readString(Path.of("processes", table + ".dmn"));
    shippedBefore(table, shipped);

    update.ensure();
    assertThat(latest(table)).isEqualTo(shipped);

    shippedBefore(table, shipped);
    String theirs = shipped.replace("<description>", "<description>Ours: ");
    deployed(table, theirs);
    update.ensure();
    assertThat(latest(table)).isEqualTo(theirs);
  }

  @AfterEach
  void theShippedTablesCountAgain() throws IOException {
    for (String table : tables()) {
      deployed(table, Files.readString(Path.of("processes", table + ".dmn")));
    }
  }

  /** The same as the product itself deployed it, in another version. */
  private void shippedBefore(String table, String shipped) {
    repository
        .createDeployment()
        .name("final-say")
        .source("final-say")
        .addString(table + ".dmn", shipped.replace("<description>", "<description>Before: "))
        .deploy();
  }

  private void deployed(String table, String model) {
    Desk.of(port, "admin")
        .upload(
            "/engine-rest/deployment/create",
            table + ".dmn",
            model.getBytes(StandardCharsets.UTF_8))
        .ok();
  }

  private String latest(String table) throws IOException {
    String id =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(table)
            .latestVersion()
            .singleResult()
            .getId();
    try (InputStream model = repository.getDecisionModel(id)) {
      return new String(model.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
