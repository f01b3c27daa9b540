package film.finalsay.register;

import film.finalsay.sql.SqlTime;
import java.sql.Types;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShownFormRepository {

  private final JdbcClient jdbc;

  ShownFormRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What the form of a task showed a person last. The version before showed everybody the same, and
   * has it with the question.
   */
  ShownForm find(String taskId, String person) {
    return jdbc.sql(
            """
            select coalesce(f.texts, q.shown) from question q
            left join shown_form f on f.task_id = q.task_id and f.person = :person
            where q.task_id = :task
            """)
        .param("task", taskId)
        .param("person", person)
        .query(String.class)
        .optional()
        .map(ShownForm::read)
        .orElseGet(() -> new ShownForm(Map.of()));
  }

  /**
   * The fingerprint of what was asked for when a person was shown its form; empty if they were not.
   */
  Optional<String> subject(String taskId, String person) {
    return jdbc.sql(
            "select subject_sha256 from shown_form where task_id = :task and person = :person")
        .param("task", taskId)
        .param("person", person)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(subject -> subject);
  }

  /** In place of what the same person was shown before. */
  void save(String taskId, String person, ShownForm form, String subject, Instant now) {
    // the same form may be opened twice at once
    jdbc.sql("select task_id from question where task_id = :task for update")
        .param("task", taskId)
        .query(String.class)
        .single();
    String update =
        """
        update shown_form set texts = :texts, subject_sha256 = :subject, shown_at = :now
        where task_id = :task and person = :person
        """;
    if (write(update, taskId, person, form, subject, now) == 0) {
      String insert =
          """
          insert into shown_form (task_id, person, texts, subject_sha256, shown_at)
          values (:task, :person, :texts, :subject, :now)
          """;
      write(insert, taskId, person, form, subject, now);
    }
  }

  private int write(
      String sql, String taskId, String person, ShownForm form, String subject, Instant now) {
    return jdbc.sql(sql)
        .param("task", taskId)
        .param("person", person)
        .param("texts", form.json())
        .param("subject", subject, Types.VARCHAR)
        .param("now", SqlTime.of(now))
        .update();
  }
}
