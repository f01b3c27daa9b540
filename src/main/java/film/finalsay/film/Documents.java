package film.finalsay.film;

import film.finalsay.approval.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documents of the films: each content is kept once, and each film sees only what it was given.
 */
@Service
@Transactional
public class Documents {

  /** 50 MB, several times the longest script with pictures. */
  public static final int MAX_BYTES = 50 * 1024 * 1024;

  private final JdbcClient jdbc;
  private final Clock clock;

  Documents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps a document for a film. Giving the same content again changes nothing.
   *
   * @throws Refusal (invalid) naming the field if the content is empty or larger than {@link
   *     #MAX_BYTES}
   */
  public Document keep(
      Film film, String field, String fileName, String mediaType, byte[] content, String person) {
    if (content.length == 0 || content.length > MAX_BYTES) {
      throw Refusal.invalid(
          field, "has %d bytes; 1 byte to 50 MB are allowed.".formatted(content.length));
    }
    String sha256 = sha256(content);
    String name = fileName == null || fileName.isBlank() ? "document" : shortened(fileName);
    String type = mediaType == null ? "application/octet-stream" : shortened(mediaType);
    boolean known =
        jdbc.sql("select count(*) from document where sha256 = :sha256")
                .param("sha256", sha256)
                .query(Integer.class)
                .single()
            > 0;
    if (!known) {
      jdbc.sql(
              "insert into document (sha256, size_bytes, content) values (:sha256, :size, :content)")
          .param("sha256", sha256)
          .param("size", content.length)
          .param("content", content)
          .update();
    }
    if (find(film.id(), sha256).isEmpty()) {
      jdbc.sql(
              """
              insert into film_document
                (film_id, sha256, file_name, media_type, uploaded_by, uploaded_at)
              values (:film, :sha256, :name, :type, :person, :now)
              """)
          .param("film", film.id())
          .param("sha256", sha256)
          .param("name", name)
          .param("type", type)
          .param("person", person)
          .param("now", SqlTime.of(clock.instant()))
          .update();
    }
    return find(film.id(), sha256).orElseThrow();
  }

  /** A document that this film was given. */
  @Transactional(readOnly = true)
  public Optional<Document> find(String filmId, String sha256) {
    return jdbc.sql(
            """
            select d.sha256, d.size_bytes, f.file_name, f.media_type
            from film_document f join document d on d.sha256 = f.sha256
            where f.film_id = :film and f.sha256 = :sha256
            """)
        .param("film", filmId)
        .param("sha256", sha256)
        .query(Documents::document)
        .optional();
  }

  /** Its content; call it only for a document that the film was given. */
  @Transactional(readOnly = true)
  public byte[] content(Document document) {
    return jdbc.sql("select content from document where sha256 = :sha256")
        .param("sha256", document.sha256())
        .query((row, number) -> row.getBytes("content"))
        .single();
  }

  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(text.length() - 200);
  }

  private static Document document(ResultSet row, int number) throws SQLException {
    return new Document(
        row.getString("sha256"),
        row.getString("file_name"),
        row.getString("media_type"),
        row.getLong("size_bytes"));
  }
}
