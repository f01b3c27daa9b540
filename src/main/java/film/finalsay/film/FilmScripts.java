package film.finalsay.film;

import java.util.Optional;

/** What the rest of the product may ask of a film's script. */
public interface FilmScripts {

  /**
   * @param sha256 of the document, 64 hexadecimal digits
   * @param approvalKey the approval in which it was last submitted
   */
  record DraftSummary(String label, boolean approved, String sha256, String approvalKey) {}

  Optional<DraftSummary> draft(String filmId, String label);
}
