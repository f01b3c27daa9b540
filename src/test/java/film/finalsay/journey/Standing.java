package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that is on file about a film (its money, script, approvals, decisions), everything
 * that its processes hold, and how much the engine holds in all: the same before and after a
 * refusal.
 */
record Standing(Map<String, String> facts) {

  private static final List<String> ON_FILE =
      List.of("", "/budgets?size=200", "/script-drafts", "/approvals?size=200");

  /**
   * What the engine holds: in all, and of the film, whose id its processes have as their tenant.
   */
  private static final Map<String, String> IN_THE_ENGINE =
      Map.of(
          "processes and tasks in all",
          """
          select (select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null) as processes,
                 (select count(*) from ACT_RU_TASK) as tasks,
                 (select count(*) from ACT_HI_PROCINST) as begun
          """,
          "values that processes had",
          "select count(*) from ACT_HI_VARINST where TENANT_ID_ = :film",
          "processes",
          "select ID_, ACT_ID_, BUSINESS_KEY_ from ACT_RU_EXECUTION where TENANT_ID_ = :film order by ID_",
          "open tasks",
          """
          select ID_, TASK_DEF_KEY_, NAME_, DESCRIPTION_, ASSIGNEE_, OWNER_, DELEGATION_, PRIORITY_,
                 DUE_DATE_, FOLLOW_UP_DATE_, SUSPENSION_STATE_
          from ACT_RU_TASK where TENANT_ID_ = :film order by ID_
          """,
          "variables",
          """
          select v.ID_, v.NAME_, v.TYPE_, v.TEXT_, v.TEXT2_, v.LONG_, v.DOUBLE_, b.ID_ as BYTES, b.REV_
          from ACT_RU_VARIABLE v left join ACT_GE_BYTEARRAY b on b.ID_ = v.BYTEARRAY_ID_
          where v.TENANT_ID_ = :film order by v.ID_
          """);

  static Standing of(TestFilm film) {
    Desk admin = film.desk("admin");
    Map<String, String> facts = new LinkedHashMap<>();
    ON_FILE.forEach(
        path -> facts.put(path, admin.get("/api/films/" + film.id() + path).ok().toString()));
    JdbcClient engine = film.service(JdbcClient.class);
    IN_THE_ENGINE.forEach(
        (what, sql) ->
            facts.put(
                what, engine.sql(sql).param("film", film.id()).query().listOfRows().toString()));
    return new Standing(facts);
  }

  /**
   * Tries what has to be refused: with this status, as problem details that give the reason, and
   * with nothing changed.
   */
  static Answer refused(TestFilm film, int status, Supplier<Answer> attempt) {
    Answer answer = unmoved(film, attempt);
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.contentType()).as("%s", answer).startsWith("application/problem+json");
    assertThat(answer.text("detail")).as("%s", answer).isNotBlank();
    return answer;
  }

  /** The same where a field is at fault, which the answer has to name, to people by its label. */
  static void refusedFor(String field, TestFilm film, Supplier<Answer> attempt) {
    Answer answer = refused(film, 400, attempt);
    assertThat(answer.field()).as("%s", answer).isEqualTo(field);
    assertThat(answer.text("detail")).matches("(?s)\\p{Lu}[^:]*: .+");
  }

  /** Tries what the engine itself keeps this person from, as nothing of theirs. */
  static void shutOut(TestFilm film, Supplier<Answer> attempt) {
    Answer answer = unmoved(film, attempt);
    assertThat(answer.status()).as("%s", answer).isEqualTo(403);
    assertThat(answer.contentType()).as("%s", answer).contains("json");
    assertThat(answer.text("message")).as("%s", answer).isNotBlank();
  }

  /** Tries something that changes nothing, whatever the answer. */
  static Answer unmoved(TestFilm film, Supplier<Answer> attempt) {
    Standing before = of(film);
    Answer answer = attempt.get();
    Standing after = of(film);
    before
        .facts()
        .forEach(
            (what, fact) ->
                assertThat(after.facts().get(what))
                    .as("%s, unchanged by %s", what, answer)
                    .isEqualTo(fact));
    return answer;
  }
}
