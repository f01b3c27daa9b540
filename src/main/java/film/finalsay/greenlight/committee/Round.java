package film.finalsay.greenlight.committee;

import java.time.Instant;
import java.util.Set;

/**
 * One time that the committee is asked. What is amended is voted on anew, in a round of its own.
 *
 * @param number from 1
 * @param decisionsBefore how many answers there were when it began: only later ones are its votes
 * @param voters the numbers of the seats that were asked
 * @param tally null until the votes are counted
 */
public record Round(
    String approvalKey,
    int number,
    int decisionsBefore,
    Instant openedAt,
    Instant dueAt,
    Set<Integer> voters,
    Tally tally) {

  boolean isCounted() {
    return tally != null;
  }
}
