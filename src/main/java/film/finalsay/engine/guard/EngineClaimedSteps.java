package film.finalsay.engine.guard;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.ClaimedSteps;
import film.finalsay.engine.login.ActingFor;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The engine's assigned user tasks; whose each may stay, the guard that stands at it knows. */
@Component
class EngineClaimedSteps implements ClaimedSteps {

  private final TaskService tasks;
  private final CommandExecutor engine;
  private final ActingFor acting;

  EngineClaimedSteps(ProcessEngine engine, ActingFor acting) {
    this.tasks = engine.getTaskService();
    this.engine =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();
    this.acting = acting;
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
