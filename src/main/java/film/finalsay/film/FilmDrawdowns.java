package film.finalsay.film;

import film.finalsay.approval.Money;
import java.util.Collection;
import java.util.Map;

/** What the rest of the product may ask of what a film has drawn. */
public interface FilmDrawdowns {

  /**
   * What was drawn of each source: approved, and of what has arrived, what did.
   *
   * @return by the source's name in the finance plan, above zero
   */
  Map<String, Money> drawn(Film film);

  /** What each of these films has drawn of all its sources, by film; without who drew nothing. */
  Map<String, Money> drawn(Collection<Film> films);
}
