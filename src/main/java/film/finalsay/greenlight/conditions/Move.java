package film.finalsay.greenlight.conditions;

import java.time.Instant;

/**
 * Who said last what has become of a condition.
 *
 * @param movedBy null for the product itself, when its day passed
 * @param movedAt null, as all of it, until something is said
 * @param movedBecause empty if nothing was said
 */
public record Move(String movedBy, Instant movedAt, String movedBecause) {

  static final Move NONE = new Move(null, null, null);
}
