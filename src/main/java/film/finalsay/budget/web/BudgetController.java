package film.finalsay.budget.web;

import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.budget.Budget;
import film.finalsay.budget.Budgets;
import film.finalsay.budget.lock.BudgetStandings;
import film.finalsay.budget.reading.BudgetImports;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.web.Csv;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
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

  private final Films films;
  private final Budgets budgets;
  private final BudgetImports imports;
  private final BudgetStandings standings;

  BudgetController(Films films, Budgets budgets, BudgetImports imports, BudgetStandings standings) {
    this.films = films;
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
  BudgetView current(@PathVariable String film, Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    return view(seen, budgets.current(seen));
  }

  @GetMapping("/budgets")
  @Operation(summary = "All versions of the budget, the oldest first")
  Page<BudgetView> all(
      @PathVariable String film,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    Film seen = films.seenBy(Viewers.of(login), film);
    return Page.of(
        budgets.all(seen, paging.limit(), paging.offset()), paging, budget -> view(seen, budget));
  }

  @GetMapping("/budgets/{version}")
  @Operation(summary = "One version of the budget")
  BudgetView one(@PathVariable String film, @PathVariable int version, Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    return view(seen, budgets.byNumber(seen, version));
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
      @PathVariable String film,
      @RequestParam("file") MultipartFile file,
      @RequestParam(required = false) String controlTotal,
      @RequestParam(required = false) List<String> rate,
      Authentication login)
      throws IOException {
    return imported(film, file.getInputStream(), controlTotal, rate, login);
  }

  @PostMapping(path = "/budgets", consumes = Csv.TYPE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "The same with the CSV as the body")
  BudgetView importCsv(
      @PathVariable String film,
      InputStream csv,
      @RequestParam(required = false) String controlTotal,
      @RequestParam(required = false) List<String> rate,
      Authentication login)
      throws IOException {
    return imported(film, csv, controlTotal, rate, login);
  }

  private BudgetView imported(
      String film, InputStream csv, String controlTotal, List<String> rate, Authentication login)
      throws IOException {
    Film seen = films.seenBy(Viewers.of(login), film);
    return view(
        seen,
        imports.importTopSheet(
            seen.id(),
            Csv.content(csv),
            control(controlTotal, seen),
            SentBudget.rates(rate, seen.currency()),
            login.getName()));
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
}
