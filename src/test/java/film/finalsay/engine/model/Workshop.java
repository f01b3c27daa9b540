package film.finalsay.engine.model;

import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** An engine on a database in memory, with a bean that is not for models and notes every call. */
final class Workshop implements AutoCloseable {

  /** How often something ran that is not for models. */
  static final AtomicInteger RAN = new AtomicInteger();

  /** Stands for a service of the product. */
  public static final class Hidden {

    public int touch() {
      return RAN.incrementAndGet();
    }
  }

  /** Stands for any object that a variable may hold. */
  public static final class Trap implements Serializable {

    private static final long serialVersionUID = 1L;

    public int touch() {
      return RAN.incrementAndGet();
    }

    public int getTouched() {
      return RAN.incrementAndGet();
    }

    public static int compare(int one, int other) {
      return RAN.incrementAndGet();
    }
  }

  /** Stands for any class that there is. */
  public static final class AnyClass implements JavaDelegate {

    public AnyClass() {
      RAN.incrementAndGet();
    }

    @Override
    public void execute(DelegateExecution execution) {
      RAN.incrementAndGet();
    }
  }

  private static final StaticListableBeanFactory BEANS =
      new StaticListableBeanFactory(
          new HashMap<>(
              Map.of(
                  "hidden",
                  new Hidden(),
                  "groups",
                  new GroupList(),
                  "step",
                  (JavaDelegate) execution -> {},
                  "failing",
                  (JavaDelegate)
                      execution -> {
                        throw new IllegalStateException("as it should");
                      })));

  private final ProcessEngine engine;

  private Workshop(ProcessEngineConfigurationImpl configuration) {
    configuration.setEnableCmdExceptionLogging(false);
    String name = "workshop-" + UUID.randomUUID();
    this.engine =
        configuration
            .setProcessEngineName(name)
            .setJdbcUrl("jdbc:h2:mem:" + name)
            .setJobExecutorActivate(false)
            .setEnforceHistoryTimeToLive(false)
            .buildProcessEngine();
  }

  /** As the product builds it. */
  static Workshop guarded() {
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    new ModelGuard(BEANS).preInit(configuration);
    return new Workshop(configuration);
  }

  /** What was deployed before anybody looked runs there. */
  static Workshop withModelsOfBefore() {
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    new ModelGuard(BEANS).preInit(configuration);
    configuration.setCustomPreDeployers(null);
    return new Workshop(configuration);
  }

  /** As the engine comes: what a process names runs. */
  static Workshop unguarded() {
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    Map<Object, Object> beans = new HashMap<>();
    for (String name : BEANS.getBeanDefinitionNames()) {
      beans.put(name, BEANS.getBean(name));
    }
    configuration.setBeans(beans);
    return new Workshop(configuration);
  }

  void deploy(String file, String content) {
    engine
        .getRepositoryService()
        .createDeployment()
        .addInputStream(file, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
        .deploy();
  }

  /** The variables at the end of the process that is called {@code drawn}. */
  Map<String, Object> run(Map<String, Object> variables) {
    return engine
        .getRuntimeService()
        .createProcessInstanceByKey("drawn")
        .setVariables(variables)
        .executeWithVariablesInReturn()
        .getVariables();
  }

  /** Does with the process what anybody could; it may fail at any of it. */
  void runAsFarAsItGoes(String file) {
    attempt(() -> deploy("drawn.bpmn", file));
    attempt(() -> engine.getRuntimeService().startProcessInstanceByKey("drawn"));
    for (Job job : engine.getManagementService().createJobQuery().list()) {
      attempt(() -> engine.getManagementService().executeJob(job.getId()));
    }
    for (Task task : engine.getTaskService().createTaskQuery().list()) {
      attempt(() -> engine.getFormService().getTaskFormData(task.getId()).getFormFields());
      attempt(() -> engine.getFormService().submitTaskForm(task.getId(), Map.of("field", "a")));
      attempt(() -> engine.getTaskService().complete(task.getId()));
    }
    engine
        .getExternalTaskService()
        .fetchAndLock(10, "worker")
        .topic("t", 1000)
        .execute()
        .forEach(
            work ->
                attempt(
                    () ->
                        engine
                            .getExternalTaskService()
                            .handleFailure(work.getId(), "worker", "failed", 0, 0)));
    engine
        .getRepositoryService()
        .createDeploymentQuery()
        .list()
        .forEach(
            deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
  }

  void decide(String table, Object asked) {
    deploy("drawn.dmn", table);
    attempt(
        () -> engine.getDecisionService().evaluateDecisionTableByKey("drawn", Map.of("a", asked)));
  }

  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException no) {
      // whether it fails is not the question; whether anything ran is
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
