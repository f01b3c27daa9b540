package film.finalsay.script;

import java.time.Instant;

/**
 * A clearance report on one document.
 *
 * @param number of the reports of the film, from 1
 * @param open how many of its findings are open
 */
public record ClearanceReport(
    int number,
    String scriptSha256,
    String reportSha256,
    String reportedBy,
    Instant reportedAt,
    int findings,
    int open) {}
