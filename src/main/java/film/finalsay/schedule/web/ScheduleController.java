package film.finalsay.schedule.web;

import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.schedule.Pages;
import film.finalsay.schedule.Schedule;
import film.finalsay.schedule.ScheduleDifference;
import film.finalsay.schedule.ScheduleDifference.Change;
import film.finalsay.schedule.ScheduleDifference.DayDifference;
import film.finalsay.schedule.ScheduleDifference.SceneDifference;
import film.finalsay.schedule.Schedules;
import film.finalsay.schedule.ShootingDay;
import film.finalsay.schedule.reading.ScheduleImports;
import film.finalsay.schedule.web.ScheduleView.DayView;
import film.finalsay.web.Csv;
import film.finalsay.web.Expensive;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/films/{film}")
@Tag(name = "Schedules")
class ScheduleController {

  private final Schedules schedules;
  private final ScheduleImports imports;

  ScheduleController(Schedules schedules, ScheduleImports imports) {
    this.schedules = schedules;
    this.imports = imports;
  }

  /** A day that was added, dropped or changed; before or after is null if it is not there. */
  record DayDifferenceView(LocalDate date, Change change, DayView before, DayView after) {

    static DayDifferenceView of(DayDifference one) {
      return new DayDifferenceView(
          one.date(), one.change(), DayView.of(one.before()), DayView.of(one.after()));
    }
  }

  record DifferenceView(
      String film,
      int from,
      int to,
      boolean identical,
      int shootingDaysBefore,
      int shootingDaysAfter,
      LocalDate wrapDateBefore,
      LocalDate wrapDateAfter,
      List<DayDifferenceView> days,
      List<SceneDifference> scenes) {}

  @GetMapping("/schedule")
  @Operation(summary = "The locked schedule, by which the film is shot")
  ScheduleView current(Film film) {
    return view(
        film,
        schedules
            .locked(film)
            .orElseThrow(() -> notFound("%s has no locked schedule yet.", film.inWords())));
  }

  @GetMapping("/schedules")
  @Operation(summary = "All versions of the schedule, the newest first")
  Page<ScheduleView> all(Film film, @Paging.Of(20) Paging paging) {
    return Page.of(
        schedules.page(film, paging.limit(), paging.offset()),
        paging,
        schedule -> view(film, schedule));
  }

  @GetMapping("/schedules/{version}")
  @Operation(summary = "One version of the schedule")
  ScheduleView one(Film film, @PathVariable int version) {
    return view(film, schedules.byNumber(film, version));
  }

  @PostMapping(path = "/schedules", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Import a one-line schedule (CSV) as a new version",
      description =
          "Header: date,unit,location,scenes,pages,cast,D/N; a strip a line, scenes by their numbers in"
              + " the locked script, pages as in 1 3/8, or a column eighths. Understood, too: the day in"
              + " a line over its strips or in one that ends them, ranges of scenes, semicolons and"
              + " tabs, totals lines. The version counts once it is locked (schedule-lock).")
  ScheduleView importFile(Film film, @RequestParam("file") MultipartFile file, Viewer viewer)
      throws IOException {
    return imported(film, file.getInputStream(), viewer);
  }

  @PostMapping(path = "/schedules", consumes = Csv.TYPE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "The same with the CSV as the body")
  ScheduleView importCsv(Film film, InputStream csv, Viewer viewer) throws IOException {
    return imported(film, csv, viewer);
  }

  private ScheduleView imported(Film film, InputStream csv, Viewer viewer) throws IOException {
    return view(film, imports.importFile(film.id(), Csv.content(csv), viewer.person()));
  }

  @GetMapping(path = "/schedules/{version}/export", produces = Csv.TYPE)
  @Operation(summary = "The version as CSV that imports back identically")
  ResponseEntity<byte[]> export(Film film, @PathVariable int version) {
    return ScheduleView.written(schedules.byNumber(film, version)).answer();
  }

  @Expensive
  @GetMapping("/schedules/{from}/differences/{to}")
  @Operation(
      summary = "What differs between two versions of the schedule",
      description = "Days added, dropped and changed, and scenes that are shot on other days.")
  DifferenceView difference(Film film, @PathVariable int from, @PathVariable int to) {
    ScheduleDifference difference =
        ScheduleDifference.between(schedules.byNumber(film, from), schedules.byNumber(film, to));
    return new DifferenceView(
        film.id(),
        from,
        to,
        difference.days().isEmpty(),
        difference.before().days().size(),
        difference.after().days().size(),
        difference.before().wrapDate(),
        difference.after().wrapDate(),
        difference.days().stream().map(DayDifferenceView::of).toList(),
        difference.scenes());
  }

  private ScheduleView view(Film film, Schedule schedule) {
    return new ScheduleView(
        film.id(),
        schedule.version(),
        schedules.locked(film).filter(one -> one.version() == schedule.version()).isPresent(),
        schedule.lockedBy(),
        schedule.lockedAt(),
        schedule.savedBy(),
        schedule.savedAt(),
        schedule.fileSha256(),
        schedule.firstDay(),
        schedule.wrapDate(),
        schedule.days().size(),
        schedule.eighths(),
        Pages.inWords(schedule.eighths()),
        schedule.eighths() / schedule.days().size(),
        schedule.companyMoves(),
        schedules.unscheduled(film, schedule),
        schedules.omitted(film, schedule),
        schedule.days().stream().map(ShootingDay::warnings).flatMap(List::stream).toList(),
        schedule.days().stream().map(DayView::of).toList());
  }
}
