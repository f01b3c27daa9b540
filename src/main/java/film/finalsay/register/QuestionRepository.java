package film.finalsay.register;

import film.finalsay.approval.Role;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class QuestionRepository {

  private final JdbcClient jdbc;

  QuestionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Question question, String askedGroups) {
    Sql.insert(jdbc, "question")
        .set("task_id", question.taskId())
        .set("approval_key", question.approvalKey())
        .set("step", question.step())
        .set("asked_groups", askedGroups)
        .set("about", question.about())
        .set("asked_person", question.askedPerson())
        .set("subject_sha256", question.subject())
        .set("asked_at", question.askedAt())
        .run();
  }

  Optional<Question> find(String taskId) {
    return jdbc.sql("select * from question where task_id = :task")
        .param("task", taskId)
        .query(
            (row, n) ->
                new Question(
                    row.getString("task_id"),
                    row.getString("approval_key"),
                    row.getString("step"),
                    row.getString("subject_sha256"),
                    row.getString("about"),
                    row.getString("asked_person"),
                    SqlTime.instant(row, "asked_at"),
                    row.getObject("answered_at") != null))
        .optional();
  }

  /** When an open question was put to one role alone; empty if none was. */
  Optional<Instant> askedSince(String approvalKey, String step, Role role) {
    return jdbc.sql(
            """
            select asked_at from question
            where approval_key = :approval and step = :step and asked_groups = :group
              and answered_at is null
            order by asked_at desc limit 1
            """)
        .param("approval", approvalKey)
        .param("step", step)
        .param("group", role.id())
        .query((row, n) -> SqlTime.instant(row, "asked_at"))
        .optional();
  }

  /**
   * @return false if it was answered before
   */
  boolean answer(Question question, String person, Instant now) {
    return jdbc.sql(
                """
                update question set answered_by = :person, answered_at = :now
                where task_id = :task and answered_at is null
                """)
            .param("person", person)
            .param("now", SqlTime.of(now))
            .param("task", question.taskId())
            .update()
        == 1;
  }
}
