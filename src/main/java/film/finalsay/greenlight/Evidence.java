package film.finalsay.greenlight;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;

/**
 * What shows that something is so.
 *
 * @param document SHA-256 of a document of the film; null if there is none
 * @param reference where it lies if it was not uploaded, as in {@code Binder 3, tab 12}; null if
 *     there is none
 */
public record Evidence(String document, String reference) {

  private static final int SHA_256 = 64;
  private static final int MAX_REFERENCE = 500;

  static Evidence read(Inputs sent, Film film, Documents documents) {
    return new Evidence(
        sent.optionalText("document", SHA_256)
            .map(sha256 -> documents.named(film, "document", sha256))
            .map(Document::sha256)
            .orElse(null),
        sent.optionalText("reference", MAX_REFERENCE).orElse(null));
  }

  boolean isThere() {
    return document != null || reference != null;
  }

  /**
   * @param what of which it has to be the evidence, as in {@code what is in hand}
   * @throws BusinessRuleException (invalid) naming {@code document} if there is none
   */
  void require(String what) {
    if (!isThere()) {
      throw invalid(
          "document",
          "is missing: %s is shown by a document, or by a \"reference\" to where it lies.",
          what);
    }
  }

  /** For a fingerprint: both, whatever is there. */
  String inFull() {
    return "document %s, reference %s".formatted(document, reference);
  }
}
