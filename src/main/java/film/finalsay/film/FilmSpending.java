package film.finalsay.film;

import film.finalsay.approval.BusinessRuleException;
import java.util.Optional;

/** What the rest of the product may ask of whether a film's budget may be spent. */
public interface FilmSpending {

  /**
   * Why nothing of it may be spent now, by whomever: the film is greenlit on conditions, and not
   * all of them are met or waived; or its greenlight was opened again, or became void.
   *
   * @return a sentence that names the approval; empty if it may be spent
   */
  Optional<String> hold(Film film);

  /**
   * @throws BusinessRuleException (conflict) with that sentence
   */
  default void requireSpendable(Film film) {
    hold(film)
        .ifPresent(
            why -> {
              throw BusinessRuleException.conflict(why);
            });
  }
}
