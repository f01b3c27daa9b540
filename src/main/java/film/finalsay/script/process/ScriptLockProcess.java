package film.finalsay.script.process;

import film.finalsay.script.ScriptDraft;
import film.finalsay.script.ScriptLock;
import film.finalsay.script.ScriptLocks.Filed;
import java.util.HashMap;
import java.util.Map;

/** The names in {@code script-lock.bpmn} that Java needs, once. */
public final class ScriptLockProcess {

  public static final String ID = "script-lock";

  private ScriptLockProcess() {}

  /** What the process knows of a request; its form is prefilled with it when it is amended. */
  static Map<String, Object> variables(Filed filed) {
    Map<String, Object> variables = variables(filed.draft(), filed.lock());
    variables.put("film", filed.approval().filmId());
    variables.put("subject", filed.approval().subject());
    variables.put("requester", filed.approval().requester());
    variables.put("requesterRole", filed.approval().requesterRole().id());
    variables.put("endorsementRequired", filed.needsEndorsement());
    return variables;
  }

  static Map<String, Object> variables(ScriptDraft draft, ScriptLock lock) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("draft", draft.label());
    variables.put("note", lock.note());
    return variables;
  }
}
