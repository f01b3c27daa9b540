package film.finalsay.cut.web;

import film.finalsay.cut.Cut;
import film.finalsay.cut.Cuts;
import film.finalsay.cut.FinalCut;
import film.finalsay.cut.FinalCuts;
import film.finalsay.cut.FinalCuts.Holder;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/final-cut")
@Tag(name = "Cuts")
class FinalCutController {

  private final FinalCuts finalCuts;
  private final Cuts cuts;

  FinalCutController(FinalCuts finalCuts, Cuts cuts) {
    this.finalCuts = finalCuts;
    this.cuts = cuts;
  }

  /**
   * @param holder the director or one of the executive producers; left out for any of the latter
   * @param directorsCutDays 70, ten weeks, if it is left out
   * @param shortestMinutes the shortest running time by contract
   */
  record NewFinalCut(
      @Size(max = 64) String holder,
      @Min(1) @Max(365) Integer directorsCutDays,
      @Min(1) @Max(1000) Integer shortestMinutes,
      @Min(1) @Max(1000) Integer longestMinutes) {}

  record Beginning(@NotNull LocalDate from) {}

  record HandOver(@NotNull @Size(max = 4000) String comment) {}

  /**
   * @param role whose final cut it is, as the id of a role
   * @param holder null for whoever holds that role
   * @param openFrom the day from which others may be submitted in any case; null while unknown
   * @param closedBecause why only the director's cut may be submitted yet; null once all may
   * @param lockedCut the version of which the picture is locked; null while none is
   */
  record FinalCutView(
      String film,
      String role,
      String holder,
      int directorsCutDays,
      LocalDate directorsCutFrom,
      LocalDate openFrom,
      LocalDate handedOverOn,
      String closedBecause,
      Integer shortestMinutes,
      Integer longestMinutes,
      Integer lockedCut) {}

  @GetMapping
  @Operation(summary = "Whose the final cut is, and how long the director's cut has")
  FinalCutView one(Film film) {
    return view(film, finalCuts.of(film));
  }

  @PutMapping
  @Operation(
      summary = "Say whose the final cut is",
      description =
          "For the film's executive producers, in place of what was said; what is left out is as it"
              + " is for most films. Not while a picture lock is open.")
  FinalCutView set(Film film, @RequestBody Sent<NewFinalCut> agreed, Viewer viewer) {
    return view(film, finalCuts.set(film.id(), agreed.fields(), viewer.person()));
  }

  @PutMapping("/directors-cut")
  @Operation(
      summary = "Say when the director's cut begins",
      description =
          "For the film's producers, co-executive and executive producers: today or later. Until its"
              + " days are over no other cut is submitted, unless the director's is handed in, or the"
              + " director hands over earlier.")
  FinalCutView begin(Film film, @RequestBody Sent<Beginning> beginning, Viewer viewer) {
    return view(film, finalCuts.begin(film.id(), beginning.fields(), viewer.person()));
  }

  @PostMapping("/hand-over")
  @Operation(
      summary = "Hand over before the days of the director's cut are over",
      description = "For the film's director.")
  FinalCutView handOver(Film film, @RequestBody Sent<HandOver> handOver, Viewer viewer) {
    return view(film, finalCuts.handOver(film.id(), handOver.fields(), viewer.person()));
  }

  private FinalCutView view(Film film, FinalCut agreed) {
    Holder holder = finalCuts.holder(film);
    return new FinalCutView(
        film.id(),
        holder.role().id(),
        holder.person(),
        agreed.directorsCutDays(),
        agreed.directorsCutFrom(),
        agreed.openFrom(),
        agreed.handedOverOn(),
        finalCuts.directorsTime(film).orElse(null),
        agreed.shortestMinutes(),
        agreed.longestMinutes(),
        cuts.locked(film).map(Cut::version).orElse(null));
  }
}
