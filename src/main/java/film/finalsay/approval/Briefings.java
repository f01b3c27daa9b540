package film.finalsay.approval;

import java.util.Map;

/** The briefing for whatever approval a process carries. */
public interface Briefings {

  /**
   * @return texts by variable name; empty if the process carries no approval
   */
  Map<String, String> forProcess(String processInstanceId);
}
