package film.finalsay.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a list ask of each task that a person may see whether it waits for a group. Without it the
 * database reads all tasks of that group, those of all other films, too, and the more films there
 * are, the slower everybody's list. It is on a table that the engine creates, so no migration of
 * ours could be sure to come after that.
 */
@Component
class TaskListIndex {

  private final JdbcClient jdbc;

  TaskListIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Once, also if two nodes start together: they take the lock that the engine starts under. */
  @Transactional
  public void ensure() {
    jdbc.sql("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update")
        .query(String.class)
        .list();
    jdbc.sql(
            """
            create index if not exists task_list_by_group
            on ACT_RU_IDENTITYLINK (TASK_ID_, GROUP_ID_, TYPE_)
            """)
        .update();
  }
}
