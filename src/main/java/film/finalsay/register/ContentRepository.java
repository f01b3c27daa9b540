package film.finalsay.register;

import film.finalsay.approval.Fingerprint;
import java.sql.Types;
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
    jdbc.sql(
            """
            insert into request_content (approval_key, submission, content, labels, content_sha256)
            values (:key, :submission, :content, :labels, :sha256)
            """)
        .param("key", approvalKey)
        .param("submission", submission)
        .param("content", content.written())
        .param("labels", content.writtenLabels(), Types.VARCHAR)
        .param("sha256", Fingerprint.of(content.fields()))
        .update();
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
