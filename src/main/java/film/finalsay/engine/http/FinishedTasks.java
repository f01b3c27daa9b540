package film.finalsay.engine.http;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.engine.login.Logins;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * What became of a task that is no longer open. It is looked up in the engine's history, whatever
 * the person may read of that; what they are told depends on the film.
 */
@Component
class FinishedTasks {

  private final ProcessEngineConfigurationImpl engine;
  private final Logins logins;

  FinishedTasks(ProcessEngine engine, Logins logins) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.logins = logins;
  }

  /**
   * @return why a task cannot be worked: (conflict) if it is over, (not found) if there is none on
   *     a film of this person's; null if it is open
   */
  BusinessRuleException refusal(String taskId, Authentication login) {
    HistoricTaskInstanceEntity task = find(taskId);
    if (task != null && task.getEndTime() == null) {
      return null;
    }
    if (task == null || !logins.sees(login, task.getTenantId())) {
      return BusinessRuleException.notFound(
          "There is no such task on a film on whose team you are.");
    }
    return BusinessRuleException.conflict(
        TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason())
            ? "This was answered already; the task is over."
            : "This is not asked any more; the task is over.");
  }

  private HistoricTaskInstanceEntity find(String taskId) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              context.disableAuthorizationCheck();
              context.disableTenantCheck();
              return context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
            });
  }
}
