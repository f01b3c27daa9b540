package film.finalsay.finance.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmFinance.SourceKind;
import film.finalsay.film.FilmFinance.SourceState;
import film.finalsay.film.FilmFinance.SourceSummary;
import film.finalsay.film.FilmFinance.Standing;
import film.finalsay.film.Viewer;
import film.finalsay.finance.FinanceCsv;
import film.finalsay.finance.FinancePlans;
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
import java.time.LocalDate;
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
@RequestMapping("/api/films/{film}")
@Tag(name = "Finance")
class FinancePlanController {

  private final FinancePlans plans;
  private final FilmBudgets budgets;

  FinancePlanController(FinancePlans plans, FilmBudgets budgets) {
    this.plans = plans;
    this.budgets = budgets;
  }

  record SourceView(@JsonUnwrapped SourceSummary source, Standing standing) {}

  /**
   * Beside the budget that counts now.
   *
   * @param cashNeeded the budget less what is deferred
   * @param unsecured what is not secured of that
   * @param gap what no source is named for, confirmed or pending
   */
  record PlannedBudgetView(
      int version, Money total, Money cashNeeded, Money unsecured, Money gap) {}

  /**
   * Amounts are decimal strings in the currency, as they stand today.
   *
   * @param budget null while the film has no budget
   */
  record PlanView(
      String film,
      @JsonUnwrapped PlanSummary plan,
      PlannedBudgetView budget,
      List<SourceView> sources) {}

  /**
   * @param basedOn the version that it was made from
   */
  record NewPlan(
      @Min(1) @Max(9999) Integer basedOn,
      @NotNull @Size(min = 1, max = 100) List<NewSource> sources) {}

  /**
   * @param expires its last day
   * @param document SHA-256 of one that was uploaded
   */
  record NewSource(
      @NotNull @Size(max = 200) String name,
      @NotNull SourceKind kind,
      @NotNull Money amount,
      @NotNull SourceState state,
      @Size(max = 1000) String terms,
      LocalDate expires,
      @Size(max = 64) String document) {}

  @GetMapping("/finance-plan")
  @Operation(
      summary = "The finance plan: the newest version, or the one with this number",
      description =
          "What is secured, deferred and pending today, beside the budget that counts. Secured is"
              + " what is confirmed and not expired; a confirmed deferral lowers the cash needed.")
  PlanView one(Film film, @RequestParam(required = false) Integer version) {
    return view(plans.one(film, version), film);
  }

  @GetMapping(path = "/finance-plan/export", produces = Csv.TYPE)
  @Operation(summary = "The same as CSV that imports back")
  ResponseEntity<byte[]> export(Film film, @RequestParam(required = false) Integer version) {
    return written(plans.one(film, version)).answer();
  }

  @GetMapping("/finance-plan/versions")
  @Operation(summary = "All versions of the finance plan, the newest first")
  Page<PlanView> all(Film film, @Paging.Of(20) Paging paging) {
    return Page.of(
        plans.page(film, paging.limit(), paging.offset()), paging, plan -> view(plan, film));
  }

  @PutMapping(path = "/finance-plan", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Save a new version of the finance plan",
      description =
          "For the film's producers, co-executive and executive producers. A source expires after the"
              + " day that it names; its document is the SHA-256 of one that was uploaded. With"
              + " basedOn, the version that it was made from, a save by somebody else in between is not passed over.")
  PlanView save(Film film, @RequestBody Sent<NewPlan> plan, Viewer viewer) {
    return view(plans.save(film.id(), plan.fields(), viewer.person()), film);
  }

  @PutMapping(path = "/finance-plan", consumes = Csv.TYPE)
  @Operation(summary = "The same with CSV: name,kind,amount,state,terms,expires,document")
  PlanView saveCsv(Film film, InputStream csv, Viewer viewer) throws IOException {
    return view(plans.save(film.id(), FinanceCsv.read(Csv.content(csv)), viewer.person()), film);
  }

  private PlanView view(PlanSummary plan, Film film) {
    return new PlanView(
        film.id(),
        plan,
        budgets
            .figures(film)
            .flatMap(figures -> budgets.version(film, figures.version()))
            .map(budget -> beside(budget.number(), budget.total(), plan))
            .orElse(null),
        plan.sources().stream()
            .map(source -> new SourceView(source, source.standing(plan.day())))
            .toList());
  }

  private static PlannedBudgetView beside(int version, Money total, PlanSummary plan) {
    return new PlannedBudgetView(
        version, total, plan.cashNeeded(total), plan.unsecured(total), plan.gap(total));
  }

  private static Csv written(PlanSummary plan) {
    Csv csv = new Csv(FinanceCsv.HEADER);
    for (SourceSummary source : plan.sources()) {
      csv.line(
          source.name(),
          source.kind(),
          source.amount(),
          source.state(),
          source.terms(),
          source.expires(),
          source.document());
    }
    return csv;
  }
}
