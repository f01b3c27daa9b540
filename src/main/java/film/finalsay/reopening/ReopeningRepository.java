package film.finalsay.reopening;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReopeningRepository {

  private final JdbcClient jdbc;

  ReopeningRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String approvalKey, Reopening reopening) {
    jdbc.sql(
            """
            insert into reopening (approval_key, reopens, reason)
            values (:key, :reopens, :reason)
            """)
        .param("key", approvalKey)
        .param("reopens", reopening.reopens())
        .param("reason", reopening.reason())
        .update();
  }

  Reopening find(String approvalKey) {
    return jdbc.sql("select * from reopening where approval_key = :key")
        .param("key", approvalKey)
        .query((row, n) -> new Reopening(row.getString("reopens"), row.getString("reason")))
        .single();
  }

  /** The open request that asks for the same. */
  Optional<String> findOpen(String reopens) {
    return jdbc.sql(
            """
            select a.approval_key from reopening r join approval a on a.approval_key = r.approval_key
            where r.reopens = :reopens and a.state = 'PENDING'
            """)
        .param("reopens", reopens)
        .query(String.class)
        .optional();
  }
}
