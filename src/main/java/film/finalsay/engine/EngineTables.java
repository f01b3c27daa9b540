package film.finalsay.engine;

import film.finalsay.approval.PlainText;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the engine's own tables need besides what the engine creates, which is later than any
 * migration of ours.
 */
@Component
@Order(5)
class EngineTables implements EngineSetup.Step {

  /** What a text on a form may take up: a long text, with a mark before each of its characters. */
  static final int TEXT_UNITS = 2 * PlainText.LONG_UNITS;

  private static final List<String> WITH_TEXTS =
      List.of("ACT_RU_VARIABLE", "ACT_HI_VARINST", "ACT_HI_DETAIL");

  private final JdbcClient jdbc;
  private final StartLock lock;

  EngineTables(JdbcClient jdbc, StartLock lock) {
    this.jdbc = jdbc;
    this.lock = lock;
  }

  /** Once, also if two nodes start together. */
  @Override
  @Transactional
  public void ensure() {
    lock.hold();
    findTasksByGroup();
    WITH_TEXTS.forEach(this::holdLongTexts);
  }

  /**
   * Lets a list ask of each task that a person may see whether it waits for a group. Without it the
   * database reads all tasks of that group, those of all other films, too, and the more films there
   * are, the slower everybody's list.
   */
  private void findTasksByGroup() {
    jdbc.sql(
            """
            create index if not exists task_list_by_group
            on ACT_RU_IDENTITYLINK (TASK_ID_, GROUP_ID_, TYPE_)
            """)
        .update();
  }

  private void holdLongTexts(String table) {
    int width =
        jdbc.sql(
                """
                select max(character_maximum_length) from information_schema.columns
                where upper(table_name) = :table and upper(column_name) = 'TEXT_'
                """)
            .param("table", table)
            .query(Integer.class)
            .single();
    if (width < TEXT_UNITS) {
      jdbc.sql(
              "alter table %s alter column TEXT_ set data type varchar(%d)"
                  .formatted(table, TEXT_UNITS))
          .update();
    }
  }
}
