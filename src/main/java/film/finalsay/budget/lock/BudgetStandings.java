package film.finalsay.budget.lock;

import film.finalsay.budget.Budget;
import film.finalsay.budget.BudgetState;
import film.finalsay.budget.Budgets;
import film.finalsay.budget.lock.BudgetLockRepository.FiledChange;
import film.finalsay.film.Film;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of a version whether it counts, and what would make it. */
@Service
@Transactional(readOnly = true)
public class BudgetStandings {

  private final Budgets budgets;
  private final BudgetLockRepository changes;

  BudgetStandings(Budgets budgets, BudgetLockRepository changes) {
    this.budgets = budgets;
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
      boolean decided = counting.changed() || counting.isLocked();
      sentences.add(
          "Version %d counts%s: %s."
              .formatted(counting.number(), decided ? ", and stays" : "", why(counting)));
      addWhatMakesItCount(sentences, film, version);
    }
    return new Standing(counting.number(), String.join(" ", sentences));
  }

  private static String why(Budget counting) {
    if (counting.isLocked()) {
      return "it is locked";
    }
    return counting.changed()
        ? "budget changes were approved on it"
        : "none is locked, and it is the newest";
  }

  private void addWhatMakesItCount(List<String> sentences, Film film, Budget version) {
    if (version.state() == BudgetState.SUPERSEDED || budgets.raisedTo(version).isPresent()) {
      return;
    }
    sentences.add(
        "Version %d counts once a budget lock puts it in that place.".formatted(version.number()));
    addAbout(
        changes.approvedLeftBehind(film, version),
        "It does not take over the changes that were approved: %s.",
        sentences);
  }

  private void addWhatItLacks(List<String> sentences, Film film, Budget counting) {
    if (counting.isLocked()) {
      return;
    }
    addAbout(
        changes.missingFrom(film, counting),
        "It does not have the changes that were approved on another version: %s.",
        sentences);
    addAbout(
        changes.stranded(film, counting),
        "Requests that were made on another version can only be returned and amended: %s.",
        sentences);
  }

  private static void addAbout(List<FiledChange> some, String sentence, List<String> sentences) {
    if (!some.isEmpty()) {
      sentences.add(sentence.formatted(FiledChange.keys(some, ", ")));
    }
  }
}
