package film.finalsay.budget.web;

import film.finalsay.approval.Money;
import film.finalsay.budget.Budget;
import film.finalsay.budget.BudgetDifference;
import film.finalsay.budget.BudgetDifference.AccountDifference;
import film.finalsay.budget.BudgetDifference.Change;
import film.finalsay.budget.Budgets;
import film.finalsay.budget.Section;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.web.Csv;
import film.finalsay.web.Expensive;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/budgets/{from}/differences/{to}")
@Tag(name = "Budgets")
class BudgetDifferenceController {

  private final Films films;
  private final Budgets budgets;

  BudgetDifferenceController(Films films, Budgets budgets) {
    this.films = films;
    this.budgets = budgets;
  }

  /** Decimal strings in the film's currency; the difference is negative for less. */
  record FiguresView(String before, String after, String difference) {

    static FiguresView of(Money before, Money after) {
      return new FiguresView(before.plain(), after.plain(), after.minus(before).plain());
    }
  }

  /**
   * @param section where it is now, or was if it is gone
   * @param sectionBefore where it was; null if it was added
   */
  record AccountDifferenceView(
      String account,
      String description,
      Section section,
      Section sectionBefore,
      Change change,
      String before,
      String after,
      String difference) {

    static AccountDifferenceView of(AccountDifference one) {
      return new AccountDifferenceView(
          one.account().number(),
          one.account().description(),
          one.account().section(),
          one.before() == null ? null : one.before().section(),
          one.change(),
          one.moneyBefore().plain(),
          one.moneyAfter().plain(),
          one.difference().plain());
    }
  }

  record SectionDifferenceView(Section section, String before, String after, String difference) {

    static SectionDifferenceView of(BudgetDifference difference, Section section) {
      FiguresView figures =
          FiguresView.of(
              difference.before().budgeted(section), difference.after().budgeted(section));
      return new SectionDifferenceView(
          section, figures.before(), figures.after(), figures.difference());
    }
  }

  /**
   * @param identical whether the two versions say the same, their detail included
   */
  record DifferenceView(
      String film,
      String currency,
      int from,
      int to,
      boolean identical,
      List<AccountDifferenceView> accounts,
      List<SectionDifferenceView> sections,
      FiguresView total) {}

  @Expensive
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What differs between two versions of the budget",
      description =
          "Per account, per section and in all, as they were budgeted. Accounts in which nothing"
              + " differs are left out, unless \"all\" is true. As CSV with Accept: text/csv.")
  DifferenceView json(
      @PathVariable String film,
      @PathVariable int from,
      @PathVariable int to,
      @RequestParam(defaultValue = "false") boolean all,
      Authentication login) {
    return difference(film, from, to, all, login);
  }

  @Expensive
  @GetMapping(produces = Csv.TYPE)
  @Operation(summary = "The same for a spreadsheet")
  ResponseEntity<byte[]> csv(
      @PathVariable String film,
      @PathVariable int from,
      @PathVariable int to,
      @RequestParam(defaultValue = "false") boolean all,
      Authentication login) {
    return Csv.answer(DifferenceCsv.written(difference(film, from, to, all, login)));
  }

  private DifferenceView difference(
      String film, int from, int to, boolean all, Authentication login) {
    BudgetDifference difference =
        budgets.difference(films.seenBy(Viewers.of(login), film), from, to);
    Budget before = difference.before();
    Budget after = difference.after();
    List<AccountDifference> accounts = all ? difference.accounts() : difference.changed();
    return new DifferenceView(
        after.filmId(),
        after.currency().getCurrencyCode(),
        from,
        to,
        budgets.contentSha256(before).equals(budgets.contentSha256(after)),
        accounts.stream().map(AccountDifferenceView::of).toList(),
        Arrays.stream(Section.values())
            .map(section -> SectionDifferenceView.of(difference, section))
            .toList(),
        FiguresView.of(before.budgeted(), after.budgeted()));
  }
}
