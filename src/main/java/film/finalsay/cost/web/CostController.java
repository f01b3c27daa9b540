package film.finalsay.cost.web;

import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.cost.CostReport;
import film.finalsay.cost.CostReports;
import film.finalsay.cost.EfcChange;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.web.Csv;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}")
@Tag(name = "Cost reports")
class CostController {

  private final Films films;
  private final CostReports reports;

  CostController(Films films, CostReports reports) {
    this.films = films;
    this.reports = reports;
  }

  /**
   * @param budgetVersion the version that counted when it was imported
   * @param reason of the whole file; null if none was given
   */
  record ReportView(
      int number,
      LocalDate weekEnding,
      String actual,
      String commitments,
      String etc,
      String efc,
      String reason,
      int budgetVersion,
      String fileSha256,
      String importedBy,
      Instant importedAt) {

    static ReportView of(CostReport report) {
      return new ReportView(
          report.number(),
          report.weekEnding(),
          report.actual().plain(),
          report.commitments().plain(),
          report.etc().plain(),
          report.efc().plain(),
          report.reason(),
          report.budgetVersion(),
          report.fileSha256(),
          report.importedBy(),
          report.importedAt());
    }
  }

  /**
   * @param change against the report before; null on the account's first
   */
  record EfcChangeView(
      int report,
      LocalDate weekEnding,
      String efc,
      String change,
      String reason,
      String importedBy) {

    static EfcChangeView of(EfcChange change) {
      Money by = change.change();
      return new EfcChangeView(
          change.report(),
          change.weekEnding(),
          change.efc().plain(),
          by == null ? null : by.plain(),
          change.reason(),
          change.importedBy());
    }
  }

  @GetMapping(path = "/cost-report", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The cost report: the last, or the one with this number",
      description =
          "The last stands beside the budget as it is now, an earlier one beside the budget as it was"
              + " when it was imported. As CSV with Accept: text/csv.")
  StatementView json(
      @PathVariable String film,
      @RequestParam(required = false) Integer number,
      Authentication login) {
    return statement(film, number, login);
  }

  @GetMapping(path = "/cost-report", produces = Csv.TYPE)
  @Operation(summary = "The same for a spreadsheet")
  ResponseEntity<byte[]> csv(
      @PathVariable String film,
      @RequestParam(required = false) Integer number,
      Authentication login) {
    return Csv.answer(CostReportCsv.written(statement(film, number, login)));
  }

  private StatementView statement(String film, Integer number, Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    return StatementView.of(number == null ? reports.latest(seen) : reports.byNumber(seen, number));
  }

  @GetMapping("/cost-report/history")
  @Operation(summary = "How an account's estimated final cost changed and why, the newest first")
  Page<EfcChangeView> history(
      @PathVariable String film,
      @RequestParam(required = false) String account,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    Paging paging = new Paging(page, size);
    String of = Inputs.of(Collections.singletonMap("account", account)).text("account", 12);
    return Page.of(
        reports.history(seen, of, paging.limit(), paging.offset()), paging, EfcChangeView::of);
  }

  @GetMapping("/cost-reports")
  @Operation(summary = "All cost reports with their totals, the newest first")
  Page<ReportView> all(
      @PathVariable String film,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    Film seen = films.seenBy(Viewers.of(login), film);
    return Page.of(reports.page(seen, paging.limit(), paging.offset()), paging, ReportView::of);
  }
}
