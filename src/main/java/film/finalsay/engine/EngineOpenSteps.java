package film.finalsay.engine;

import film.finalsay.approval.OpenSteps;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's open user tasks. */
@Component
class EngineOpenSteps implements OpenSteps {

  private final TaskService tasks;

  EngineOpenSteps(@Lazy TaskService tasks) {
    this.tasks = tasks;
  }

  @Override
  public Map<String, List<OpenStep>> of(Set<String> processInstanceIds) {
    if (processInstanceIds.isEmpty()) {
      return Map.of();
    }
    return tasks
        .createTaskQuery()
        .processInstanceIdIn(processInstanceIds.toArray(String[]::new))
        .orderByTaskCreateTime()
        .asc()
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Task::getProcessInstanceId, Collectors.mapping(this::step, Collectors.toList())));
  }

  private OpenStep step(Task task) {
    Set<String> groups =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new OpenStep(
        task.getTaskDefinitionKey(),
        task.getName(),
        groups,
        task.getAssignee(),
        instant(task.getCreateTime()),
        instant(task.getDueDate()));
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
