package film.finalsay.film;

import film.finalsay.approval.Money;

/** What the rest of the product may ask of what a film has committed itself to pay. */
public interface FilmCommitments {

  /** The sum of what is committed on an account. */
  Money committed(Film film, String account);
}
