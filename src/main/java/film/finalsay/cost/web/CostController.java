package film.finalsay.cost.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Refusal;
import film.finalsay.cost.AccountCost;
import film.finalsay.cost.CostFigures;
import film.finalsay.cost.CostImports;
import film.finalsay.cost.CostImports.WeeksFile;
import film.finalsay.cost.CostReport;
import film.finalsay.cost.CostReports;
import film.finalsay.cost.CostStatement;
import film.finalsay.cost.EfcChange;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/films/{film}")
@Tag(name = "Cost reports")
class CostController {

  private static final int MAX_CSV_BYTES = 1024 * 1024;
  private static final int MAX_REASON = 2000;
  private static final String CSV = "text/csv";
  private static final MediaType CSV_IN_UTF_8 =
      new MediaType(MediaType.parseMediaType(CSV), StandardCharsets.UTF_8);

  private final Films films;
  private final CostReports reports;
  private final CostImports imports;

  CostController(Films films, CostReports reports, CostImports imports) {
    this.films = films;
    this.reports = reports;
    this.imports = imports;
  }

  /** Amounts are decimal strings in the currency; a negative variance is over. */
  record FiguresView(
      String budget,
      String approvedChanges,
      String approvedOverages,
      String currentBudget,
      String actual,
      String commitments,
      String costToDate,
      String etc,
      String efc,
      String variance,
      String varianceAfterOverages) {

    static FiguresView of(CostFigures figures) {
      return new FiguresView(
          figures.budget().plain(),
          figures.approvedChanges().plain(),
          figures.approvedOverages().plain(),
          figures.currentBudget().plain(),
          figures.actual().plain(),
          figures.commitments().plain(),
          figures.costToDate().plain(),
          figures.etc().plain(),
          figures.efc().plain(),
          figures.variance().plain(),
          figures.varianceAfterOverages().plain());
    }
  }

  /**
   * @param onReport false for an account that the budget got after the report
   * @param reason why its EFC changed; null if nobody said
   */
  record AccountView(
      String account,
      String description,
      String section,
      boolean onReport,
      @JsonUnwrapped FiguresView figures,
      String reason) {

    static AccountView of(AccountCost account) {
      return new AccountView(
          account.account(),
          account.description(),
          account.section(),
          account.onReport(),
          FiguresView.of(account.figures()),
          account.reason());
    }
  }

  record SectionView(String section, @JsonUnwrapped FiguresView figures) {

    static SectionView of(Map.Entry<String, CostFigures> section) {
      return new SectionView(section.getKey(), FiguresView.of(section.getValue()));
    }
  }

  /**
   * @param budgetVersion the version it stands beside
   */
  record StatementView(
      String film,
      int number,
      LocalDate weekEnding,
      String currency,
      int budgetVersion,
      boolean budgetLocked,
      String importedBy,
      Instant importedAt,
      FiguresView total,
      List<SectionView> sections,
      List<AccountView> accounts) {

    static StatementView of(CostStatement statement) {
      CostReport report = statement.report();
      return new StatementView(
          report.filmId(),
          report.number(),
          report.weekEnding(),
          report.efc().currency().getCurrencyCode(),
          statement.budgetVersion(),
          statement.budgetLocked(),
          report.importedBy(),
          report.importedAt(),
          FiguresView.of(statement.total()),
          statement.sections().entrySet().stream().map(SectionView::of).toList(),
          statement.accounts().stream().map(AccountView::of).toList());
    }
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

  @GetMapping(
      path = "/cost-report",
      produces = {MediaType.APPLICATION_JSON_VALUE, CSV})
  @Operation(
      summary = "The cost report: the last, or the one with this number",
      description =
          "The last stands beside the budget as it is now, an earlier one beside the budget as it was"
              + " when it was imported. As CSV with Accept: text/csv.")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = StatementView.class)),
        @Content(mediaType = CSV, schema = @Schema(type = "string"))
      })
  ResponseEntity<?> one(
      @PathVariable String film,
      @RequestParam(required = false) Integer number,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept,
      Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    StatementView statement =
        StatementView.of(number == null ? reports.latest(seen) : reports.byNumber(seen, number));
    return prefersCsv(accept)
        ? ResponseEntity.ok()
            .contentType(CSV_IN_UTF_8)
            .body(CostReportCsv.written(statement).getBytes(StandardCharsets.UTF_8))
        : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(statement);
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
    String of = sent("account", account).text("account", 12);
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
      @PathVariable String film,
      @RequestParam("file") MultipartFile file,
      @RequestParam(required = false) String weekEnding,
      @RequestParam(required = false) String reason,
      Authentication login)
      throws IOException {
    return imported(film, file.getInputStream(), weekEnding, reason, login);
  }

  @PostMapping(path = "/cost-reports", consumes = CSV)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "The same with the CSV as the body")
  StatementView importCsv(
      @PathVariable String film,
      InputStream csv,
      @RequestParam(required = false) String weekEnding,
      @RequestParam(required = false) String reason,
      Authentication login)
      throws IOException {
    return imported(film, csv, weekEnding, reason, login);
  }

  private StatementView imported(
      String film, InputStream csv, String weekEnding, String reason, Authentication login)
      throws IOException {
    Film seen = films.seenBy(Viewers.of(login), film);
    LocalDate week =
        sent("weekEnding", weekEnding)
            .optionalDate("weekEnding")
            .orElseThrow(
                () -> Refusal.invalid("weekEnding", "is missing; a day as YYYY-MM-DD is needed."));
    String why = sent("reason", reason).optionalText("reason", MAX_REASON).orElse(null);
    byte[] content = csv.readNBytes(MAX_CSV_BYTES + 1);
    if (content.length > MAX_CSV_BYTES) {
      throw Refusal.invalid("file", "is larger than 1 MB.");
    }
    return StatementView.of(
        imports.importReport(seen.id(), new WeeksFile(week, why, content), login.getName()));
  }

  private static Inputs sent(String name, String value) {
    Map<String, String> values = new HashMap<>();
    values.put(name, value);
    return Inputs.of(values);
  }

  private static boolean prefersCsv(String accept) {
    List<MediaType> types = MediaType.parseMediaTypes(accept);
    MimeTypeUtils.sortBySpecificity(types);
    return !types.isEmpty() && types.get(0).equalsTypeAndSubtype(CSV_IN_UTF_8);
  }
}
