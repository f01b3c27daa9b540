package film.finalsay.cost.web;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Inputs;
import film.finalsay.cost.CostImports;
import film.finalsay.cost.CostImports.WeeksFile;
import film.finalsay.cost.CostReport;
import film.finalsay.cost.CostReports;
import film.finalsay.cost.CostStatement;
import film.finalsay.cost.EfcChange;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.web.Csv;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/films/{film}")
@Tag(name = "Cost reports")
class CostController {

  private final CostReports reports;
  private final CostImports imports;

  CostController(CostReports reports, CostImports imports) {
    this.reports = reports;
    this.imports = imports;
  }

  @GetMapping(path = "/cost-report", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The cost report: the last, or the one with this number",
      description =
          "The last stands beside the budget as it is now, an earlier one beside the budget as it was"
              + " when it was imported. As CSV with Accept: text/csv.")
  StatementView json(Film film, @RequestParam(required = false) Integer number) {
    return statement(film, number);
  }

  @GetMapping(path = "/cost-report", produces = Csv.TYPE)
  @Operation(summary = "The same for a spreadsheet")
  ResponseEntity<byte[]> csv(Film film, @RequestParam(required = false) Integer number) {
    return statement(film, number).written().answer();
  }

  private StatementView statement(Film film, Integer number) {
    return StatementView.of(number == null ? reports.latest(film) : reports.byNumber(film, number));
  }

  @GetMapping("/cost-report/history")
  @Operation(summary = "How an account's estimated final cost changed and why, the newest first")
  Page<EfcChange> history(
      Film film, @RequestParam(required = false) String account, Paging paging) {
    String of = Inputs.of(Collections.singletonMap("account", account)).text("account", 12);
    return Page.of(reports.history(film, of, paging.limit(), paging.offset()), paging);
  }

  @GetMapping("/cost-reports")
  @Operation(summary = "All cost reports with their totals, the newest first")
  Page<CostReport> all(Film film, Paging paging) {
    return Page.of(reports.page(film, paging.limit(), paging.offset()), paging);
  }

  @PostMapping(path = "/cost-reports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Import a week's cost report (CSV)",
      description =
          "Header: account,actual,commitments,etc and, if lines give one, reason. Every account of the"
              + " budget has to be there. A line whose estimated final cost differs from the report"
              + " before needs a reason, its own or that of the whole file. An estimated final cost"
              + " above the secured funds, and each large variance, asks somebody by itself.")
  StatementView importFile(
      Film film,
      @RequestParam("file") MultipartFile file,
      @RequestParam(required = false) String weekEnding,
      @RequestParam(required = false) String reason,
      Viewer viewer)
      throws IOException {
    return imported(film, file.getInputStream(), weekEnding, reason, viewer);
  }

  @PostMapping(path = "/cost-reports", consumes = Csv.TYPE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "The same with the CSV as the body")
  StatementView importCsv(
      Film film,
      InputStream csv,
      @RequestParam(required = false) String weekEnding,
      @RequestParam(required = false) String reason,
      Viewer viewer)
      throws IOException {
    return imported(film, csv, weekEnding, reason, viewer);
  }

  private StatementView imported(
      Film film, InputStream csv, String weekEnding, String reason, Viewer viewer)
      throws IOException {
    Map<String, String> sent = new HashMap<>();
    sent.put("weekEnding", weekEnding);
    sent.put("reason", reason);
    Inputs inputs = Inputs.of(sent);
    LocalDate week =
        inputs
            .optionalDate("weekEnding")
            .orElseThrow(() -> invalid("weekEnding", "is missing; a day as YYYY-MM-DD is needed."));
    String why = inputs.optionalLongText("reason").orElse(null);
    CostStatement imported =
        imports.importReport(
            film.id(), new WeeksFile(week, why, Csv.content(csv)), viewer.person());
    return statement(film, imported.report().number());
  }
}
