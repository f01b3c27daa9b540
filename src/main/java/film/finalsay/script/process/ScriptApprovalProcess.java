package film.finalsay.script.process;

import film.finalsay.approval.AttachedFile;
import film.finalsay.approval.Inputs;
import film.finalsay.script.ScriptApprovals.Filed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.value.FileValue;

/** The names in {@code script-approval.bpmn} that Java needs, once. */
public final class ScriptApprovalProcess {

  public static final String ID = "script-approval";

  public static final String REVIEW = "userTask_reviewScriptDraft";
  public static final String DECIDE = "userTask_decideScriptDraft";

  /** The user task whose deadline passes in silence. */
  public static final String CONSULT_DIRECTOR = "userTask_consultDirector";

  static final String CONSULT_DIRECTOR_NAME = "Consult director";

  private static final String DOCUMENT = "document";

  static final Map<String, Object> CLEARED = cleared();

  private ScriptApprovalProcess() {}

  /**
   * What the process knows of a submission. The document itself is on file now; the process lets go
   * of it, so that the next draft does not inherit it.
   */
  static Map<String, Object> variables(Filed filed) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("film", filed.approval().filmId());
    variables.put("subject", filed.approval().subject());
    variables.put("requester", filed.approval().requester());
    variables.put("requesterRole", filed.approval().requesterRole().id());
    variables.putAll(CLEARED);
    return variables;
  }

  static Inputs inputs(DelegateExecution execution) {
    return Inputs.of(execution.getVariables());
  }

  /** The document, if it came as a file. */
  static Optional<AttachedFile> attached(DelegateExecution execution) {
    if (!(execution.getVariableTyped(DOCUMENT) instanceof FileValue file)
        || file.getValue() == null) {
      return Optional.empty();
    }
    try (InputStream content = file.getValue()) {
      return Optional.of(
          new AttachedFile(file.getFilename(), file.getMimeType(), content.readAllBytes()));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static Map<String, Object> cleared() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("draft", null);
    variables.put("summary", null);
    variables.put("draftDate", null);
    variables.put("pageCount", null);
    variables.put(DOCUMENT, null);
    return Collections.unmodifiableMap(variables);
  }
}
