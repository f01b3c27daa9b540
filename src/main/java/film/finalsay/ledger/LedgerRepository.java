package film.finalsay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LedgerRepository {

  private final JdbcClient jdbc;

  LedgerRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The end of a film's chain, held against every other entry until the transaction ends. */
  Optional<Anchor> findAndLockHead(String filmId) {
    return jdbc.sql("select * from ledger_head where film_id = :film for update")
        .param("film", filmId)
        .query(LedgerRepository::anchor)
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

  void insert(StoredEntry entry) {
    jdbc.sql(
            """
            insert into ledger_entry (film_id, number, at, happening, approval_key, person, role,
                                      on_behalf_of, seen, facts, rows_sha256, previous_hash, hash)
            values (:film, :number, :at, :happening, :approval, :person, :role,
                    :onBehalfOf, :seen, :facts, :rows, :previousHash, :hash)
            """)
        .param("film", entry.filmId())
        .param("number", entry.number())
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("happening", entry.happening())
        .param("approval", entry.approvalKey())
        .param("person", entry.person())
        .param("role", entry.role())
        .param("onBehalfOf", entry.onBehalfOf())
        .param("seen", entry.seen())
        .param("facts", entry.facts())
        .param("rows", entry.rowsSha256())
        .param("previousHash", entry.previousHash())
        .param("hash", entry.hash())
        .update();
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
        .query(LedgerRepository::entry)
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
        .query(LedgerRepository::entry)
        .list();
  }

  static Anchor anchor(ResultSet row, int number) throws SQLException {
    return new Anchor(row.getString("film_id"), row.getLong("number"), row.getString("hash"));
  }

  static StoredEntry entry(ResultSet row, int number) throws SQLException {
    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
    return new StoredEntry(
        row.getString("film_id"),
        row.getLong("number"),
        at == null ? null : at.toInstant(),
        row.getString("happening"),
        row.getString("approval_key"),
        row.getString("person"),
        row.getString("role"),
        row.getString("on_behalf_of"),
        row.getString("seen"),
        row.getString("facts"),
        row.getString("rows_sha256"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
