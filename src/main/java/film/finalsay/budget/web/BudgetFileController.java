package film.finalsay.budget.web;

import film.finalsay.approval.Money;
import film.finalsay.budget.Account;
import film.finalsay.budget.Breakdown;
import film.finalsay.budget.Budget;
import film.finalsay.budget.Budgets;
import film.finalsay.budget.Detail;
import film.finalsay.budget.lock.BudgetStandings;
import film.finalsay.budget.reading.BudgetImports;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.web.Csv;
import film.finalsay.web.Expensive;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What is under the accounts of a version, and the version as a file. */
@RestController
@RequestMapping("/api/films/{film}/budgets/{version}")
@Tag(name = "Budgets")
class BudgetFileController {

  private final Films films;
  private final Budgets budgets;
  private final BudgetImports imports;
  private final BudgetStandings standings;

  BudgetFileController(
      Films films, Budgets budgets, BudgetImports imports, BudgetStandings standings) {
    this.films = films;
    this.budgets = budgets;
    this.imports = imports;
    this.standings = standings;
  }

  /**
   * @param total in the line's own currency
   * @param amount the same in the film's currency
   * @param fringes the names of those that are paid on it
   */
  record DetailView(
      String detail,
      String description,
      String quantity,
      String unit,
      String rate,
      String currency,
      String total,
      String amount,
      List<String> fringes) {

    static DetailView of(Detail detail, Money amount) {
      return new DetailView(
          detail.number(),
          detail.description(),
          plain(detail.quantity()),
          detail.unit(),
          plain(detail.rate()),
          detail.amount().currency().getCurrencyCode(),
          detail.amount().plain(),
          amount.plain(),
          detail.fringes());
    }

    private static String plain(BigDecimal number) {
      return number == null ? null : number.toPlainString();
    }
  }

  /**
   * @param fringes what each fringe comes to on all lines of the account, by name
   */
  record AccountDetailView(
      String account,
      String description,
      String budgeted,
      Map<String, String> fringes,
      List<DetailView> items,
      int page,
      int size,
      boolean hasMore) {}

  @Expensive
  @GetMapping(path = "/export", produces = Csv.TYPE)
  @Operation(
      summary = "The version as CSV that imports back identically",
      description = "As it was budgeted, without what approved changes did to it later.")
  ResponseEntity<byte[]> export(
      @PathVariable String film, @PathVariable int version, Authentication login) {
    Budget budget = budget(film, version, login);
    return Csv.answer(
        ResponseEntity.ok()
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s-budget-%d.csv\"".formatted(budget.filmId(), version)),
        budgets.export(budget));
  }

  @GetMapping("/accounts/{account}/detail")
  @Operation(
      summary = "The lines under one account, and what its fringes come to",
      description =
          "Each line is converted and each fringe on it computed for itself, rounded to the nearest"
              + " minor unit, halves away from zero.")
  AccountDetailView detail(
      @PathVariable String film,
      @PathVariable int version,
      @PathVariable String account,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    Budget budget = budget(film, version, login);
    Breakdown detail = budgets.detail(budget, account);
    Account of = budget.find(account).orElseThrow();
    Map<String, String> fringes = new LinkedHashMap<>();
    detail
        .fringesOn(detail.details(), budget.currency())
        .forEach((name, sum) -> fringes.put(name, sum.plain()));
    List<Detail> found =
        detail.details().stream().skip(paging.offset()).limit(paging.limit()).toList();
    Page<DetailView> lines =
        Page.of(found, paging, line -> DetailView.of(line, detail.amount(line, budget.currency())));
    return new AccountDetailView(
        of.number(),
        of.description(),
        of.budgeted().plain(),
        fringes,
        lines.items(),
        lines.page(),
        lines.size(),
        lines.hasMore());
  }

  @PostMapping(path = "/detail", consumes = Csv.TYPE)
  @Operation(
      summary = "Break a draft down (CSV), in place of the detail that it has",
      description =
          "Header: account,detail,description,quantity,unit,rate,currency,total,fringes; what is not"
              + " needed may be left out. A line without an account fixes a fringe (fringes and rate,"
              + " as in FICA and 7.65%, with a cutoff as total) or a currency (currency and rate). The"
              + " detail of an account and its fringes have to add up to the account.")
  BudgetView importDetail(
      @PathVariable String film,
      @PathVariable int version,
      InputStream csv,
      @RequestParam(required = false) List<String> rate,
      Authentication login)
      throws IOException {
    return imported(film, version, csv, rate, login);
  }

  @PostMapping(path = "/detail", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(summary = "The same with the CSV as a file")
  BudgetView importDetailFile(
      @PathVariable String film,
      @PathVariable int version,
      @RequestParam("file") MultipartFile file,
      @RequestParam(required = false) List<String> rate,
      Authentication login)
      throws IOException {
    return imported(film, version, file.getInputStream(), rate, login);
  }

  private BudgetView imported(
      String film, int version, InputStream csv, List<String> rate, Authentication login)
      throws IOException {
    Film seen = films.seenBy(Viewers.of(login), film);
    Budget budget =
        imports.importDetail(
            seen.id(),
            version,
            Csv.content(csv),
            SentBudget.rates(rate, seen.currency()),
            login.getName());
    return BudgetView.of(
        budget, budgets.terms(budget), budgets.contentSha256(budget), standings.of(seen, budget));
  }

  private Budget budget(String film, int version, Authentication login) {
    return budgets.byNumber(films.seenBy(Viewers.of(login), film), version);
  }
}
