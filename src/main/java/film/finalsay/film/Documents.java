package film.finalsay.film;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.sql.Sql.insert;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.PlainText;
import film.finalsay.sql.Sql;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;
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
      throw invalid(field, "has %d bytes; 1 byte to 50 MB are allowed.", content.length);
    }
    String sha256 = Fingerprint.of(content);
    String name = fileName == null || fileName.isBlank() ? "document" : plain(fileName);
    String type = type(field, mediaType);
    boolean isNew = find(film.id(), sha256).isEmpty();
    if (isNew) {
      requireRoom(film, content.length);
    }
    keepContent(sha256, content);
    films.hold(film.id());
    if (isNew && find(film.id(), sha256).isEmpty()) {
      insert(jdbc, "film_document")
          .set("film_id", film.id())
          .set("sha256", sha256)
          .set("file_name", name)
          .set("media_type", type)
          .set("uploaded_by", person)
          .set("uploaded_at", clock.instant())
          .run();
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
      throw conflict(
          "The documents of %s take up %d MB of the %d MB that they may; this one has %d KB more.",
          film.inWords(),
          DataSize.ofBytes(used).toMegabytes(),
          quota.toMegabytes(),
          DataSize.ofBytes(more).toKilobytes());
    }
  }

  /**
   * In a transaction of its own: two people may upload the same content at once, and who comes
   * second finds it there. Content that no film refers to does no harm.
   */
  private void keepContent(String sha256, byte[] content) {
    Optional<byte[]> kept = stored(sha256);
    if (kept.isPresent()) {
      restore(sha256, content, kept.get());
      return;
    }
    try {
      separately.executeWithoutResult(
          status ->
              insert(jdbc, "document")
                  .set("sha256", sha256)
                  .set("size_bytes", content.length)
                  .set("content", content)
                  .run());
    } catch (DuplicateKeyException keptMeanwhile) {
      // which is what was wanted
    }
  }

  /** Content that was changed behind our back is put right by whoever has the document. */
  private void restore(String sha256, byte[] content, byte[] kept) {
    if (!Arrays.equals(content, kept)) {
      jdbc.sql("update document set content = :content, size_bytes = :size where sha256 = :sha256")
          .param("content", content)
          .param("size", content.length)
          .param("sha256", sha256)
          .update();
    }
  }

  /** A document that this film was given. */
  @Transactional(readOnly = true)
  public Optional<Document> find(String filmId, String sha256) {
    return jdbc.sql(
            """
            select d.sha256, d.size_bytes as size, f.file_name, f.media_type
            from film_document f join document d on d.sha256 = f.sha256
            where f.film_id = :film and f.sha256 = :sha256
            """)
        .param("film", filmId)
        .param("sha256", sha256)
        .query(Sql.rows(Document.class))
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
                invalid(
                    field,
                    "%s has no document with this SHA-256; upload it first.",
                    film.inWords()));
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
            () -> conflict("%s is not what it was when it was uploaded.", document.fileName()));
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

  /** One that it can be handed out as. */
  private static String type(String field, String sent) {
    if (sent == null || sent.isBlank()) {
      return MimeTypeUtils.APPLICATION_OCTET_STREAM_VALUE;
    }
    try {
      MimeType type = MimeTypeUtils.parseMimeType(sent);
      if (type.isConcrete() && type.toString().length() <= 200) {
        return type.toString();
      }
    } catch (InvalidMimeTypeException noType) {
      // refused below, with every other type that is none
    }
    throw invalid(field, "has to be of one type, as in application/pdf.");
  }
}
