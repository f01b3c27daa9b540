package film.finalsay.engine.guard;

import film.finalsay.approval.OpenSteps;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's open user tasks. */
@Component
class EngineOpenSteps implements OpenSteps {

  private final TaskService tasks;
  private final JdbcClient jdbc;

  EngineOpenSteps(@Lazy TaskService tasks, JdbcClient jdbc) {
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, List<OpenStep>> of(Set<String> approvalKeys) {
    if (approvalKeys.isEmpty()) {
      return Map.of();
    }
    List<Task> open =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKeyIn(approvalKeys.toArray(String[]::new))
            .orderByTaskCreateTime()
            .asc()
            .list();
    Map<String, String> numbers = numbers(open);
    Map<String, Set<String>> groups = groupsAsked(open);
    return open.stream()
        .collect(
            Collectors.groupingBy(
                task -> numbers.get(task.getProcessInstanceId()),
                Collectors.mapping(
                    task -> step(task, groups.getOrDefault(task.getId(), Set.of())),
                    Collectors.toList())));
  }

  /** What a process carries or works on is its business key. */
  private Map<String, String> numbers(List<Task> open) {
    Map<String, String> numbers = new HashMap<>();
    if (!open.isEmpty()) {
      jdbc.sql("select ID_, BUSINESS_KEY_ from ACT_RU_EXECUTION where ID_ in (:processes)")
          .param("processes", open.stream().map(Task::getProcessInstanceId).toList())
          .query(
              process -> {
                numbers.put(process.getString(1), process.getString(2));
              });
    }
    return numbers;
  }

  /**
   * The groups of all tasks at once, by task. From the engine's table, because its API reads them
   * for one task at a time.
   */
  private Map<String, Set<String>> groupsAsked(List<Task> open) {
    Map<String, Set<String>> groups = new HashMap<>();
    if (!open.isEmpty()) {
      jdbc.sql(
              """
              select TASK_ID_, GROUP_ID_ from ACT_RU_IDENTITYLINK
              where TASK_ID_ in (:tasks) and GROUP_ID_ is not null
              """)
          .param("tasks", open.stream().map(Task::getId).toList())
          .query(
              link -> {
                groups
                    .computeIfAbsent(link.getString(1), task -> new HashSet<>())
                    .add(link.getString(2));
              });
    }
    return groups;
  }

  private static OpenStep step(Task task, Set<String> groups) {
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
