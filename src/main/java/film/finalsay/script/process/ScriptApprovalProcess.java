package film.finalsay.script.process;

/** The names in {@code script-approval.bpmn} that Java needs, once. */
public final class ScriptApprovalProcess {

  public static final String REVIEW = "userTask_reviewScriptDraft";
  public static final String DECIDE = "userTask_decideScriptDraft";

  /** The user task whose deadline passes in silence. */
  public static final String CONSULT_DIRECTOR = "userTask_consultDirector";

  static final String CONSULT_DIRECTOR_NAME = "Consult director";

  private ScriptApprovalProcess() {}
}
