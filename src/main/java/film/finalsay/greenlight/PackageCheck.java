package film.finalsay.greenlight;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmBudgets.BudgetSummary;
import film.finalsay.film.FilmScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a package still lacks before it can be decided on, each in a sentence. */
@Component
class PackageCheck {

  private final FilmBudgets budgets;
  private final FilmScripts scripts;

  PackageCheck(FilmBudgets budgets, FilmScripts scripts) {
    this.budgets = budgets;
    this.scripts = scripts;
  }

  /**
   * @return empty if the package is complete
   */
  List<String> missing(Film film, GreenlightPackage submitted) {
    List<String> missing = new ArrayList<>();
    script(film, submitted).ifPresent(missing::add);
    Optional<BudgetSummary> budget =
        Optional.ofNullable(submitted.budgetVersion())
            .flatMap(number -> budgets.version(film, number));
    budget(budget).ifPresent(missing::add);
    if (submitted.scheduleStart() == null || submitted.scheduleEnd() == null) {
      missing.add("The schedule: first and last day of principal photography.");
    }
    funds(submitted.securedFunds(), budget).ifPresent(missing::add);
    return missing;
  }

  private Optional<String> script(Film film, GreenlightPackage submitted) {
    if (submitted.scriptDraft() == null) {
      return Optional.of("An approved script draft: none is named.");
    }
    boolean approved =
        scripts
            .draft(film.id(), submitted.scriptDraft())
            .map(FilmScripts.DraftSummary::approved)
            .orElse(false);
    return approved
        ? Optional.empty()
        : Optional.of(
            "An approved script draft: %s is not the approved script."
                .formatted(submitted.scriptDraft()));
  }

  private static Optional<String> budget(Optional<BudgetSummary> budget) {
    if (budget.isEmpty()) {
      return Optional.of("A budget version: none is named.");
    }
    if (budget.get().raisedTo() != null) {
      return Optional.of(
          "The budget that counts: an approved increase made version %d of version %d."
              .formatted(budget.get().raisedTo(), budget.get().number()));
    }
    if (budget.get().supersededBy() != null) {
      return Optional.of(
          "The budget that counts: version %d was locked in place of version %d."
              .formatted(budget.get().supersededBy(), budget.get().number()));
    }
    if (budget.get().addsUp()) {
      return Optional.empty();
    }
    Money missing = budget.get().missing();
    return Optional.of(
        "A budget that adds up: version %d is %s %s its control total."
            .formatted(
                budget.get().number(),
                missing.isNegative() ? missing.negated().inWords() : missing.inWords(),
                missing.isNegative() ? "above" : "short of"));
  }

  private static Optional<String> funds(Money secured, Optional<BudgetSummary> budget) {
    if (secured == null) {
      return Optional.of("The secured funds: no amount is named.");
    }
    return budget
        .map(BudgetSummary::total)
        .filter(total -> secured.compareTo(total) < 0)
        .map(
            total ->
                "Secured funds that cover the budget: %s is %s short of %s."
                    .formatted(secured.inWords(), total.minus(secured).inWords(), total.inWords()));
  }
}
