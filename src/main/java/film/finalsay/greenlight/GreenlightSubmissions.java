package film.finalsay.greenlight;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmScripts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Packages as they come in with a request for a greenlight. */
@Component
class GreenlightSubmissions {

  private static final int MAX_LOGLINE = 500;

  private final GreenlightRepository greenlights;
  private final PackageItemRepository items;
  private final PackageReader reader;
  private final FilmBudgets budgets;
  private final FilmScripts scripts;
  private final Clock clock;

  GreenlightSubmissions(
      GreenlightRepository greenlights,
      PackageItemRepository items,
      PackageReader reader,
      FilmBudgets budgets,
      FilmScripts scripts,
      Clock clock) {
    this.greenlights = greenlights;
    this.items = items;
    this.reader = reader;
    this.budgets = budgets;
    this.scripts = scripts;
    this.clock = clock;
  }

  void save(Approval approval, GreenlightPackage contents) {
    greenlights.save(approval.key(), contents);
    items.freeze(approval.key(), contents.items());
  }

  /**
   * @return the total of the budget version that the package names; null if it names none
   */
  Money total(Film film, GreenlightPackage contents) {
    return Optional.ofNullable(contents.budgetVersion())
        .flatMap(number -> budgets.version(film, number))
        .map(FilmBudgets.BudgetSummary::total)
        .orElse(null);
  }

  /**
   * @throws BusinessRuleException (invalid) if a field is wrong
   */
  GreenlightPackage read(Inputs inputs, Film film) {
    LocalDate start = inputs.optionalDate("scheduleStart").orElse(null);
    LocalDate end = inputs.optionalDate("scheduleEnd").orElse(null);
    if (start != null && end != null && end.isBefore(start)) {
      throw invalid("scheduleEnd", "has to be on or after %s.", start);
    }
    return reader.upToDate(
        film,
        new GreenlightPackage(
            inputs.lines("logline", MAX_LOGLINE),
            inputs.longText("vision"),
            inputs
                .optionalOrdinal("budgetVersion")
                .map(number -> existing(film, number))
                .orElse(null),
            inputs.optionalText("scriptDraft", 40).map(label -> existing(film, label)).orElse(null),
            start,
            end,
            null,
            null,
            null,
            List.of()),
        LocalDate.now(clock));
  }

  private int existing(Film film, int budgetVersion) {
    return budgets
        .version(film, budgetVersion)
        .map(FilmBudgets.BudgetSummary::number)
        .orElseThrow(
            () ->
                invalid(
                    "budgetVersion",
                    "%s has no budget version %d.",
                    film.inWords(),
                    budgetVersion));
  }

  private String existing(Film film, String scriptDraft) {
    return scripts
        .draft(film.id(), scriptDraft)
        .map(FilmScripts.DraftSummary::label)
        .orElseThrow(
            () ->
                invalid(
                    "scriptDraft", "%s has no script draft \"%s\".", film.inWords(), scriptDraft));
  }
}
