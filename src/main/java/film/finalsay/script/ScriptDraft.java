package film.finalsay.script;

import film.finalsay.film.Document;
import java.time.Instant;

/**
 * One draft of a film's script: a label that people use, bound to one exact document.
 *
 * @param label such as {@code Draft 2}, unique for the film
 * @param approvalKey the approval in which it was last submitted
 * @param approvedAt when it was approved; null if it never was
 */
public record ScriptDraft(
    String filmId,
    String label,
    Document document,
    DraftState state,
    String approvalKey,
    String submittedBy,
    Instant submittedAt,
    Instant approvedAt) {

  /** As a form names it: {@code Draft 2 · nova-draft-2.pdf, 112 KB}. */
  public String inWords() {
    return label + " · " + document.inWords();
  }
}
