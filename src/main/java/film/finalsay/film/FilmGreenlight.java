package film.finalsay.film;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rest of the product may ask of the greenlight that a film stands on. */
public interface FilmGreenlight {

  /**
   * Changes a record that a greenlight may rest on. What it was given on is not lost by one
   * person's doing: then nothing is changed. What adds to it may be.
   *
   * @param change saves the record; call it with the film locked
   * @throws BusinessRuleException (conflict) naming the greenlight, what would be lost, and the way
   *     to change it
   */
  void keep(Film film, Runnable change);

  /**
   * The days of principal photography that a greenlight was given on.
   *
   * @param approvalKey of the greenlight
   * @param conditional whether conditions of it are open
   * @param from the day on which it was given, if it has no schedule
   * @param to null if it has no schedule
   * @param way how it is changed, in a sentence
   */
  record Schedule(
      String approvalKey, boolean conditional, LocalDate from, LocalDate to, String way) {}

  /**
   * @return empty while no greenlight stands
   */
  Optional<Schedule> schedule(Film film);

  /**
   * Whether a greenlight stands that was given on somebody who was attached.
   *
   * @param role as the key attachments list it: {@code LEAD_CAST}
   */
  boolean isGivenOn(Film film, String role, String name);

  /**
   * The money that is there for a film: what its finance plan secures today, its deferrals
   * included, and the new money approved since it was saved.
   *
   * @return empty while the film has no approved greenlight
   */
  Optional<Money> secured(Film film);

  /** The same of several films, by film; without those that have no approved greenlight. */
  Map<String, Money> secured(Collection<Film> films);

  /**
   * The conditions on which a film is greenlit.
   *
   * @param open neither met nor waived
   * @param overdue those of them whose last day has passed
   */
  record ConditionCount(int open, int overdue) {}

  /** Each condition that is neither met nor waived, in a sentence; empty if none holds the film. */
  List<String> openConditions(Film film);

  /** Those of these films, by film; without those that are not greenlit on conditions. */
  Map<String, ConditionCount> conditions(Collection<Film> films);
}
