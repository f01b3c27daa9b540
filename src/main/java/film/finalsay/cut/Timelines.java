package film.finalsay.cut;

import static film.finalsay.approval.BusinessRuleException.conflict;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.cut.reading.FrameRate;
import film.finalsay.cut.reading.Timeline;
import film.finalsay.cut.reading.TimelineDifference;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The timelines of cuts, read from their documents and kept for a while. */
@Component
class Timelines {

  private static final int MOST_SHOTS_KEPT = 100_000;

  private final Documents documents;

  private final Cache<Read, Timeline> timelines =
      Caffeine.newBuilder()
          .expireAfterAccess(Duration.ofMinutes(10))
          .maximumWeight(MOST_SHOTS_KEPT)
          .weigher((Read read, Timeline timeline) -> timeline.shots().size())
          .build();

  Timelines(Documents documents) {
    this.documents = documents;
  }

  private record Read(String sha256, FrameRate rate) {}

  /**
   * @param document one that the film was given
   * @throws BusinessRuleException (invalid) naming {@code timeline} if it cannot be read
   */
  Timeline of(Document document, FrameRate rate) {
    return timelines.get(
        new Read(document.sha256(), rate),
        unread -> Timeline.read(documents.content(document), rate));
  }

  /**
   * @throws BusinessRuleException (conflict) if they have not the same frame rate
   */
  TimelineDifference difference(Film film, Cut before, Cut after) {
    if (before.frameRate() != after.frameRate()) {
      throw conflict(
          "%s has %s frames a second and %s has %s: only cuts at the same rate are compared.",
          before.inWords(), before.frameRate().text(), after.inWords(), after.frameRate().text());
    }
    return TimelineDifference.between(of(film, before), of(film, after));
  }

  private Timeline of(Film film, Cut cut) {
    return of(documents.named(film, "timeline", cut.timeline()), cut.frameRate());
  }
}
