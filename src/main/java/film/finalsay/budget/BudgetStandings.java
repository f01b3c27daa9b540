package film.finalsay.budget;

import film.finalsay.budget.BudgetLockRepository.FiledChange;
import film.finalsay.film.Film;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of a version whether it counts, and what would make it. */
@Service
@Transactional(readOnly = true)
public class BudgetStandings {

  private final Budgets budgets;
  private final BudgetLineage lineage;
  private final ChangesLeftBehind changes;

  BudgetStandings(Budgets budgets, BudgetLineage lineage, ChangesLeftBehind changes) {
    this.budgets = budgets;
    this.lineage = lineage;
    this.changes = changes;
  }

  /**
   * @param countingVersion the version that counts: limits, balances, cost report and totals go by
   *     it
   * @param inWords why, what becomes of changes on other versions, and what would make this one
   *     count
   */
  public record Standing(int countingVersion, String inWords) {}

  public Standing of(Film film, Budget version) {
    Budget counting = budgets.current(film);
    List<String> sentences = new ArrayList<>();
    if (counting.number() == version.number()) {
      sentences.add("Version %d counts: %s.".formatted(version.number(), why(counting)));
      addWhatItLacks(sentences, film, counting);
    } else {
      boolean decided = counting.changed() || counting.state() == BudgetState.LOCKED;
      sentences.add(
          "Version %d counts%s: %s."
              .formatted(counting.number(), decided ? ", and stays" : "", why(counting)));
      addWhatMakesItCount(sentences, film, version);
    }
    return new Standing(counting.number(), String.join(" ", sentences));
  }

  private static String why(Budget counting) {
    if (counting.state() == BudgetState.LOCKED) {
      return "it is locked";
    }
    return counting.changed()
        ? "budget changes were approved on it"
        : "none is locked, and it is the newest";
  }

  private void addWhatMakesItCount(List<String> sentences, Film film, Budget version) {
    if (version.state() == BudgetState.SUPERSEDED
        || lineage.raisedTo(film.id(), version.number()).isPresent()) {
      return;
    }
    sentences.add(
        "Version %d counts once a budget lock puts it in that place.".formatted(version.number()));
    List<FiledChange> left = changes.approved(film, version);
    if (!left.isEmpty()) {
      sentences.add(
          "It does not take over the changes that were approved: %s.".formatted(keys(left)));
    }
  }

  private void addWhatItLacks(List<String> sentences, Film film, Budget counting) {
    if (counting.state() == BudgetState.LOCKED) {
      return;
    }
    List<FiledChange> missing = changes.missingFrom(film, counting);
    if (!missing.isEmpty()) {
      sentences.add(
          "It does not have the changes that were approved on another version: %s."
              .formatted(keys(missing)));
    }
    List<FiledChange> stranded = changes.stranded(film, counting);
    if (!stranded.isEmpty()) {
      sentences.add(
          "Requests that were made on another version can only be returned and amended: %s."
              .formatted(keys(stranded)));
    }
  }

  private static String keys(List<FiledChange> changes) {
    return changes.stream().map(FiledChange::approvalKey).collect(Collectors.joining(", "));
  }
}
