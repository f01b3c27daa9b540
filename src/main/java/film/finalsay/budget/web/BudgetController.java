package film.finalsay.budget.web;

import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Refusal;
import film.finalsay.budget.Account;
import film.finalsay.budget.Budget;
import film.finalsay.budget.BudgetState;
import film.finalsay.budget.Budgets;
import film.finalsay.budget.Section;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
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

  private static final int MAX_CSV_BYTES = 1024 * 1024;

  private final Films films;
  private final Budgets budgets;

  BudgetController(Films films, Budgets budgets) {
    this.films = films;
    this.budgets = budgets;
  }

  /** Amounts are decimal strings in the currency. */
  record AccountView(
      String account,
      String description,
      Section section,
      boolean contingency,
      String budgeted,
      String approvedChanges,
      String balance,
      String approvedOverage) {

    static AccountView of(Account account) {
      return new AccountView(
          account.number(),
          account.description(),
          account.section(),
          account.contingency(),
          account.budgeted().plain(),
          account.changes().plain(),
          account.balance().plain(),
          account.overage().plain());
    }
  }

  /**
   * @param total sum of the balances
   * @param controlTotal what the sum was said to be; null if nobody said
   * @param missing what the accounts fall short of the control total, negative if they exceed it
   */
  record BudgetView(
      String film,
      int version,
      BudgetState state,
      String currency,
      String total,
      String controlTotal,
      String missing,
      boolean addsUp,
      List<AccountView> accounts) {

    static BudgetView of(Budget budget) {
      return new BudgetView(
          budget.filmId(),
          budget.number(),
          budget.state(),
          budget.currency().getCurrencyCode(),
          budget.total().plain(),
          budget.controlTotal() == null ? null : budget.controlTotal().plain(),
          budget.missing().plain(),
          budget.missing().minor() == 0,
          budget.accounts().stream().map(AccountView::of).toList());
    }
  }

  @GetMapping("/budget")
  @Operation(
      summary = "The budget that counts, with its balances",
      description = "The newest locked version, or, while none is locked, the newest draft.")
  BudgetView current(@PathVariable String film, Authentication login) {
    return BudgetView.of(budgets.current(films.seenBy(Viewers.of(login), film)));
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
    return Page.of(budgets.all(seen, paging.limit(), paging.offset()), paging, BudgetView::of);
  }

  @GetMapping("/budgets/{version}")
  @Operation(summary = "One version of the budget")
  BudgetView one(@PathVariable String film, @PathVariable int version, Authentication login) {
    return BudgetView.of(budgets.byNumber(films.seenBy(Viewers.of(login), film), version));
  }

  @PostMapping(path = "/budgets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Import a top sheet (CSV) as a new draft version",
      description =
          "Header: account,description,section,total; sections: ATL, PRODUCTION, POST, OTHER. With a"
              + " control total the answer says what the accounts fall short of it.")
  BudgetView importFile(
      @PathVariable String film,
      @RequestParam("file") MultipartFile file,
      @RequestParam(required = false) String controlTotal,
      Authentication login)
      throws IOException {
    return imported(film, file.getInputStream(), controlTotal, login);
  }

  @PostMapping(path = "/budgets", consumes = "text/csv")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "The same with the CSV as the body")
  BudgetView importCsv(
      @PathVariable String film,
      InputStream csv,
      @RequestParam(required = false) String controlTotal,
      Authentication login)
      throws IOException {
    return imported(film, csv, controlTotal, login);
  }

  private BudgetView imported(
      String film, InputStream csv, String controlTotal, Authentication login) throws IOException {
    Film seen = films.seenBy(Viewers.of(login), film);
    byte[] content = csv.readNBytes(MAX_CSV_BYTES + 1);
    if (content.length > MAX_CSV_BYTES) {
      throw Refusal.invalid("file", "is larger than 1 MB.");
    }
    return BudgetView.of(
        budgets.importTopSheet(seen.id(), content, control(controlTotal, seen), login.getName()));
  }

  private static Money control(String controlTotal, Film film) {
    return controlTotal == null
        ? null
        : Inputs.of(Map.of("controlTotal", controlTotal)).money("controlTotal", film.currency());
  }
}
