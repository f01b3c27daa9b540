package film.finalsay.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps that are waiting for somebody at this moment. */
public interface OpenSteps {

  /**
   * @param due null where the model sets no due date
   * @param assignee null where nobody has it in hand
   */
  record OpenStep(
      String step, String name, Set<String> groups, String assignee, Instant since, Instant due) {}

  /**
   * @return the open steps of each approval that has any, by its number
   */
  Map<String, List<OpenStep>> of(Set<String> approvalKeys);
}
