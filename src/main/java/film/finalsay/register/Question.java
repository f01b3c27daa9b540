package film.finalsay.register;

/**
 * What a person was asked by one task.
 *
 * @param subject the fingerprint of what was asked for when the task began
 * @param shown the fingerprint of the texts that its form shows
 * @param answered whether somebody has answered it
 */
record Question(
    String taskId,
    String approvalKey,
    String step,
    String subject,
    String shown,
    boolean answered) {}
