package film.finalsay.greenlight.conditions;

import java.time.Instant;

/**
 * What an owner shows for a condition.
 *
 * @param reportedAt null, as all of it, until it is shown
 * @param evidenceSha256 of a document of the film; null if it goes by a reference
 * @param evidenceReference where it can be found; null if it goes by a document
 * @param evidenceWords what it shows
 */
public record Evidence(
    String reportedBy,
    Instant reportedAt,
    String evidenceSha256,
    String evidenceReference,
    String evidenceWords) {

  static final Evidence NONE = new Evidence(null, null, null, null, null);
}
