package film.finalsay.film;

import film.finalsay.approval.Money;
import java.util.Optional;

/** What the rest of the product may ask of a film's budgets. */
public interface FilmBudgets {

  /**
   * @param number from 1
   * @param missing what the accounts fall short of the control total, negative if over; zero if the
   *     version adds up
   * @param raisedTo the version by which an approved increase replaced this one; null if none did
   */
  record BudgetSummary(int number, boolean locked, Money total, Money missing, Integer raisedTo) {

    public boolean addsUp() {
      return missing.minor() == 0;
    }
  }

  Optional<BudgetSummary> version(Film film, int number);

  /** Locks a version for good; a locked one stays locked. */
  void lock(Film film, int number, String approvalKey);
}
