package film.finalsay.film;

import java.util.Optional;

/** What the rest of the product may ask of a film's shooting schedule. */
public interface FilmSchedules {

  /**
   * The approval by which the schedule that counts was locked. From then on the film's days are
   * counted, and not typed.
   *
   * @return empty while none is locked
   */
  Optional<String> lockedBy(Film film);

  /** The film in the phase to which its production reports have brought it, once greenlit. */
  Film inItsPhase(Film film);
}
