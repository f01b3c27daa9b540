package film.finalsay.ledger;

import film.finalsay.ledger.LedgerRows.Keeping;
import film.finalsay.sql.Sql;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LedgerRepository {

  static final RowMapper<StoredEntry> ENTRY = Sql.rows(StoredEntry.class);

  private final JdbcClient jdbc;

  LedgerRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The end of a film's chain, held against every other entry until the transaction ends. */
  Optional<Anchor> findAndLockHead(String filmId) {
    return jdbc.sql("select * from ledger_head where film_id = :film for update")
        .param("film", filmId)
        .query(Sql.rows(Anchor.class))
        .optional();
  }

  void insertHead(Anchor head) {
    jdbc.sql("insert into ledger_head (film_id, number, hash) values (:film, :number, :hash)")
        .param("film", head.filmId())
        .param("number", head.number())
        .param("hash", head.hash())
        .update();
  }

  void updateHead(Anchor head) {
    jdbc.sql("update ledger_head set number = :number, hash = :hash where film_id = :film")
        .param("film", head.filmId())
        .param("number", head.number())
        .param("hash", head.hash())
        .update();
  }

  /**
   * @param kept what the rows hold that were changed with them
   */
  void insert(List<StoredEntry> appended, List<Keeping> kept) {
    Sql.insertAll(jdbc, "ledger_row", kept);
    Sql.insertAll(jdbc, "ledger_entry", appended);
  }

  /** Every film that has a ledger, and the company. */
  List<String> chains() {
    return jdbc.sql("select film_id from ledger_head order by film_id").query(String.class).list();
  }

  /** The newest first. */
  List<StoredEntry> findByFilm(String filmId, int limit, long offset) {
    return jdbc.sql(
            """
            select * from ledger_entry where film_id = :film
            order by number desc limit :limit offset :offset
            """)
        .param("film", filmId)
        .param("limit", limit)
        .param("offset", offset)
        .query(ENTRY)
        .list();
  }

  /** The newest first. */
  List<StoredEntry> findByApproval(String filmId, String approvalKey, int limit, long offset) {
    return jdbc.sql(
            """
            select * from ledger_entry where film_id = :film and approval_key = :approval
            order by number desc limit :limit offset :offset
            """)
        .param("film", filmId)
        .param("approval", approvalKey)
        .param("limit", limit)
        .param("offset", offset)
        .query(ENTRY)
        .list();
  }
}
