package film.finalsay.register;

import film.finalsay.approval.HumanStep;
import java.time.Instant;

/**
 * What a person was asked by one task.
 *
 * @param subject the fingerprint of what was asked for when the task began
 * @param about which of several that the step asks at once; null if it asks one
 * @param askedPerson whose it is alone; null if it is a role's
 * @param askedAt when the task began
 * @param answered whether somebody has answered it
 */
record Question(
    String taskId,
    String approvalKey,
    String step,
    String subject,
    String about,
    String askedPerson,
    Instant askedAt,
    boolean answered) {

  /** The step as the record names it: {@code Confirm condition 3}; a vote goes by its voter. */
  String named(HumanStep step) {
    return about == null || about.equals(askedPerson) ? step.name() : step.name() + " " + about;
  }
}
