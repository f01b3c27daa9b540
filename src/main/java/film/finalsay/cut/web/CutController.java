package film.finalsay.cut.web;

import film.finalsay.cut.Cut;
import film.finalsay.cut.CutStage;
import film.finalsay.cut.Cuts;
import film.finalsay.cut.Cuts.Compared;
import film.finalsay.cut.reading.FrameRate;
import film.finalsay.cut.reading.Shot;
import film.finalsay.cut.reading.Timecode;
import film.finalsay.cut.reading.TimelineDifference.Change;
import film.finalsay.cut.reading.TimelineDifference.ShotChange;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.web.Expensive;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/cuts")
@Tag(name = "Cuts")
class CutController {

  private final Cuts cuts;

  CutController(Cuts cuts) {
    this.cuts = cuts;
  }

  /**
   * @param runningTime hh:mm:ss:ff
   * @param frameRate such as 24 or 23.976
   * @param file checksum or asset reference of the picture
   * @param timeline SHA-256 of an EDL (CMX 3600) or OTIO file that was uploaded
   */
  record NewCut(
      @NotNull @Size(max = 40) String label,
      @NotNull CutStage stage,
      @NotNull @Size(max = 12) String runningTime,
      @NotNull String frameRate,
      @NotNull @Size(max = 200) String file,
      @NotNull @Size(max = 64) String timeline,
      @Size(max = 4000) String note) {}

  /**
   * @param stage LOCKED if its picture is locked
   * @param approval by which it is approved; null if by none
   * @param lock by which its picture is locked; null if by none
   */
  record CutView(
      String film,
      int version,
      String label,
      CutStage handedInAs,
      CutStage stage,
      String runningTime,
      String frameRate,
      String file,
      String timeline,
      String note,
      String approval,
      String lock,
      String handedInBy,
      Instant handedInAt) {

    static CutView of(Cut cut) {
      return new CutView(
          cut.filmId(),
          cut.version(),
          cut.label(),
          cut.stage(),
          cut.standing(),
          cut.runningTime(),
          cut.frameRate().text(),
          cut.file(),
          cut.timeline(),
          cut.note(),
          cut.approvedBy(),
          cut.lockedBy(),
          cut.savedBy(),
          cut.savedAt());
    }
  }

  /** Times are hh:mm:ss:ff without dropped frames; the last frame of each is the one before out. */
  record ShotView(
      int number, String sourceIn, String sourceOut, String recordIn, String recordOut) {

    static ShotView of(Shot shot, FrameRate rate) {
      return shot == null
          ? null
          : new ShotView(
              shot.number(),
              Timecode.written(shot.sourceIn(), rate),
              Timecode.written(shot.sourceOut(), rate),
              Timecode.written(shot.recordIn(), rate),
              Timecode.written(shot.recordOut(), rate));
    }
  }

  /**
   * @param source the reel or clip
   * @param longer how much longer it became; with a minus if it is shorter
   * @param before null if it was added
   * @param after null if it was dropped
   */
  record ShotChangeView(
      Set<Change> changes, String source, String longer, ShotView before, ShotView after) {

    static ShotChangeView of(ShotChange change, FrameRate rate) {
      Shot named = change.after() == null ? change.before() : change.after();
      return new ShotChangeView(
          change.changes(),
          named.source(),
          Timecode.written(change.frames(), rate),
          ShotView.of(change.before(), rate),
          ShotView.of(change.after(), rate));
    }
  }

  /**
   * @param counts how many shots changed in each way
   * @param before how long the earlier timeline runs
   * @param longer how much longer the later one runs; with a minus if it is shorter
   */
  record DifferenceView(
      String film,
      int from,
      int to,
      String frameRate,
      String before,
      String after,
      String longer,
      Map<Change, Long> counts,
      Page<ShotChangeView> shots) {

    static DifferenceView of(Compared compared, Paging paging) {
      FrameRate rate = compared.after().frameRate();
      long before = compared.difference().framesBefore();
      long after = compared.difference().framesAfter();
      return new DifferenceView(
          compared.after().filmId(),
          compared.before().version(),
          compared.after().version(),
          rate.text(),
          Timecode.written(before, rate),
          Timecode.written(after, rate),
          Timecode.written(after - before, rate),
          compared.difference().counts(),
          Page.within(
              compared.difference().changes(), paging, change -> ShotChangeView.of(change, rate)));
    }
  }

  @GetMapping
  @Operation(summary = "The cuts of the film, the newest first")
  Page<CutView> all(Film film, @Paging.Of(20) Paging paging) {
    return Page.of(cuts.page(film, paging.limit(), paging.offset()), paging, CutView::of);
  }

  @GetMapping("/{version}")
  @Operation(summary = "One cut, and where it stands")
  CutView one(Film film, @PathVariable int version) {
    return CutView.of(cuts.one(film, version));
  }

  @Expensive
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Hand in a cut",
      description =
          "By the film's post supervisors, line producers, producers and director, once it is in"
              + " post-production; the director's cut by the director alone. Its timeline is an EDL"
              + " (CMX 3600) or OTIO file of up to 8 MB that was uploaded as a document before; a line"
              + " that cannot be read is named.")
  CutView handIn(Film film, @RequestBody Sent<NewCut> cut, Viewer viewer) {
    return CutView.of(cuts.handIn(film.id(), cut.fields(), viewer.person()));
  }

  @Expensive
  @GetMapping("/{from}/differences/{to}")
  @Operation(
      summary = "What differs between two cuts by their timelines",
      description =
          "Shots that were dropped, added, shortened, lengthened, slipped or moved, in the order of"
              + " the later cut, and how long both run. Only cuts at the same frame rate are compared.")
  DifferenceView difference(
      Film film, @PathVariable int from, @PathVariable int to, @Paging.Of(100) Paging paging) {
    return DifferenceView.of(cuts.difference(film, from, to), paging);
  }
}
