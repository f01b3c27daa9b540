package film.finalsay.drawdown.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.approval.Money;
import film.finalsay.drawdown.CashFlow;
import film.finalsay.drawdown.CashFlowCsv;
import film.finalsay.drawdown.CashFlows;
import film.finalsay.drawdown.CashFlows.TrancheStanding;
import film.finalsay.drawdown.Drawdowns;
import film.finalsay.drawdown.Drawdowns.SourceStanding;
import film.finalsay.drawdown.Taken;
import film.finalsay.drawdown.Tranche;
import film.finalsay.film.Film;
import film.finalsay.film.FilmFinance.Standing;
import film.finalsay.film.Viewer;
import film.finalsay.web.Csv;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/cash-flow")
@Tag(name = "Finance")
class CashFlowController {

  private final CashFlows schedules;
  private final Drawdowns drawdowns;

  CashFlowController(CashFlows schedules, Drawdowns drawdowns) {
    this.schedules = schedules;
    this.drawdowns = drawdowns;
  }

  /**
   * @param left negative if more was taken than it has now
   */
  record TrancheView(@JsonUnwrapped Tranche tranche, @JsonUnwrapped Taken taken, Money left) {

    static TrancheView of(TrancheStanding standing) {
      return new TrancheView(standing.tranche(), standing.taken(), standing.left());
    }
  }

  /**
   * By the finance plan of today.
   *
   * @param left negative if more was taken than it gives now
   */
  record SourceView(
      String source, Standing standing, Money amount, @JsonUnwrapped Taken taken, Money left) {

    static SourceView of(SourceStanding source) {
      return new SourceView(
          source.source(), source.standing(), source.amount(), source.taken(), source.left());
    }
  }

  /** Amounts are decimal strings in the currency, as they stand today. */
  record CashFlowView(
      String film,
      @JsonUnwrapped CashFlow schedule,
      List<TrancheView> tranches,
      List<SourceView> sources) {}

  /**
   * @param basedOn the version that it was made from
   */
  record NewCashFlow(
      @Min(1) @Max(9999) Integer basedOn,
      @NotNull @Size(min = 1, max = 300) List<NewTranche> tranches) {}

  /**
   * @param source by its name in the finance plan
   * @param earliest a day as in 2027-01-31, or a week as in 2027-W05
   * @param most that may be drawn of it
   */
  record NewTranche(
      @NotNull @Size(max = 200) String source,
      @NotNull @Size(max = 60) String tranche,
      @NotNull String earliest,
      @Size(max = 500) String milestone,
      @NotNull Money most) {}

  @GetMapping
  @Operation(
      summary = "The cash flow: the newest version, or the one with this number",
      description =
          "When which source of the finance plan may be drawn, and of each tranche and each source what"
              + " is drawn, asked for and left today.")
  CashFlowView one(Film film, @RequestParam(required = false) Integer version) {
    return view(schedules.one(film, version), film);
  }

  @GetMapping(path = "/export", produces = Csv.TYPE)
  @Operation(summary = "The same as CSV that imports back")
  ResponseEntity<byte[]> export(Film film, @RequestParam(required = false) Integer version) {
    Csv csv = new Csv(CashFlowCsv.HEADER);
    for (Tranche one : schedules.one(film, version).tranches()) {
      csv.line(one.source(), one.tranche(), one.earliest(), one.milestone(), one.most());
    }
    return csv.answer();
  }

  @GetMapping("/versions")
  @Operation(summary = "All versions of the cash flow, the newest first")
  Page<CashFlowView> all(Film film, @Paging.Of(20) Paging paging) {
    return Page.of(
        schedules.page(film, paging.limit(), paging.offset()),
        paging,
        schedule -> view(schedule, film));
  }

  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Save a new version of the cash flow",
      description =
          "For the film's production accountants, line producers, producers, co-executive and executive"
              + " producers. The tranches of a source come to at most what it gives by the finance"
              + " plan, and to at least what was taken of them; basedOn as with a finance plan.")
  CashFlowView save(Film film, @RequestBody Sent<NewCashFlow> schedule, Viewer viewer) {
    return view(schedules.save(film.id(), schedule.fields(), viewer.person()), film);
  }

  @PutMapping(consumes = Csv.TYPE)
  @Operation(summary = "The same with CSV: source,tranche,earliest,milestone,most")
  CashFlowView saveCsv(Film film, InputStream csv, Viewer viewer) throws IOException {
    return view(schedules.save(film.id(), Csv.content(csv), viewer.person()), film);
  }

  private CashFlowView view(CashFlow schedule, Film film) {
    return new CashFlowView(
        film.id(),
        schedule,
        schedules.standing(film, schedule).stream().map(TrancheView::of).toList(),
        drawdowns.sources(film).stream().map(SourceView::of).toList());
  }
}
