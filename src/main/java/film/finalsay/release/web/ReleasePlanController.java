package film.finalsay.release.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.release.ReleaseDate;
import film.finalsay.release.ReleasePlan;
import film.finalsay.release.ReleasePlans;
import film.finalsay.release.ReleaseTerritory.Payer;
import film.finalsay.release.ReleaseTerritory.ReleasePattern;
import film.finalsay.release.ReleaseTerritory.Right;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}")
@Tag(name = "Release plan")
class ReleasePlanController {

  private final ReleasePlans plans;

  ReleasePlanController(ReleasePlans plans) {
    this.plans = plans;
  }

  /** Amounts are decimal strings in the film's currency. */
  record ReleasePlanView(String film, @JsonUnwrapped ReleasePlan plan) {}

  /**
   * @param basedOn the version that it was made from
   */
  record NewReleasePlan(
      @Min(1) @Max(9999) Integer basedOn,
      @NotNull @Size(min = 1, max = 100) List<NewReleaseTerritory> territories) {}

  /**
   * @param printsAndAdvertising what all lines come to; without lines, left out
   * @param minimumCommitment what the distributor spends at least; at most the lines that it pays
   * @param recoupmentCap what it may recoup of that at most
   */
  record NewReleaseTerritory(
      @NotNull @Size(max = 100) String territory,
      @NotNull @Size(max = 200) String distributor,
      @NotNull ReleasePattern pattern,
      @NotNull @Size(min = 1, max = 50) List<NewReleaseWindow> windows,
      Money printsAndAdvertising,
      @Size(max = 50) List<NewReleaseLine> lines,
      Money minimumCommitment,
      Money recoupmentCap,
      @NotNull @Size(min = 3, max = 50) List<NewComparableTitle> comparables,
      @Size(max = 50) List<NewReleaseMaterial> materials) {}

  /**
   * @param closes its last day; two windows of one right do not overlap
   */
  record NewReleaseWindow(
      @NotNull Right right, @NotNull LocalDate opens, @NotNull LocalDate closes) {}

  /**
   * @param paidBy not the film: that is a budget change of the kind INCREASE
   */
  record NewReleaseLine(
      @NotNull @Size(max = 100) String line, @NotNull Money amount, @NotNull Payer paidBy) {}

  /**
   * @param year of its release, from 1888
   */
  record NewComparableTitle(
      @NotNull @Size(max = 200) String title, @NotNull Integer year, Money gross) {}

  /**
   * @param due on or before the day on which the first window opens
   */
  record NewReleaseMaterial(@NotNull @Size(max = 100) String item, @NotNull LocalDate due) {}

  @PutMapping("/release-plans")
  @Operation(
      summary = "Draft a new version of the release plan",
      description =
          "For the film's producers, co-executive and executive producers and its distributor; who"
              + " drafted a version does not decide it. The versions before stay, and so does what was"
              + " approved: a request for a release plan names the version that it asks for. With"
              + " basedOn, the version that it was made from, a save by somebody else in between is not passed over.")
  ReleasePlanView save(Film film, @RequestBody Sent<NewReleasePlan> plan, Viewer viewer) {
    return view(plans.save(film.id(), plan.fields(), viewer.person()), film);
  }

  @GetMapping("/release-plans")
  @Operation(summary = "All versions of the release plan, the newest first")
  Page<ReleasePlanView> all(Film film, @Paging.Of(20) Paging paging) {
    return Page.of(
        plans.page(film, paging.limit(), paging.offset()), paging, plan -> view(plan, film));
  }

  @GetMapping("/release-plans/{version}")
  @Operation(summary = "One version of the release plan")
  ReleasePlanView one(Film film, @PathVariable int version) {
    return view(plans.one(film, version), film);
  }

  @GetMapping("/release-plan")
  @Operation(summary = "The approved release plan, and by which approval it is")
  ReleasePlanView approved(Film film) {
    return view(plans.approved(film), film);
  }

  @GetMapping("/release-dates")
  @Operation(
      summary = "The dates that the approved release plan sets, the earliest first",
      description =
          "The days by which materials are delivered to the distributors, and those on which windows open.")
  Page<ReleaseDate> dates(Film film, Paging paging) {
    return Page.of(plans.dates(film, paging.limit(), paging.offset()), paging);
  }

  private static ReleasePlanView view(ReleasePlan plan, Film film) {
    return new ReleasePlanView(film.id(), plan);
  }
}
