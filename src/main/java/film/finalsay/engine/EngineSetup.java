package film.finalsay.engine;

import org.springframework.stereotype.Component;

/**
 * Everything the engine needs before the first request: models, groups, rights, lists. Repeatable.
 */
@Component
public class EngineSetup {

  private final ModelDeployment deployment;
  private final Grants grants;
  private final TasklistFilters filters;
  private final TaskListIndex index;

  EngineSetup(
      ModelDeployment deployment, Grants grants, TasklistFilters filters, TaskListIndex index) {
    this.deployment = deployment;
    this.grants = grants;
    this.filters = filters;
    this.index = index;
  }

  public void run() {
    deployment.deploy();
    grants.ensure();
    filters.ensure();
    index.ensure();
  }
}
