package film.finalsay.greenlight.committee;

import film.finalsay.approval.Outcome;
import java.time.Instant;

/**
 * What became of one seat in a round.
 *
 * @param outcome null while the seat has not voted, {@link Outcome#VOTE_MISSING} if it never did
 * @param reason empty where no vote was given
 * @param castAt null where no vote was given
 */
public record Vote(Seat seat, Outcome outcome, String reason, Instant castAt) {

  /** The same where the vote does not count. */
  Vote missing() {
    return new Vote(seat, Outcome.VOTE_MISSING, reason, castAt);
  }
}
