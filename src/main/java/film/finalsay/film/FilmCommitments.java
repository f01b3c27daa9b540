package film.finalsay.film;

import film.finalsay.approval.Money;
import java.time.Instant;
import java.util.Map;

/** What the rest of the product may ask of what a film has committed itself to pay. */
public interface FilmCommitments {

  /** The sum of what is committed on an account. */
  Money committed(Film film, String account);

  /**
   * The same of every account that has any, by what was approved until then.
   *
   * @return by account number
   */
  Map<String, Money> committed(Film film, Instant until);
}
