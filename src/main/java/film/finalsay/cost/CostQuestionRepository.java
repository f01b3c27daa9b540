package film.finalsay.cost;

import film.finalsay.approval.Money;
import film.finalsay.cost.VarianceTable.Explainer;
import film.finalsay.film.Film;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions that follow from cost reports: about an overrun, and about variances. */
@Repository
class CostQuestionRepository {

  private final JdbcClient jdbc;

  CostQuestionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insertOverrun(String approvalKey, Film film, int report, Money efc, Money secured) {
    Sql.insert(jdbc, "cost_overrun")
        .set("approval_key", approvalKey)
        .set("film_id", film.id())
        .set("report", report)
        .set("efc_minor", efc)
        .set("secured_minor", secured)
        .run();
  }

  void acceptOverrun(String approvalKey, Instant now) {
    jdbc.sql("update cost_overrun set accepted_at = :at where approval_key = :key")
        .param("key", approvalKey)
        .param("at", SqlTime.of(now))
        .update();
  }

  /** The highest estimated final cost that the executive producer has accepted. */
  Optional<Money> highestAccepted(Film film) {
    return jdbc.sql(
            """
            select efc_minor from cost_overrun
            where film_id = :film and accepted_at is not null
            order by efc_minor desc limit 1
            """)
        .param("film", film.id())
        .query((row, n) -> new Money(row.getLong("efc_minor"), film.currency()))
        .optional();
  }

  private record Accepted(Money efc) {}

  /** The same of several films, by film. */
  Map<String, Money> highestAccepted(Collection<String> filmIds) {
    return Sql.byFilm(
            jdbc.sql(
                """
                select o.film_id, f.currency, max(o.efc_minor) as efc_minor
                from cost_overrun o join film f on f.id = o.film_id
                where o.film_id in (:films) and o.accepted_at is not null
                group by o.film_id, f.currency
                """),
            filmIds,
            Accepted.class)
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, accepted -> accepted.getValue().efc()));
  }

  /** The process that waits for the executive producer's decision. */
  Optional<String> openOverrun(Film film) {
    return jdbc.sql(
            """
            select a.process_instance_id
            from cost_overrun o join approval a on a.approval_key = o.approval_key
            where o.film_id = :film and a.settled_at is null
            """)
        .param("film", film.id())
        .query(String.class)
        .optional();
  }

  void insertVariance(
      String approvalKey, Film film, int report, String account, Explainer explainer) {
    Sql.insert(jdbc, "cost_variance")
        .set("approval_key", approvalKey)
        .set("film_id", film.id())
        .set("report", report)
        .set("account", account)
        .set("explained_by", explainer.role().id())
        .set("because", explainer.because())
        .run();
  }

  private record Explained(String account, String decisionComment) {}

  /** The last explanation of each account that has one, by account. */
  Map<String, String> explanations(Film film) {
    return jdbc
        .sql(
            """
            select v.account, d.decision_comment
            from cost_variance v join decision d on d.approval_key = v.approval_key
            where v.film_id = :film and d.outcome = 'EXPLAIN' and d.decision_comment is not null
            order by d.id
            """)
        .param("film", film.id())
        .query(Sql.rows(Explained.class))
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                Explained::account, Explained::decisionComment, (earlier, last) -> last));
  }

  private record Open(String account, String processInstanceId) {}

  /** The processes that wait for an explanation, by account. */
  Map<String, String> openVariances(Film film) {
    return jdbc
        .sql(
            """
            select v.account, a.process_instance_id
            from cost_variance v join approval a on a.approval_key = v.approval_key
            where v.film_id = :film and a.settled_at is null
            """)
        .param("film", film.id())
        .query(Sql.rows(Open.class))
        .list()
        .stream()
        .collect(Collectors.toMap(Open::account, Open::processInstanceId, (first, later) -> first));
  }
}
