package film.finalsay.approval;

import java.time.Instant;

/**
 * One answer of one person at one step of an approval.
 *
 * @param step the element of the process model at which it was given
 * @param stepName what the model calls that step
 * @param person who gave it; null where a deadline passed in silence
 * @param role the role on the film's team in which they gave it
 * @param askedRole the role whose step it was; higher authority answers for the lower one
 * @param subject the fingerprint of what was asked for as it was then; null where the record is
 *     older than such fingerprints
 * @param comment their words; empty where none were needed
 */
public record Decision(
    String approvalKey,
    String step,
    String stepName,
    String person,
    Role role,
    Role askedRole,
    String subject,
    Outcome outcome,
    String comment,
    Instant decidedAt) {}
