package film.finalsay.cut;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Markdown;
import film.finalsay.cut.reading.Timecode;
import film.finalsay.cut.reading.TimelineDifference;
import film.finalsay.film.Film;
import film.finalsay.film.Phase;
import film.finalsay.register.Asking;
import film.finalsay.register.Content;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is asked of a cut before it may be approved or locked, and what is filed of it. */
@Component
class CutRules {

  static final String CUT = "cut";

  private final CutRepository cuts;
  private final FinalCuts finalCuts;
  private final Timelines timelines;

  CutRules(CutRepository cuts, FinalCuts finalCuts, Timelines timelines) {
    this.cuts = cuts;
    this.finalCuts = finalCuts;
    this.timelines = timelines;
  }

  /**
   * @throws BusinessRuleException (conflict) if the film is not in post-production yet
   */
  static void requireInPost(Film film) {
    if (film.phase().compareTo(Phase.POST_PRODUCTION) < 0) {
      String phase = film.phase().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      throw conflict(
          "%s is in %s: cuts, the director's too, come once it is in post-production.",
          film.inWords(), phase.equals("pre production") ? "pre-production" : phase);
    }
  }

  /**
   * The cut that is asked about.
   *
   * @throws BusinessRuleException (invalid) naming {@code cut} if there is no such cut
   */
  Cut named(Asking asking) {
    Film film = asking.film();
    int version =
        asking
            .sent()
            .optionalOrdinal(CUT)
            .orElseThrow(() -> invalid(CUT, "is missing; the version of a cut is needed."));
    return cuts.find(film.id(), version)
        .orElseThrow(() -> invalid(CUT, "%s has no cut version %d.", film.inWords(), version));
  }

  /** The cut that a request is about. */
  Cut of(Film film, Content content) {
    return cuts.find(film.id(), content.number(CUT)).orElseThrow();
  }

  /** All that is known of it, so that all of it is signed. */
  static Content content(Cut cut) {
    return Content.of(CUT, cut.version())
        .with("label", cut.label())
        .with("stage", cut.stage())
        .with(Cut.RUNNING_TIME, cut.runningTime())
        .with("frameRate", cut.frameRate().text())
        .with("file", cut.file())
        .with("timeline", cut.timeline());
  }

  /** What somebody asked for, field by field; what was left out has no value. */
  static Map<String, Object> asked(Content content, String... fields) {
    Map<String, Object> asked = new HashMap<>();
    for (String field : fields) {
      asked.put(field, content.values().get(field));
    }
    return asked;
  }

  /**
   * @throws BusinessRuleException (conflict) if the film is not in post-production or is delivered,
   *     its picture is locked, the director still has time, or the cut does not run as contracted
   */
  void requireMayStand(Film film, Cut cut) {
    requireInPost(film);
    if (film.phase() == Phase.DELIVERED) {
      throw conflict("%s is delivered: nothing of its cut changes after that.", film.inWords());
    }
    cuts.locked(film.id())
        .ifPresent(
            locked -> {
              throw conflict(
                  "The picture of %s is locked, %s by %s: what has to change needs that to be opened again.",
                  film.inWords(), locked.inWords(), locked.lockedBy());
            });
    if (cut.stage() == CutStage.DIRECTORS_CUT) {
      return;
    }
    finalCuts
        .directorsTime(film)
        .ifPresent(
            why -> {
              throw conflict(why + " Until then no other cut is submitted.");
            });
    FinalCut agreed = finalCuts.of(film);
    if (!agreed.allows(cut.milliseconds())) {
      throw conflict(
          "%s runs %s; contracted are %s.",
          cut.inWords(), cut.runningTime(), agreed.contractedInWords());
    }
  }

  /** What a decider reads beside the cut itself. */
  Map<String, String> brief(Film film, Cut cut) {
    String contracted = finalCuts.of(film).contractedInWords();
    return Map.of(
        "runningText",
        "%s at %s frames a second; %s"
            .formatted(
                cut.runningTime(),
                cut.frameRate().text(),
                contracted.isEmpty()
                    ? "no running time is contracted"
                    : "contracted are " + contracted),
        "differenceText",
        before(film, cut).map(earlier -> difference(film, earlier, cut)).orElse("No cut before."));
  }

  /** What it is held against: the approved cut of its stage, or else the one before it. */
  private Optional<Cut> before(Film film, Cut cut) {
    return cuts.approved(film.id(), cut.stage())
        .filter(approved -> approved.version() < cut.version())
        .or(() -> cuts.find(film.id(), cut.version() - 1));
  }

  private String difference(Film film, Cut before, Cut after) {
    try {
      return inWords(before, after, timelines.difference(film, before, after));
    } catch (BusinessRuleException notComparable) {
      return Markdown.plain(notComparable.getMessage());
    }
  }

  private static String inWords(Cut before, Cut after, TimelineDifference difference) {
    String changes =
        difference.counts().entrySet().stream()
            .map(
                count ->
                    "%d %s"
                        .formatted(
                            count.getValue(), count.getKey().name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(", "));
    return "Against version %d, %s: %s. The timeline runs %s, it ran %s. All of it: /api/films/%s/cuts/%d/differences/%d"
        .formatted(
            before.version(),
            Markdown.row(before.label()),
            changes.isEmpty() ? "no shot differs" : changes + " shots",
            Timecode.written(difference.framesAfter(), after.frameRate()),
            Timecode.written(difference.framesBefore(), before.frameRate()),
            after.filmId(),
            before.version(),
            after.version());
  }
}
