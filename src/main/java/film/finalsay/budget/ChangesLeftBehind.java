package film.finalsay.budget;

import film.finalsay.budget.BudgetLockRepository.FiledChange;
import film.finalsay.film.Film;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The budget changes that a version would leave behind in the place of the one that counts: those
 * that were made on that one, and that this one does not continue.
 */
@Component
class ChangesLeftBehind {

  private final Budgets budgets;
  private final BudgetLineage lineage;
  private final BudgetLockRepository changes;

  ChangesLeftBehind(Budgets budgets, BudgetLineage lineage, BudgetLockRepository changes) {
    this.budgets = budgets;
    this.lineage = lineage;
    this.changes = changes;
  }

  /** Those that nobody has decided. */
  List<FiledChange> open(Film film, Budget version) {
    return leftBehind(film, version, changes.openChanges(film.id()));
  }

  /** Those that took effect, in the order in which they did. */
  List<FiledChange> approved(Film film, Budget version) {
    return leftBehind(film, version, changes.approvedChanges(film.id()));
  }

  /**
   * Those that took effect on any other version, and that the one that counts does not have: there
   * are none, unless that became so before approved changes held their version.
   */
  List<FiledChange> missingFrom(Film film, Budget counting) {
    Set<Integer> has = lineage.of(counting);
    return changes.approvedChanges(film.id()).stream()
        .filter(change -> !has.contains(change.version()))
        .toList();
  }

  /** Open ones that can only be returned, because another version than theirs counts. */
  List<FiledChange> stranded(Film film, Budget counting) {
    Set<Integer> has = lineage.of(counting);
    return changes.openChanges(film.id()).stream()
        .filter(change -> !has.contains(change.version()))
        .toList();
  }

  private List<FiledChange> leftBehind(Film film, Budget version, List<FiledChange> filed) {
    Set<Integer> counting = lineage.of(budgets.current(film));
    Set<Integer> kept = lineage.of(version);
    return filed.stream()
        .filter(change -> counting.contains(change.version()) && !kept.contains(change.version()))
        .toList();
  }
}
