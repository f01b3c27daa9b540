package film.finalsay.drawdown.web;

import film.finalsay.drawdown.Drawdown;
import film.finalsay.drawdown.Drawdowns;
import film.finalsay.drawdown.FilmMoney;
import film.finalsay.drawdown.Payee;
import film.finalsay.drawdown.Payees;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}")
@Tag(name = "Finance")
class DrawdownController {

  private final Drawdowns drawdowns;
  private final Payees payees;

  DrawdownController(Drawdowns drawdowns, Payees payees) {
    this.drawdowns = drawdowns;
    this.payees = payees;
  }

  /**
   * @param account an IBAN, or an account with its bank's number; its last four are kept
   */
  record NewPayee(@NotNull @Size(max = 200) String name, @NotNull @Size(max = 60) String account) {}

  @GetMapping("/money")
  @Operation(
      summary = "The film's money today",
      description =
          "What the finance plan secures today, what was drawn of it, what approvals commit and what is"
              + " spent by the last cost report. Amounts are decimal strings in the currency.")
  FilmMoney money(Film film) {
    return drawdowns.money(film);
  }

  @GetMapping("/drawdowns")
  @Operation(summary = "What was asked of the film's sources, the newest first")
  Page<Drawdown> all(Film film, Paging paging) {
    return Page.of(drawdowns.page(film, paging.limit(), paging.offset()), paging);
  }

  @GetMapping("/payees")
  @Operation(summary = "Who may be paid what is drawn, ended ones included")
  Page<Payee> payees(Film film, Paging paging) {
    return Page.of(payees.of(film, paging.limit(), paging.offset()), paging);
  }

  @PostMapping("/payees")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Approve a payee",
      description =
          "For the film's producers, co-executive and executive producers. Of the account no more than"
              + " its last four characters are kept.")
  Payee approve(Film film, @RequestBody Sent<NewPayee> payee, Viewer viewer) {
    return payees.approve(film.id(), payee.fields(), viewer.person());
  }

  @DeleteMapping("/payees/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "End a payee, from now on",
      description = "For the film's producers, co-executive and executive producers.")
  void end(Film film, @PathVariable long id, Viewer viewer) {
    payees.end(film.id(), id, viewer.person());
  }
}
