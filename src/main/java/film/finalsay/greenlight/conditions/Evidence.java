package film.finalsay.greenlight.conditions;

import java.time.Instant;

/**
 * What an owner shows for a condition.
 *
 * @param sha256 of a document of the film; null if it goes by a reference
 * @param reference where it can be found; null if it goes by a document
 * @param words what it shows
 */
public record Evidence(
    String person, Instant reportedAt, String sha256, String reference, String words) {}
