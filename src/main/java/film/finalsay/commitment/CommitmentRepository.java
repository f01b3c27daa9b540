package film.finalsay.commitment;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.sql.Sql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommitmentRepository {

  private final JdbcClient jdbc;

  CommitmentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Film film, Commitment commitment) {
    Sql.insert(jdbc, "commitment").set("film_id", film.id()).set(commitment).run();
  }

  /** What is committed on an account. */
  Money sum(Film film, String account) {
    return jdbc.sql(
            """
            select coalesce(sum(amount_minor), 0) from commitment
            where film_id = :film and account = :account
            """)
        .param("film", film.id())
        .param("account", account)
        .query((row, n) -> new Money(row.getLong(1), film.currency()))
        .single();
  }

  /** The newest first. */
  List<Commitment> find(Film film, int limit, long offset) {
    return jdbc.sql(
            """
            select * from commitment where film_id = :film
            order by committed_at desc, approval_key desc limit :limit offset :offset
            """)
        .param("film", film.id())
        .param("limit", limit)
        .param("offset", offset)
        .query(Sql.rows(Commitment.class, film.currency()))
        .list();
  }
}
