package film.finalsay.cost;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.sql.SqlTime;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OverrunRepository {

  private final JdbcClient jdbc;

  OverrunRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts on file what SQL looks for; an amended one stays as it was asked about. */
  void save(String approvalKey, Film film, int report, Overrun overrun) {
    boolean filed =
        !jdbc.sql("select approval_key from cost_overrun where approval_key = :key")
            .param("key", approvalKey)
            .query(String.class)
            .list()
            .isEmpty();
    if (filed) {
      return;
    }
    jdbc.sql(
            """
            insert into cost_overrun (approval_key, film_id, report, efc_minor, secured_minor)
            values (:key, :film, :report, :efc, :secured)
            """)
        .param("key", approvalKey)
        .param("film", film.id())
        .param("report", report)
        .param("efc", overrun.efc().minor())
        .param("secured", overrun.secured().minor())
        .update();
  }

  void accept(String approvalKey, Instant now) {
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

  /** The process that waits for the executive producer's decision. */
  Optional<String> openProcess(Film film) {
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
}
