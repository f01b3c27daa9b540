package film.finalsay.approval;

import java.util.List;
import java.util.Set;

/**
 * A step at which a person answers, as the process model draws it.
 *
 * @param taskId the one task by which it is asked
 * @param processInstanceId the process that stands at this step
 * @param assignee who has it in hand; null if nobody
 * @param groups the ids of the groups whose step it is
 * @param outcomes the answers that it accepts, never empty
 */
public record HumanStep(
    String taskId,
    String processInstanceId,
    String id,
    String name,
    String assignee,
    Set<String> groups,
    List<Outcome> outcomes) {

  /** Whether this step prepares (amend, complete, withdraw) rather than decides. */
  public boolean isPreparation() {
    return outcomes.stream().allMatch(Outcome::isPreparation);
  }

  /** Whether this step is heard, and blocks nothing. */
  public boolean isConsultation() {
    return outcomes.stream().allMatch(Outcome::isConsultation);
  }

  /** Whether here the one who set conditions says what has become of them. */
  public boolean isConfirmation() {
    return outcomes.contains(Outcome.CONFIRM) || outcomes.contains(Outcome.WAIVE);
  }
}
