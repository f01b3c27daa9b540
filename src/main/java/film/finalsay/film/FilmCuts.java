package film.finalsay.film;

import java.util.Optional;

/** What the rest of the product may ask of a film's cuts. */
public interface FilmCuts {

  /**
   * The cut whose picture is locked.
   *
   * @param file checksum or asset reference of the picture
   * @param approvalKey the picture lock
   */
  record LockedCut(String label, String file, String approvalKey) {}

  /**
   * @return empty while no picture is locked
   */
  Optional<LockedCut> lockedCut(Film film);
}
