package film.finalsay.release;

import java.time.Instant;
import java.util.List;

/**
 * A version of a film's marketing and distribution plan, as it was saved; it stays so.
 *
 * @param approval the number of the approval by which it was approved; null if it was not, or that
 *     does not count any more
 */
public record ReleasePlan(
    int version,
    List<ReleaseTerritory> territories,
    String savedBy,
    Instant savedAt,
    String approval) {}
