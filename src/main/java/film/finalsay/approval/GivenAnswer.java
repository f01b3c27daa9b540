package film.finalsay.approval;

/**
 * An answer as a person gives it.
 *
 * @param approval as it stands before the answer
 * @param about which of several questions at this step it answers; null if the step asks one
 * @param role in which the person answers
 * @param comment empty if there is none
 * @param sent everything that came with it
 */
public record GivenAnswer(
    Approval approval,
    HumanStep step,
    String about,
    String person,
    Role role,
    Outcome outcome,
    String comment,
    Inputs sent) {}
