package film.finalsay.film;

import film.finalsay.approval.Approval;

/** What the rest of the product may ask of the people whose names carry a film. */
public interface FilmAttachments {

  /**
   * Whether somebody is on the newest list, however firmly.
   *
   * @param role as the list names it: {@code LEAD_CAST}
   */
  boolean isAttached(Film film, String role, String name);

  /**
   * Saves the list as an approval leaves it; nothing else changes it once the film is greenlit.
   * Call it with the film locked.
   *
   * @param role as the list names it
   * @param leaves null if nobody does
   * @param joins who is attached from now on; null if nobody is
   * @param document SHA-256 of the contract; null if nobody joins
   */
  void change(
      Film film, String role, String leaves, String joins, String document, Approval approval);
}
