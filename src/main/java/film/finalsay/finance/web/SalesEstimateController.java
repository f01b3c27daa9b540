package film.finalsay.finance.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.Viewer;
import film.finalsay.finance.FinancePlans;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}")
@Tag(name = "Finance")
class SalesEstimateController {

  private final FinancePlans plans;

  SalesEstimateController(FinancePlans plans) {
    this.plans = plans;
  }

  /** Amounts are decimal strings in the currency; ask and take are the totals. */
  record EstimatesView(String film, @JsonUnwrapped EstimatesSummary estimates) {}

  /**
   * @param basedOn the version that it was made from
   * @param document SHA-256 of the agent's sheet, if it was uploaded
   */
  record NewEstimates(
      @Min(1) @Max(9999) Integer basedOn,
      @NotNull @Size(max = 200) String agent,
      @NotNull LocalDate date,
      @Size(max = 64) String document,
      @NotNull @Size(min = 1, max = 300) List<NewTerritory> territories) {}

  /**
   * @param take at most the ask
   */
  record NewTerritory(
      @NotNull @Size(max = 100) String territory, @NotNull Money ask, @NotNull Money take) {}

  @GetMapping("/sales-estimates")
  @Operation(summary = "The sales estimates: the newest version, or the one with this number")
  EstimatesView one(Film film, @RequestParam(required = false) Integer version) {
    return new EstimatesView(film.id(), plans.estimates(film, version));
  }

  @GetMapping("/sales-estimates/versions")
  @Operation(summary = "All versions of the sales estimates, the newest first")
  Page<EstimatesView> all(Film film, @Paging.Of(20) Paging paging) {
    return Page.of(
        plans.estimates(film, paging.limit(), paging.offset()),
        paging,
        saved -> new EstimatesView(film.id(), saved));
  }

  @PutMapping("/sales-estimates")
  @Operation(
      summary = "Save a new version of the sales estimates",
      description =
          "For the film's producers, co-executive and executive producers. The"
              + " document is the SHA-256 of the agent's sheet, if it was uploaded; a territory's take"
              + " is at most its ask; basedOn as with a finance plan.")
  EstimatesView save(Film film, @RequestBody Sent<NewEstimates> sheet, Viewer viewer) {
    return new EstimatesView(
        film.id(), plans.saveEstimates(film.id(), sheet.fields(), viewer.person()));
  }
}
