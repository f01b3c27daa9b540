package film.finalsay.cut;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.cut.reading.FrameRate;
import film.finalsay.cut.reading.Timecode;
import film.finalsay.cut.reading.Timeline;
import film.finalsay.cut.reading.TimelineDifference;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.FilmCuts;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.sql.Versions;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cuts of each film, as they are handed in. */
@Service
@Transactional
public class Cuts implements FilmCuts {

  static final int MAX_LABEL = 40;

  private static final int MAX_FILE = 200;
  private static final int LONGEST_TIME = 12;
  private static final int SHA256_LENGTH = 64;

  private static final Set<Role> HANDING_IN =
      EnumSet.of(Role.POST_SUPERVISOR, Role.LINE_PRODUCER, Role.PRODUCER, Role.DIRECTOR);

  private final CutRepository cuts;
  private final Timelines timelines;
  private final Documents documents;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  Cuts(
      CutRepository cuts,
      Timelines timelines,
      Documents documents,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.cuts = cuts;
    this.timelines = timelines;
    this.documents = documents;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Two cuts, the earlier one first, and what differs. */
  public record Compared(Cut before, Cut after, TimelineDifference difference) {}

  /**
   * Hands in a cut; those before stay.
   *
   * @param sent {@code label}, {@code stage}, {@code runningTime}, {@code frameRate}, {@code file},
   *     {@code timeline} and {@code note}
   * @throws BusinessRuleException if a field is wrong or the timeline cannot be read; (forbidden)
   *     if this person may not; (conflict) if the film is not in post-production
   */
  public Cut handIn(String filmId, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(HANDING_IN, person, film, "hand in a cut");
    Cut cut = read(film, Inputs.of(sent), person);
    if (cut.stage() == CutStage.DIRECTORS_CUT && role != Role.DIRECTOR) {
      throw forbidden(
          "The director alone hands in the director's cut of %s: with that the others may follow.",
          film.inWords());
    }
    CutRules.requireInPost(film);
    Timeline timeline =
        timelines.of(documents.named(film, "timeline", cut.timeline()), cut.frameRate());
    cuts.insert(cut);
    ledger.append(
        filmId,
        Event.of(Happening.CUT_HANDED_IN)
            .by(person, role)
            .with("version", cut.version())
            .with("label", cut.label())
            .with("stage", cut.stage())
            .with("runningTime", cut.runningTime())
            .with("frameRate", cut.frameRate().text())
            .with("file", cut.file())
            .with("timeline", cut.timeline())
            .with("shots", timeline.shots().size()));
    return cut;
  }

  private Cut read(Film film, Inputs sent, String person) {
    String label = sent.text("label", MAX_LABEL);
    CutStage stage = sent.oneOf("stage", CutStage.class);
    FrameRate rate = FrameRate.sent("frameRate", sent.any("frameRate"));
    String runningTime = sent.text(Cut.RUNNING_TIME, LONGEST_TIME);
    if (Timecode.frames(Cut.RUNNING_TIME, runningTime, rate) == 0) {
      throw invalid(Cut.RUNNING_TIME, "has to be more than nothing.");
    }
    Cut cut =
        new Cut(
            film.id(),
            cuts.latest(film.id()) + 1,
            person,
            clock.instant(),
            label,
            stage,
            runningTime,
            rate,
            sent.text("file", MAX_FILE),
            sent.text("timeline", SHA256_LENGTH),
            sent.optionalLongText("note").orElse(""),
            null,
            null,
            null);
    sent.requireNothingElse();
    documents.named(film, "timeline", cut.timeline());
    if (stage == CutStage.LOCKED) {
      throw invalid(
          "stage", "LOCKED comes by picture-lock alone; a cut is handed in as what it is.");
    }
    cuts.labelled(film.id(), label)
        .ifPresent(
            other -> {
              throw conflict(
                  "%s has a cut called %s already, version %d.",
                  film.inWords(), label, other.version());
            });
    return cut;
  }

  /**
   * @throws BusinessRuleException (not found) if there is none
   */
  @Transactional(readOnly = true)
  public Cut one(Film film, int version) {
    return cuts.find(film.id(), version)
        .orElseThrow(() -> Versions.missing(film.inWords(), "cut", version));
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<Cut> page(Film film, int limit, long offset) {
    return cuts.page(film.id(), limit, offset);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<LockedCut> lockedCut(Film film) {
    return locked(film).map(cut -> new LockedCut(cut.label(), cut.file(), cut.lockedBy()));
  }

  /** The cut of which the film's picture is locked. */
  @Transactional(readOnly = true)
  public Optional<Cut> locked(Film film) {
    return cuts.locked(film.id());
  }

  /**
   * @throws BusinessRuleException (not found) if there is no such cut; (conflict) if they have not
   *     the same frame rate
   */
  @Transactional(readOnly = true)
  public Compared difference(Film film, int from, int to) {
    Cut before = one(film, from);
    Cut after = one(film, to);
    return new Compared(before, after, timelines.difference(film, before, after));
  }
}
