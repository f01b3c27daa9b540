package film.finalsay.engine.guard;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.ClaimedSteps;
import film.finalsay.approval.RunningProcesses;
import film.finalsay.engine.login.ActingFor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The engine's processes and assigned tasks. Who may end one was decided before, and whose each
 * task may stay, the guard that stands at it knows; both is done by the product.
 */
@Component
class EngineProcesses implements RunningProcesses, ClaimedSteps {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final HistoryService history;
  private final CommandExecutor engine;
  private final ActingFor acting;

  EngineProcesses(ProcessEngine engine, ActingFor acting) {
    this.runtime = engine.getRuntimeService();
    this.tasks = engine.getTaskService();
    this.history = engine.getHistoryService();
    this.engine =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();
    this.acting = acting;
  }

  @Override
  public Set<String> together(String processInstanceId) {
    Set<String> together = new HashSet<>(Set.of(processInstanceId));
    running(processInstanceId, ExecutionEntity::getRootProcessInstanceId)
        .ifPresent(root -> acting.product(() -> together.addAll(below(root))));
    return together;
  }

  @Override
  public Optional<String> film(String processInstanceId) {
    return running(processInstanceId, ExecutionEntity::getTenantId);
  }

  private Optional<String> running(
      String processInstanceId, Function<ExecutionEntity, String> known) {
    return engine.execute(
        context ->
            Optional.ofNullable(context.getExecutionManager().findExecutionById(processInstanceId))
                .map(known));
  }

  private List<String> below(String rootProcessInstanceId) {
    return history
        .createHistoricProcessInstanceQuery()
        .rootProcessInstanceId(rootProcessInstanceId)
        .list()
        .stream()
        .map(HistoricProcessInstance::getId)
        .toList();
  }

  /** One that began in the running transaction no query finds. */
  @Override
  public List<String> callers(String processInstanceId) {
    return engine.execute(
        context -> {
          List<String> callers = new ArrayList<>();
          ExecutionEntity process =
              context.getExecutionManager().findExecutionById(processInstanceId);
          while (process != null && process.getSuperExecution() != null) {
            process = process.getSuperExecution().getProcessInstance();
            callers.add(process.getId());
          }
          return callers;
        });
  }

  @Override
  public void start(ApprovalKind kind, Map<String, Object> variables, String person) {
    acting.person(
        person,
        () ->
            runtime
                .createProcessInstanceByKey(kind.processId())
                .processDefinitionWithoutTenantId()
                .setVariables(variables)
                .execute());
  }

  @Override
  public void withdraw(String processInstanceId, String because) {
    acting.product(() -> runtime.deleteProcessInstance(processInstanceId, because));
  }

  @Override
  public void end(String processInstanceId, String because) {
    acting.product(
        () -> runtime.deleteProcessInstance(processInstanceId, because, true, true, true));
  }

  @Override
  public void giveBackWhatCannotBeAnswered(String filmId) {
    try {
      acting.product(() -> engine.execute(context -> giveBack(filmId)));
    } catch (OptimisticLockingException answered) {
      throw BusinessRuleException.conflict("Somebody answered in the same moment; try again.");
    }
  }

  private Void giveBack(String filmId) {
    for (Task task : tasks.createTaskQuery().tenantIdIn(filmId).taskAssigned().list()) {
      if (!DecisionGuard.at((TaskEntity) task).mayBeKept((TaskEntity) task)) {
        tasks.setAssignee(task.getId(), null);
      }
    }
    return null;
  }
}
