package film.finalsay.budget;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What keeps a version from being locked. */
@Component
class LockCheck {

  private final Budgets budgets;
  private final BudgetLineage lineage;
  private final BudgetLockRepository locks;
  private final ChangesLeftBehind leftBehind;

  LockCheck(
      Budgets budgets,
      BudgetLineage lineage,
      BudgetLockRepository locks,
      ChangesLeftBehind leftBehind) {
    this.budgets = budgets;
    this.lineage = lineage;
    this.locks = locks;
    this.leftBehind = leftBehind;
  }

  /**
   * @throws BusinessRuleException (conflict) if the version is no draft, is not the newest word on
   *     itself, does not add up, or would leave open budget changes without their budget
   */
  void require(Film film, Budget version) {
    requireDraft(version);
    lineage
        .raisedTo(film.id(), version.number())
        .ifPresent(
            raised -> {
              throw BusinessRuleException.conflict(
                  "An approved increase made version %1$d of version %2$d; lock version %1$d instead."
                      .formatted(raised, version.number()));
            });
    requireAddsUp(version);
    requireNothingOpen(film, version);
  }

  private static void requireDraft(Budget version) {
    if (version.state() == BudgetState.LOCKED || version.state() == BudgetState.SUPERSEDED) {
      throw BusinessRuleException.conflict(
          "Version %d of the budget is %s already."
              .formatted(version.number(), version.state().name().toLowerCase(Locale.ROOT)));
    }
  }

  private static void requireAddsUp(Budget version) {
    Money missing = version.missing();
    if (missing.minor() != 0) {
      throw BusinessRuleException.conflict(
          "Version %d of the budget does not add up: it is %s %s its control total of %s."
              .formatted(
                  version.number(),
                  missing.isNegative() ? missing.negated().inWords() : missing.inWords(),
                  missing.isNegative() ? "above" : "short of",
                  version.controlTotal().inWords()));
    }
  }

  private void requireNothingOpen(Film film, Budget version) {
    List<String> open =
        leftBehind.open(film, version).stream()
            .map(BudgetLockRepository.FiledChange::approvalKey)
            .toList();
    if (!open.isEmpty()) {
      throw BusinessRuleException.conflict(
          "Version %d would replace version %d of the budget, on which budget changes are open: %s."
              .formatted(
                  version.number(), budgets.current(film).number(), String.join(", ", open)));
    }
  }
}
