package film.finalsay.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;

/**
 * Camunda as it is shipped, with authorization on and nothing of ours in it: the same tasks for the
 * same groups, with the same variables.
 */
final class StockEngine implements Measured {

  /** A query that takes longer is given up. */
  private static final int PATIENCE_SECONDS = 60;

  private static final String EXECUTIVE_PRODUCER = "executive-producer";

  private final HikariDataSource source;
  private final ProcessEngine engine;
  private final List<String> films;
  private final int stepsOfOriginals;
  private final Clones clones;
  private final String filter;

  private StockEngine(
      Database database, HikariDataSource source, List<Original> originals, boolean films) {
    this.source = source;
    this.films = films ? Approver.FILMS : List.of();
    this.engine = engine(source);
    this.filter = filter();
    List<String> instances = originals.stream().map(this::likewise).toList();
    this.stepsOfOriginals = originals.stream().mapToInt(one -> one.steps().size()).sum();
    this.clones =
        new Clones(source, database, instances, films ? Approver.filmOfCopy() : "t.TENANT_ID_");
  }

  /**
   * @param films whether each film is a tenant, as in our product; as shipped there are none
   */
  static StockEngine start(Database database, List<Original> originals, boolean films) {
    String name = films ? "stock_with_films" : "stock";
    return new StockEngine(database, database.place(name).open(), originals, films);
  }

  private static ProcessEngine engine(HikariDataSource source) {
    ProcessEngineConfigurationImpl stock =
        (ProcessEngineConfigurationImpl)
            ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration();
    stock.setProcessEngineName("stock");
    stock.setDataSource(source);
    stock.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    stock.setAuthorizationEnabled(true);
    stock.setJdbcStatementTimeout(PATIENCE_SECONDS);
    // not for speed: the trade writes its roles with a hyphen, which is not allowed by default
    stock.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
    return stock.buildProcessEngine();
  }

  @Override
  public void grow(int tasks) {
    clones.upTo(tasks / stepsOfOriginals);
  }

  @Override
  public Map<String, Runnable> queries() {
    engine.getIdentityService().setAuthentication(Approver.ID, Approver.GROUPS, films);
    return new TaskList(engine, filter).queries();
  }

  /** A process instance that waits at the same steps, with the same variables. */
  private String likewise(Original original) {
    int steps = original.steps().size();
    engine
        .getRepositoryService()
        .createDeployment()
        .name(original.process())
        .addModelInstance(original.process() + ".bpmn", model(original.process(), steps))
        .enableDuplicateFiltering(true)
        .deploy();
    Map<String, Object> variables = new HashMap<>(original.variables());
    for (int i = 0; i < steps; i++) {
      variables.put("group" + i, original.steps().get(i).group());
    }
    String instance =
        engine.getRuntimeService().startProcessInstanceByKey(original.process(), variables).getId();
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      Task task =
          engine
              .getTaskService()
              .createTaskQuery()
              .processInstanceId(instance)
              .taskDefinitionKey("step" + i)
              .singleResult();
      engine.getTaskService().setVariablesLocal(task.getId(), original.steps().get(i).variables());
      tasks.add(task);
    }
    return instance;
  }

  /** As many steps at once, each with a candidate group. */
  private static BpmnModelInstance model(String process, int steps) {
    AbstractFlowNodeBuilder<?, ?> fork =
        Bpmn.createExecutableProcess(process)
            .camundaHistoryTimeToLive(3650)
            .startEvent()
            .parallelGateway("fork");
    for (int i = 0; i < steps; i++) {
      fork =
          fork.userTask("step" + i)
              .camundaCandidateGroups("${group%d}".formatted(i))
              .endEvent()
              .moveToNode("fork");
    }
    return fork.done();
  }

  private String filter() {
    Filter filter = engine.getFilterService().newTaskFilter("For the executive producer");
    filter.setQuery(
        engine
            .getTaskService()
            .createTaskQuery()
            .taskCandidateGroup(EXECUTIVE_PRODUCER)
            .includeAssignedTasks());
    engine.getFilterService().saveFilter(filter);
    Authorization grant =
        engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setGroupId(EXECUTIVE_PRODUCER);
    grant.setResource(Resources.FILTER);
    grant.setResourceId(filter.getId());
    grant.addPermission(Permissions.READ);
    engine.getAuthorizationService().saveAuthorization(grant);
    return filter.getId();
  }

  @Override
  public void close() {
    engine.getIdentityService().clearAuthentication();
    engine.close();
    source.close();
  }
}
