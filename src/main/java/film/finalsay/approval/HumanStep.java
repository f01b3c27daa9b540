package film.finalsay.approval;

import java.util.List;
import java.util.Set;

/**
 * A step at which a person answers, as the process model draws it.
 *
 * @param processInstanceId the process that stands at this step
 * @param assignee who has it in hand; null if nobody
 * @param groups the ids of the groups whose step it is
 * @param outcomes the answers that it accepts, never empty
 */
public record HumanStep(
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
}
