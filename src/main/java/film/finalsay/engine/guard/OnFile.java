package film.finalsay.engine.guard;

import film.finalsay.approval.DecisionDesk;
import film.finalsay.engine.model.EffectSteps;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** What a process goes by, as our own records have it. */
final class OnFile {

  /** Who asks, and as what: the login says so, and nothing that is sent. */
  static final Set<String> NEVER_SENT = Set.of("requester", "requesterRole");

  private OnFile() {}

  /** What no answer changes, not even one that amends what is asked for. */
  static boolean neverChanges(String name) {
    return name.equals("film") || NEVER_SENT.contains(name);
  }

  /**
   * Files what a process asks for that a modeller drew, with what it began with.
   *
   * @return the number of the approval
   * @throws film.finalsay.approval.BusinessRuleException if this person may not ask, or it could
   *     not take an effect that is drawn
   */
  static String file(ExecutionEntity process, DecisionDesk desk, EffectSteps effects) {
    String number =
        desk.file(LoggedIn.filing(process), process.getTenantId(), SentDocuments.read(process));
    process.setProcessBusinessKey(number);
    effects.require(process);
    putBack(process, desk.onFile(process.getId(), process::hasVariable));
    return number;
  }

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
