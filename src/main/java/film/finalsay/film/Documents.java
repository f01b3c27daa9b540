package film.finalsay.film;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.PlainText;
import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * The documents of the films: each content is kept once, and each film sees only what it was given.
 */
@Service
@Transactional
public class Documents {

  /** 50 MB, several times the longest script with pictures. */
  public static final int MAX_BYTES = 50 * 1024 * 1024;

  private final JdbcClient jdbc;
  private final DataSize quota;
  private final TransactionTemplate separately;
  private final Films films;
  private final Clock clock;

  Documents(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Films films,
      Clock clock,
      @Value("${final-say.documents.quota-of-a-film:5GB}") DataSize quota) {
    this.jdbc = jdbc;
    this.quota = quota;
    this.separately = new TransactionTemplate(transactions);
    this.separately.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.films = films;
    this.clock = clock;
  }

  /**
   * Keeps a document for a film. Giving the same content again changes nothing.
   *
   * @throws BusinessRuleException (invalid) naming the field if the content is empty or larger than
   *     {@link #MAX_BYTES}, or its type is none; (conflict) if the film's documents would take up
   *     more than they may
   */
  public Document keep(
      Film film, String field, String fileName, String mediaType, byte[] content, String person) {
    if (content.length == 0 || content.length > MAX_BYTES) {
      throw BusinessRuleException.invalid(
          field, "has %d bytes; 1 byte to 50 MB are allowed.".formatted(content.length));
    }
    String sha256 = Fingerprint.of(content);
    String name = fileName == null || fileName.isBlank() ? "document" : plain(fileName);
    String type = DocumentType.of(field, mediaType);
    boolean isNew = find(film.id(), sha256).isEmpty();
    if (isNew) {
      requireRoom(film, content.length);
    }
    keepContent(sha256, content);
    films.lock(film.id());
    if (isNew && find(film.id(), sha256).isEmpty()) {
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

  /** Those that come at the same moment may exceed it by as much as they bring. */
  private void requireRoom(Film film, long more) {
    long used =
        jdbc.sql(
                """
                select coalesce(sum(d.size_bytes), 0) from film_document f
                join document d on d.sha256 = f.sha256 where f.film_id = :film
                """)
            .param("film", film.id())
            .query(Long.class)
            .single();
    if (used + more > quota.toBytes()) {
      throw BusinessRuleException.conflict(
          "The documents of %s take up %d MB of the %d MB that they may; this one has %d KB more."
              .formatted(
                  film.inWords(),
                  DataSize.ofBytes(used).toMegabytes(),
                  quota.toMegabytes(),
                  DataSize.ofBytes(more).toKilobytes()));
    }
  }

  /**
   * In a transaction of its own: two people may upload the same content at once, and who comes
   * second finds it there. Content that no film refers to does no harm.
   */
  private void keepContent(String sha256, byte[] content) {
    if (isKept(sha256)) {
      restore(sha256, content);
      return;
    }
    try {
      separately.executeWithoutResult(
          status ->
              jdbc.sql(
                      """
                      insert into document (sha256, size_bytes, content)
                      values (:sha256, :size, :content)
                      """)
                  .param("sha256", sha256)
                  .param("size", content.length)
                  .param("content", content)
                  .update());
    } catch (DuplicateKeyException keptMeanwhile) {
      // which is what was wanted
    }
  }

  /** Content that was changed behind our back is put right by whoever has the document. */
  private void restore(String sha256, byte[] content) {
    if (!isIntact(sha256)) {
      jdbc.sql("update document set content = :content, size_bytes = :size where sha256 = :sha256")
          .param("content", content)
          .param("size", content.length)
          .param("sha256", sha256)
          .update();
    }
  }

  private boolean isKept(String sha256) {
    return jdbc.sql("select count(*) from document where sha256 = :sha256")
            .param("sha256", sha256)
            .query(Integer.class)
            .single()
        > 0;
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

  /**
   * @param field by which it was named
   * @throws BusinessRuleException (invalid) naming the field if the film was not given this
   *     document
   */
  @Transactional(readOnly = true)
  public Document named(Film film, String field, String sha256) {
    return find(film.id(), sha256)
        .orElseThrow(
            () ->
                BusinessRuleException.invalid(
                    field,
                    "%s has no document with this SHA-256; upload it first."
                        .formatted(film.inWords())));
  }

  /**
   * Its content; call it only for a document that the film was given.
   *
   * @throws BusinessRuleException (conflict) if it is not what it was when it was uploaded; whoever
   *     can do without it may go on
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessRuleException.class)
  public byte[] content(Document document) {
    return stored(document.sha256())
        .filter(content -> Fingerprint.of(content).equals(document.sha256()))
        .orElseThrow(
            () ->
                BusinessRuleException.conflict(
                    "%s is not what it was when it was uploaded.".formatted(document.fileName())));
  }

  /**
   * Whether a document still is what its SHA-256 says: what was signed is compared by its content,
   * not by its name.
   *
   * @return false if it was changed, or is gone
   */
  @Transactional(readOnly = true)
  public boolean isIntact(String sha256) {
    return stored(sha256).map(Fingerprint::of).filter(sha256::equals).isPresent();
  }

  private Optional<byte[]> stored(String sha256) {
    return jdbc.sql("select content from document where sha256 = :sha256")
        .param("sha256", sha256)
        .query((row, number) -> row.getBytes("content"))
        .optional();
  }

  /** The end of a name, which has the ending, without what does not print. */
  private static String plain(String name) {
    return Excerpt.ending(PlainText.cleanedLine(name), 200);
  }

  private static Document document(ResultSet row, int number) throws SQLException {
    return new Document(
        row.getString("sha256"),
        row.getString("file_name"),
        row.getString("media_type"),
        row.getLong("size_bytes"));
  }
}
