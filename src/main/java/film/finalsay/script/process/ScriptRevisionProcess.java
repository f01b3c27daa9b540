package film.finalsay.script.process;

import film.finalsay.approval.Approval;
import java.util.HashMap;
import java.util.Map;

/**
 * The names in {@code script-revision.bpmn} that Java needs, once. What a revision set is submitted
 * with is what a draft is.
 */
public final class ScriptRevisionProcess {

  public static final String ID = "script-revision";

  private ScriptRevisionProcess() {}

  /** What the process knows of a request; the document itself is on file now. */
  static Map<String, Object> variables(Approval approval) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("film", approval.filmId());
    variables.put("subject", approval.subject());
    variables.put("requester", approval.requester());
    variables.put("requesterRole", approval.requesterRole().id());
    variables.putAll(ScriptApprovalProcess.CLEARED);
    return variables;
  }
}
