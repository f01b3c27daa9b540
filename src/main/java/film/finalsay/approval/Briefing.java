package film.finalsay.approval;

import java.util.Map;

/** What a person reads before answering, in words and figures: the variables of the task's form. */
public interface Briefing {

  ApprovalKind kind();

  /**
   * @return texts by variable name; never null, values never null
   */
  Map<String, String> of(Approval approval);
}
