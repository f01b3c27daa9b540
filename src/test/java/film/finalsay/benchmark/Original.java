package film.finalsay.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/**
 * A real process instance as it waits for people.
 *
 * @param steps the open tasks
 */
record Original(String instance, String process, Map<String, Object> variables, List<Step> steps) {

  /**
   * @param group that is asked
   * @param variables of the task's own
   */
  record Step(String name, String group, Map<String, Object> variables) {}

  static Original of(ProcessEngine engine, String businessKey) {
    var instance =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(businessKey)
            .singleResult();
    String process =
        engine
            .getRepositoryService()
            .getProcessDefinition(instance.getProcessDefinitionId())
            .getKey();
    TaskService tasks = engine.getTaskService();
    return new Original(
        instance.getId(),
        process,
        engine.getRuntimeService().getVariables(instance.getId()),
        tasks.createTaskQuery().processInstanceId(instance.getId()).list().stream()
            .map(task -> step(tasks, task))
            .toList());
  }

  private static Step step(TaskService tasks, Task task) {
    String group =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    return new Step(task.getName(), group, tasks.getVariablesLocal(task.getId()));
  }
}
