package film.finalsay.register;

import film.finalsay.approval.Fingerprint;
import film.finalsay.sql.Sql;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContentRepository {

  private final JdbcClient jdbc;

  ContentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param submission 1 for what was filed first, and one more each time it is amended
   */
  void insert(String approvalKey, int submission, Content content) {
    Sql.insert(jdbc, "request_content")
        .set("approval_key", approvalKey)
        .set("submission", submission)
        .set("content", content.written())
        .set("labels", content.writtenLabels())
        .set("content_sha256", Fingerprint.of(content.fields()))
        .run();
  }

  /** What is asked for now; empty if it has no content but its subject. */
  Optional<Content> find(String approvalKey) {
    return jdbc.sql(
            """
            select content, labels from request_content where approval_key = :key
            order by submission desc limit 1
            """)
        .param("key", approvalKey)
        .query((row, n) -> Content.read(row.getString("content"), row.getString("labels")))
        .optional();
  }
}
