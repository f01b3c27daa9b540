package film.finalsay.film;

import film.finalsay.approval.Money;
import java.util.Optional;

/** What the rest of the product may ask of the money that is there for a film. */
public interface FilmFunds {

  /**
   * What the finance plan secures today, its deferrals included, and the new money approved since
   * it was saved.
   *
   * @return empty while the film has no approved greenlight
   */
  Optional<Money> secured(Film film);
}
