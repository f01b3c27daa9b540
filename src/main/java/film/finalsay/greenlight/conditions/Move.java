package film.finalsay.greenlight.conditions;

import java.time.Instant;

/**
 * Who said last what has become of a condition.
 *
 * @param person null for the product itself, when its day passed
 * @param because empty if nothing was said
 */
public record Move(String person, Instant at, String because) {}
