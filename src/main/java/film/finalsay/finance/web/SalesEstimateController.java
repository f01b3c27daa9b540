package film.finalsay.finance.web;

import film.finalsay.film.Film;
import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.FilmFinance.TerritorySummary;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.finance.FinancePlans;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}")
@Tag(name = "Finance")
class SalesEstimateController {

  private final Films films;
  private final FinancePlans plans;

  SalesEstimateController(Films films, FinancePlans plans) {
    this.films = films;
    this.plans = plans;
  }

  record TerritoryView(String territory, String ask, String take) {

    static TerritoryView of(TerritorySummary territory) {
      return new TerritoryView(
          territory.territory(), territory.ask().plain(), territory.take().plain());
    }
  }

  /** Amounts are decimal strings in the currency; ask and take are the totals. */
  record EstimatesView(
      String film,
      int version,
      String currency,
      String agent,
      LocalDate date,
      String document,
      String savedBy,
      Instant savedAt,
      String ask,
      String take,
      List<TerritoryView> territories) {

    static EstimatesView of(EstimatesSummary saved, Film film) {
      return new EstimatesView(
          film.id(),
          saved.version(),
          film.currency().getCurrencyCode(),
          saved.agent(),
          saved.date(),
          saved.document(),
          saved.savedBy(),
          saved.savedAt(),
          saved.ask().plain(),
          saved.take().plain(),
          saved.territories().stream().map(TerritoryView::of).toList());
    }
  }

  @GetMapping("/sales-estimates")
  @Operation(summary = "The sales estimates: the newest version, or the one with this number")
  EstimatesView one(
      @PathVariable String film,
      @RequestParam(required = false) Integer version,
      Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    return EstimatesView.of(plans.estimates(seen, version), seen);
  }

  @GetMapping("/sales-estimates/versions")
  @Operation(summary = "All versions of the sales estimates, the newest first")
  Page<EstimatesView> all(
      @PathVariable String film,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    Film seen = films.seenBy(Viewers.of(login), film);
    return Page.of(
        plans.estimates(seen, paging.limit(), paging.offset()),
        paging,
        saved -> EstimatesView.of(saved, seen));
  }

  @PutMapping("/sales-estimates")
  @Operation(
      summary = "Save a new version of the sales estimates",
      description =
          "For the film's producers, co-executive and executive producers. Body: agent, date,"
              + " document (the SHA-256 of the agent's sheet, if it was uploaded) and territories,"
              + " each with territory, ask and take, at most the ask; basedOn as with a finance"
              + " plan.")
  EstimatesView save(
      @PathVariable String film, @RequestBody Map<String, Object> sheet, Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    return EstimatesView.of(plans.saveEstimates(seen.id(), sheet, login.getName()), seen);
  }
}
