package film.finalsay.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * What is on record, and not for anybody to read yet: votes that are hidden until they are counted.
 */
public interface Withheld {

  /**
   * Since when the votes on an approval are nobody's to read.
   *
   * @return by approval; without those whose votes may be read
   */
  Map<String, Instant> votesSince(Collection<String> approvalKeys);

  /** Whether an answer is one of those. */
  static boolean covers(
      Map<String, Instant> votesSince, String approvalKey, Outcome outcome, Instant at) {
    Instant since = approvalKey == null ? null : votesSince.get(approvalKey);
    return since != null && outcome.isVote() && !at.isBefore(since);
  }
}
