package film.finalsay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.TestFilm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the task list stays fast by, however many tasks there are; and that it shows no more. */
abstract class TaskListOnADatabase {

  @LocalServerPort private int port;

  private final ProcessEngine engine;
  private final EngineTables index;
  private final DataSource source;

  TaskListOnADatabase(ProcessEngine engine, EngineTables index, DataSource source) {
    this.engine = engine;
    this.index = index;
    this.source = source;
  }

  @Test
  void aTaskBringsNoRightsOfItsOwn() {
    TestFilm film = TestFilm.create(port);
    String task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(asked(film))
            .singleResult()
            .getId();
    film.desk("producer1")
        .post("/engine-rest/task/%s/claim".formatted(task), Map.of("userId", "producer1"))
        .ok();

    assertThat(engine.getAuthorizationService().createAuthorizationQuery().resourceId(task).list())
        .isEmpty();
  }

  @Test
  void whoeverIsOnTheTeamSeesTheFilmsTasksInWhicheverGroup() {
    TestFilm film = TestFilm.create(port);
    String instance = asked(film);

    assertThat(seenBy("director1", List.of("director"), List.of(film.id()), instance)).isOne();
    assertThat(seenBy("director1", List.of(), List.of(film.id()), instance)).isOne();
  }

  @Test
  void nobodySeesAnotherFilmsTasksWhicheverWayTheyAsk() {
    TestFilm film = TestFilm.create(port);
    String instance = asked(film);
    String other = TestFilm.create(port).id();
    List<String> groups = List.of("executive-producer");

    assertThat(seenBy("exec1", groups, List.of(other), instance)).isZero();
    assertThat(seenBy("exec1", groups, List.of(), instance)).isZero();
    assertThat(
            as(
                "exec1",
                groups,
                List.of(other),
                tasks -> tasks.processInstanceId(instance).tenantIdIn(film.id())))
        .isZero();
    assertThat(
            as(
                "exec1",
                groups,
                List.of(other),
                tasks ->
                    tasks
                        .processInstanceId(instance)
                        .or()
                        .tenantIdIn(film.id())
                        .withoutTenantId()
                        .endOr()))
        .isZero();
  }

  @Test
  void aTaskOfNoFilmIsForThoseWhoHaveAGrantForIt() {
    TestFilm film = TestFilm.create(port);
    Task ofNoFilm = engine.getTaskService().newTask();
    engine.getTaskService().saveTask(ofNoFilm);
    try {
      assertThat(
              as("line1", List.of(), List.of(film.id()), tasks -> tasks.taskId(ofNoFilm.getId())))
          .isZero();
      assertThat(
              as(
                  "line1",
                  List.of(),
                  List.of(film.id()),
                  tasks -> tasks.taskId(ofNoFilm.getId()).withoutTenantId()))
          .isZero();
      assertThat(
              as(
                  "admin",
                  List.of("camunda-admin"),
                  List.of(film.id()),
                  tasks -> tasks.taskId(ofNoFilm.getId())))
          .isOne();
    } finally {
      engine.getTaskService().deleteTask(ofNoFilm.getId(), true);
    }
  }

  @Test
  void theIndexIsThereAndANodeThatStartsLaterLeavesItAsItIs() {
    index.ensure();

    assertThat(indexed()).containsExactlyInAnyOrder("task_id_", "group_id_", "type_");
  }

  /** Files a request for a decision, and returns the id of the process. */
  private String asked(TestFilm film) {
    String number =
        film.desk("line1")
            .started(
                "budget-change",
                Map.of(
                    "film", film.id(),
                    "kind", "TRANSFER",
                    "fromAccount", "3500",
                    "toAccount", "3600",
                    "amount", "8000.00",
                    "reason", "The harbour asks for a second week."));
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(number)
        .singleResult()
        .getId();
  }

  private long seenBy(String person, List<String> groups, List<String> films, String instance) {
    return as(person, groups, films, tasks -> tasks.processInstanceId(instance));
  }

  /** Counts, and lists, which has to find as many. */
  private long as(
      String person, List<String> groups, List<String> films, UnaryOperator<TaskQuery> query) {
    engine.getIdentityService().setAuthentication(person, groups, films);
    try {
      TaskQuery tasks = query.apply(engine.getTaskService().createTaskQuery());
      long count = tasks.count();
      assertThat(tasks.list()).hasSize((int) count);
      return count;
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  private Set<String> indexed() {
    return new JdbcTemplate(source)
        .execute(
            (Connection connection) -> {
              Set<String> columns = new TreeSet<>();
              String table =
                  connection.getMetaData().storesUpperCaseIdentifiers()
                      ? "ACT_RU_IDENTITYLINK"
                      : "act_ru_identitylink";
              try (ResultSet rows =
                  connection
                      .getMetaData()
                      .getIndexInfo(null, connection.getSchema(), table, false, true)) {
                while (rows.next()) {
                  if ("task_list_by_group".equalsIgnoreCase(rows.getString("INDEX_NAME"))) {
                    columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                  }
                }
              }
              return columns;
            });
  }
}
