package film.finalsay.script;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import film.finalsay.film.Document;
import film.finalsay.script.reading.ScriptDifference;
import film.finalsay.script.reading.ScriptFile;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Scripts as they were read, and what differs between two, kept for a while: the same content reads
 * the same every time, and of many who ask for the same comparison at once one makes it.
 */
@Component
class ReadScripts {

  /** What was read takes up several times what its document does. */
  private static final int TIMES_ITS_DOCUMENT = 8;

  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Cache<Content, ScriptFile> files =
      Caffeine.newBuilder()
          .expireAfterAccess(KEPT)
          .maximumWeight(room())
          .weigher((Content of, ScriptFile file) -> of.weight())
          .build();

  private final Cache<Pair, ScriptDifference> differences =
      Caffeine.newBuilder()
          .expireAfterAccess(KEPT)
          .maximumWeight(room())
          .weigher((Pair of, ScriptDifference found) -> of.before().weight() + of.after().weight())
          .build();

  /** The name says in which way a content is read. */
  private record Content(String sha256, String fileName, int weight) {
    static Content of(Document document) {
      return new Content(
          document.sha256(), document.fileName(), (int) document.size() * TIMES_ITS_DOCUMENT);
    }
  }

  private record Pair(Content before, Content after, boolean numbersLocked) {}

  private static long room() {
    return Runtime.getRuntime().maxMemory() / 16;
  }

  ScriptFile file(Document document, Supplier<ScriptFile> read) {
    return files.get(Content.of(document), unread -> read.get());
  }

  /**
   * @param numbersLocked whether a scene is known by its number
   */
  ScriptDifference difference(
      Document before, Document after, boolean numbersLocked, Supplier<ScriptDifference> compare) {
    return differences.get(
        new Pair(Content.of(before), Content.of(after), numbersLocked), unread -> compare.get());
  }
}
