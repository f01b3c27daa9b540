package film.finalsay.film;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The guarantee that a film is delivered.
 *
 * @param inForceFrom the first day on which the guarantor's consent counts
 */
public record CompletionBond(LocalDate inForceFrom, String setBy, Instant setAt) {}
