package film.finalsay.budget.web;

import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.budget.Account;
import film.finalsay.budget.Breakdown;
import film.finalsay.budget.Budget;
import film.finalsay.budget.Budgets;
import film.finalsay.budget.lock.BudgetStandings;
import film.finalsay.budget.reading.BudgetImports;
import film.finalsay.budget.web.BudgetView.AccountDetailView;
import film.finalsay.budget.web.BudgetView.DetailView;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.web.Csv;
import film.finalsay.web.Expensive;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
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
@Tag(name = "Budgets")
class BudgetController {

  private final Budgets budgets;
  private final BudgetImports imports;
  private final BudgetStandings standings;

  BudgetController(Budgets budgets, BudgetImports imports, BudgetStandings standings) {
    this.budgets = budgets;
    this.imports = imports;
    this.standings = standings;
  }

  @GetMapping("/budget")
  @Operation(
      summary = "The budget that counts, with its balances",
      description =
          "The locked version; while none is locked, the one on which changes were approved, or else"
              + " the newest draft. The standing says why.")
  BudgetView current(Film film) {
    return view(film, budgets.current(film));
  }

  @GetMapping("/budgets")
  @Operation(summary = "All versions of the budget, the oldest first")
  Page<BudgetView> all(Film film, @Paging.Of(20) Paging paging) {
    return Page.of(
        budgets.all(film, paging.limit(), paging.offset()), paging, budget -> view(film, budget));
  }

  @GetMapping("/budgets/{version}")
  @Operation(summary = "One version of the budget")
  BudgetView one(Film film, @PathVariable int version) {
    return view(film, budgets.byNumber(film, version));
  }

  @PostMapping(path = "/budgets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Import a top sheet (CSV) as a new draft version",
      description =
          "Header: account,description,section,total; sections: ATL, PRODUCTION, POST, OTHER, in their"
              + " column or as headings. Understood, too: semicolons and tabs, thousands marks,"
              + " brackets for negatives, totals lines. Where a version is locked, or changes were"
              + " approved on one, that one goes on to count until a budget lock: the standing in the"
              + " answer says so. With a control total the answer says what the"
              + " accounts fall short of it. A \"rate\" such as GBP 1.2750 fixes another currency for"
              + " this version.")
  BudgetView importFile(
      Film film,
      @RequestParam("file") MultipartFile file,
      @RequestParam(required = false) String controlTotal,
      @RequestParam(required = false) List<String> rate,
      Viewer viewer)
      throws IOException {
    return imported(film, file.getInputStream(), controlTotal, rate, viewer);
  }

  @PostMapping(path = "/budgets", consumes = Csv.TYPE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "The same with the CSV as the body")
  BudgetView importCsv(
      Film film,
      InputStream csv,
      @RequestParam(required = false) String controlTotal,
      @RequestParam(required = false) List<String> rate,
      Viewer viewer)
      throws IOException {
    return imported(film, csv, controlTotal, rate, viewer);
  }

  private BudgetView imported(
      Film film, InputStream csv, String controlTotal, List<String> rate, Viewer viewer)
      throws IOException {
    return view(
        film,
        imports.importTopSheet(
            film.id(),
            Csv.content(csv),
            control(controlTotal, film),
            SentBudget.rates(rate, film.currency()),
            viewer.person()));
  }

  private BudgetView view(Film film, Budget budget) {
    return BudgetView.of(
        budget, budgets.terms(budget), budgets.contentSha256(budget), standings.of(film, budget));
  }

  private static Money control(String controlTotal, Film film) {
    return controlTotal == null
        ? null
        : Inputs.of(Map.of("controlTotal", controlTotal)).money("controlTotal", film.currency());
  }

  @Expensive
  @GetMapping(path = "/budgets/{version}/export", produces = Csv.TYPE)
  @Operation(
      summary = "The version as CSV that imports back identically",
      description = "As it was budgeted, without what approved changes did to it later.")
  ResponseEntity<byte[]> export(Film film, @PathVariable int version) {
    Budget budget = budgets.byNumber(film, version);
    return Csv.answer(
        ResponseEntity.ok()
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s-budget-%d.csv\"".formatted(budget.filmId(), version)),
        budgets.export(budget));
  }

  @GetMapping("/budgets/{version}/accounts/{account}/detail")
  @Operation(
      summary = "The lines under one account, and what its fringes come to",
      description =
          "Each line is converted and each fringe on it computed for itself, rounded to the nearest"
              + " minor unit, halves away from zero.")
  AccountDetailView detail(
      Film film, @PathVariable int version, @PathVariable String account, Paging paging) {
    Budget budget = budgets.byNumber(film, version);
    Breakdown detail = budgets.detail(budget, account);
    Account of = budget.find(account).orElseThrow();
    return new AccountDetailView(
        of.number(),
        of.description(),
        of.budgeted(),
        detail.fringesOn(detail.details(), budget.currency()),
        Page.within(
            detail.details(),
            paging,
            line ->
                new DetailView(
                    line, line.amount().currency(), detail.amount(line, budget.currency()))));
  }

  @PostMapping(path = "/budgets/{version}/detail", consumes = Csv.TYPE)
  @Operation(
      summary = "Break a draft down (CSV), in place of the detail that it has",
      description =
          "Header: account,detail,description,quantity,unit,rate,currency,total,fringes; what is not"
              + " needed may be left out. A line without an account fixes a fringe (fringes and rate,"
              + " as in FICA and 7.65%, with a cutoff as total) or a currency (currency and rate). The"
              + " detail of an account and its fringes have to add up to the account.")
  BudgetView importDetail(
      Film film,
      @PathVariable int version,
      InputStream csv,
      @RequestParam(required = false) List<String> rate,
      Viewer viewer)
      throws IOException {
    return imported(film, version, csv, rate, viewer);
  }

  @PostMapping(path = "/budgets/{version}/detail", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(summary = "The same with the CSV as a file")
  BudgetView importDetailFile(
      Film film,
      @PathVariable int version,
      @RequestParam("file") MultipartFile file,
      @RequestParam(required = false) List<String> rate,
      Viewer viewer)
      throws IOException {
    return imported(film, version, file.getInputStream(), rate, viewer);
  }

  private BudgetView imported(
      Film film, int version, InputStream csv, List<String> rate, Viewer viewer)
      throws IOException {
    Budget budget =
        imports.importDetail(
            film.id(),
            version,
            Csv.content(csv),
            SentBudget.rates(rate, film.currency()),
            viewer.person());
    return view(film, budget);
  }
}
