package film.finalsay.approval;

import java.time.Instant;

/**
 * One answer of one person at one step of an approval.
 *
 * @param step the element of the process model at which it was given
 * @param stepName what the model calls that step
 * @param person who gave it; null where a deadline passed in silence
 * @param role the role on the film's team in which they gave it
 * @param comment their words; empty where none were needed
 */
public record Decision(
    String approvalKey,
    String step,
    String stepName,
    String person,
    Role role,
    Outcome outcome,
    String comment,
    Instant decidedAt) {}
