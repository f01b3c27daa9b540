package film.finalsay.drawdown;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.sql.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class DrawdownRepository {

  private static final String SELECT =
      """
      select d.*, a.state from drawdown d join approval a on a.approval_key = d.approval_key
      where d.film_id = :film
      """;

  private final JdbcClient jdbc;

  DrawdownRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts what is asked for on file, in place of what was on file for it. */
  void save(
      Film film,
      String approvalKey,
      String source,
      String tranche,
      Money amount,
      LocalDate valueDate) {
    Sql.insert(jdbc, "drawdown")
        .set("approval_key", approvalKey)
        .set("film_id", film.id())
        .set("source", source)
        .set("tranche", tranche)
        .set("amount_minor", amount)
        .set("value_date", valueDate)
        .save("approval_key");
  }

  /** By which approval it is asked what has arrived. */
  void askedFor(String approvalKey, String receiptKey) {
    jdbc.sql("update drawdown set receipt_key = :receipt where approval_key = :key")
        .param("key", approvalKey)
        .param("receipt", receiptKey)
        .update();
  }

  boolean isReceiptOpen(String approvalKey) {
    return jdbc.sql(
                """
            select count(*) from drawdown d join approval r on r.approval_key = d.receipt_key
            where d.approval_key = :key and r.settled_at is null
            """)
            .param("key", approvalKey)
            .query(Integer.class)
            .single()
        > 0;
  }

  void arrived(String approvalKey, Money arrived, LocalDate on) {
    jdbc.sql(
            """
            update drawdown set arrived_minor = :arrived, arrived_on = :day
            where approval_key = :key
            """)
        .param("key", approvalKey)
        .param("arrived", arrived.minor())
        .param("day", on)
        .update();
  }

  Optional<Drawdown> find(Film film, String approvalKey) {
    return read(film, query(film, "and d.approval_key = :key").param("key", approvalKey)).stream()
        .findFirst();
  }

  /** All that are open or approved. */
  List<Drawdown> standing(Film film) {
    return read(film, query(film, "and a.state in ('PENDING', 'RETURNED', 'APPROVED')"));
  }

  /** Those of several films that were approved, by film. */
  Map<String, List<Drawdown>> approved(Collection<String> filmIds) {
    return Sql.allByFilm(
        jdbc.sql(
            """
            select a.film_id, f.currency, d.*, a.state
            from drawdown d join approval a on a.approval_key = d.approval_key
            join film f on f.id = a.film_id
            where a.film_id in (:films) and a.state = 'APPROVED'
            """),
        filmIds,
        Drawdown.class);
  }

  /** The newest first, whatever became of them. */
  List<Drawdown> page(Film film, int limit, long offset) {
    return read(
        film,
        query(film, "order by a.requested_at desc, d.approval_key desc limit :limit offset :offset")
            .param("limit", limit)
            .param("offset", offset));
  }

  private StatementSpec query(Film film, String which) {
    return jdbc.sql(SELECT + which).param("film", film.id());
  }

  private static List<Drawdown> read(Film film, StatementSpec query) {
    return query.query(Sql.rows(Drawdown.class, film.currency())).list();
  }
}
