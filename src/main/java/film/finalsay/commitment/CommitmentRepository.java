package film.finalsay.commitment;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommitmentRepository {

  private final JdbcClient jdbc;

  CommitmentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Film film, Commitment commitment) {
    Sql.insert(jdbc, "account_commitment").set("film_id", film.id()).set(commitment).run();
  }

  /** What is committed on an account. */
  Money sum(Film film, String account) {
    return jdbc.sql(
            """
            select coalesce(sum(amount_minor), 0) from account_commitment
            where film_id = :film and account = :account
            """)
        .param("film", film.id())
        .param("account", account)
        .query((row, n) -> new Money(row.getLong(1), film.currency()))
        .single();
  }

  /** What is committed on each account that has any, by what was approved until then. */
  Map<String, Money> sums(Film film, Instant until) {
    Map<String, Money> sums = new TreeMap<>();
    jdbc.sql(
            """
            select account, sum(amount_minor) as committed from account_commitment
            where film_id = :film and committed_at <= :until group by account
            """)
        .param("film", film.id())
        .param("until", SqlTime.of(until))
        .query(
            row -> {
              sums.put(
                  row.getString("account"), new Money(row.getLong("committed"), film.currency()));
            });
    return sums;
  }

  /** The newest first. */
  List<Commitment> find(Film film, int limit, long offset) {
    return jdbc.sql(
            """
            select * from account_commitment where film_id = :film
            order by committed_at desc, approval_key desc, account limit :limit offset :offset
            """)
        .param("film", film.id())
        .param("limit", limit)
        .param("offset", offset)
        .query(Sql.rows(Commitment.class, film.currency()))
        .list();
  }
}
