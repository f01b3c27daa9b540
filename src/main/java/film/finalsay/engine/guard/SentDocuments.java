package film.finalsay.engine.guard;

import film.finalsay.approval.AttachedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.FileValue;

/** What was sent to a process, with its files as files and not as streams of the engine. */
public final class SentDocuments {

  private SentDocuments() {}

  /**
   * @return values by variable name; a file is an {@link AttachedFile}
   */
  public static Map<String, Object> read(DelegateExecution execution) {
    VariableMap variables = execution.getVariablesTyped();
    for (String name : variables.keySet().toArray(String[]::new)) {
      if (variables.getValueTyped(name) instanceof FileValue file && file.getValue() != null) {
        variables.put(name, read(file));
      }
    }
    return variables;
  }

  private static AttachedFile read(FileValue file) {
    try (InputStream content = file.getValue()) {
      return new AttachedFile(file.getFilename(), file.getMimeType(), content.readAllBytes());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
