package film.finalsay.finance.web;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmFinance.SourceSummary;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.finance.FinanceCsv;
import film.finalsay.finance.FinancePlans;
import film.finalsay.web.Csv;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Spreadsheet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
class FinancePlanController {

  private final Films films;
  private final FinancePlans plans;
  private final FilmBudgets budgets;

  FinancePlanController(Films films, FinancePlans plans, FilmBudgets budgets) {
    this.films = films;
    this.plans = plans;
    this.budgets = budgets;
  }

  /**
   * @param standing {@code SECURED}, {@code DEFERRED}, {@code PENDING} or {@code EXPIRED} today
   * @param expires the last day on which it holds
   * @param document SHA-256
   */
  record SourceView(
      String name,
      String kind,
      String amount,
      String state,
      String standing,
      String terms,
      LocalDate expires,
      String document) {

    static SourceView of(SourceSummary source, LocalDate day) {
      return new SourceView(
          source.name(),
          source.kind().name(),
          source.amount().plain(),
          source.state().name(),
          source.standing(day).name(),
          source.terms(),
          source.expires(),
          source.document());
    }
  }

  /**
   * Beside the budget that counts now.
   *
   * @param cashNeeded the budget less what is deferred
   * @param unsecured what is not secured of that
   * @param gap what no source is named for, confirmed or pending
   */
  record BudgetView(int version, String total, String cashNeeded, String unsecured, String gap) {}

  /**
   * Amounts are decimal strings in the currency, as they stand plan.
   *
   * @param secured confirmed and not expired
   * @param deferred confirmed deferrals, which lower the cash that is needed
   * @param budget null while the film has no budget
   */
  record PlanView(
      String film,
      int version,
      String currency,
      String savedBy,
      Instant savedAt,
      String secured,
      String deferred,
      String pending,
      BudgetView budget,
      List<SourceView> sources) {}

  @GetMapping("/finance-plan")
  @Operation(
      summary = "The finance plan: the newest version, or the one with this number",
      description =
          "What is secured, deferred and pending today, beside the budget that counts. Secured is"
              + " what is confirmed and not expired; a confirmed deferral lowers the cash needed.")
  PlanView one(
      @PathVariable String film,
      @RequestParam(required = false) Integer version,
      Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    return view(plans.one(seen, version), seen);
  }

  @GetMapping(path = "/finance-plan/export", produces = Csv.TYPE)
  @Operation(summary = "The same as CSV that imports back")
  ResponseEntity<byte[]> export(
      @PathVariable String film,
      @RequestParam(required = false) Integer version,
      Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    return Csv.answer(written(view(plans.one(seen, version), seen)));
  }

  @GetMapping("/finance-plan/versions")
  @Operation(summary = "All versions of the finance plan, the newest first")
  Page<PlanView> all(
      @PathVariable String film,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    Film seen = films.seenBy(Viewers.of(login), film);
    return Page.of(
        plans.page(seen, paging.limit(), paging.offset()), paging, plan -> view(plan, seen));
  }

  @PutMapping(path = "/finance-plan", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Save a new version of the finance plan",
      description =
          "For the film's producers, co-executive and executive producers. Body: sources, each with"
              + " name, kind (EQUITY, PRESALE, TAX_INCENTIVE, GRANT, GAP, DEFERRAL), amount, state"
              + " (CONFIRMED, PENDING) and, if there are any, terms, expires (its last day) and"
              + " document (the SHA-256 of one that was uploaded). With basedOn, the version that"
              + " it was made from, a save by somebody else in between is not passed over.")
  PlanView save(
      @PathVariable String film, @RequestBody Map<String, Object> plan, Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    return view(plans.save(seen.id(), plan, login.getName()), seen);
  }

  @PutMapping(path = "/finance-plan", consumes = Csv.TYPE)
  @Operation(summary = "The same with CSV: name,kind,amount,state,terms,expires,document")
  PlanView saveCsv(@PathVariable String film, InputStream csv, Authentication login)
      throws IOException {
    Film seen = films.seenBy(Viewers.of(login), film);
    return view(plans.save(seen.id(), FinanceCsv.read(Csv.content(csv)), login.getName()), seen);
  }

  private PlanView view(PlanSummary plan, Film film) {
    return new PlanView(
        film.id(),
        plan.version(),
        film.currency().getCurrencyCode(),
        plan.savedBy(),
        plan.savedAt(),
        plan.secured().plain(),
        plan.deferred().plain(),
        plan.pending().plain(),
        budgets
            .figures(film)
            .flatMap(figures -> budgets.version(film, figures.version()))
            .map(budget -> beside(budget.number(), budget.total(), plan))
            .orElse(null),
        plan.sources().stream().map(source -> SourceView.of(source, plan.day())).toList());
  }

  private static BudgetView beside(int version, Money total, PlanSummary plan) {
    return new BudgetView(
        version,
        total.plain(),
        plan.cashNeeded(total).plain(),
        plan.unsecured(total).plain(),
        plan.gap(total).plain());
  }

  private static String written(PlanView plan) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(FinanceCsv.HEADER).get();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (SourceView source : plan.sources()) {
        printer.printRecord(
            Spreadsheet.harmless(source.name()),
            source.kind(),
            source.amount(),
            source.state(),
            Spreadsheet.harmless(source.terms()),
            source.expires(),
            source.document());
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return text.toString();
  }
}
