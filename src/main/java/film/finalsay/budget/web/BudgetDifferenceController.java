package film.finalsay.budget.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.approval.Money;
import film.finalsay.budget.Budget;
import film.finalsay.budget.BudgetDifference;
import film.finalsay.budget.BudgetDifference.AccountDifference;
import film.finalsay.budget.BudgetDifference.Change;
import film.finalsay.budget.Budgets;
import film.finalsay.budget.Section;
import film.finalsay.film.Film;
import film.finalsay.web.Csv;
import film.finalsay.web.Expensive;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/budgets/{from}/differences/{to}")
@Tag(name = "Budgets")
class BudgetDifferenceController {

  private final Budgets budgets;

  BudgetDifferenceController(Budgets budgets) {
    this.budgets = budgets;
  }

  /** Decimal strings in the film's currency; the difference is negative for less. */
  record FiguresView(Money before, Money after, Money difference) {

    static FiguresView of(Money before, Money after) {
      return new FiguresView(before, after, after.minus(before));
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
      Money before,
      Money after,
      Money difference) {

    static AccountDifferenceView of(AccountDifference one) {
      return new AccountDifferenceView(
          one.account().number(),
          one.account().description(),
          one.account().section(),
          one.before() == null ? null : one.before().section(),
          one.change(),
          one.moneyBefore(),
          one.moneyAfter(),
          one.difference());
    }
  }

  record SectionDifferenceView(Section section, @JsonUnwrapped FiguresView figures) {

    static SectionDifferenceView of(BudgetDifference difference, Section section) {
      return new SectionDifferenceView(
          section,
          FiguresView.of(
              difference.before().budgeted(section), difference.after().budgeted(section)));
    }
  }

  /**
   * @param identical whether the two versions say the same, their detail included
   */
  record DifferenceView(
      String film,
      Currency currency,
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
      Film film,
      @PathVariable int from,
      @PathVariable int to,
      @RequestParam(defaultValue = "false") boolean all) {
    return difference(film, from, to, all);
  }

  @Expensive
  @GetMapping(produces = Csv.TYPE)
  @Operation(summary = "The same for a spreadsheet")
  ResponseEntity<byte[]> csv(
      Film film,
      @PathVariable int from,
      @PathVariable int to,
      @RequestParam(defaultValue = "false") boolean all) {
    return written(difference(film, from, to, all)).answer();
  }

  /** The accounts, then a totals line for each section, then one for all. */
  private static Csv written(DifferenceView difference) {
    Csv csv =
        new Csv("account", "description", "section", "change", "before", "after", "difference");
    for (AccountDifferenceView one : difference.accounts()) {
      csv.line(
          one.account(),
          one.description(),
          one.section(),
          one.change(),
          one.before(),
          one.after(),
          one.difference());
    }
    for (SectionDifferenceView one : difference.sections()) {
      total(csv, "Total " + one.section(), one.section(), one.figures());
    }
    return total(csv, "Total", "", difference.total());
  }

  private static Csv total(Csv csv, String title, Object section, FiguresView figures) {
    return csv.line(
        "", title, section, "", figures.before(), figures.after(), figures.difference());
  }

  private DifferenceView difference(Film film, int from, int to, boolean all) {
    BudgetDifference difference = budgets.difference(film, from, to);
    Budget before = difference.before();
    Budget after = difference.after();
    List<AccountDifference> accounts = all ? difference.accounts() : difference.changed();
    return new DifferenceView(
        after.filmId(),
        after.currency(),
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
