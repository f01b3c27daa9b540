package film.finalsay.engine.deployment;

import film.finalsay.engine.EngineSetup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the processes, decisions and forms under names that do not depend on where the product
 * runs, so that a restart deploys only what has changed. What a modeller deployed since stays the
 * latest; a decision table even where an update brings another: its limits are the office's.
 */
@Component
@Order(1)
public class ModelDeployment implements EngineSetup.Step {

  /** The name and source of what the product deploys, by which it knows its own models again. */
  public static final String NAME = "final-say";

  private static final String TABLE = ".dmn";
  private static final List<String> PATTERNS =
      List.of("processes/*.bpmn", "processes/*.dmn", "forms/*.form");

  private final RepositoryService repository;

  ModelDeployment(RepositoryService repository) {
    this.repository = repository;
  }

  @Override
  public void ensure() {
    List<Resource> models =
        models().stream().filter(model -> !isTheOffices(model.getFilename())).toList();
    DeploymentBuilder deployment =
        repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(true);
    for (Resource model : models) {
      try (InputStream content = model.getInputStream()) {
        deployment.addInputStream(model.getFilename(), content);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    deployment.deploy();
  }

  private boolean isTheOffices(String file) {
    if (!file.endsWith(TABLE)) {
      return false;
    }
    DecisionDefinition latest =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(file.substring(0, file.length() - TABLE.length()))
            .withoutTenantId()
            .latestVersion()
            .singleResult();
    return latest != null
        && !NAME.equals(
            repository
                .createDeploymentQuery()
                .deploymentId(latest.getDeploymentId())
                .singleResult()
                .getSource());
  }

  private static List<Resource> models() {
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    List<Resource> models = new ArrayList<>();
    try {
      for (String pattern : PATTERNS) {
        models.addAll(List.of(resolver.getResources("classpath*:" + pattern)));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return models;
  }
}
