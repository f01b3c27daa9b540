package film.finalsay.schedule.web;

import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.schedule.Pages;
import film.finalsay.schedule.report.ProductionReport;
import film.finalsay.schedule.report.ProductionReports;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/production-reports")
@Tag(name = "Schedules")
class ProductionReportController {

  private final ProductionReports reports;

  ProductionReportController(ProductionReports reports) {
    this.reports = reports;
  }

  /**
   * @param pages the eighths as in {@code 4 7/8}
   * @param wrapped as HH:MM by the clock at the place
   * @param countersignedBy null until somebody has
   * @param sha256 what a countersignature names
   */
  record ReportView(
      LocalDate day,
      List<String> scenes,
      int eighths,
      String pages,
      int minutes,
      String wrapped,
      String incidents,
      String enteredBy,
      Instant enteredAt,
      String countersignedBy,
      Instant countersignedAt,
      String sha256) {

    static ReportView of(ProductionReport report) {
      return new ReportView(
          report.shootingDate(),
          report.sceneNumbers(),
          report.eighths(),
          Pages.inWords(report.eighths()),
          report.minutes(),
          report.wrapped(),
          report.incidents(),
          report.enteredBy(),
          report.enteredAt(),
          report.countersignedBy(),
          report.countersignedAt(),
          report.sha256());
    }
  }

  /**
   * @param scenes numbers of the locked script; empty if none was done
   * @param minutes that what was shot runs on the screen
   * @param wrapped as HH:MM by the clock at the place
   */
  record NewProductionReport(
      @NotNull @Size(max = 200) List<String> scenes,
      @NotNull @Min(0) @Max(400) Integer eighths,
      @NotNull @Min(0) @Max(600) Integer minutes,
      @NotNull String wrapped,
      @Size(max = 4000) String incidents) {}

  /**
   * @param sha256 of the report that was read
   */
  record NewCountersignature(@NotNull @Size(max = 64) String sha256) {}

  @GetMapping
  @Operation(summary = "The daily production reports, the newest first")
  Page<ReportView> all(Film film, @Paging.Of(20) Paging paging) {
    return Page.of(reports.page(film, paging.limit(), paging.offset()), paging, ReportView::of);
  }

  @GetMapping("/{day}")
  @Operation(summary = "That of one day")
  ReportView one(Film film, @PathVariable String day) {
    return ReportView.of(reports.one(film, day));
  }

  @PutMapping("/{day}")
  @Operation(
      summary = "Enter what was shot on a day of the locked schedule",
      description =
          "For the film's line producers and those above them. A day on which nothing was shot has a report,"
              + " too, with 0 eighths, and is no day shot. Until it is countersigned, it is entered"
              + " anew in place of what was entered before.")
  ReportView enter(
      Film film,
      @PathVariable String day,
      @RequestBody Sent<NewProductionReport> report,
      Viewer viewer) {
    return ReportView.of(reports.enter(film.id(), day, report.fields(), viewer.person()));
  }

  @PostMapping("/{day}/countersignature")
  @Operation(
      summary = "Countersign a report",
      description =
          "For the film's producers, co-executive and executive producers, not for who entered it. It names"
              + " the sha256 of the report that was read. Only this makes the day a day shot: the first"
              + " moves the film to production, the last to post-production.")
  ReportView countersign(
      Film film,
      @PathVariable String day,
      @RequestBody Sent<NewCountersignature> countersignature,
      Viewer viewer) {
    return ReportView.of(
        reports.countersign(film.id(), day, countersignature.fields(), viewer.person()));
  }
}
