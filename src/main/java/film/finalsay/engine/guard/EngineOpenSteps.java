package film.finalsay.engine.guard;

import film.finalsay.approval.OpenSteps;
import film.finalsay.sql.Sql;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /**
   * @param number of the approval; what a process carries or works on is its business key
   * @param asked a group; null if the task has none
   */
  private record Asked(String task, String number, String asked) {}

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
    Map<String, List<Asked>> asked = asked(open);
    return open.stream()
        // one may have been answered since
        .filter(task -> asked.containsKey(task.getId()))
        .collect(
            Collectors.groupingBy(
                task -> asked.get(task.getId()).get(0).number(),
                Collectors.mapping(
                    task -> step(task, asked.get(task.getId())), Collectors.toList())));
  }

  /** Of all tasks at once; the engine's API reads the groups for one task at a time. */
  private Map<String, List<Asked>> asked(List<Task> open) {
    return open.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                """
                select t.ID_ as task, p.BUSINESS_KEY_ as number, l.GROUP_ID_ as asked
                from ACT_RU_TASK t
                join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
                left join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_
                where t.ID_ in (:tasks)
                """)
            .param("tasks", open.stream().map(Task::getId).toList())
            .query(Sql.rows(Asked.class))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Asked::task));
  }

  private static OpenStep step(Task task, List<Asked> asked) {
    return new OpenStep(
        task.getTaskDefinitionKey(),
        task.getName(),
        asked.stream().map(Asked::asked).filter(Objects::nonNull).collect(Collectors.toSet()),
        task.getAssignee(),
        instant(task.getCreateTime()),
        instant(task.getDueDate()));
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
