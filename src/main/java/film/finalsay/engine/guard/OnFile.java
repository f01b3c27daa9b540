package film.finalsay.engine.guard;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What a process goes by, as our own records have it. */
final class OnFile {

  private OnFile() {}

  /** Whoever decides answers, and changes nothing else of what the process goes by. */
  static void putBack(VariableScope process, Map<String, Object> onFile) {
    onFile.forEach(
        (name, value) -> {
          if (!isSame(process.getVariable(name), value)) {
            process.setVariable(name, value);
          }
        });
  }

  /** A number is kept as JSON has it, and an integer there has no length. */
  private static boolean isSame(Object there, Object onFile) {
    return Objects.equals(there, onFile)
        || there instanceof Number
            && onFile instanceof Number
            && there.toString().equals(onFile.toString());
  }
}
