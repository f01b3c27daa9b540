package film.finalsay.film;

import java.util.List;
import java.util.Optional;

/** What the rest of the product may ask of a film's script. */
public interface FilmScripts {

  /**
   * @param sha256 of the document, 64 hexadecimal digits
   * @param approvalKey the approval in which it was last submitted
   */
  record DraftSummary(String label, boolean approved, String sha256, String approvalKey) {}

  Optional<DraftSummary> draft(String filmId, String label);

  /**
   * A scene number that stands for good.
   *
   * @param omitted whether the scene was cut since
   */
  record SceneSummary(String number, boolean omitted) {}

  /** Every scene number that the locked script has used, in its order; empty until it is locked. */
  List<SceneSummary> scenes(Film film);
}
