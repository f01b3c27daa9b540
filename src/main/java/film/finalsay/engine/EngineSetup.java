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
  private final EngineTables tables;
  private final AccountsOfBefore accounts;

  EngineSetup(
      ModelDeployment deployment,
      Grants grants,
      TasklistFilters filters,
      EngineTables tables,
      AccountsOfBefore accounts) {
    this.accounts = accounts;
    this.deployment = deployment;
    this.grants = grants;
    this.filters = filters;
    this.tables = tables;
  }

  public void run() {
    deployment.deploy();
    grants.ensure();
    filters.ensure();
    tables.ensure();
    accounts.ensure();
  }
}
