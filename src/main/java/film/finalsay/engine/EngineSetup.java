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
  private final StoredLists lists;
  private final EngineTables tables;
  private final AccountsOfBefore accounts;

  EngineSetup(
      ModelDeployment deployment,
      Grants grants,
      TasklistFilters filters,
      StoredLists lists,
      EngineTables tables,
      AccountsOfBefore accounts) {
    this.accounts = accounts;
    this.deployment = deployment;
    this.grants = grants;
    this.filters = filters;
    this.lists = lists;
    this.tables = tables;
  }

  public void run() {
    deployment.deploy();
    grants.ensure();
    filters.ensure();
    lists.mend();
    tables.ensure();
    accounts.ensure();
  }
}
