package film.finalsay.register;

import film.finalsay.approval.Role;
import film.finalsay.film.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class QuestionRepository {

  private final JdbcClient jdbc;

  QuestionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a task shows. */
  record Shown(String taskId, String texts) {}

  void insert(Question question, String askedGroups, String texts) {
    jdbc.sql(
            """
            insert into question
              (task_id, approval_key, step, asked_groups, about, asked_person, subject_sha256,
               shown_sha256, shown, asked_at)
            values (:task, :approval, :step, :groups, :about, :person, :subject, :shown, :texts, :now)
            """)
        .param("task", question.taskId())
        .param("approval", question.approvalKey())
        .param("step", question.step())
        .param("groups", askedGroups)
        .param("about", question.about())
        .param("person", question.askedPerson())
        .param("subject", question.subject())
        .param("shown", question.shown())
        .param("texts", texts)
        .param("now", SqlTime.of(question.askedAt()))
        .update();
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
                    row.getString("shown_sha256"),
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

  /** The texts that were shown, as they were written down. */
  String texts(Question question) {
    return jdbc.sql("select shown from question where task_id = :task")
        .param("task", question.taskId())
        .query(String.class)
        .single();
  }

  /**
   * The texts that the open questions of a film show, as they were written down, by their tasks.
   */
  List<Shown> openAfter(String taskId, String filmId, int limit) {
    return jdbc.sql(
            """
            select q.task_id, q.shown from question q
            join approval a on a.approval_key = q.approval_key
            where a.film_id = :film and a.settled_at is null and q.answered_at is null
              and q.task_id > :after
            order by q.task_id limit :limit
            """)
        .param("film", filmId)
        .param("after", taskId)
        .param("limit", limit)
        .query((row, n) -> new Shown(row.getString("task_id"), row.getString("shown")))
        .list();
  }

  void show(String taskId, String fingerprint, String texts) {
    jdbc.sql("update question set shown_sha256 = :shown, shown = :texts where task_id = :task")
        .param("shown", fingerprint)
        .param("texts", texts)
        .param("task", taskId)
        .update();
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
