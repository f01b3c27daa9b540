package film.finalsay.cost;

import film.finalsay.film.Film;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VarianceRepository {

  private final JdbcClient jdbc;

  VarianceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String approvalKey, Film film, int report, String account, Explainer explainer) {
    jdbc.sql(
            """
            insert into cost_variance (approval_key, film_id, report, account, explained_by, because)
            values (:key, :film, :report, :account, :explainedBy, :because)
            """)
        .param("key", approvalKey)
        .param("film", film.id())
        .param("report", report)
        .param("account", account)
        .param("explainedBy", explainer.role().id())
        .param("because", explainer.because())
        .update();
  }

  /** The processes that wait for an explanation, by account. */
  Map<String, String> openProcesses(Film film) {
    return jdbc
        .sql(
            """
            select v.account, a.process_instance_id
            from cost_variance v join approval a on a.approval_key = v.approval_key
            where v.film_id = :film and a.settled_at is null
            """)
        .param("film", film.id())
        .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
  }
}
