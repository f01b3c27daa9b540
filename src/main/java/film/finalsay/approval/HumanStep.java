package film.finalsay.approval;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A step at which a person answers, as the process model draws it.
 *
 * @param taskId the one task by which it is asked
 * @param processInstanceId the process that stands at this step
 * @param assignee who has it in hand; null if nobody
 * @param givenTo into whose hand the model gives it; null if it leaves it to who takes it
 * @param groups the ids of the groups whose step it is
 * @param outcomes the answers that it accepts, never empty
 */
public record HumanStep(
    String taskId,
    String processInstanceId,
    String id,
    String name,
    String assignee,
    String givenTo,
    Set<String> groups,
    List<Outcome> outcomes) {

  private static final Set<Outcome> ON_CONDITIONS =
      EnumSet.of(
          Outcome.CONFIRM,
          Outcome.WAIVE,
          Outcome.EXTEND,
          Outcome.RETURN,
          Outcome.RETURN_PACKAGE,
          Outcome.REJECT);

  /** Whether this step prepares (amend, complete, withdraw) rather than decides. */
  public boolean isPreparation() {
    return outcomes.stream().allMatch(Outcome::isPreparation);
  }

  /** Whether it is in the hand into which the model gave it, and nobody took it. */
  public boolean isInHandAsGiven() {
    return assignee != null && assignee.equals(givenTo);
  }

  /** Whether this step is heard, and blocks nothing. */
  public boolean isConsultation() {
    return outcomes.stream().allMatch(Outcome::isConsultation);
  }

  /** Whether here nothing is said but what has become of conditions. */
  public boolean isConfirmation() {
    return ON_CONDITIONS.containsAll(outcomes)
        && (outcomes.contains(Outcome.CONFIRM) || outcomes.contains(Outcome.WAIVE));
  }
}
