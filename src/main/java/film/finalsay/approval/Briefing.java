package film.finalsay.approval;

import java.util.Map;

/** What a person reads before answering, in words and figures: the variables of the task's form. */
public interface Briefing {

  ApprovalKind kind();

  /**
   * @return texts by variable name; never null, values never null
   */
  Map<String, String> of(Approval approval);

  /**
   * What a step shows besides that is asked several times at once, such as one seat's or one
   * condition's.
   *
   * @param about which of them; never null
   * @return texts by variable name; never null, values never null
   */
  default Map<String, String> about(Approval approval, HumanStep step, String about) {
    return Map.of();
  }
}
